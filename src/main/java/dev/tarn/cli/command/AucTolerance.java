package dev.tarn.cli.command;

import dev.tarn.study.RocCurve;
import picocli.CommandLine.Option;

/** The option that says when two scores are a tie. */
final class AucTolerance {
  @Option(
      names = "--auc-tolerance",
      paramLabel = "T",
      description =
          "Two probabilities that differ by T or less are a tie (default: ${DEFAULT-VALUE}).")
  private double value = RocCurve.DEFAULT_TOLERANCE;

  double checked(ConsoleCommand command) {
    if (!(value >= 0.0)) {
      throw command.badInput("--auc-tolerance is 0 or more, not " + value);
    }
    return value;
  }
}
