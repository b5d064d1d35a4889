package dev.tarn.plot;

import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;

/**
 * Points of a chart that belong together.
 *
 * @param name what the legend says, with the marks of subscripts; empty to leave it out of the
 *     legend
 * @param x the places along the horizontal axis
 * @param y the values, as many; NaN interrupts the line
 * @param colour the colour of line and markers
 * @param marker the shape at each point
 * @param line how points are joined
 */
public record Series(
    String name,
    ImmutableDoubleArray x,
    ImmutableDoubleArray y,
    Color colour,
    Marker marker,
    Line line) {
  /** How points are joined. */
  public enum Line {
    /** Not at all. */
    NONE,
    /** By a solid line. */
    SOLID,
    /** By a dashed line. */
    DASHED
  }

  /**
   * Checks the lengths.
   *
   * @param name as above
   * @param x as above
   * @param y as above
   * @param colour as above
   * @param marker as above
   * @param line as above
   * @throws IllegalArgumentException if there are not as many values as places
   */
  public Series {
    if (x.length() != y.length()) {
      throw new IllegalArgumentException(
          "series \"" + name + "\" has " + x.length() + " places and " + y.length() + " values");
    }
  }

  /**
   * Makes a series from arrays, which are copied.
   *
   * @param name as above
   * @param x as above
   * @param y as above
   * @param colour as above
   * @param marker as above
   * @param line as above
   * @return the series
   */
  public static Series of(
      String name, double[] x, double[] y, Color colour, Marker marker, Line line) {
    return new Series(
        name, ImmutableDoubleArray.copyOf(x), ImmutableDoubleArray.copyOf(y), colour, marker, line);
  }
}
