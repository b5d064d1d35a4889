package dev.tarn.cli;

import static dev.tarn.cli.DatabaseContent.landscape;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An enumeration through {@code java -jar} that is killed in the middle. */
class EnumerateIT {
  @TempDir private Path folder;

  /**
   * A search in all variables, where each class can be found from anywhere in little time (152 of
   * them): when it is killed changes what it meets, and at 1e-5 a low effort may then miss a class.
   */
  @Test
  void killedInTheMiddleItGoesOnToMorseSumOne() throws Exception {
    Path db = folder.resolve("four.db");
    Object[] args = {
      "enumerate",
      "--hidden",
      4,
      "--lambda",
      "1e-4",
      "--db",
      db,
      "--effort",
      "low",
      "--method",
      "full"
    };
    TarnJar first = TarnJar.start(folder, args);
    // The smaller networks come first, then 60 and more padded points: kill it beyond those.
    assertThat(
            first.waitUntil(
                () -> Files.exists(db) && db.toFile().length() > 0 && landscape(db).size() > 100))
        .as(first.err())
        .isTrue();
    assertThat(first.isAlive()).as("still at work when killed").isTrue();
    first.kill();
    assertThat(DatabaseContent.rows(db, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(DatabaseContent.rows(db, "PRAGMA foreign_key_check")).isEmpty();
    List<String> before = points(db);
    assertThat(before).hasSizeGreaterThan(100);
    JsonNode killed = CommandLineRun.parse(TarnJar.run(folder, "summary", "--db", db, "--json"));
    assertThat(killed.get("complete").asBoolean()).isFalse();

    TarnJar second = TarnJar.start(folder, args);
    assertThat(second.exitCode()).as(second.err()).isZero();
    // The padded points are in: the smaller networks need not be enumerated again.
    assertThat(second.err())
        .contains("going on with run 2", "sum 1, the last ")
        .doesNotContain("first the networks");
    assertThat(points(db)).containsAll(before);
    assertThat(DatabaseContent.rows(db, "PRAGMA integrity_check")).containsExactly("ok");
    JsonNode summary = CommandLineRun.parse(TarnJar.run(folder, "summary", "--db", db, "--json"));
    assertThat(summary.get("morseSum").asInt()).isEqualTo(1);
    assertThat(summary.get("complete").asBoolean()).isTrue();
    assertThat(landscape(db).connections()).hasSameSizeAs(landscape(db).transitionStates());
    JsonNode points = CommandLineRun.parse(TarnJar.run(folder, "list", "--db", db, "--json"));
    assertThat(points).hasSizeGreaterThan(before.size());
    for (JsonNode point : points) {
      assertThat(point.get("rms").asDouble()).isLessThan(1e-12);
    }
  }

  /**
   * Levels of eight units, killed ten times: what was found stays, and nothing is found twice. Most
   * of the time goes into starting: the optimising compiler is of no use.
   */
  @Test
  void killedTenTimesTheLevelsLoseNothing() throws Exception {
    Path db = folder.resolve("eight.db");
    Object[] args = {"enumerate", "--hidden", 8, "--lambda", "1e-2", "--db", db, "--effort", "low"};
    List<String> java =
        List.of(TarnJar.java(), "-XX:TieredStopAtLevel=1", "-jar", TarnJar.jar().toString());
    Random random = new Random(8);
    List<String> before = List.of();
    for (int kill = 1; kill <= 10; kill++) {
      int enough = before.size() + 1 + random.nextInt(40);
      TarnJar jar = TarnJar.start(folder, java, args);
      assertThat(jar.waitUntil(() -> count(db) >= enough)).as(jar.err()).isTrue();
      assertThat(jar.isAlive()).as("still at work when killed").isTrue();
      jar.kill();
      assertThat(DatabaseContent.rows(db, "PRAGMA integrity_check")).containsExactly("ok");
      List<String> classes = classes(db);
      assertThat(classes.subList(0, before.size())).isEqualTo(before);
      before = classes;
    }
    TarnJar last = TarnJar.start(folder, java, args);
    assertThat(last.exitCode()).as(last.err()).isZero();
    assertThat(last.err()).contains("sum 1, the last ");
    assertThat(classes(db)).hasSize(526);
    assertThat(classes(db).subList(0, before.size())).isEqualTo(before);
    JsonNode summary = CommandLineRun.parse(TarnJar.run(folder, "summary", "--db", db, "--json"));
    assertThat(summary.get("complete").asBoolean()).isTrue();
    List<Integer> counts = new ArrayList<>();
    summary.get("byIndex").forEach(row -> counts.add(row.get("classes").asInt()));
    // As an enumeration finds them that is left alone.
    assertThat(counts).containsExactly(3, 6, 11, 15, 22, 59, 164, 165, 75, 5, 1);
    assertThat(landscape(db).connections()).hasSize(6);
    // No class twice: each has an energy or a pattern of its own, or is told apart by its units.
    assertThat(
            DatabaseContent.rows(
                db, "SELECT count(DISTINCT hex(coordinates) || hex(biases)) FROM kind_classes"))
        .containsExactly("526");
  }

  /** The number of classes of all levels, counted where they are: it is asked again and again. */
  private static int count(Path db) {
    if (!Files.exists(db) || db.toFile().length() == 0) {
      return 0;
    }
    try {
      boolean made =
          !DatabaseContent.rows(db, "SELECT 1 FROM sqlite_master WHERE name = 'kind_classes'")
              .isEmpty();
      return made
          ? Integer.parseInt(DatabaseContent.rows(db, "SELECT count(*) FROM kind_classes").get(0))
          : 0;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot count the classes of " + db, e);
    }
  }

  /** What never changes of a class of a level. */
  private static List<String> classes(Path db) throws Exception {
    return DatabaseContent.rows(
        db, "SELECT id, units, energy, hex(coordinates), hex(eigenvalues) FROM kind_classes");
  }

  /** What never changes once a point is in; hits grow. */
  private static List<String> points(Path db) throws Exception {
    return DatabaseContent.rows(
        db,
        "SELECT id, idx, energy, run, job, method, hex(coordinates), minus, plus"
            + " FROM stationary_points LEFT JOIN connections ON transition_state = id");
  }
}
