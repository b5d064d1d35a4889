package dev.tarn.plot.canvas;

import java.util.Arrays;
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

  /**
   * The axis of values.
   *
   * @param title as in {@link Axis}
   * @param values the values to be shown, at least one, finite; with a logarithmic axis 0 or more
   * @return the axis; a zero has a place of its own on a logarithmic one
   * @throws IllegalArgumentException if the only end given leaves out every value
   */
  public Axis axis(String title, double... values) {
    if (!logarithmic) {
      return ending(Axis.around(title, values));
    }
    double[] positive = Arrays.stream(values).filter(value -> value > 0.0).toArray();
    Axis axis =
        positive.length == 0
            ? new Axis(title, 0.1, 1.0, Axis.Scale.LOGARITHMIC)
            : Axis.aroundLogarithms(title, positive);
    boolean zero = positive.length < values.length;
    return ending(
        new Axis(
            title,
            axis.low(),
            axis.high(),
            zero ? Axis.Scale.LOGARITHMIC_AND_ZERO : Axis.Scale.LOGARITHMIC));
  }

  private Axis ending(Axis around) {
    double low = lowest.orElse(around.low());
    double high = highest.orElse(around.high());
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "nothing to show: the values go from " + around.low() + " to " + around.high());
    }
    return new Axis(around.title(), low, high, around.scale());
  }
}
