package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.command.ExitCodes;
import dev.tarn.network.Network;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands {@code plot spectrum} and {@code plot branches} on one hidden unit. */
class PlotPointsTest {
  @TempDir private static Path folder;
  private static Path db;
  private static Path empty;

  @BeforeAll
  static void explore() {
    db = folder.resolve("one.db");
    CommandLineRun.of(
        "explore", "--hidden", 1, "--lambda", "1e-2", "--db", db, "--effort", "low", "--quiet");
    empty = folder.resolve("empty.db");
    LandscapeDatabase.open(empty, NetworkDescription.of(Network.xor(1, 1e-2))).close();
  }

  private static CommandLineRun plot(String kind, Path file, Path out, String more) {
    List<Object> words = new ArrayList<>(List.of("plot", kind, "--db", file, "--out", out));
    words.addAll(List.of(more.split(" ")));
    return CommandLineRun.of(words.toArray());
  }

  @Test
  void spectraOfTheChosenPoints() throws Exception {
    Path svg = folder.resolve("spectrum.svg");
    byte[] before = Files.readAllBytes(db);
    CommandLineRun run = plot("spectrum", db, svg, "7 1 7");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err().lines()).containsExactly(svg.toString());
    // The zero point: six times 2 lambda.
    assertThat(Files.readString(svg))
        .contains(">\u00d76</text", "Hessian eigenvalues of the XOR network with 1 hidden unit")
        .containsSubsequence(">7</text", ">1</text");
    assertThat(db).hasBinaryContent(before);
  }

  @Test
  void branchesWithTheirFolds() throws Exception {
    Path svg = folder.resolve("branches.svg");
    byte[] before = Files.readAllBytes(db);
    CommandLineRun run = plot("branches", db, svg, "--to 0.1 --threads 2");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .startsWith("following 7 points of the XOR network with 1 hidden unit, lambda 0.01");
    assertThat(Files.readString(svg))
        .contains(">fold</text", ">minimum</text", ">transition state</text")
        .doesNotContain(">branch point</text");
    assertThat(db).hasBinaryContent(before);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void theSameBranchesWhateverTheThreads() throws Exception {
    Path one = folder.resolve("t1.svg");
    Path four = folder.resolve("t4.svg");
    plot("branches", db, one, "--to 1e-3 --threads 1 --quiet");
    CommandLineRun run = plot("branches", db, four, "--to 1e-3 --threads 4 --quiet");
    assertThat(run.err().lines()).containsExactly(four.toString());
    assertThat(four).hasSameTextualContentAs(one);
  }

  @Test
  void someBranchesOnly() throws Exception {
    Path svg = folder.resolve("some.svg");
    CommandLineRun run = plot("branches", db, svg, "--to 0.1 --y norm --log 1");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).startsWith("following 1 point of ");
    assertThat(Files.readString(svg))
        .contains("norm of the weights")
        .doesNotContain(">fold</text", ">transition state</text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          spectrum | --width 86                     | ID
          spectrum | 8                              | there is no point 8 in
          spectrum | 0                              | ids are from 1 to 7
          spectrum | x                              | 'x' is not a whole number
          spectrum | --width 40 1 2 3 4 5 6 7       | 7 points do not fit side by side; at this width
          branches | 1                              | --to
          branches | --to 0                         | --to is a positive number, not 0
          branches | --to 1e-2                      | --to is another lambda than that of
          branches | --to 1e-1 9                    | there is no point 9 in
          branches | --to 1e-1 --threads 0          | from 1 to 64, not 0
          branches | --to 1e-1 --max-index -1       | --max-index is 0 or more, not -1
          branches | --to 1e-1 --lowest 2 --highest 1 | not from 2.0 to 1.0
          branches | --to 1e-1 --log --lowest 0     | begins above 0, not at 0.0
          branches | --to 1e-1 --quiet --lowest 5   | nothing to show
          branches | --to 1e-1 --y tea              | tea
          """)
  void badInputIsExplained(String kind, String options, String message) {
    Path svg = folder.resolve("bad.svg");
    CommandLineRun run = plot(kind, db, svg, options.strip());
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).startsWith("tarn plot " + kind + ": ").contains(message);
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(svg).doesNotExist();
  }

  @Test
  void anEmptyDatabaseHasNothingToFollow() {
    CommandLineRun run = plot("branches", empty, folder.resolve("bad.svg"), "--to 0.1");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("empty.db holds no point to follow");
  }
}
