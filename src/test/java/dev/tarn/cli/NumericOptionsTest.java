package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.tarn.cli.view.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option of every command that takes a number, with what is none, is none of this option's,
 * or is on the edge: it is taken or refused in plain words, and nothing else changes.
 */
class NumericOptionsTest {
  private static final Splitter WORDS = Splitter.on(' ');

  private static final List<String> NO_NUMBERS =
      List.of("", " ", "x", "NaN", "1e999", "0x10", "1d", "\u0661\u0662");

  private static final List<String> EDGES = List.of("-1", "0", "9e18", " 1", "9223372036854775807");

  /** Options that name things; what is no number may be one of them. */
  private static final Set<String> TEXTS =
      Set.of(
          "--potential",
          "--potential-command",
          "--set",
          "--classpath",
          "--label",
          "--columns",
          "--colour",
          "--pick",
          "--a",
          "--b",
          "--colour-by",
          "--map",
          "--data",
          "--region");

  /** A command line of each command that is done soon; DB is a database, NEW what it makes. */
  private static final Map<String, String> COMMANDS = new LinkedHashMap<>();

  static {
    String quick = "--lambda 1e-1 --effort low --max-time 0.001s --threads 1 --quiet ";
    String brief = " --quiet --out NEW.svg";
    COMMANDS.put("explore", quick + "--hidden 1 --db NEW.db");
    COMMANDS.put("enumerate", quick + "--hidden 1 --db NEW.db");
    COMMANDS.put("sweep", quick + "--hidden 1 --out NEW");
    COMMANDS.put("claims", quick + "--hidden 1 --out NEW");
    COMMANDS.put("growth", "--db DB");
    COMMANDS.put("certify", "--db DB");
    COMMANDS.put("prove", "--hidden 1 --lambda 1 --boxes 9 --quiet");
    COMMANDS.put("check", "--db DB");
    COMMANDS.put("summary", "--db DB");
    COMMANDS.put("list", "--db DB");
    COMMANDS.put("show", "1 --db DB");
    COMMANDS.put("path", "TS --db DB");
    COMMANDS.put("report", "--db DB --out NEW.html");
    COMMANDS.put("paper", "--figures 7 --out NEW");
    COMMANDS.put("reliability", "--hidden 1 --runs 1 --steps 1" + brief);
    COMMANDS.put("compare", "--db DB 1 2");
    COMMANDS.put("clouds", "--layers 2-1 --granularity macro" + brief);
    COMMANDS.put("visit", "--db DB --steps 2 --out NEW.svg");
    COMMANDS.put("follow", "--db DB --to 0.0101 --quiet");
    COMMANDS.put("unfold", "--db DB");
    COMMANDS.put("embed", "--db DB");
    COMMANDS.put("thermo", "--db DB --temperature 0.1");
    COMMANDS.put("rates", "--db DB --temperature 0.1 --a 1 --b 2");
    COMMANDS.put("volumes", "--db DB --radius 1 --starts 2");
    COMMANDS.put("import", "DB.dir --db NEW.db");
    COMMANDS.put("export", "--db DB --to csv --out NEW");
    COMMANDS.put("plot tree", "--db DB --out NEW.svg");
    COMMANDS.put("plot counts", "--hidden 1 --lambda 1 --in DB.sweep --out NEW.svg");
    COMMANDS.put("plot spectrum", "1 --db DB --out NEW.svg");
    COMMANDS.put("plot network", "1 --db DB --out NEW.svg");
    COMMANDS.put("plot sensitivity", "1 --db DB --out NEW.svg");
    COMMANDS.put("plot profile", "TS --db DB --out NEW.svg");
    COMMANDS.put("plot surface", "--db DB.surface --out NEW.svg");
    COMMANDS.put("plot branches", "--db DB --to 0.0101 --quiet --out NEW.svg");
  }

  @TempDir private static Path folder;
  private static String transitionState = "";

