package dev.tarn.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.google.common.base.Splitter;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Longs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final TomlMapper TOML = new TomlMapper();

  /** Options that say where and how something is shown, not what is done. */
  private static final Set<String> NOT_KEPT = Set.of("config", "help", "db", "quiet", "threads");

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
   * Reads the file that the command line names, if it names one.
   *
   * @param line all commands, which say what keys there may be
   * @throws BadFileException if the file cannot be read, is no TOML, or has a key that is no option
   */
  public static Configuration of(CommandLine line, String... args) throws BadFileException {
    Scan scan = new Scan();
    Map<String, Map<String, String>> values = new HashMap<>();
    try {
      new CommandLine(scan).parseArgs(args);
    } catch (CommandLine.ParameterException e) {
      // The command itself will say what is missing.
      return new Configuration(values, Set.of());
    }
    if (scan.file.isPresent()) {
      read(scan.file.get(), line.getCommandSpec(), "", tree(scan.file.get()), values);
    }
    Set<String> given = new HashSet<>();
    for (String word : scan.rest) {
      given.add(Splitter.on('=').splitToList(word).get(0));
    }
    return new Configuration(values, given);
  }

  private static JsonNode tree(Path file) throws BadFileException {
    try {
      return TOML.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      int row = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new BadFileException(
          file + " is no TOML" + (row > 0 ? ", line " + row : "") + ": " + e.getOriginalMessage());
    } catch (NoSuchFileException e) {
      throw new BadFileException("there is no file " + file);
    } catch (IOException e) {
      throw new BadFileException(file + " cannot be read: " + e);
    }
  }

  private static void read(
      Path file,
      CommandSpec command,
      String name,
      JsonNode table,
      Map<String, Map<String, String>> values)
      throws BadFileException {
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      String key = entry.getKey();
      String place = name.isEmpty() ? key : name + "." + key;
      CommandLine sub = command.subcommands().get(key);
      if (entry.getValue().isObject() && sub != null) {
        read(file, sub.getCommandSpec(), place, entry.getValue(), values);
      } else if (("--" + key).equals(OPTION) || !isOption(command, "--" + key)) {
        throw new BadFileException(
            file
                + ": \""
                + place
                + "\" is no option of "
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

  private static String text(Path file, String place, JsonNode value) throws BadFileException {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      for (JsonNode part : value) {
        parts.add(text(file, place, part));
      }
      return String.join(",", parts);
    }
    if (value.isObject()) {
      throw new BadFileException(
          file + ": \"" + place + "\" is a table, but there is no such command");
    }
    return value.asText();
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

  /** Options as a file that this class reads. */
  static String write(Map<String, String> options) {
    Map<String, Object> values = new LinkedHashMap<>();
    options.forEach((key, value) -> values.put(key, typed(value)));
    try {
      return TOML.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object typed(String value) {
    if (value.equals("true") || value.equals("false")) {
      return Boolean.valueOf(value);
    }
    Long whole = Longs.tryParse(value);
    if (whole != null) {
      return whole;
    }
    Double number = Doubles.tryParse(value);
    return number != null ? number : value;
  }
}
