package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.landscape.Landscape;
import dev.tarn.store.LandscapeDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An enumeration through {@code java -jar} that is killed in the middle. */
class EnumerateIT {
  @TempDir private Path folder;

  private static Landscape landscape(Path db) {
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(db)) {
      return database.landscape();
    }
  }

  @Test
  void killedInTheMiddleItGoesOnToMorseSumOne() throws Exception {
    Path db = folder.resolve("four.db");
    Object[] args = {"enumerate", "--hidden", 4, "--lambda", "1e-5", "--db", db, "--effort", "low"};
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

  /** What never changes once a point is in; hits grow. */
  private static List<String> points(Path db) throws Exception {
    return DatabaseContent.rows(
        db,
        "SELECT id, idx, energy, run, job, method, hex(coordinates), minus, plus"
            + " FROM stationary_points LEFT JOIN connections ON transition_state = id");
  }
}
