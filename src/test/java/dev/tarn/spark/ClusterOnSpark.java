package dev.tarn.spark;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import dev.tarn.explore.Effort;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerRun;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.job.order.OrderedJobs;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.network.kinds.KindClass;
import dev.tarn.network.kinds.KindEnumeration;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two executors, each a process of its own, find what threads find, to the last bit. Run by the
 * profile "spark" alone, which brings Spark and says where SPARK_HOME is.
 */
class ClusterOnSpark {
  private static final String MASTER = "local-cluster[2,1,1024]";
  private static final ExplorerSettings QUICK = ExplorerSettings.defaults().withEffort(Effort.LOW);

  private static final int HIDDEN = 2;

  private static SparkRunner cluster;

  @BeforeAll
  static void start() throws IOException {
    String classes = classPath();
    makeHome(Path.of(System.getenv("SPARK_HOME")), classes);
    System.setProperty("spark.executor.extraClassPath", classes);
    System.setProperty("spark.driver.host", "127.0.0.1");
    System.setProperty("spark.driver.bindAddress", "127.0.0.1");
    // Copies of tasks that seem slow, which must change nothing.
    System.setProperty("spark.speculation", "true");
    System.setProperty("spark.speculation.task.duration.threshold", "200ms");
    cluster = SparkRunner.start("tests", MASTER);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  /** For processes in other folders. */
  static String classPath() {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Splitter.on(File.pathSeparatorChar)
        .splitToStream(classes)
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(joining(File.pathSeparator));
  }

  /** What Spark takes for an installation of itself: a folder of jars, and a file RELEASE. */
  private static void makeHome(Path home, String classes) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    Files.writeString(home.resolve("RELEASE"), "of the class path\n");
    for (String entry : Splitter.on(File.pathSeparatorChar).split(classes)) {
      Path jar = Path.of(entry);
      Path link = jars.resolve(jar.getFileName());
      if (entry.endsWith(".jar") && !Files.exists(link)) {
        Files.createSymbolicLink(link, jar);
      }
    }
  }

  private static List<String> story(Explorer explorer, Network network, Runnable afterTenth) {
    Landscape landscape = Landscape.of(network);
    List<String> lines = new ArrayList<>();
    try (ExplorerRun run = explorer.on(landscape)) {
      for (ExplorerEvent event : run) {
        if (event instanceof JobReport report && report.job() == 10) {
          afterTenth.run();
        }
        // How long a job takes is the clock's, and nobody else's.
        if (!(event instanceof JobReport || event instanceof ExplorerEvent.Waiting)) {
          lines.add(event.getClass().getSimpleName());
        }
      }
    }
    landscape.points().forEach(p -> lines.add(p.id() + " " + p.energy() + " " + p.coordinates()));
    landscape.connections().forEach((Connection c) -> lines.add(c.toString()));
    return lines;
  }

  @Test
  void executorsFindWhatThreadsFindAndOneMayBeLost() {
    Network network = Network.xor(2, 1e-4);
    Explorer explorer = new Explorer(network, QUICK.enumerating(Integer.MAX_VALUE));
    List<String> threads = story(explorer, network, () -> {});
    assertThat(threads).hasSizeGreaterThan(20);
    assertThat(story(explorer.workingOn(cluster), network, () -> {})).isEqualTo(threads);
    List<String> bereft = story(explorer.workingOn(cluster), network, ClusterOnSpark::killOne);
    assertThat(bereft).isEqualTo(threads);
  }

  private static void killOne() {
    ProcessHandle executor =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().command().orElse("").endsWith("java"))
            .findFirst()
            .orElseThrow();
    assertThat(executor.destroyForcibly()).isTrue();
  }

  @Test
  void levelsAreTheSame() {
    Network network = Network.xor(HIDDEN, 1e-2);
    assertThat(levels(network, cluster)).isEqualTo(levels(network, JobRunner.threads(2)));
  }

  private static List<String> levels(Network network, JobRunner runner) {
    KindEnumeration enumeration = new KindEnumeration(network, QUICK);
    enumeration.run(HIDDEN, runner, new Cancellation(), report -> {});
    List<String> found = new ArrayList<>();
    for (KindClass each : enumeration.catalogue().classes(HIDDEN)) {
      found.add(each.energy() + " " + each.index(HIDDEN) + " " + each.orbit(HIDDEN));
    }
    return found;
  }

  /** Roots of what has any. */
  private record Roots() implements Supplier<Function<Integer, Double>>, Serializable {
    @Override
    public Function<Integer, Double> get() {
      return k -> {
        if (k == 3) {
          throw new IllegalStateException("no root of " + k);
        }
        return Math.sqrt(k);
      };
    }
  }

  @Test
  void whatAJobThrowsReachesTheCaller() {
    try (OrderedJobs<Integer, Double> jobs =
        new OrderedJobs<>(cluster.start(new Roots()), new Cancellation(), 0)) {
      for (int k = 0; k < 5; k++) {
        jobs.submit(k);
      }
      for (int k = 0; k < 3; k++) {
        assertThat(jobs.next(Optional.empty())).contains(Math.sqrt(k));
      }
      assertThatThrownBy(() -> jobs.next(Optional.empty()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no root of 3");
    }
  }

  @Test
  void whatCannotBeSentIsNamed() {
    Object here = new Object();
    assertThatThrownBy(() -> cluster.start(() -> job -> here.hashCode()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be sent");
  }
}
