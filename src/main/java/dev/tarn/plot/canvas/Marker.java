package dev.tarn.plot.canvas;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shape of a data point; shapes differ so that a print without colour tells series apart. */
public enum Marker {
  /** No mark. */
  NONE,
  /** A disc without an outline, for points in large numbers. */
  DOT,
  /** A disc. */
  CIRCLE,
  /** A square. */
  SQUARE,
  /** A triangle that stands on its base. */
  TRIANGLE,
  /** A square that stands on a corner. */
  DIAMOND,
  /** A triangle that stands on its tip. */
  WEDGE,
  /** An upright cross. */
  CROSS;

  private static final double OUTLINE = 0.6;

  /**
   * Draws the marker.
   *
   * @param size the side of a square of about the same weight, in points
   */
  public void draw(Graphics2D g, double x, double y, double size, Color fill, Color outline) {
    if (this == NONE) {
      return;
    }
    Shape shape = shape(x, y, size);
    g.setColor(fill);
    g.fill(shape);
    if (this == DOT) {
      return;
    }
    g.setColor(outline);
    g.setStroke(Palette.line(OUTLINE));
    g.draw(shape);
  }

  /** The diameter of a disc of a size. */
  static double diameter(double size) {
    return 1.1 * size;
  }

  private Shape shape(double x, double y, double size) {
    double h = 0.5 * size;
    return switch (this) {
      case NONE, DOT, CIRCLE -> new Ellipse2D.Double(x - 1.1 * h, y - 1.1 * h, 2.2 * h, 2.2 * h);
      case SQUARE -> new Rectangle2D.Double(x - h, y - h, size, size);
      case TRIANGLE -> polygon(x, y, h, 0.0, -1.35, 1.2, 0.85, -1.2, 0.85);
      case WEDGE -> polygon(x, y, h, 0.0, 1.35, 1.2, -0.85, -1.2, -0.85);
      case DIAMOND -> polygon(x, y, h, 0.0, -1.4, 1.4, 0.0, 0.0, 1.4, -1.4, 0.0);
      case CROSS ->
          polygon(
              x, y, h, -0.35, -1.2, 0.35, -1.2, 0.35, -0.35, 1.2, -0.35, 1.2, 0.35, 0.35, 0.35,
              0.35, 1.2, -0.35, 1.2, -0.35, 0.35, -1.2, 0.35, -1.2, -0.35, -0.35, -0.35);
    };
  }

  private static Shape polygon(double x, double y, double h, double... corners) {
    Path2D path = new Path2D.Double();
    for (int k = 0; k < corners.length; k += 2) {
      double px = x + h * corners[k];
      double py = y + h * corners[k + 1];
      if (k == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    path.closePath();
    return path;
  }
}
