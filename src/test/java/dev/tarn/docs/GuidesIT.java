package dev.tarn.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, programs and queries of the guides work as printed, and print what they show. */
class GuidesIT {
  private static final Pattern MADE = Pattern.compile("--(?:out|bars) (\\S+\\.svg)");

  @TempDir Path folder;
  private PageCommands commands;

  @BeforeEach
  void start() throws Exception {
    commands = PageCommands.in(folder);
  }

  @AfterEach
  void end() {
    commands.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"enumeration.md", "symmetry.md", "embedding.md", "networks.md"})
  void guide(String page) throws Exception {
    assertThat(commands.runAll(Path.of("docs", page))).hasSizeGreaterThanOrEqualTo(2);
  }

  /**
   * What people of each kind begin with; the page for Java programmers has blocks of Java alone.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "for-chemists.md",
        "for-pytorch-users.md",
        "for-readers-of-the-paper.md",
        "on-a-terminal.md"
      })
  void waysIn(String page) throws Exception {
    assertThat(commands.runAll(Path.of("docs", page))).hasSizeGreaterThanOrEqualTo(3);
  }

  /** A run of numpy's gradient descent ends in a minimum far above the best one. */
  @Test
  void weightsOfAnotherProgram() throws Exception {
    Map<String, List<String>> outputs = commands.runAll(Path.of("docs", "weights.md"));
    assertThat(output(outputs, "compare"))
        .anyMatch(line -> line.matches("trained.npz +0\\.3553\\d+ +minimum \\d+ +0\\.35537260\\d+"))
        .anyMatch(line -> line.startsWith("lowest barrier between them: "));
  }

  /** What the notebooks print of the exported files. */
  @Test
  void guideToFormats() throws Exception {
    Path page = Path.of("docs", "formats.md");
    Map<String, List<String>> outputs = commands.runAll(page);
    assertThat(output(outputs, "read_pathsample.py"))
        .contains(
            "17 energies are those of the weights",
            "5 minima, 12 transition states, 12 coordinates",
            "lowest 0.013475830, order 2");
    assertThat(output(outputs, "read_path_info.py"))
        .contains("12 triples of 12 coordinates, 5 minima", "lowest 0.013475830");
    List<String> printed = commands.runPrograms(page, Programs.python("numpy", "pandas"));
    assertThat(printed)
        .anyMatch(line -> line.matches("\\d+  energy 0\\.013475830  p 0\\.682100"))
        .anyMatch(line -> line.matches("\\d+  energy 0\\.014802605  p 0\\.317116"));
  }

  /** Pictures to the last byte, but for those whose commands take long and are quoted. */
  @Test
  void questions() throws Exception {
    Path page = Path.of("docs", "questions.md");
    commands.runAll(page);
    Set<String> quoted = new TreeSet<>();
    for (Pages.Block block : Pages.blocks(page, "text")) {
      Matcher made = MADE.matcher(String.join(" ", block.lines()));
      while (made.find()) {
        quoted.add(made.group(1));
      }
    }
    assertThat(PageCommands.comparePictures(page, folder, quoted)).hasSizeGreaterThanOrEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"thermodynamics.md", "kinetics.md", "potentials.md"})
  void guideWithPictures(String name) throws Exception {
    Path page = Path.of("docs", name);
    assertThat(commands.runAll(page)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(PageCommands.comparePictures(page, folder, Set.of())).isNotEmpty();
  }

  @Test
  void examples() throws Exception {
    Map<String, List<String>> outputs = commands.runAll(Path.of("examples", "README.md"));
    assertThat(output(outputs, "StreamOfPoints.java"))
        .contains("24 classes, Morse sum 1")
        .anyMatch(
            line -> line.matches("after +\\d+ searches: 0\\.01347583\\d\\d, index 0, 8 copies"))
        .anyMatch(
            line -> line.matches("after +\\d+ searches: 0\\.69314718\\d\\d, index 0, 1 copies"))
        .anyMatch(
            line -> line.matches("after +\\d+ searches: 0\\.48545162\\d\\d, index 1, 8 copies"))
        .hasSize(25);
    assertThat(output(outputs, "CheckEmbedding.java"))
        .contains("6 classes, Morse sum 1")
        .filteredOn(line -> line.endsWith(", as predicted"))
        .hasSize(6);
    // Himmelblau's minima, moved by the tilt: by Newton's method in 30 digits.
    assertThat(output(outputs, "MyPotential.java"))
        .contains(
            "index 0: -14.677691873",
            "index 0: -5.357841766",
            "index 0: 8.850887408",
            "index 0: 10.937818580")
        .filteredOn(line -> line.startsWith("index 1: "))
        .hasSize(4);
    assertThat(output(outputs, "read_database.py"))
        .contains("xor network, 2 hidden units, lambda 0.0001, 12 parameters")
        .anyMatch(line -> line.matches(" +\\d+  energy 0\\.01347583008\\d+  orbit +8 .*"))
        .anyMatch(line -> line.matches(" +1  energy 0\\.693147180559\\d  orbit +1 .*"))
        .anyMatch(line -> line.matches(".* energy 0\\.69314724\\d+ .* joins 1 and \\d+, .*"))
        .anyMatch(line -> line.matches(" +1 -> \\d+ over .*"));
  }

  private static List<String> output(Map<String, List<String>> outputs, String program) {
    return outputs.entrySet().stream()
        .filter(entry -> entry.getKey().contains(program))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  @Test
  void databasePageShowsQueriesThatWork() throws Exception {
    Path page = Path.of("docs", "database.md");
    commands.run(
        "java -jar target/tarn.jar explore --hidden 1 --lambda 1e-2 --effort low --db xor.db");
    List<Pages.Block> queries = Pages.blocks(page, "sql");
    List<Pages.Block> programs = Pages.blocks(page, "python");
    assertThat(queries).isNotEmpty();
    assertThat(programs).isNotEmpty();
    for (Pages.Block query : queries) {
      String program =
          "import sqlite3, sys\n"
              + "for row in sqlite3.connect('xor.db').execute(sys.argv[1]): print(row)";
      // One row for each of the four minima.
      assertThat(commands.run(List.of("python3", "-c", program, String.join("\n", query.lines()))))
          .hasSize(4);
    }
    for (Pages.Block program : programs) {
      String code = String.join("\n", program.lines()) + "\nprint(len(weights))";
      assertThat(commands.run(List.of("python3", "-c", code))).containsExactly("7");
    }
  }
}
