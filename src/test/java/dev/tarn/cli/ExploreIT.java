package dev.tarn.cli;

import static dev.tarn.cli.DatabaseContent.landscape;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import dev.tarn.testing.Classes;
import dev.tarn.testing.KnownValues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole explorations through {@code java -jar}. */
class ExploreIT {
  @TempDir private Path folder;

  @Test
  void oneHiddenUnit() throws Exception {
    Path db = folder.resolve("one.db");
    TarnJar.run(folder, "explore", "--hidden", 1, "--lambda", "1e-6", "--db", db);
    Classes.assertClasses(landscape(db).minima(), KnownValues.ONE_UNIT_MINIMA, 1e-12);
    Classes.assertClasses(
        landscape(db).transitionStates(), KnownValues.ONE_UNIT_TRANSITION_STATES, 1e-15);
    JsonNode summary = CommandLineRun.parse(TarnJar.run(folder, "summary", "--db", db, "--json"));
    assertThat(summary.get("minima").asInt()).isEqualTo(4);
    assertThat(summary.get("transitionStates").asInt()).isEqualTo(3);
  }

  /** One after the other in one process, which leaves nothing behind from one to the next. */
  @Test
  void twoHiddenUnits() throws Exception {
    try (JarCommands jar = JarCommands.in(folder)) {
      for (int seed = 1; seed <= 5; seed++) {
        Path db = folder.resolve("two-" + seed + ".db");
        CommandLineRun run =
            jar.run("explore", "--hidden", 2, "--lambda", "1e-4", "--db", db, "--seed", seed);
        assertThat(run.exitCode()).as(run.err()).isZero();
        Classes.assertClasses(landscape(db).minima(), KnownValues.TWO_UNIT_MINIMA, 1e-12);
        Classes.assertClasses(
            landscape(db).transitionStates(), KnownValues.TWO_UNIT_TRANSITION_STATES, 1e-11);
      }
    }
  }

  /** Bit for bit, whatever the number of threads and the version of Java. */
  @Test
  void theSameSeedGivesTheSameDatabase() throws Exception {
    Path reference = folder.resolve("reference.db");
    explore(TarnJar.java(), reference, 1);
    List<String> content = DatabaseContent.reproducible(reference);
    assertThat(content).hasSizeGreaterThan(17);
    for (String java : javas()) {
      Path db = folder.resolve("again.db");
      explore(java, db, 2);
      assertThat(DatabaseContent.reproducible(db)).as(java).isEqualTo(content);
      Files.delete(db);
    }
  }

  private void explore(String java, Path db, int threads) throws Exception {
    TarnJar jar =
        TarnJar.start(
            folder,
            List.of(java, "-jar", TarnJar.jar().toString()),
            "explore",
            "--hidden",
            2,
            "--lambda",
            "1e-4",
            "--effort",
            "low",
            "--db",
            db,
            "--threads",
            threads);
    assertThat(jar.exitCode()).as(jar.err()).isZero();
    // Some versions of Java warn about native code unless the jar's manifest allows for it.
    assertThat(jar.err()).doesNotContain("WARNING");
  }

  private static List<String> javas() {
    List<String> javas = new ArrayList<>(List.of(TarnJar.java()));
    String homes = System.getenv().getOrDefault("TARN_JAVA_HOMES", "");
    if (!homes.contains(":")) {
      System.out.println(
          "skipped: the same seed on other versions of Java; TARN_JAVA_HOMES names no two of them");
      return javas;
    }
    for (String home : Splitter.on(':').split(homes)) {
      javas.add(TarnJar.java(home));
    }
    return javas;
  }
}
