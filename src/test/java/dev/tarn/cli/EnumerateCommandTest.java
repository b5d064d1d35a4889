package dev.tarn.cli;

import static dev.tarn.cli.CommandLineRun.rows;
import static dev.tarn.cli.CommandLineRun.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.text.Numbers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The enumeration of two hidden units at lambda = 1e-4, and what the commands print about it. */
class EnumerateCommandTest {
  @TempDir private static Path folder;
  private static Path db;
  private static CommandLineRun enumerated;

  @BeforeAll
  static void enumerateTwoUnits() {
    db = folder.resolve("two.db");
    enumerated = run("enumerate --hidden 2 --lambda 1e-4 --db " + db + " --effort low --threads 2");
  }

  @Test
  void saysThatTheSumIsOneAndHowLongNothingNewCame() {
    assertThat(enumerated.exitCode()).as(enumerated.err()).isZero();
    // The patience of low effort for the 18 classes of the second level is 190 searches.
    assertThat(enumerated.err())
        .containsPattern("sum 1, the last (19\\d|[2-9]\\d\\d|\\d{4}) searches found nothing new");
    assertThat(enumerated.out())
        .containsPattern("0 +minima +5 +49\\R")
        .containsPattern("1 +transition states +12 +108\\R")
        .containsPattern("2 +saddles +7 +60\\R")
        .contains("Morse sum             1, complete as far as the sum and the searches tell")
        .contains("estimated missing     ", "degenerate, put aside 0");
  }

  @Test
  void theSummaryHasTheMorseSumAndWhatSpeaksForCompleteness() {
    JsonNode summary = CommandLineRun.of("summary", "--db", db, "--json").json();
    assertThat(summary.get("morseSum").isIntegralNumber()).isTrue();
    assertThat(summary.get("morseSum").asInt()).isEqualTo(1);
    assertThat(summary.get("complete").isBoolean()).isTrue();
    assertThat(summary.get("complete").asBoolean()).isTrue();
    assertThat(summary.get("degenerate").isIntegralNumber()).isTrue();
    assertThat(summary.get("degenerate").asInt()).isZero();
    assertThat(summary.get("estimatedMissing").isNumber()).isTrue();
    assertThat(summary.get("estimatedMissing").asDouble()).isBetween(0.0, 5.0);
    assertThat(summary.get("components").asInt()).isEqualTo(1);
    List<String> byIndex = new ArrayList<>();
    for (JsonNode row : summary.get("byIndex")) {
      byIndex.add(row.get("index") + " " + row.get("classes") + " " + row.get("points"));
    }
    assertThat(byIndex).containsExactly("0 5 49", "1 12 108", "2 7 60");
    JsonNode run = summary.get("runs").get(0);
    assertThat(run.get("goal").asText()).isEqualTo("enumerate");
    assertThat(run.get("status").asText()).isEqualTo("done");
  }

  @Test
  void listsSaddlesOfEveryIndex() {
    List<JsonNode> saddles = rows("list", "--db", db, "--index", 2, "--json");
    assertThat(saddles).hasSize(7);
    int points = 0;
    for (JsonNode row : saddles) {
      assertThat(row.get("index").asInt()).isEqualTo(2);
      assertThat(row.get("rms").asDouble()).isLessThan(1e-12);
      assertThat(row.has("minima")).isFalse();
      points += row.get("orbit").asInt();
    }
    assertThat(points).isEqualTo(60);
    assertThat(rows("list", "--db", db, "--index", 3, "--json")).isEmpty();
    assertThat(rows("list", "--db", db, "--json")).hasSize(24);
    CommandLineRun text = CommandLineRun.of("list", "--db", db, "--index", 2);
    assertThat(text.exitCode()).isZero();
    // Saddles join no two minima.
    assertThat(text.out()).contains("orbit").doesNotContain("barrier");
  }

