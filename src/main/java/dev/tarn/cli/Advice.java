package dev.tarn.cli;

import dev.tarn.text.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What helps on after a typing error, and the word {@code help} itself. */
final class Advice {
  private static final String HELP = "help";
  private static final String HELP_OPTION = "--help";
  private static final Set<String> ASKING = Set.of(HELP_OPTION, "-h");

  private Advice() {}

  /**
   * Reads {@code help COMMAND} as {@code COMMAND --help}, and {@code help} as {@code --help}.
   *
   * @param args the words of a command line
   * @return the words to be run; the same if the first one is not {@code help}
   */
  static String[] withoutHelpWord(String... args) {
    if (args.length == 0 || !args[0].equals(HELP)) {
      return args;
    }
    List<String> words = new ArrayList<>();
    for (int k = 1; k < args.length; k++) {
      if (!ASKING.contains(args[k])) {
        words.add(args[k]);
      }
    }
    words.add(HELP_OPTION);
    return words.toArray(String[]::new);
  }

  /**
   * What may have been meant by the words that a command does not know.
   *
   * @param e the error
   * @return a line to be printed; empty if the error is another one, or nothing is near
   */
  static Optional<String> of(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return Optional.empty();
    }
    CommandLine line = e.getCommandLine();
    Set<String> meant = new LinkedHashSet<>();
    List<String> words = unmatched.getUnmatched();
    for (int k = 0; k < words.size(); k++) {
      if (words.get(k).startsWith("-")) {
        String name = words.get(k).replaceFirst("=.*", "");
        meant.addAll(Spelling.nearest(name, options(line)));
      } else if (k == 0) {
        Map<String, String> commands = new LinkedHashMap<>();
        addCommands(line, commands);
        Spelling.nearest(words.get(0), commands.keySet()).stream()
            .map(commands::get)
            .forEach(meant::add);
        if (!commands.isEmpty()) {
          // What follows belongs to the command that is not known.
          break;
        }
      }
    }
    return meant.isEmpty()
        ? Optional.empty()
        : Optional.of("Did you mean: " + String.join(" or ", meant) + "?");
  }

  private static Set<String> options(CommandLine line) {
    Set<String> names = new LinkedHashSet<>();
    for (OptionSpec option : line.getCommandSpec().options()) {
      if (!option.hidden()) {
        names.addAll(List.of(option.names()));
      }
    }
    return names;
  }

  /** The commands below one and their kinds, by the last word of their names. */
  private static void addCommands(CommandLine line, Map<String, String> commands) {
    line.getSubcommands()
        .forEach((name, sub) -> commands.putIfAbsent(name, sub.getCommandSpec().qualifiedName()));
    line.getSubcommands().values().forEach(sub -> addCommands(sub, commands));
  }
}
