package dev.tarn.study;

/**
 * Inputs at equal distances, the same on both axes: {@code low + k step} for {@code k = 0, 1, ...}
 * as long as that is not above {@code high}.
 *
 * @param low the first input
 * @param high what the last input does not exceed; above {@code low}
 * @param step the distance of neighbours; positive
 */
public record InputGrid(double low, double high, double step) {
  /** The largest number of inputs on an axis. */
  public static final int MAX_SIZE = 2000;

  private static final double ROUNDING = 1e-9;

  /**
   * Checks the range.
   *
   * @param low as above
   * @param high as above
   * @param step as above
   * @throws IllegalArgumentException if a number is not finite, {@code high} is not above {@code
   *     low}, the step is not positive, or there are fewer than 2 or more than {@link #MAX_SIZE}
   *     inputs on an axis
   */
  public InputGrid {
    if (!Double.isFinite(low) || !Double.isFinite(high) || !(low < high)) {
      throw new IllegalArgumentException(
          "inputs go from a lower to a higher number, not from " + low + " to " + high);
    }
    double count = Math.floor((high - low) / step + ROUNDING) + 1.0;
    if (!(step > 0.0 && count >= 2.0 && count <= MAX_SIZE)) {
      throw new IllegalArgumentException(
          "the step of the inputs leaves from 2 to "
              + MAX_SIZE
              + " of them from "
              + low
              + " to "
              + high
              + "; "
              + step
              + " does not");
    }
  }

  /**
   * The grid of section IV D of Mehta, Zhao, Bernal and Wales (2018): from -0.5 to 1.5 in steps of
   * 0.015, which are 134 inputs on an axis, the last one at 1.495.
   *
   * @return the grid
   */
  public static InputGrid ofThePaper() {
    return new InputGrid(-0.5, 1.5, 0.015);
  }

  /**
   * How many inputs there are on an axis.
   *
   * @return from 2 to {@link #MAX_SIZE}
   */
  public int size() {
    return (int) Math.floor((high - low) / step + ROUNDING) + 1;
  }

  /**
   * An input.
   *
   * @param k its number, from 0; one outside the grid gives the place where it would be
   * @return {@code low + k step}
   */
  public double at(int k) {
    return low + k * step;
  }
}
