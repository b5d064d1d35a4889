package dev.tarn.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.CommandLineRun;
import dev.tarn.cli.JarCommands;
import dev.tarn.network.kinds.KindsIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the reference work as printed, and print what the pages show. */
class CommandsIT {
  /** The catalogues of the paper's figures take a minute; what is there already is used. */
  private static final String PAPER = "paper/catalogues";

  /** Those of the other pictures. */
  private static final String SWEPT = "catalogues";

  /** They outlast the process where a folder for them is named: another JDK need only draw. */
  private static final String KEPT = System.getProperty("tarn.test.kept", "");

  @TempDir static Path temporary;

  @TempDir Path folder;

  @Test
  void readme() throws Exception {
    assertThat(runAll(Path.of("README.md"))).hasSizeGreaterThanOrEqualTo(2);
    if (!KEPT.isEmpty()) {
      Files.createDirectories(Path.of(KEPT));
      copy(folder.resolve(KindsIT.TEN_UNITS), Path.of(KEPT, KindsIT.TEN_UNITS));
    }
  }

  @Test
  void commandReference() throws Exception {
    Map<String, List<String>> outputs = runAll(Path.of("docs", "commands.md"));
    assertThat(
            outputs.keySet().stream().map(line -> line.replaceFirst("java -jar \\S+ ", "") + " "))
        .satisfies(
            lines ->
                assertThat(HelpTest.COMMANDS)
                    .allSatisfy(
                        command ->
                            assertThat(lines).anyMatch(line -> line.startsWith(command + " "))));
  }

  /** The pictures that the page shows are those that its commands make, to the last byte. */
  @Test
  void pictures() throws Exception {
    Path page = Path.of("docs", "pictures.md");
    copyAll(kept(SWEPT), folder.resolve(SWEPT));
    runAll(page);
    copyAll(folder.resolve(SWEPT), kept(SWEPT));
    assertThat(PageCommands.comparePictures(page, folder, Set.of())).hasSizeGreaterThanOrEqualTo(9);
    assertThat(folder.resolve("report.html")).isNotEmptyFile();
  }

  @Test
  void paperDrawsFigureTwoAndSaysWhatAgrees() throws Exception {
    copyAll(kept(PAPER), folder.resolve(PAPER));
    Path out = folder.resolve("paper");
    try (JarCommands jar = JarCommands.in(folder)) {
      CommandLineRun run = jar.run("paper", "--figures", 2, "--quick", "--quiet");
      copyAll(folder.resolve(PAPER), kept(PAPER));
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
      CommandLineRun again = jar.run("paper", "--figures", 2, "--quick", "--quiet");
      assertThat(again.exitCode()).isZero();
      assertThat(Files.readAllBytes(out.resolve("figure-2.svg"))).isEqualTo(before);
    }
  }

  private static Path kept(String catalogues) {
    return (KEPT.isEmpty() ? temporary : Path.of(KEPT)).resolve(catalogues);
  }

  private Map<String, List<String>> runAll(Path page) throws Exception {
    copyAll(kept(PAPER), folder.resolve(PAPER));
    try (PageCommands commands = PageCommands.in(folder)) {
      return commands.runAll(page);
    } finally {
      copyAll(folder.resolve(PAPER), kept(PAPER));
    }
  }

  /**
   * Copies the databases of a folder, if it exists; whoever reads a copy meanwhile reads a whole.
   */
  private static void copyAll(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".db")).toList()) {
        copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Path part = Files.createTempFile(to.toAbsolutePath().getParent(), "part", ".tmp");
    Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
  }
}
