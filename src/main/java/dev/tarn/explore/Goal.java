package dev.tarn.explore;

import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPolish;
import java.util.Locale;

/** What an exploration is after. */
public enum Goal {
  /** Minima and transition states, and the graph that they make. */
  EXPLORE,
  /**
   * Stationary points of every index, up to a largest one: complete when the Morse sum is 1 and
   * further searches bring nothing new.
   */
  ENUMERATE;

  /**
   * The name in databases.
   *
   * @return {@code "explore"} or {@code "enumerate"}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Checks that a potential's landscape can be explored with this goal.
   *
   * @param potential the potential
   * @throws IllegalArgumentException if every index is to be enumerated and the potential has more
   *     than {@link StationaryPolish#FULL_DIMENSION} variables
   */
  public void check(Potential potential) {
    if (this == ENUMERATE && !StationaryPolish.usesHessian(potential)) {
      throw new IllegalArgumentException(
          "an enumeration of every index needs all eigenvalues of the Hessian, which are computed"
              + " for at most "
              + StationaryPolish.FULL_DIMENSION
              + " variables, not for "
              + potential.dimension());
    }
  }
}
