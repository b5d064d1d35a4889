package dev.tarn.study;

import java.util.OptionalDouble;

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
