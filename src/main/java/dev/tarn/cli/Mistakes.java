package dev.tarn.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** All that is wrong with the words of a command line, found in one go. */
final class Mistakes {
  private Mistakes() {}

  /** Several mistakes at once, of which the first one stands for all. */
  private static final class Several extends ParameterException {
    private static final long serialVersionUID = 1L;

    private final transient List<ParameterException> all;

    Several(List<ParameterException> all) {
      super(all.get(0).getCommandLine(), all.get(0).getMessage());
      this.all = List.copyOf(all);
    }
  }

  /**
   * Has a command line go on behind a mistake.
   *
   * @param line with all of its commands; changed
   */
  static void collect(CommandLine line) {
    line.getCommandSpec().parser().collectErrors(true);
    line.getSubcommands().values().forEach(Mistakes::collect);
  }

  /**
   * Throws what was collected.
   *
   * @throws ParameterException if something is wrong with the words
   */
  static void check(ParseResult given) {
    List<ParameterException> all = new ArrayList<>();
    for (CommandLine each : given.asCommandLineList()) {
      ParseResult words = each.getParseResult();
      for (Exception e : words.errors()) {
        ParameterException mistake =
            e instanceof ParameterException known
                ? known
                : new ParameterException(each, String.valueOf(e.getMessage()), e);
        if (!follows(mistake, all)) {
          all.add(mistake);
        }
      }
      // Where help is asked for, picocli lets pass what it does not know.
      if (all.isEmpty() && !words.unmatched().isEmpty()) {
        all.add(new UnmatchedArgumentException(each, words.unmatched()));
      }
    }
    if (!all.isEmpty()) {
      throw new Several(all);
    }
  }

  /** Whether a mistake is but the consequence of others: the same word in other clothes. */
  private static boolean follows(ParameterException mistake, List<ParameterException> others) {
    if (others.isEmpty()) {
      return false;
    }
    if (mistake instanceof MissingParameterException missing) {
      return missing.getMissing().stream()
          .allMatch(
              argument -> others.stream().anyMatch(other -> argument.equals(other.getArgSpec())));
    }
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      // What a wrong word leaves over is no option.
      return unmatched.getUnmatched().stream().noneMatch(word -> word.startsWith("-"));
    }
    return others.stream()
        .anyMatch(other -> String.valueOf(other.getMessage()).equals(mistake.getMessage()));
  }

  /** The mistakes of which an error tells, at least one. */
  static List<ParameterException> of(ParameterException e) {
    return e instanceof Several several ? several.all : List.of(e);
  }
}
