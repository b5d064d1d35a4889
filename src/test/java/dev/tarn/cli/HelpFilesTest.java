package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion and manual pages, as the shell and the pages' reader take them. */
class HelpFilesTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws Exception {
    HelpFiles.write(folder);
  }

  private static String page(String name) throws Exception {
    return Files.readString(
        folder.resolve("share").resolve("man").resolve("man1").resolve(name + ".1"));
  }

  private static String output(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }

  @Test
  void everyCommandHasItsPage() throws Exception {
    assertThat(page("tarn")).contains(".SH COMMANDS", "\\fBenumerate\\fR");
    for (String command : Commands.NAMES) {
      assertThat(page("tarn-" + command))
          .startsWith(".TH TARN\\-" + command.toUpperCase(Locale.ROOT) + " 1 ")
          .contains(".SH NAME\ntarn\\-" + command + " \\- ", "\\fB\\-\\-help\\fR")
          .doesNotContain("%n", "%%", "java -jar");
    }
    assertThat(page("tarn-plot-tree")).contains("tarn plot tree \\-\\-db xor2.db");
    // What the option of the help is told by default.
    assertThat(page("tarn-list"))
        .contains("\\fB\\-\\-auc\\-tolerance\\fR \\fIT\\fR\n", "(default: 0.001)");
  }

  @Test
  void theReaderOfPagesHasNothingToSay() throws Exception {
    boolean installed = Files.isExecutable(Path.of("/usr/bin/groff"));
    if (!installed) {
      System.out.println("skipped: the manual pages as they are read, since groff is missing");
    }
    assumeThat(installed).isTrue();
    try (Stream<Path> pages = Files.list(folder.resolve("share").resolve("man").resolve("man1"))) {
      List<Path> all = pages.toList();
      assertThat(all).hasSizeGreaterThan(Commands.NAMES.size());
      for (Path page : all) {
        assertThat(output("groff", "-man", "-Tascii", "-ww", page.toString()))
            .contains(page.getFileName().toString().replace(".1", ""))
            .doesNotContain("warning:", "error:");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "li, list",
    "plot se, sensitivity",
    "list --we, --weights",
    "enumerate --hid, --hidden"
  })
  void theShellCompletes(String typed, String expected) throws Exception {
    Path script =
        folder.resolve("share").resolve("bash-completion").resolve("completions").resolve("tarn");
    String words = "tarn " + typed;
    int last = words.split(" ", -1).length - 1;
    assertThat(
            output(
                "bash",
                "-c",
                // Which options the shell has is asked while it completes for somebody only.
                "compopt() { :; }; source "
                    + script
                    + "; COMP_WORDS=("
                    + words
                    + "); COMP_CWORD="
                    + last
                    + "; _complete_tarn; printf '%s\\n' \"${COMPREPLY[@]}\""))
        .isEqualTo(expected + "\n");
  }
}
