package dev.tarn.cli.command;

import dev.tarn.text.Quoted;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/**
 * A TOML file with options, which hold where the command line says nothing. A key is the name of an
 * option without its dashes, and goes to every command that has the option; in a table named like a
 * command, such as {@code [explore]} or {@code [plot.tree]}, it goes to that command alone and
 * beats the same key outside.
 */
public final class Configuration implements IDefaultValueProvider {
  static final String OPTION = "--config";

  /** Options that say where and how something is shown, not what is done. */
  private static final Set<String> NOT_KEPT = Set.of("config", "help", "db", "quiet", "threads");

  /** Options that name what a command writes. */
  private static final Set<String> WRITTEN = Set.of("--out", "--bars");

  /** A file that cannot serve. */
  public static final class BadFileException extends Exception {
    private static final long serialVersionUID = 1L;

    BadFileException(String message) {
      super(message);
    }
  }

  /** Finds the one option that must be known before all others. */
  private static final class Scan {
    @Option(names = OPTION)
    private Optional<Path> file = Optional.empty();

    @Unmatched private List<String> rest = new ArrayList<>();
  }

  /** The values by command, the empty name standing for every command. */
  private final Map<String, Map<String, String>> values;

  private final Set<String> given;

  private Configuration(Map<String, Map<String, String>> values, Set<String> given) {
    this.values = values;
    this.given = given;
  }

  /**
   * Whether a command line may name a file. If it does not, options of other commands than the one
   * that is run need not be known.
   *
   * @param args the command and its options
   * @return false if it certainly names none
   */
  public static boolean mayBeNamed(String... args) {
    for (String word : args) {
      // A word that begins with @ names a file of further words.
      if (word.startsWith(OPTION) || word.startsWith("@")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads the file that the command line names, if it names one.
   *
   * @param line all commands if a file may be named, as they say what keys there may be
   * @param args the command and its options
   * @return what the file says; empty if none is named, or so badly that the command will complain
   * @throws BadFileException if the file cannot be read, is no TOML, or has a key that is no option
   */
  public static Optional<Configuration> of(CommandLine line, String... args)
      throws BadFileException {
    if (!mayBeNamed(args)) {
      return Optional.empty();
    }
    Scan scan = new Scan();
    try {
      new CommandLine(scan).parseArgs(args);
    } catch (CommandLine.ParameterException e) {
      return Optional.empty();
    }
    if (scan.file.isEmpty()) {
      return Optional.empty();
    }
    Path file = scan.file.get();
    Map<String, Map<String, String>> values = new HashMap<>();
    read(file, line.getCommandSpec(), "", TomlFile.read(file), values);
    Set<String> given = new HashSet<>();
    for (String word : scan.rest) {
      int equals = word.indexOf('=');
      given.add(equals < 0 ? word : word.substring(0, equals));
    }
    return Optional.of(new Configuration(values, given));
  }

  private static void read(
      Path file,
      CommandSpec command,
      String name,
      Map<?, ?> table,
      Map<String, Map<String, String>> values)
      throws BadFileException {
    for (Map.Entry<?, ?> entry : table.entrySet()) {
      String key = String.valueOf(entry.getKey());
      String place = name.isEmpty() ? key : name + "." + key;
      CommandLine sub = command.subcommands().get(key);
      if (entry.getValue() instanceof Map<?, ?> own && sub != null) {
        read(file, sub.getCommandSpec(), place, own, values);
      } else if (("--" + key).equals(OPTION) || !isOption(command, "--" + key)) {
        throw new BadFileException(
            file
                + ": "
                + Quoted.of(place)
                + " is no option of "
                + (name.isEmpty() ? "any command" : "\"" + name.replace('.', ' ') + "\"")
                + "; keys are options without their dashes, such as max-time");
      } else {
        values
            .computeIfAbsent(name, k -> new HashMap<>())
            .put(key, text(file, place, entry.getValue()));
      }
    }
  }

  private static boolean isOption(CommandSpec command, String option) {
    return command.optionsMap().containsKey(option)
        || command.subcommands().values().stream()
            .anyMatch(sub -> isOption(sub.getCommandSpec(), option));
  }

  private static String text(Path file, String place, Object value) throws BadFileException {
    if (value instanceof List<?> array) {
      List<String> parts = new ArrayList<>();
      for (Object part : array) {
        parts.add(text(file, place, part));
      }
      return String.join(",", parts);
    }
    if (value instanceof Map<?, ?>) {
      throw new BadFileException(
          file + ": \"" + place + "\" is a table, but there is no such command");
    }
    return value.toString();
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || isFlagGiven(option)) {
      return null;
    }
    return value(option).orElse(null);
  }

  /** Picocli takes a flag that is given for the opposite of its default. */
  private boolean isFlagGiven(OptionSpec option) {
    return option.arity().max() == 0 && given.contains(option.longestName());
  }

  private Optional<String> value(OptionSpec option) {
    String key = option.longestName().substring(2);
    String command = option.command().qualifiedName(".").replaceFirst("^[^.]*\\.?", "");
    return Optional.ofNullable(values.getOrDefault(command, Map.of()).get(key))
        .or(() -> Optional.ofNullable(values.getOrDefault("", Map.of()).get(key)));
  }

  /**
   * What a command was told, by its command line and by the file: what it does, not where it keeps
   * or shows it.
   *
   * @param spec the command, already parsed
   * @return the values by the names of options without their dashes
   */
  static Map<String, String> told(CommandSpec spec) {
    Map<String, String> told = new LinkedHashMap<>();
    CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
    for (OptionSpec option : spec.options()) {
      String key = option.longestName().substring(2);
      if (NOT_KEPT.contains(key)) {
        continue;
      }
      if (parsed.hasMatchedOption(option)) {
        told.put(key, String.join(",", option.originalStringValues()));
      } else if (spec.defaultValueProvider() instanceof Configuration configuration) {
        configuration.value(option).ifPresent(value -> told.put(key, value));
      }
    }
    return told;
  }

  /**
   * What may be files among all that a command was told, but for those that it writes.
   *
   * @param spec the command, already parsed
   * @return the places by the names of options, or of parameters
   */
  static Map<String, List<Path>> files(CommandSpec spec) {
    Map<String, List<Path>> files = new LinkedHashMap<>();
    for (ArgSpec argument : spec.args()) {
      String name =
          argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
      if (WRITTEN.contains(name)) {
        continue;
      }
      List<String> values = new ArrayList<>(argument.originalStringValues());
      if (argument instanceof OptionSpec option
          && spec.defaultValueProvider() instanceof Configuration configuration) {
        configuration.value(option).ifPresent(values::add);
      }
      files.put(
          name,
          values.stream()
              .flatMap(value -> Arrays.stream(value.split(",", -1)))
              .flatMap(part -> place(part).stream())
              .toList());
    }
    return files;
  }

  private static Optional<Path> place(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
