package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.command.ExitCodes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperCommandTest {
  @TempDir private Path folder;

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
