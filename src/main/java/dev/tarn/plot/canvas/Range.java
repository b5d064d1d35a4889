package dev.tarn.plot.canvas;

import java.util.Optional;

/**
 * Which part of an axis is shown.
 *
 * @param logarithmic whether the axis is logarithmic
 * @param lowest where it begins; without it below the lowest value
 * @param highest where it ends; without it above the highest value
 */
public record Range(boolean logarithmic, Optional<Double> lowest, Optional<Double> highest) {

  /**
   * Checks the ends.
   *
   * @param logarithmic as above
   * @param lowest as above
   * @param highest as above
   * @throws IllegalArgumentException if an end is not finite, both are not ascending, or one is not
   *     positive on a logarithmic axis
   */
  public Range {
    double low = lowest.orElse(Double.NEGATIVE_INFINITY);
    double high = highest.orElse(Double.POSITIVE_INFINITY);
    boolean finite = lowest.map(Double::isFinite).orElse(true);
    finite &= highest.map(Double::isFinite).orElse(true);
    if (!finite || !(low < high)) {
      throw new IllegalArgumentException(
          "the axis goes from a lower to a higher number, not from " + low + " to " + high);
    }
    double least = Math.min(lowest.orElse(1.0), highest.orElse(1.0));
    if (logarithmic && !(least > 0.0)) {
      throw new IllegalArgumentException("a logarithmic axis begins above 0, not at " + least);
    }
  }

  /**
   * All of a logarithmic axis.
   *
   * @return the range
   */
  public static Range ofLogarithms() {
    return new Range(true, Optional.empty(), Optional.empty());
  }
}
