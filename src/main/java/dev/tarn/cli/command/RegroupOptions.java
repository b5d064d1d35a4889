package dev.tarn.cli.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What counts as one at a temperature. */
final class RegroupOptions {
  @Option(
      names = "--regroup",
      paramLabel = "F",
      description =
          "Joins classes with free-energy barriers below F in both directions, over and over, but"
              + " none of a set A with one of a set B; needs a single temperature.")
  private Optional<Double> threshold = Optional.empty();

  @Option(
      names = "--planck",
      paramLabel = "H",
      description =
          "Planck's constant, which shifts free-energy barriers by T ln H (default:"
              + " ${DEFAULT-VALUE}).")
  private double planck = 1.0;

  Optional<Double> threshold() {
    return threshold;
  }

  double planck() {
    return planck;
  }

  /** Checks both; whether they mean anything, the command knows. */
  void check(ConsoleCommand command) {
    if (threshold.isPresent() && !(threshold.get() >= 0.0)) {
      throw command.badInput("--regroup is 0 or more, not " + threshold.get());
    }
    if (!(planck > 0.0) || Double.isInfinite(planck)) {
      throw command.badInput("--planck is positive, not " + planck);
    }
  }
}
