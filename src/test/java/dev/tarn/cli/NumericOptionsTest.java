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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option of every command that takes a number, with what is none, or is on the edge: it is
 * taken or refused in plain words, and nothing else changes.
 */
class NumericOptionsTest {
  private static final Splitter WORDS = Splitter.on(' ');

  private static final List<String> NO_NUMBERS =
      List.of("", " ", "x", "NaN", "1e999", "0x10", "1d", "\u0661\u0662");

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
    CommandLineRun run = run(command, rest, List.of(), "");
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

  /** The options that take something, by what they take. */
  private static List<String> options(String command, Predicate<Class<?>> type) {
    return command(command).getCommandSpec().options().stream()
        .filter(option -> option.arity().max() > 0 && type.test(option.auxiliaryTypes()[0]))
        .map(OptionSpec::longestName)
        .filter(name -> !TEXTS.contains(name))
        .toList();
  }

  private static boolean isNumber(Class<?> type) {
    return isWhole(type) || type == double.class || type == Double.class;
  }

  private static boolean isWhole(Class<?> type) {
    return List.of(int.class, Integer.class, long.class, Long.class).contains(type);
  }

  /** A time, or numbers within a text. */
  private static boolean isOther(Class<?> type) {
    return type == Duration.class || type == String.class;
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

  /** All mistakes are told of at once, so one run tries all options of numbers. */
  @ParameterizedTest
  @MethodSource("commands")
  void refusesWhatIsNoNumber(String command) throws IOException {
    List<String> numbers = options(command, NumericOptionsTest::isNumber);
    for (String value : NO_NUMBERS) {
      if (!numbers.isEmpty()) {
        CommandLineRun run = tried(command, numbers, value);
        assertThat(run.exitCode()).as(command + " '" + value + "'").isEqualTo(2);
        assertThat(run.err()).as(command + " '" + value + "'").contains(numbers);
      }
    }
    for (String option : options(command, NumericOptionsTest::isOther)) {
      for (String value : NO_NUMBERS) {
        CommandLineRun run = tried(command, List.of(option), value);
        assertThat(run.exitCode()).as(command + " " + option + " '" + value + "'").isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void takesOrRefusesNumbersOnTheEdge(String command) throws IOException {
    List<String> whole = options(command, NumericOptionsTest::isWhole);
    for (String option : options(command, type -> isNumber(type) || isOther(type))) {
      String large = whole.contains(option) ? "9223372036854775807" : "9e18";
      for (String value : List.of("-1", "0", large)) {
        tried(command, List.of(option), value);
      }
    }
  }

  private static CommandLineRun tried(String command, List<String> options, String value)
      throws IOException {
    String what = command + " " + options + " '" + value + "'";
    Map<String, String> before = state();
    long start = System.nanoTime();
    CommandLineRun run = run(command, COMMANDS.get(command), options, value);
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

  /** The command with further options, or with other values of those that it has. */
  private static CommandLineRun run(
      String command, String rest, List<String> options, String value) {
    List<Object> words = new ArrayList<>(List.of((Object[]) command.split(" ")));
    for (String word : WORDS.split(rest)) {
      words.add(
          word.replace("TS", transitionState)
              .replace("DB", folder.resolve("x.db").toString())
              .replace("NEW", folder.resolve("new").toString()));
    }
    for (String option : options) {
      int given = words.indexOf(option);
      if (given >= 0) {
        words.set(given + 1, value);
      } else {
        words.addAll(List.of(option, value));
      }
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
