package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.command.PlotCommand;
import dev.tarn.cli.view.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Commands are made when they are asked for, and nobody sees a difference. */
class LazyCommandsTest {
  private static final Console CONSOLE =
      new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);

  @Command(name = "tarn")
  private static final class Top {}

  private static CommandLine line(String... args) {
    CommandLine line = new CommandLine(new Top());
    Commands.addTo(line, CONSOLE, args);
    return line;
  }

  /** The commands that there are, those of a command with a space between. */
  static List<String> commands() {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, CommandLine> command : line().getSubcommands().entrySet()) {
      names.add(command.getKey());
      command.getValue().getSubcommands().keySet().stream()
          .map(kind -> command.getKey() + " " + kind)
          .forEach(names::add);
    }
    return names;
  }

  @Test
  void everyNameIsThatOfItsCommand() {
    assertThat(line().getSubcommands().keySet()).containsExactlyElementsOf(Commands.NAMES);
    assertThat(line().getSubcommands().get("plot").getSubcommands().keySet())
        .containsExactlyElementsOf(PlotCommand.KINDS);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void oneThatIsNamedIsTheOnlyOneMade(String command) {
    List<String> made = new ArrayList<>();
    CommandLine at = line(command.split(" ", -1));
    for (String name : command.split(" ", -1)) {
      assertThat(at.getSubcommands().keySet()).containsExactly(name);
      made.add(name);
      at = at.getSubcommands().get(name);
    }
    assertThat(made).containsExactly(command.split(" ", -1));
    assertThat(at.getCommandSpec().qualifiedName()).isEqualTo("tarn " + command);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpIsTheSameWhicheverWereMade(String command) {
    CommandLine all = line();
    for (String name : command.split(" ", -1)) {
      all = all.getSubcommands().get(name);
    }
    CommandLineRun asked = CommandLineRun.of((Object[]) (command + " --help").split(" ", -1));
    assertThat(asked.exitCode()).isZero();
    assertThat(asked.out()).isEqualTo(all.getUsageMessage());
  }

  @Test
  void theTopLevelsHelpNamesThemAll() {
    String help = CommandLineRun.of("--help").out();
    assertThat(line("--help").getSubcommands()).hasSameSizeAs(Commands.NAMES);
    assertThat(help).contains(Commands.NAMES);
    assertThat(CommandLineRun.of().err()).isEqualTo(help);
    assertThat(CommandLineRun.of("plot", "--help").out()).contains(PlotCommand.KINDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void theVersionNeedsNone(String option) {
    assertThat(line(option).getSubcommands()).isEmpty();
    assertThat(CommandLineRun.of(option).out()).startsWith("tarn ");
  }

  @Test
  void aWrongWordIsComparedWithAll() {
    CommandLineRun run = CommandLineRun.of("enumerat", "--hidden", 2);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("tarn: Unmatched arguments from index 0: 'enumerat', '--hidden', '2'")
        .contains("Did you mean: tarn enumerate?");
    CommandLineRun kind = CommandLineRun.of("plot", "tre");
    assertThat(kind.exitCode()).isEqualTo(2);
    assertThat(kind.err()).contains("Did you mean: tarn plot tree?");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpIsAWordToo(String command) {
    CommandLineRun asked = CommandLineRun.of((Object[]) ("help " + command).split(" ", -1));
    assertThat(asked).isEqualTo(CommandLineRun.of((Object[]) (command + " --help").split(" ", -1)));
    assertThat(asked.exitCode()).isZero();
  }

  @Test
  void helpAloneIsThatOfAll() {
    CommandLineRun all = CommandLineRun.of("--help");
    for (String words : List.of("help", "help --help", "help -h")) {
      assertThat(CommandLineRun.of((Object[]) words.split(" ", -1))).isEqualTo(all);
    }
    CommandLineRun wrong = CommandLineRun.of("help", "explroe");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("'explroe'", "Did you mean: tarn explore?");
  }

  @ParameterizedTest
  @CsvSource({
    "explroe, tarn explore",
    "summry --db a.db, tarn summary",
    "enum, tarn enumerate",
    "tree --db a.db, tarn plot tree",
    "plot sensitivty, tarn plot sensitivity",
    "list --bd a.db, --db",
    "list --db a.db --jsn, --json",
    "explore --db a.db --hiden=2 --lamda 1, --hidden or --lambda"
  })
  void aTypingErrorIsToldWhatIsNearest(String words, String meant) {
    CommandLineRun run = CommandLineRun.of((Object[]) words.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).contains("Did you mean: " + meant + "?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwertzuiop", "--frobnicate", "list --db a.db --xyz"})
  void whatIsNearNothingIsNotGuessed(String words) {
    CommandLineRun run = CommandLineRun.of((Object[]) words.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).doesNotContain("Did you mean");
  }

  @Test
  void severalMistakesAreToldAtOnce() {
    CommandLineRun run =
        CommandLineRun.of("explore", "--hidden", "x", "--lambda", "1d", "--seeed", 3);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactly(
            "tarn explore: Invalid value for option '--hidden': 'x' is not a whole number",
            "tarn explore: Invalid value for option '--lambda' (L): '1d' is not a number",
            "tarn explore: Missing required option: '--db=FILE'",
            "tarn explore: Unknown options: '--seeed', '3'",
            "Did you mean: --seed?",
            "\"tarn explore --help\" shows what is possible");
  }

  /** A wrong word is not missing and superfluous as well. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "path --db a.db x",
        "show --db a.db 1 2 3",
        "list --db a.db --limit",
        "list --db a.db --index x --help"
      })
  void oneMistakeIsToldOnce(String words) {
    CommandLineRun run = CommandLineRun.of((Object[]) words.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(2);
  }

  @Test
  void oneCommandDoesNotFollowAnother(@TempDir Path folder) {
    assertThat(CommandLineRun.of("list", "--db", folder.resolve("a.db"), "show").err())
        .contains("tarn list: Unmatched argument at index 3: 'show'");
  }

  /** A key of a command that is not run is known nevertheless, wherever the file is named. */
  @ParameterizedTest
  @ValueSource(strings = {"--config=%s", "--config %s", "@%s"})
  void aConfigurationFileMayBeAboutAny(String option, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("c.toml"), "dpi = 300\n[plot.tree]\nwidth = 3\n");
    Path words = Files.writeString(folder.resolve("words"), "--config=" + file);
    String given = String.format(option, option.startsWith("@") ? words : file);
    String command = "list --db " + folder.resolve("none.db") + " " + given;
    CommandLineRun run = CommandLineRun.of((Object[]) command.split(" ", -1));
    assertThat(run.err()).contains("there is no file").doesNotContain("no option");
  }
}
