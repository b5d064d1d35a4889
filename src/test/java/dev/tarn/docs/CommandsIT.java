package dev.tarn.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the documentation work as printed, and print what the pages show. */
class CommandsIT {
  private static final String JAR = "target/tarn.jar";
  private static final List<String> COMMANDS =
      List.of(
          "explore",
          "enumerate",
          "sweep",
          "claims",
          "follow",
          "unfold",
          "embed",
          "summary",
          "list",
          "show",
          "path",
          "report",
          "paper",
          "reliability",
          "compare",
          "clouds",
          "visit",
          "plot tree",
          "plot network",
          "plot sensitivity",
          "plot profile",
          "plot counts",
          "plot spectrum",
          "plot branches");
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
  private static final Pattern OPTION_HELP = Pattern.compile("^ +(?:-\\w, )?(--[a-z][a-z-]+).*");
  private static final Pattern COMMAND_HELP = Pattern.compile("^  ([a-z]+)  +[A-Z].*");
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\b\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|-?\\b\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?\\b");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\b\\d\\.\\d{9,}\\b");
  private static final Pattern IMAGE = Pattern.compile("!\\[[^]]*]\\(pictures/([^)]+)\\)");
  private static final Pattern MADE = Pattern.compile("--(?:out|bars) (\\S+\\.svg)");
  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final Pattern FOLDER = Pattern.compile("^/\\S*/");

  /** The paper's figures take a minute; what is there already is used. */
  private static final String PAPER = "paper/catalogues";

  @TempDir static Path kept;

  @TempDir Path folder;

  @Test
  void readme() throws Exception {
    assertThat(runAll(Path.of("README.md"))).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void commandReference() throws Exception {
    Map<String, List<String>> outputs = runAll(Path.of("docs", "commands.md"));
    assertThat(
            outputs.keySet().stream().map(line -> line.replaceFirst("java -jar \\S+ ", "") + " "))
        .satisfies(
            lines ->
                assertThat(COMMANDS)
                    .allSatisfy(
                        command ->
                            assertThat(lines).anyMatch(line -> line.startsWith(command + " "))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"enumeration.md", "symmetry.md", "embedding.md", "networks.md"})
  void guide(String page) throws Exception {
    assertThat(runAll(Path.of("docs", page))).hasSizeGreaterThanOrEqualTo(2);
  }

  /** The configuration file that the page shows is the one that its commands use. */
  @Test
  void configurationFile() throws Exception {
    List<Pages.Block> files = Pages.blocks(Path.of("docs", "networks.md"), "toml");
    assertThat(files).hasSize(1);
    assertThat(files.get(0).lines())
        .isEqualTo(Files.readAllLines(Pages.ROOT.resolve("examples").resolve("moons.toml")));
    assertThat(options(Pages.prose(Path.of("docs", "commands.md")))).contains("--config");
  }

  /** The pictures that the page shows are those that its commands make, to the last byte. */
  @Test
  void pictures() throws Exception {
    Path page = Path.of("docs", "pictures.md");
    runAll(page);
    assertThat(comparePictures(page, Set.of())).hasSizeGreaterThanOrEqualTo(9);
    assertThat(folder.resolve("report.html")).isNotEmptyFile();
  }

  /** The same, but for pictures whose commands take long and are quoted with their date. */
  @Test
  void questions() throws Exception {
    Path page = Path.of("docs", "questions.md");
    runAll(page);
    Set<String> quoted = new TreeSet<>();
    for (Pages.Block block : Pages.blocks(page, "text")) {
      Matcher made = MADE.matcher(String.join(" ", block.lines()));
      while (made.find()) {
        quoted.add(made.group(1));
      }
    }
    assertThat(comparePictures(page, quoted)).hasSizeGreaterThanOrEqualTo(5);
  }

  /** Compares all pictures of a page but some with those made in the folder, and names them. */
  private Set<String> comparePictures(Path page, Set<String> but) throws Exception {
    Matcher image = IMAGE.matcher(Pages.prose(page));
    Set<String> names = new TreeSet<>();
    while (image.find()) {
      Path shown = Pages.ROOT.resolve("docs").resolve("pictures").resolve(image.group(1));
      if (but.contains(image.group(1))) {
        assertThat(shown).exists();
        continue;
      }
      names.add(image.group(1));
      Path made = folder.resolve(image.group(1));
      if (!Files.exists(made)) {
        made = folder.resolve("paper").resolve(image.group(1));
      }
      if (Pages.updating()) {
        Files.copy(made, shown, StandardCopyOption.REPLACE_EXISTING);
      } else {
        assertThat(made).hasSameBinaryContentAs(shown);
      }
    }
    return names;
  }

  @Test
  void examples() throws Exception {
    Map<String, List<String>> outputs = runAll(Path.of("examples", "README.md"));
    assertThat(output(outputs, "EnumerateNetwork.java"))
        .anyMatch(line -> line.matches("\\d+ +0\\.01347583008\\d+ +8 .*"))
        .anyMatch(line -> line.matches("1 +0\\.6931471805599 +1 .*"))
        .anyMatch(line -> line.matches("\\d+ +0\\.4854516278\\d+ +8 .*"))
        .anyMatch(line -> line.endsWith("5 minima, 12 transition states, 1 component(s)"));
    assertThat(output(outputs, "CheckEmbedding.java"))
        .contains("DONE: 24 classes, Morse sum 1", "exceptions: 0")
        .filteredOn(line -> line.endsWith(" as predicted"))
        .hasSize(24);
    assertThat(output(outputs, "MyPotential.java"))
        .contains("derivatives agree: true")
        .anyMatch(line -> line.matches("minimum \\d: energy -146\\.69951721\\d at .*"))
        .anyMatch(line -> line.matches("minimum \\d: energy -108\\.16672411\\d at .*"))
        .anyMatch(line -> line.matches("minimum \\d: energy -80\\.76781813\\d at .*"))
        .anyMatch(line -> line.matches("transition state \\d: energy -40\\.66484350\\d .*"))
        .anyMatch(line -> line.matches("transition state \\d: energy -72\\.24894011\\d .*"))
        .hasSize(6);
    assertThat(output(outputs, "read_database.py"))
        .contains("xor network, 2 hidden units, lambda 0.0001, 12 parameters")
        .anyMatch(line -> line.matches(" +\\d+  energy 0\\.01347583008\\d+  orbit +8 .*"))
        .anyMatch(line -> line.matches(" +1  energy 0\\.693147180559\\d  orbit +1 .*"))
        .anyMatch(line -> line.matches(".* energy 0\\.69314724\\d+ .* joins 1 and \\d+, .*"))
        .anyMatch(line -> line.matches(" +1 -> \\d+ over .*"));
  }

  @Test
  void databasePageShowsQueriesThatWork() throws Exception {
    Path page = Path.of("docs", "database.md");
    run(
        words(
            "java -jar target/tarn.jar explore --hidden 1 --lambda 1e-2 --effort low --db xor.db"));
    List<Pages.Block> queries = Pages.blocks(page, "sql");
    List<Pages.Block> programs = Pages.blocks(page, "python");
    assertThat(queries).isNotEmpty();
    assertThat(programs).isNotEmpty();
    for (Pages.Block query : queries) {
      String program =
          "import sqlite3, sys\n"
              + "for row in sqlite3.connect('xor.db').execute(sys.argv[1]): print(row)";
      // One row for each of the four minima.
      assertThat(run(List.of("python3", "-c", program, String.join("\n", query.lines()))))
          .hasSize(4);
    }
    for (Pages.Block program : programs) {
      String code = String.join("\n", program.lines()) + "\nprint(len(weights))";
      assertThat(run(List.of("python3", "-c", code))).containsExactly("7");
    }
  }

  private List<String> run(List<String> command) throws Exception {
    Programs.Result result = Programs.run(folder, command);
    assertThat(result.exitCode()).as("exit code of: %s", command).isZero();
    return result.output();
  }

  @Test
  void readmePrintsTheTwoCommands() {
    assertThat(Pages.lines(Path.of("README.md")))
        .contains(
            "mvn -q package -DskipTests && java -jar target/tarn.jar explore --hidden 2"
                + " --lambda 1e-4 --db xor.db",
            "mvn -B -ntp verify");
  }

  @ParameterizedTest
  @FieldSource("COMMANDS")
  void referenceNamesEveryOption(String command) throws Exception {
    List<String> help = help(command);
    Set<String> options = new TreeSet<>();
    for (String line : help) {
      Matcher described = OPTION_HELP.matcher(line);
      if (described.matches()) {
        options.add(described.group(1));
      }
    }
    options.remove("--help");
    options.remove("--config");
    assertThat(options).containsAnyOf("--db", "--out");
    assertThat(options(section(command))).containsAll(options);
  }

  @Test
  void everyCommandIsDescribed() throws Exception {
    Set<String> commands = subcommands("");
    assertThat(commands.remove("plot")).isTrue();
    subcommands("plot").forEach(kind -> commands.add("plot " + kind));
    assertThat(commands).containsExactlyInAnyOrderElementsOf(COMMANDS);
    String readme = Pages.prose(Path.of("README.md"));
    assertThat(COMMANDS)
        .allSatisfy(command -> assertThat(readme).contains("| `" + command + "` |"));
  }

  private Set<String> subcommands(String command) throws Exception {
    Set<String> commands = new TreeSet<>();
    for (String line : help(command)) {
      Matcher described = COMMAND_HELP.matcher(line);
      if (described.matches()) {
        commands.add(described.group(1));
      }
    }
    return commands;
  }

  private List<String> help(String command) throws Exception {
    return run(words(("java -jar " + JAR + " " + command + " --help").replaceAll(" +", " ")));
  }

  private static String section(String command) {
    List<String> section = new ArrayList<>();
    boolean inside = false;
    for (String line : Pages.lines(Path.of("docs", "commands.md"))) {
      if (line.startsWith("## ")) {
        inside = line.equals("## " + command);
      } else if (inside) {
        section.add(line);
      }
    }
    return String.join("\n", section);
  }

  private static Set<String> options(String text) {
    Set<String> options = new TreeSet<>();
    Matcher matcher = OPTION.matcher(text);
    while (matcher.find()) {
      options.add(matcher.group());
    }
    return options;
  }

  private static List<String> output(Map<String, List<String>> outputs, String program) {
    return outputs.entrySet().stream()
        .filter(entry -> entry.getKey().contains(program))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  /** Runs all commands of a page one after the other in one folder. */
  private Map<String, List<String>> runAll(Path page) throws Exception {
    copy(kept.resolve(PAPER), folder.resolve(PAPER));
    Map<String, List<String>> outputs = runEach(page);
    copy(folder.resolve(PAPER), kept.resolve(PAPER));
    return outputs;
  }

  /** Copies the databases of a folder, if it exists. */
  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".db")).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Map<String, List<String>> runEach(Path page) throws Exception {
    Map<String, List<String>> outputs = new LinkedHashMap<>();
    for (Pages.Block block : Pages.blocks(page, "sh")) {
      List<String> printed = new ArrayList<>();
      for (String line : block.lines()) {
        // Building the jar, or running these tests, is what has led here.
        String command = line.replaceFirst("^mvn [^&]*(&& |$)", "");
        if (command.isEmpty()) {
          continue;
        }
        List<String> output = run(words(command));
        // A command that writes a file may print its name only, on standard error.
        if (!command.contains(" --out ")) {
          assertThat(output).as("output of: %s", command).isNotEmpty();
        }
        printed.addAll(output);
        outputs.put(command, output);
      }
      if (block.output().isPresent()) {
        compare(block, printed);
      }
    }
    return outputs;
  }

  private static void compare(Pages.Block block, List<String> printed) {
    if (Pages.updating()) {
      Pages.update(
          block, printed.stream().map(line -> FOLDER.matcher(line).replaceAll("")).toList());
      return;
    }
    List<String> shown = block.output().orElseThrow();
    assertThat(shape(printed)).as("shape of the output shown at %s", block).isEqualTo(shape(shown));
    if (block.lines().get(0).contains("tarn.jar list ")) {
      assertThat(energies(printed)).as("energies").isNotEmpty().isEqualTo(energies(shown));
    }
  }

  /**
   * The lines with every number replaced and repetitions dropped: ids, hits, times and last digits
   * change with the order of floating-point operations and from machine to machine.
   */
  private static List<String> shape(List<String> lines) {
    List<String> shape = new ArrayList<>();
    for (String line : lines) {
      String numberless = NUMBER.matcher(FOLDER.matcher(line).replaceAll("")).replaceAll("#");
      String plain = BLANKS.matcher(numberless).replaceAll(" ").strip();
      if (shape.isEmpty() || !shape.get(shape.size() - 1).equals(plain)) {
        shape.add(plain);
      }
    }
    return shape;
  }

  /** All numbers with many digits, to nine decimals. */
  private static Set<String> energies(List<String> lines) {
    Set<String> energies = new TreeSet<>();
    for (String line : lines) {
      Matcher matcher = LONG_NUMBER.matcher(line);
      while (matcher.find()) {
        energies.add(String.format(Locale.ROOT, "%.9f", Double.parseDouble(matcher.group())));
      }
    }
    return energies;
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    for (String word : WORDS.split(command)) {
      if (word.equals(JAR)) {
        words.add(jar());
      } else if (word.startsWith("examples/")) {
        words.add(Pages.ROOT.resolve(word).toString());
      } else {
        words.add(word);
      }
    }
    assertThat(words.get(0)).as("the program of: %s", command).isIn("java", "python3");
    if (words.get(0).equals("java")) {
      words.set(0, Programs.java());
    }
    return words;
  }

  private static String jar() {
    return Objects.requireNonNull(System.getProperty("tarn.jar"), "system property tarn.jar");
  }
}
