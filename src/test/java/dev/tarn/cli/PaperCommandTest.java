package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.command.ExitCodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperCommandTest {
  @TempDir private Path folder;

  @Test
  void drawsFigureTwoAndSaysWhatAgrees() throws Exception {
    Path out = folder.resolve("paper");
    CommandLineRun run =
        CommandLineRun.of("paper", "--out", out, "--figures", 2, "--quick", "--quiet");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("index.html");
    for (String extension : List.of("svg", "pdf", "png")) {
      assertThat(out.resolve("figure-2." + extension)).isNotEmptyFile();
    }
    // The paper's two minima, of three and of six connected units; its probabilities are not met.
    assertThat(Files.readString(out.resolve("figure-2.svg")))
        .contains(">3 of 6 units connected</text", ">6 of 6 units connected</text");
    assertThat(run.out())
        .containsPattern("2 +does not agree +N_h = 6, lambda = 1e-2: two minima besides zero")
        .containsPattern("2 +agrees +Sparser networks are the more robust")
        .doesNotContain("is not complete");
    String page = Files.readString(out.resolve("index.html"));
    assertThat(page)
        .contains(
            "<img src=\"figure-2.svg\"",
            "minima of [3, 6] connected units",
            "2 \u2713 agrees",
            "1 \u2717 does not agree")
        .doesNotContain("figure-1", "http:");
    byte[] before = Files.readAllBytes(out.resolve("figure-2.svg"));
    CommandLineRun again =
        CommandLineRun.of("paper", "--out", out, "--figures", 2, "--quick", "--quiet");
    assertThat(again.exitCode()).isZero();
    assertThat(Files.readAllBytes(out.resolve("figure-2.svg"))).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "1,9"})
  void figuresThatAreNotThere(String figures) {
    CommandLineRun run = CommandLineRun.of("paper", "--out", folder, "--figures", figures);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("--figures are from 1 to 6, not");
  }

  @Test
  void aFolderThatCannotBeMade() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    CommandLineRun run = CommandLineRun.of("paper", "--out", file, "--figures", 2);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("is no folder and cannot be made one");
  }
}