  @Test
  void showsASaddle() {
    JsonNode saddle = rows("list", "--db", db, "--index", 2, "--json").get(0);
    CommandLineRun shown = CommandLineRun.of("show", "--db", db, saddle.get("id").asInt());
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out()).contains(Numbers.exact(saddle.get("energy").asDouble()));
  }

  @Test
  void againItHasNothingLeftToDo(@TempDir Path other) throws Exception {
    Path copy = other.resolve("copy.db");
    Files.copy(db, copy);
    CommandLineRun again = CommandLineRun.of("enumerate", "--db", copy, "--effort", "low");
    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).contains("going on with run 2");
    JsonNode summary = CommandLineRun.of("summary", "--db", copy, "--json").json();
    assertThat(summary.get("complete").asBoolean()).isTrue();
    assertThat(summary.get("runs").get(1).get("searches").asInt()).isZero();
  }

  @Test
  void aLargerNetworkGoesOnFromTheLevels(@TempDir Path other) throws Exception {
    Path copy = other.resolve("copy.db");
    Files.copy(db, copy);
    CommandLineRun explored = CommandLineRun.of("explore", "--db", copy, "--hidden", 3);
    assertThat(explored.exitCode()).isEqualTo(2);
    assertThat(explored.err()).contains("holds the landscape of the XOR network with 2 hidden");
    assertThat(energies(copy)).hasSize(24);
    CommandLineRun grown =
        CommandLineRun.of("enumerate", "--db", copy, "--hidden", 3, "--effort", "low");
    assertThat(grown.exitCode()).as(grown.err()).isZero();
    assertThat(grown.err())
        .contains(
            "held the landscape of the XOR network with 2 hidden units, lambda 1e-4: its levels"
                + " serve on, its points are taken in anew with other ids")
        .contains("going on with run 2: 0 minima")
        .doesNotContain("level 1 of 3, 7 classes", "level 2 of 3, 24 classes");
    JsonNode summary = CommandLineRun.of("summary", "--db", copy, "--json").json();
    assertThat(summary.get("hidden").asInt()).isEqualTo(3);
    assertThat(summary.get("complete").asBoolean()).isTrue();
    List<String> byIndex = new ArrayList<>();
    for (JsonNode row : summary.get("byIndex")) {
      byIndex.add(row.get("index") + " " + row.get("classes"));
    }
    assertThat(byIndex).containsExactly("0 6", "1 17", "2 26", "3 13");
    CommandLineRun shrunk = CommandLineRun.of("enumerate", "--db", copy, "--hidden", 2);
    assertThat(shrunk.exitCode()).isEqualTo(2);
    assertThat(shrunk.err()).contains("with 3 hidden units");
  }

  @Test
  void inAllVariablesTheSmallerNetworkComesFirst(@TempDir Path other) {
    Path full = other.resolve("full.db");
    CommandLineRun run =
        run("enumerate --hidden 2 --lambda 1e-4 --db " + full + " --effort low --method full");
    assertThat(run.err())
        .contains("first the network of 1 hidden unit")
        .containsPattern("sum 1, the last \\d+ searches found nothing new");
    assertThat(energies(full).stream().sorted().toList())
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-11 ? 0 : Double.compare(a, b))
        .isEqualTo(energies(db).stream().sorted().toList());
  }

  @Test
  void goesOnFromAnExploration(@TempDir Path other) {
    Path mixed = other.resolve("mixed.db");
    CommandLineRun explored =
        CommandLineRun.of(
            "explore", "--hidden", 2, "--lambda", "1e-4", "--db", mixed, "--effort", "low");
    // An exploration says nothing of completeness.
    assertThat(explored.out()).doesNotContain("Morse");
    JsonNode before = CommandLineRun.of("summary", "--db", mixed, "--json").json();
    assertThat(before.get("complete").asBoolean()).isFalse();
    CommandLineRun then = CommandLineRun.of("enumerate", "--db", mixed, "--effort", "low");
    assertThat(then.err()).contains("sum 1, the last");
    JsonNode after = CommandLineRun.of("summary", "--db", mixed, "--json").json();
    assertThat(after.get("complete").asBoolean()).isTrue();
    assertThat(after.get("byIndex").get(2).get("classes").asInt()).isEqualTo(7);
    assertThat(energies(mixed)).hasSize(24);
    for (int k = 0; k < 24; k++) {
      assertThat(energies(mixed).get(k)).isCloseTo(energies(db).get(k), within(1e-11));
    }
  }

  private static List<Double> energies(Path file) {
    return DatabaseContent.landscape(file).points().stream().map(point -> point.energy()).toList();
  }

  @Test
  void withALargestIndexTheSumProvesNothing(@TempDir Path other) {
    Path limited = other.resolve("limited.db");
    CommandLineRun run =
        run("enumerate --hidden 2 --lambda 1e-4 --db " + limited + " --effort low --max-index 1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("up to index 1, where the Morse sum proves nothing: the last")
        .doesNotContain("sum 1,");
    JsonNode summary = CommandLineRun.of("summary", "--db", limited, "--json").json();
    // 49 - 108.
    assertThat(summary.get("morseSum").asInt()).isEqualTo(-59);
    assertThat(summary.get("complete").asBoolean()).isFalse();
    assertThat(summary.get("byIndex")).hasSize(2);
    assertThat(CommandLineRun.of("summary", "--db", limited).out())
        .contains("indices 0 to 1        searched until nothing new came; no sum says")
        .contains("higher indices        not looked for, nothing is claimed of them")
        .doesNotContain("INCOMPLETE")
        .doesNotContain("Morse sum");
  }

  /** The cutoff puts four proper classes aside, two of even and two of odd index: the sum is 1. */
  @Test
  void whatIsPutAsideIsMissing(@TempDir Path other) {
    Path soft = other.resolve("soft.db");
    CommandLineRun run =
        run("enumerate --hidden 2 --lambda 1e-5 --zero-cutoff 1.95e-5 --effort low --db " + soft);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("INCOMPLETE: sum 1, degenerate points put aside, the last");
    assertThat(run.out())
        .contains("Morse sum             1, but it does not count with degenerate points");
    JsonNode summary = CommandLineRun.of("summary", "--db", soft, "--json").json();
    assertThat(summary.get("morseSum").asInt()).isOne();
    assertThat(summary.get("expectedSum").asInt()).isOne();
    assertThat(summary.get("degenerate").asInt()).isEqualTo(4);
    assertThat(summary.get("complete").asBoolean()).isFalse();
    assertThat(summary.get("runs").get(0).get("status").asText()).isEqualTo("incomplete");
  }

  @Test
  void outOfTimeItSaysThatItIsNotDone(@TempDir Path other) {
    Path late = other.resolve("late.db");
    CommandLineRun run =
        run("enumerate --hidden 4 --lambda 1e-5 --db " + late + " --max-time 0.3s --threads 1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("the time is up: sum ", "the same command goes on from here");
    JsonNode summary = CommandLineRun.of("summary", "--db", late, "--json").json();
    assertThat(summary.get("complete").asBoolean()).isFalse();
    assertThat(summary.get("runs").get(0).get("status").asText()).isEqualTo("out-of-time");
    assertThat(run.out()).containsPattern("Morse sum +-?\\d+(: INCOMPLETE|, but the searches)");
  }
}
