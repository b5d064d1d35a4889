package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import dev.tarn.cli.view.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which points and columns {@code list} shows, and how. */
class ListCommandTest {
  private static final Splitter COMMAS = Splitter.on(',');

  @TempDir private static Path folder;
  private static Path db;
  private static Path regression;

  @BeforeAll
  static void explore() throws IOException {
    db = folder.resolve("one.db");
    run("explore --hidden 1 --lambda 1e-4 --effort low --quiet --db " + db);
    regression = folder.resolve("regression.db");
    Path data = Files.writeString(folder.resolve("a.csv"), "x,y\n-1,-0.9\n0,0.1\n1,0.8\n2,0.9\n");
    run(
        "explore --layers 1-1-1 --lambda 1e-2 --loss linear --label y --effort low --quiet --data "
            + data
            + " --db "
            + regression);
  }

  private static String run(String words) {
    CommandLineRun run = CommandLineRun.run(words);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  private static List<String> lines(String words) {
    return run("list --db " + db + words).lines().toList();
  }

  /** What the command prints to a terminal of some width. */
  private static List<String> onTerminal(int width, String words) {
    StringWriter out = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            false,
            Optional::empty,
            () -> OptionalInt.of(width));
    String[] args = ("list --db " + db + words).split(" ", -1);
    assertThat(Tarn.run(console, Optional.empty(), args)).isZero();
    return out.toString().lines().toList();
  }

  @Test
  void csvHasTheNumbersToTheLastBit() {
    List<String> lines = lines(" --index 1 --csv");
    List<String> header = COMMAS.splitToList(lines.get(0));
    assertThat(header).startsWith("id", "index", "energy", "orbit", "|eig|", "rms", "AUC");
    JsonNode rows = CommandLineRun.of("list", "--db", db, "--index", 1, "--json").json();
    assertThat(lines).hasSize(rows.size() + 1);
    for (int r = 0; r < rows.size(); r++) {
      List<String> cells = COMMAS.splitToList(lines.get(r + 1));
      assertThat(cells).hasSameSizeAs(header);
      JsonNode row = rows.get(r);
      assertThat(cells.get(0)).isEqualTo(row.get("id").asText());
      assertThat(Double.parseDouble(cells.get(header.indexOf("|eig|"))))
          .isEqualTo(row.get("minAbsEigenvalue").asDouble());
      assertThat(Double.parseDouble(cells.get(header.indexOf("rms"))))
          .isEqualTo(row.get("rms").asDouble());
      // The first one is that from which the barrier is lower, which is no order of the JSON.
      assertThat(Double.parseDouble(cells.get(header.indexOf("barrier 1"))))
          .isIn(row.get("barriers").get(0).asDouble(), row.get("barriers").get(1).asDouble());
    }
  }

  @Test
  void columnsAreThoseAskedForInTheirOrder() {
    assertThat(lines(" --columns hits,EIG,barrier-1 --csv").get(0))
        .isEqualTo("hits,|eig|,barrier 1");
    assertThat(lines(" --columns energy,id").get(0)).matches(" *energy +id");
    List<String> both = lines(" --columns id,energy --csv");
    for (int r = 1; r < both.size(); r++) {
      List<String> cells = COMMAS.splitToList(both.get(r));
      List<String> all = COMMAS.splitToList(lines(" --csv").get(r));
      assertThat(cells).containsExactly(all.get(0), all.get(2));
    }
  }

  @Test
  void limitTakesTheLowest() {
    List<String> all = lines("");
    assertThat(all.size()).isGreaterThan(4);
    assertThat(lines(" --columns id,energy --limit 2 --csv"))
        .isEqualTo(lines(" --columns id,energy --csv").subList(0, 3));
    JsonNode rows = CommandLineRun.of("list", "--db", db, "--json").json();
    JsonNode two = CommandLineRun.of("list", "--db", db, "--json", "--limit", 2).json();
    assertThat(two).containsExactly(rows.get(0), rows.get(1));
    assertThat(lines(" --limit 1000")).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 80, 100})
  void aTerminalGetsTheColumnsThatFit(int width) {
    List<String> all = lines("");
    List<String> shown = onTerminal(width, "");
    String note = shown.get(shown.size() - 1);
    List<String> table = shown.subList(0, shown.size() - 1);
    assertThat(note).startsWith("too wide for this terminal").contains("barrier-2", "--columns");
    assertThat(table).hasSameSizeAs(all);
    for (int r = 0; r < table.size(); r++) {
      assertThat(all.get(r)).startsWith(table.get(r));
      assertThat(table.get(r).length()).isLessThanOrEqualTo(Math.max(width, 2));
    }
    // One column more, the first that is left out, would not have fitted.
    String names = note.replaceFirst("^.*left out: ", "").replaceFirst(" .*$", "");
    int left = COMMAS.splitToList(names).size();
    List<String> words = COMMAS.splitToList(lines(" --csv").get(0));
    String more = String.join(",", words.subList(0, words.size() - left + 1)).replace(' ', '-');
    assertThat(lines(" --columns " + more).stream().mapToInt(String::length).max().orElse(0))
        .isGreaterThan(width);
  }

  @Test
  void whatIsChosenOrFitsIsShownWhole() {
    assertThat(onTerminal(1000, "")).isEqualTo(lines(""));
    assertThat(onTerminal(5, " --columns id,energy")).isEqualTo(lines(" --columns id,energy"));
    assertThat(onTerminal(5, " --csv")).isEqualTo(lines(" --csv"));
    assertThat(onTerminal(5, " --json")).isEqualTo(lines(" --json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --columns energie          | there is no column "energie" here; the columns are id,index,energy
          --columns id,id            | "id" is named twice
          --columns id --json        | --columns is for tables
          --json --csv               | mutually exclusive
          --csv --weights            | --weights needs --json
          --limit 0                  | --limit is 1 or more, not 0
          --limit x                  | 'x' is not a whole number
          --auc-tolerance 9e18       | --auc-tolerance is from 0 to 1, not 9e18
          --auc-tolerance -0.1       | --auc-tolerance is from 0 to 1, not -0.1
          """)
  void whatMeansNothingIsRefused(String words, String message) {
    CommandLineRun run = CommandLineRun.run("list --db " + db + " " + words);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1e-300", "9e18", "-1", "1.5"})
  void aZeroCutoffHasAPossibleRange(String value) {
    CommandLineRun run =
        CommandLineRun.of("explore", "--db", db, "--zero-cutoff", value, "--max-time", "1s");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--zero-cutoff is from 2.220446049250313e-16", " to 1 itself");
  }

  /** A regression has no accuracy; what is not there is not shown as NaN. */
  @Test
  void aRegressionHasNoScore() throws IOException {
    String table = run("list --db " + regression);
    assertThat(table).contains("energy", "units").doesNotContain("accuracy", "AUC", "NaN");
    assertThat(run("show 1 --db " + regression)).doesNotContain("accuracy", "AUC", "NaN");
    Path page = folder.resolve("regression.html");
    run("report --db " + regression + " --out " + page);
    List<String> data =
        Files.readAllLines(page).stream().filter(line -> line.contains("id=\"data\"")).toList();
    assertThat(data).hasSize(1);
    assertThat(data.get(0)).contains("ENERGY").doesNotContain("ACCURACY", "AUC\"", "NaN");
  }
}
