package dev.tarn.cli.command;

import dev.tarn.store.PotentialCodec;
import dev.tarn.store.StoreException;
import dev.tarn.store.command.CommandDescription;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for a potential that a program computes. */
final class ProgramOptions {
  static final String COMMAND = "--potential-command";
  private static final String VARIABLES = "--variables";
  private static final String TIME = "--answer-time";

  @Option(
      names = COMMAND,
      paramLabel = "C",
      description =
          "A program that computes the potential, in quotes, such as \"python3 my.py\": it reads"
              + " lines of JSON, {\"x\": [...]}, and answers each with one, {\"energy\": E,"
              + " \"gradient\": [...]}.")
  private Optional<String> command = Optional.empty();

  @Option(
      names = VARIABLES,
      paramLabel = "N",
      description = "The number of variables of --potential-command, at least 1.")
  private Optional<Integer> variables = Optional.empty();

  @Option(
      names = TIME,
      paramLabel = "T",
      converter = DurationConverter.class,
      description =
          "How long an answer of --potential-command may take, such as 90s (default: 1m).")
  private Optional<Duration> time = Optional.empty();

  /** The program, if there is to be one. */
  Optional<PotentialCodec.Description> model(DatabaseCommand asked) {
    if (command.isEmpty()) {
      asked.refuse("needs " + COMMAND, VARIABLES, TIME);
      return Optional.empty();
    }
    if (variables.isEmpty()) {
      throw asked.badInput(COMMAND + " needs " + VARIABLES + ", how many the program has");
    }
    Path folder = Path.of("").toAbsolutePath();
    Duration limit = time.orElse(Duration.ofMinutes(1L));
    Optional<CommandDescription> held =
        asked
            .held()
            .filter(CommandDescription.class::isInstance)
            .map(CommandDescription.class::cast);
    if (held.isPresent()
        && held.get().command().equals(command.get())
        && held.get().dimension() == variables.get()) {
      if (!held.get().folder().equals(folder)) {
        throw asked.elsewhere(held.get() + " in " + held.get().folder(), "in " + folder);
      }
      return Optional.of(held.get().withLimit(limit));
    }
    try {
      return Optional.of(CommandDescription.of(command.get(), folder, variables.get(), limit));
    } catch (IllegalArgumentException e) {
      throw asked.badInput(e);
    } catch (StoreException e) {
      throw asked.badInput(String.valueOf(e.getMessage()));
    }
  }
}
