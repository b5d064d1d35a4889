package dev.tarn.cli.command;

import dev.tarn.study.RocCurve;
import dev.tarn.text.Numbers;
import picocli.CommandLine.Option;

/** The option that says when two scores are a tie. */
final class AucTolerance {
  static final String NAME = "--auc-tolerance";

  @Option(
      names = NAME,
      paramLabel = "T",
      description =
          "Two probabilities that differ by T or less are a tie, 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double value = RocCurve.DEFAULT_TOLERANCE;

  double checked(ConsoleCommand command) {
    // Probabilities differ by 1 at most.
    if (!(value >= 0.0 && value <= 1.0)) {
      throw command.badInput(NAME + " is from 0 to 1, not " + Numbers.plain(value));
    }
    return value;
  }
}
