package dev.tarn.plot.canvas;

import dev.tarn.potential.Vector;
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
 * @param hollow whether markers are white inside
 * @param size the size of the markers in points, positive
 * @param line how points are joined
 */
public record Series(
    String name,
    Vector x,
    Vector y,
    Color colour,
    Marker marker,
    boolean hollow,
    double size,
    Line line) {
  /** The size of markers unless another is given. */
  public static final double MARKER_SIZE = 3.6;

  /** How points are joined. */
  public enum Line {
    /** Not at all. */
    NONE,
    /** By a solid line. */
    SOLID,
    /** By a dashed line. */
    DASHED,
    /** By a thin solid line. */
    THIN
  }

  /**
   * Checks the lengths.
   *
   * @param name as above
   * @param x as above
   * @param y as above
   * @param colour as above
   * @param marker as above
   * @param hollow as above
   * @param size as above
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
   * Makes a series of filled markers of the usual size from arrays, which are copied.
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
    return new Series(name, Vector.of(x), Vector.of(y), colour, marker, false, MARKER_SIZE, line);
  }

  /**
   * A copy whose markers are white inside.
   *
   * @return the copy
   */
  public Series withHollowMarkers() {
    return new Series(name, x, y, colour, marker, true, size, line);
  }

  /**
   * A copy with markers of another size.
   *
   * @param points the size in points, positive
   * @return the copy
   */
  public Series withMarkerSize(double points) {
    return new Series(name, x, y, colour, marker, hollow, points, line);
  }

  /** A copy that the legend leaves out. */
  public Series withoutName() {
    return new Series("", x, y, colour, marker, hollow, size, line);
  }

  /** A copy for the legend alone. */
  public Series withoutPoints() {
    Vector none = Vector.of();
    return new Series(name, none, none, colour, marker, hollow, size, line);
  }
}