  @BeforeAll
  static void makeDatabases() {
    make("enumerate", "--hidden 1 --lambda 1e-2 --effort low --quiet --db DB");
    make("explore", "--potential himmelblau --effort low --quiet --db DB.surface");
    make("export", "--db DB --to pathsample --out DB.dir");
    make("sweep", "--hidden 1 --lambda 1 --effort low --quiet --out DB.sweep");
    transitionState = make("list", "--db DB --index 1 --json").json().get(0).get("id").asText();
  }

  private static CommandLineRun make(String command, String rest) {
    CommandLineRun run = run(command, rest, "", "");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private static CommandLine command(String name) {
    Console nowhere =
        new Console(
            new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false);
    CommandLine line = Tarn.line(nowhere);
    for (String word : WORDS.split(name)) {
      line = line.getSubcommands().get(word);
    }
    return line;
  }

  /** Options with a number, a time or numbers within a text. */
  private static List<String> options(String command) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : command(command).getCommandSpec().options()) {
      boolean takesOne = option.arity().max() > 0;
      Class<?> type = option.auxiliaryTypes()[0];
      boolean number =
          type.isPrimitive() ? type != boolean.class : Number.class.isAssignableFrom(type);
      boolean text = type == String.class && !TEXTS.contains(option.longestName());
      if (takesOne && (number || text || type == Duration.class)) {
        names.add(option.longestName());
      }
    }
    return names;
  }

  @Test
  void everyCommandIsTried() {
    Set<String> all = new TreeSet<>();
    Console nowhere =
        new Console(
            new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false);
    Tarn.line(nowhere)
        .getSubcommands()
        .forEach(
            (name, line) -> {
              if (line.getSubcommands().isEmpty()) {
                all.add(name);
              }
              line.getSubcommands().keySet().forEach(kind -> all.add(name + " " + kind));
            });
    assertThat(new TreeSet<>(COMMANDS.keySet())).isEqualTo(all);
  }

  static List<String> commands() {
    return List.copyOf(COMMANDS.keySet());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void takesOrRefusesEveryValueInPlainWords(String command) throws IOException {
    for (String option : options(command)) {
      for (String value : NO_NUMBERS) {
        CommandLineRun run = tried(command, option, value);
        assertThat(run.exitCode()).as(command + " " + option + " '" + value + "'").isEqualTo(2);
      }
      for (String value : EDGES) {
        tried(command, option, value);
      }
    }
  }

  private static CommandLineRun tried(String command, String option, String value)
      throws IOException {
    String what = command + " " + option + " '" + value + "'";
    Map<String, String> before = state();
    long start = System.nanoTime();
    CommandLineRun run = run(command, COMMANDS.get(command), option, value);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as(what)
        .isLessThan(Duration.ofSeconds(20));
    PlainWords.check(what, run);
    if (run.exitCode() == 0) {
      clear();
    }
    assertThat(state()).as(what).isEqualTo(before);
    return run;
  }

  /** The command with one option more, or with another value of one. */
  private static CommandLineRun run(String command, String rest, String option, String value) {
    List<Object> words = new ArrayList<>(List.of((Object[]) command.split(" ")));
    for (String word : WORDS.split(rest)) {
      words.add(
          word.replace("TS", transitionState)
              .replace("DB", folder.resolve("x.db").toString())
              .replace("NEW", folder.resolve("new").toString()));
    }
    int given = words.indexOf(option);
    if (given >= 0) {
      words.set(given + 1, value);
    } else if (!option.isEmpty()) {
      words.addAll(List.of(option, value));
    }
    return CommandLineRun.of(words.toArray());
  }

  private static Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        state.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
    }
    return state;
  }

  private static void clear() throws IOException {
    List<Path> made;
    try (Stream<Path> files = Files.walk(folder)) {
      made =
          files
              .filter(file -> file.toString().contains("new"))
              .sorted((a, b) -> b.compareTo(a))
              .toList();
    }
    for (Path file : made) {
      Files.delete(file);
    }
  }
}
