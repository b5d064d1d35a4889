package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.command.ExitCodes;
import dev.tarn.network.Network;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotTreeCommandTest {
  @TempDir private static Path folder;
  private static Path db;

  @BeforeAll
  static void explore() {
    db = folder.resolve("one.db");
    CommandLineRun.of(
        "explore", "--hidden", 1, "--lambda", "1e-2", "--db", db, "--effort", "low", "--quiet");
  }

  @Test
  void writesEveryFormatAndSaysWhere() throws Exception {
    Path svg = folder.resolve("tree.svg");
    Path png = folder.resolve("tree.png");
    Path pdf = folder.resolve("tree.pdf");
    CommandLineRun run =
        CommandLineRun.of(
            "plot",
            "tree",
            "--db",
            db,
            "--out",
            svg + "," + png,
            "--out",
            pdf,
            "--log",
            "--colour-by",
            "AUC");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err().lines()).containsExactly(svg.toString(), png.toString(), pdf.toString());
    assertThat(Files.readString(svg))
        .contains("<title", "XOR network with 1 hidden unit, lambda 0.01", ">AUC 0.5</text");
    assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
    assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F');
  }

  @Test
  void textCanBeOutlines() throws Exception {
    Path svg = folder.resolve("outlines.svg");
    CommandLineRun run = CommandLineRun.of("plot", "tree", "--db", db, "--out", svg, "--outlines");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(svg))
        .contains("<title", "XOR network with 1 hidden unit, lambda 0.01")
        .doesNotContain("<text", "<tspan");
  }

  @Test
  void theZeroMinimumCanBeLeftOut() throws Exception {
    Path svg = folder.resolve("without.svg");
    CommandLineRun run =
        CommandLineRun.of("plot", "tree", "--db", db, "--out", svg, "--without-zero");
    assertThat(run.exitCode()).isZero();
    // Every path between the other three leads over it.
    assertThat(Files.readString(svg))
        .contains("the minimum of zero weights is left out", "3 parts that no known");
  }

  @Test
  void anEmptyDatabaseIsSaidToBeEmpty() {
    Path empty = folder.resolve("empty.db");
    LandscapeDatabase.open(empty, NetworkDescription.of(Network.xor(1, 1e-2))).close();
    CommandLineRun run =
        CommandLineRun.of("plot", "tree", "--db", empty, "--out", folder.resolve("no.svg"));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("empty.db holds no minimum to draw");
    assertThat(folder.resolve("no.svg")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --out tree.gif               | a picture's name ends in .svg, .png, .pdf, not tree.gif
          --out no/such/tree.svg       | there is no folder
          --out a.svg --width 3        | --width is from 40.0 to 1000.0, not 3.0
          --out a.svg --dpi 1e6        | --dpi is from 36.0 to 2400.0, not 1000000.0
          --out a.svg --thresholds 1   | at least 2, not 1
          --out a.svg --thresholds -4  | at least 2, not -4
          --out a.svg --thresholds 2147483647 | at most 94488
          --out a.svg --lowest -1      | the lowest energy is 0 or more
          --out a.svg --log --lowest 0 | on a logarithmic scale more than 0, not 0.0
          --out a.svg --highest 0      | the highest energy is above the lowest
          --out a.svg --colour-by TEA  | TEA
          --width 86                   | --out
          """)
  void badOptions(String options, String message) {
    Object[] words = ("plot tree --db " + db + " " + options).split(" +");
    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message).doesNotContain("Exception");
  }

  @Test
  void aFolderThatCannotBeWrittenTo() {
    CommandLineRun run = CommandLineRun.of("plot", "tree", "--db", db, "--out", "/proc/tree.svg");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("/proc").doesNotContain("Exception");
  }

  @Test
  void withoutAKindItAsksForOne() {
    CommandLineRun run = CommandLineRun.of("plot");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("which kind of picture?");
  }
}
