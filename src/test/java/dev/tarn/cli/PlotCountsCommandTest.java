package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.command.ExitCodes;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.xor.Catalogues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotCountsCommandTest {
  @TempDir private static Path folder;
  private static Path catalogues;

  @BeforeAll
  static void sweep() {
    catalogues = folder.resolve("catalogues");
    List<Object> args = new ArrayList<>(List.of("sweep", "--hidden", 1, "--lambda"));
    args.addAll(List.of("1e-1,1e-2", "--out", catalogues, "--effort", "low", "--quiet"));
    assertThat(CommandLineRun.of(args.toArray()).exitCode()).isZero();
    LandscapeDatabase.open(new Catalogues(catalogues).file(2, 1e-2), Catalogues.network(2, 1e-2))
        .close();
  }

  private static CommandLineRun plot(Path out, String more) {
    List<Object> words = new ArrayList<>(List.of("plot", "counts", "--in", catalogues));
    words.addAll(List.of("--out", out));
    words.addAll(List.of(more.split(" ")));
    return CommandLineRun.of(words.toArray());
  }

  @Test
  void drawsACompleteGridWithoutRemarks() throws Exception {
    Path svg = folder.resolve("counts.svg");
    CommandLineRun run = plot(svg, "--hidden 1 --lambda 1e-1,1e-2");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err().lines()).containsExactly(svg.toString());
    assertThat(Files.readString(svg))
        .contains(">minima (classes)</text", ">classes at N</text")
        .doesNotContain("hollow", "no database");
  }

  @Test
  void saysWhatIsMissingAndWhatIsNotComplete() throws Exception {
    Path svg = folder.resolve("partial.svg");
    byte[] before = Files.readAllBytes(catalogues.resolve("xor-2-1e-2.db"));
    CommandLineRun run = plot(svg, "--hidden 1..2 --lambda 1e-1,1e-2 --against lambda --copies");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err().lines())
        .containsExactly(
            "missing: " + catalogues.resolve("xor-2-1e-1.db"),
            "not complete: " + catalogues.resolve("xor-2-1e-2.db"),
            svg.toString());
    assertThat(Files.readString(svg))
        .contains(">minima (points)</text", "hollow: not complete, 1 of 3", "no database: 1 of 4");
    assertThat(catalogues.resolve("xor-2-1e-2.db")).hasBinaryContent(before);
    assertThat(catalogues.resolve("xor-2-1e-1.db")).doesNotExist();
  }

  @Test
  void theLastPanelMayBeOfAnotherPlace() throws Exception {
    Path svg = folder.resolve("at.svg");
    CommandLineRun run = plot(svg, "--hidden 1 --lambda 1e-1,1e-2 --against lambda --at 0.1");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(svg))
        .contains(">classes at \u03bb = 10</text")
        .contains(">\u22121</text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --hidden 1 --lambda 1e-1 --at 3                     | --at is one of 1, not 3
          --hidden 1..2 --lambda 1e-2 --at 1e-2               | --at is one of 1, 2, not 0.01
          --hidden 1 --lambda 1e-1,1e-2 --against lambda --at 1 | one of 1e-1, 1e-2, not 1
          --hidden 4 --lambda 1e-1                            | holds none of these databases, such as xor-4-1e-1.db
          --hidden 1..3 --lambda 1e-1 --at 3                  | there is no catalogue at N_h = 3
          --hidden 0 --lambda 1e-1                            | not "0"
          --hidden 1 --lambda 1e-1 --against tea              | tea
          --lambda 1e-1                                       | --hidden
          """)
  void badInputIsExplained(String options, String message) {
    Path svg = folder.resolve("bad.svg");
    CommandLineRun run = plot(svg, options.strip());
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err())
        .startsWith("tarn plot counts: ")
        .contains(message)
        .doesNotContain("\tat ");
    assertThat(svg).doesNotExist();
  }

  @Test
  void theFolderHasToExist() {
    CommandLineRun run =
        CommandLineRun.of(
            "plot",
            "counts",
            "--in",
            "no/such",
            "--hidden",
            1,
            "--lambda",
            "1e-1",
            "--out",
            folder.resolve("bad.svg"));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("--in: there is no folder no/such; \"tarn sweep\" makes one");
  }

  @Test
  void drawsAnotherFamilyOfNetworksThatTheSweepMade(@TempDir Path elsewhere) {
    Path grid = elsewhere.resolve("elu");
    List<Object> family = List.of("--hidden", "1,2", "--lambda", "1e-1", "--activation", "elu");
    List<Object> sweep = new ArrayList<>(List.of("sweep", "--out", grid, "--effort", "low"));
    sweep.addAll(family);
    assertThat(CommandLineRun.of(sweep.toArray()).exitCode()).isZero();
    Path picture = elsewhere.resolve("counts.svg");
    List<Object> plot = new ArrayList<>(List.of("plot", "counts", "--in", grid, "--out", picture));
    plot.addAll(family);
    CommandLineRun run = CommandLineRun.of(plot.toArray());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(picture).content().contains("<svg");
    // Without the family they are none of the paper's.
    plot.subList(plot.size() - 2, plot.size()).clear();
    assertThat(CommandLineRun.of(plot.toArray()).err()).contains("such as xor-1-1e-1.db");
  }
}
