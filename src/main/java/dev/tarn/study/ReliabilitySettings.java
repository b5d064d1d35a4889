package dev.tarn.study;

import dev.tarn.train.Training;
import java.util.OptionalDouble;

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

  /** What counts as a good minimum. Immutable. */
  public sealed interface GoodMinimum {

    /**
     * Whether an end is good.
     *
     * @param energy its energy
     * @param accuracy its training accuracy; empty for a network that does not tell classes apart
     * @param best the lowest energy known
     * @return whether it is good
     */
    boolean isGood(double energy, OptionalDouble accuracy, double best);

    /**
     * Good is what predicts enough of the training examples rightly.
     *
     * @param least the least share of them, above 0, at most 1
     */
    record Accurate(double least) implements GoodMinimum {
      /**
       * Checks the share.
       *
       * @param least as above
       * @throws IllegalArgumentException if it is out of range
       */
      public Accurate {
        if (!(least > 0.0 && least <= 1.0)) {
          throw new IllegalArgumentException(
              "the accuracy of a good minimum is above 0 and at most 1, not " + least);
        }
      }

      /** Without classes nothing is accurate. */
      @Override
      public boolean isGood(double energy, OptionalDouble accuracy, double best) {
        return accuracy.orElse(0.0) >= least;
      }
    }

    /**
     * Good is what lies little above the lowest energy known: that of the catalogue or of any run,
     * whichever is lower.
     *
     * @param within how far above at most, 0 or more
     */
    record NearBest(double within) implements GoodMinimum {
      /**
       * Checks the distance.
       *
       * @param within as above
       * @throws IllegalArgumentException if it is negative or not a number
       */
      public NearBest {
        if (!(within >= 0.0)) {
          throw new IllegalArgumentException(
              "the energy of a good minimum lies 0 or more above the best, not " + within);
        }
      }

      @Override
      public boolean isGood(double energy, OptionalDouble accuracy, double best) {
        return energy <= best + within;
      }
    }
  }
}
