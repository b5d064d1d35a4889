package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sweep over one and two hidden units and two lambdas, and the claims on the same folder. */
class SweepCommandTest {
  @TempDir private static Path parent;
  private static Path folder;
  private static CommandLineRun swept;

  @BeforeAll
  static void sweep() {
    folder = parent.resolve("new").resolve("catalogues");
    swept = run("sweep");
  }

  private static CommandLineRun run(String command, Object... further) {
    List<Object> args = new ArrayList<>(List.of(command, "--hidden", "1..2", "--lambda"));
    args.addAll(List.of("1e-2,1e-6", "--out", folder, "--effort", "low", "--threads", 2));
    args.addAll(List.of(further));
    return CommandLineRun.of(args.toArray());
  }

  @Test
  void printsTheTableAndWhatItIsAt() {
    assertThat(swept.exitCode()).as(swept.err()).isZero();
    assertThat(swept.err())
        .contains(
            "1 hidden unit, lambda 1e-2, 0 points from other databases",
            "2 hidden units, lambda 1e-6, 27 points from other databases",
            "  24 classes, sum 1, ");
    assertThat(swept.out())
        .contains("Morse sum", "4 3", "9 8", "4 10 6", "33 88 56", "5 12 7", "49 108 60");
  }

  @Test
  void writesTheTableAsCsvMarkdownAndJsonOfTheSameContent() throws Exception {
    List<List<String>> csv = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("table.csv"))) {
      csv.add(Splitter.on(',').splitToList(line));
    }
    assertThat(csv).hasSize(5).allSatisfy(row -> assertThat(row).hasSize(14));
    assertThat(csv.get(0))
        .startsWith("hidden", "lambda", "minima", "transition states")
        .contains("Morse sum", "complete", "estimated missing", "global minimum", "seconds");
    assertThat(csv.get(3)).startsWith("2", "1e-2", "4", "10", "2.50", "4 10 6", "33 88 56", "1");
    assertThat(csv.get(4)).startsWith("2", "1e-6", "5", "12", "2.40", "5 12 7", "49 108 60", "1");

    List<String> markdown = Files.readAllLines(folder.resolve("table.md"));
    assertThat(markdown).hasSize(6);
    assertThat(markdown.get(1)).isEqualTo("|" + " --- |".repeat(14));
    assertThat(markdown).allSatisfy(l -> assertThat(l.chars().filter(c -> c == '|')).hasSize(15));
    assertThat(markdown.get(5)).startsWith("| 2 | 1e-6 | 5 | 12 | 2.40 | 5, 12, 7 | 49, 108, 60 |");

    JsonNode json = CommandLineRun.parse(Files.readString(folder.resolve("table.json")));
    assertThat(json).hasSize(4);
    for (int k = 0; k < 4; k++) {
      JsonNode row = json.get(k);
      List<String> cells = csv.get(k + 1);
      assertThat(row.get("hidden").asText()).isEqualTo(cells.get(0));
      assertThat(row.get("lambda").asDouble()).isEqualTo(Double.parseDouble(cells.get(1)));
      assertThat(row.get("byIndex").get(0).get("classes").asText()).isEqualTo(cells.get(2));
      assertThat(row.get("byIndex").get(1).get("classes").asText()).isEqualTo(cells.get(3));
      assertThat(row.get("morseSum").asInt()).isEqualTo(1);
      assertThat(row.get("complete").asBoolean()).isTrue();
      assertThat(row.get("degenerate").asInt()).isZero();
      assertThat(row.get("components").asInt()).isEqualTo(1);
      assertThat(row.get("estimatedMissing").isNumber()).isTrue();
      assertThat(row.get("globalMinimum").asDouble())
          .isCloseTo(Double.parseDouble(cells.get(12)), within(1e-12));
      assertThat(row.get("seconds").asDouble()).isPositive();
    }
    // Known values, one unit.
    assertThat(json.get(0).get("globalMinimum").asDouble())
        .isCloseTo(0.6381080428617, within(1e-12));
    assertThat(json.get(1).get("globalMinimum").asDouble())
        .isCloseTo(0.4775399033038, within(1e-12));
  }

  @Test
  void aSecondSweepFindsNothingLeftToDo() throws Exception {
    String table = Files.readString(folder.resolve("table.csv"));
    byte[] database = Files.readAllBytes(folder.resolve("xor-2-1e-6.db"));
    CommandLineRun again = run("sweep");
    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).isEmpty();
    assertThat(again.out()).isEqualTo(swept.out());
    assertThat(folder.resolve("table.csv")).hasContent(table);
    assertThat(folder.resolve("xor-2-1e-6.db")).hasBinaryContent(database);
  }

  @Test
  void aSweepGoesOnWhereAnEarlierOneWasCutShort(@TempDir Path other) {
    Object[] args = {"sweep", "--hidden", 2, "--lambda", "1e-4", "--out", other, "--effort", "low"};
    List<Object> brief = new ArrayList<>(List.of(args));
    brief.addAll(List.of("--max-time", "0.02s", "--threads", 1));
    CommandLineRun first = CommandLineRun.of(brief.toArray());
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).containsPattern("2 .*1e-4 .* no ");
    CommandLineRun second = CommandLineRun.of(args);
    assertThat(second.out()).containsPattern("5 12 7.* yes ");
    JsonNode summary =
        CommandLineRun.of("summary", "--db", other.resolve("xor-2-1e-4.db"), "--json").json();
    assertThat(summary.get("runs")).hasSize(3);
    assertThat(summary.get("runs").get(2).get("status").asText()).isEqualTo("done");
  }

  /** What a process leaves that is killed as soon as it has made the file. */
  @ParameterizedTest
  @ValueSource(strings = {"sweep", "claims"})
  void anEmptyFileIsOneToBeFilled(String command, @TempDir Path other) throws Exception {
    Path file = Files.createFile(other.resolve("xor-1-1e-2.db"));
    CommandLineRun run =
        CommandLineRun.of(
            command, "--hidden", 1, "--lambda", "1e-2", "--out", other, "--effort", "low");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode summary = CommandLineRun.of("summary", "--db", file, "--json").json();
    assertThat(summary.get("runs").get(0).get("status").asText()).isEqualTo("done");
  }

  @Test
  void quietShowsNoProgress(@TempDir Path other) {
    CommandLineRun run =
        CommandLineRun.of("sweep", "--hidden", 1, "--lambda", "1e-1", "--out", other, "--quiet");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("1e-1");
  }

  @Test
  void claimsAreOneRowEachWithTheirFindings() {
    CommandLineRun claims = run("claims", "--json");
    assertThat(claims.exitCode()).isZero();
    JsonNode json = claims.json();
    assertThat(json).hasSize(9);
    for (int k = 0; k < 9; k++) {
      assertThat(json.get(k).get("claim").asInt()).isEqualTo(k + 1);
      assertThat(json.get(k).get("text").asText()).isNotBlank();
      for (JsonNode finding : json.get(k).get("findings")) {
        assertThat(finding.get("hidden").asInt()).isBetween(1, 2);
        assertThat(finding.get("lambda").asDouble()).isIn(1e-2, 1e-6);
        assertThat(finding.get("verdict").asText()).isIn("holds", "fails", "open");
        assertThat(finding.get("detail").asText()).isNotBlank();
      }
    }
    assertThat(json.get(0).get("findings")).hasSize(4);
    // Claims 3, 4, 6 and 7 concern more units.
    for (int claim : new int[] {3, 4, 6, 7}) {
      assertThat(json.get(claim - 1).get("findings")).isEmpty();
    }
    JsonNode auc = json.get(8).get("findings").get(0);
    assertThat(auc.get("hidden").asInt()).isEqualTo(1);
    assertThat(auc.get("verdict").asText()).isEqualTo("holds");
    assertThat(auc.get("detail").asText()).contains("3 of 4 minima have AUC 0.75");
  }

  @Test
  void claimsInWordsSayWhereEachHolds() {
    CommandLineRun claims = run("claims");
    assertThat(claims.exitCode()).isZero();
    assertThat(claims.out())
        .contains("2. the zero point is a minimum", "   holds in 4 of 4")
        .contains("     N_h 2, lambda 1e-6, observed: smallest eigenvalue 2.000e-06")
        .contains("no network of this grid is concerned");
  }

  @Test
  void claimsEnumerateWhatIsMissing(@TempDir Path other) {
    CommandLineRun claims =
        CommandLineRun.of(
            "claims", "--hidden", 1, "--lambda", "1e-1", "--out", other, "--effort", "low");
    assertThat(claims.exitCode()).isZero();
    assertThat(other.resolve("xor-1-1e-1.db")).isRegularFile();
    assertThat(claims.out()).contains("1 points padded");
  }
}
