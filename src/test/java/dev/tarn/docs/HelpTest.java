package dev.tarn.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The documentation describes the commands and options that {@code --help} shows. */
class HelpTest {
  static final List<String> COMMANDS =
      List.of(
          "explore",
          "enumerate",
          "sweep",
          "claims",
          "certify",
          "prove",
          "check",
          "growth",
          "follow",
          "unfold",
          "embed",
          "thermo",
          "rates",
          "volumes",
          "import",
          "export",
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
          "plot branches",
          "plot surface");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
  private static final Pattern OPTION_HELP = Pattern.compile("^ +(?:-\\w, )?(--[a-z][a-z-]+).*");
  private static final Pattern COMMAND_HELP = Pattern.compile("^  ([a-z]+)  +[A-Z].*");

  /** The configuration file that the page shows is the one that its commands use. */
  @Test
  void configurationFile() throws Exception {
    List<Pages.Block> files = Pages.blocks(Path.of("docs", "networks.md"), "toml");
    assertThat(files).hasSize(1);
    assertThat(files.get(0).lines())
        .isEqualTo(Files.readAllLines(Pages.ROOT.resolve("examples").resolve("moons.toml")));
    assertThat(options(Pages.prose(Path.of("docs", "commands.md")))).contains("--config");
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
  void referenceNamesEveryOption(String command) {
    Set<String> options = new TreeSet<>();
    for (String line : help(command)) {
      Matcher described = OPTION_HELP.matcher(line);
      if (described.matches()) {
        options.add(described.group(1));
      }
    }
    options.remove("--help");
    options.remove("--config");
    assertThat(options).containsAnyOf("--db", "--out", "--lambda");
    assertThat(options(section(command))).containsAll(options);
  }

  @Test
  void everyCommandIsDescribed() {
    Set<String> commands = subcommands("");
    assertThat(commands.remove("plot")).isTrue();
    subcommands("plot").forEach(kind -> commands.add("plot " + kind));
    assertThat(commands).containsExactlyInAnyOrderElementsOf(COMMANDS);
    String readme = Pages.prose(Path.of("README.md"));
    assertThat(COMMANDS)
        .allSatisfy(command -> assertThat(readme).contains("| `" + command + "` |"));
  }

  private static Set<String> subcommands(String command) {
    Set<String> commands = new TreeSet<>();
    for (String line : help(command)) {
      Matcher described = COMMAND_HELP.matcher(line);
      if (described.matches()) {
        commands.add(described.group(1));
      }
    }
    return commands;
  }

  private static List<String> help(String command) {
    CommandLineRun run = CommandLineRun.of((Object[]) (command + " --help").strip().split(" ", -1));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().lines().toList();
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
}
