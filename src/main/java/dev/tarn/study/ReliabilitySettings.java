package dev.tarn.study;

import dev.tarn.train.Training;

/**
 * How {@link Reliability} is measured. Immutable.
 *
 * @param training how each network is trained
 * @param runs the number of runs for each network, at least 1
 * @param good what counts as a good minimum
 * @param level the confidence level of all intervals, between 0 and 1
 * @param energyTolerance the energy within which unsettled ends are the same, 0 or more
 * @param accuracyTolerance the accuracy within which ends are the same where energies decide, 0 or
 *     more
 */
public record ReliabilitySettings(
    Training training,
    int runs,
    GoodMinimum good,
    double level,
    double energyTolerance,
    double accuracyTolerance) {

  /**
   * Checks the numbers.
   *
   * @param training as above
   * @param runs as above
   * @param good as above
   * @param level as above
   * @param energyTolerance as above
   * @param accuracyTolerance as above
   * @throws IllegalArgumentException if one is out of range
   */
  public ReliabilitySettings {
    if (runs < 1) {
      throw new IllegalArgumentException("the number of runs is at least 1, not " + runs);
    }
    if (!(level > 0.0 && level < 1.0)) {
      throw new IllegalArgumentException("the confidence level is between 0 and 1, not " + level);
    }
    checkTolerance("energies", energyTolerance);
    checkTolerance("accuracies", accuracyTolerance);
  }

  private static void checkTolerance(String of, double tolerance) {
    if (!(tolerance >= 0.0)) {
      throw new IllegalArgumentException(
          "the tolerance of " + of + " is 0 or more, not " + tolerance);
    }
  }

  /**
   * Intervals of 95 %; unsettled ends are the same within 0.001 nats and an accuracy of 0.01.
   *
   * @param training as above
   * @param runs as above
   * @param good as above
   * @return the settings
   * @throws IllegalArgumentException if {@code runs} is less than 1
   */
  public static ReliabilitySettings of(Training training, int runs, GoodMinimum good) {
    return new ReliabilitySettings(training, runs, good, 0.95, 1e-3, 0.01);
  }
}
