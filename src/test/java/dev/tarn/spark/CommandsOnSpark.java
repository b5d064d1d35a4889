package dev.tarn.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.tarn.cli.Tarn;
import dev.tarn.landscape.Landscape;
import dev.tarn.store.LandscapeDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on Spark within their own process, and a driver that is killed. */
class CommandsOnSpark {
  private static final Splitter WORDS = Splitter.on(' ');
  private static final String ENUMERATE = "enumerate --hidden 3 --lambda 1e-2 --effort low --db ";

  @TempDir private Path folder;

  private Process start(String command) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                ClusterOnSpark.classPath(),
                Tarn.class.getName()));
    words.addAll(WORDS.splitToList(command));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(Files.createTempFile(folder, "output", ".txt").toFile())
        .start();
  }

  private void run(String command) throws Exception {
    Process process = start(command);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(command).isZero();
  }

  /** Where a search was cut off, another may find a class first, which moves its last bits. */
  private static List<String> points(Path file) {
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      Landscape landscape = database.landscape();
      return landscape.points().stream()
          .map(p -> String.format(Locale.ROOT, "%d %.9f %d", p.index(), p.energy(), p.orbit()))
          .sorted()
          .toList();
    }
  }

  @Test
  void aDriverThatWasKilledGoesOn() throws Exception {
    Path here = folder.resolve("here.db");
    run(ENUMERATE + here);
    Path there = folder.resolve("there.db");
    Process killed = start(ENUMERATE + there + " --on local[2]");
    while (killed.isAlive() && (!Files.exists(there) || Files.size(there) < 100_000)) {
      killed.waitFor(50, TimeUnit.MILLISECONDS);
    }
    killed.destroyForcibly().waitFor();
    run(ENUMERATE + there + " --on local[2]");
    assertThat(points(there)).isEqualTo(points(here)).hasSizeGreaterThan(40);
  }
}
