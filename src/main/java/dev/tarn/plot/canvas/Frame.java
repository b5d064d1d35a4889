package dev.tarn.plot.canvas;

import dev.tarn.plot.font.Text;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The area that two axes span, with their ticks and titles around it. Immutable.
 *
 * @param area the inside, in points of the picture
 * @param x the horizontal axis, from left to right
 * @param y the vertical axis, from bottom to top
 */
public record Frame(Rectangle2D area, Axis x, Axis y) {
  private static final double TICK = 3.0;
  private static final double MINOR_TICK = 1.6;
  private static final double GAP = 2.5;
  private static final double TITLE_GAP = 4.0;
  private static final double RULE = 0.6;
  private static final double BREAK = 2.2;

  /** The height that the horizontal axis needs below the area. */
  public static double below(Axis x) {
    return TICK + GAP + Text.SIZE + (x.title().isEmpty() ? 0.0 : TITLE_GAP + Text.SIZE) + 2.0;
  }

  /** The width that the vertical axis needs to the left of an area of a height. */
  public static double left(Axis y, double height) {
    double widest = 0.0;
    for (Axis.Tick tick : y.ticks(fittingUpwards(height))) {
      widest = Math.max(widest, Text.width(tick.label(), Text.SIZE));
    }
    return TICK + GAP + widest + (y.title().isEmpty() ? 1.0 : TITLE_GAP + Text.SIZE);
  }

  public double x(double value) {
    return area.getX() + x.share(value) * area.getWidth();
  }

  public double y(double value) {
    return area.getMaxY() - y.share(value) * area.getHeight();
  }

  public void draw(Graphics2D g) {
    drawBoxed(g);
    drawHorizontal(g);
  }

  /** The box around the area, and the vertical axis at its left. */
  public void drawBoxed(Graphics2D g) {
    g.setColor(Palette.INK);
    g.setStroke(Palette.line(RULE));
    g.draw(area);
    drawVertical(g);
    drawBreak(g, area.getMaxX());
  }

  /** The vertical axis alone, with a line for it, and no box. */
  public void drawLeft(Graphics2D g) {
    g.setColor(Palette.INK);
    g.setStroke(Palette.line(RULE));
    g.draw(new Line2D.Double(area.getX(), area.getY(), area.getX(), area.getMaxY()));
    drawVertical(g);
  }

  /** Two strokes across a gap in a vertical rule, where its scale leaps to zero. */
  private void drawBreak(Graphics2D g, double at) {
    if (y.scale() != Axis.Scale.LOGARITHMIC_AND_ZERO) {
      return;
    }
    double middle = area.getMaxY() - Axis.BREAK * area.getHeight();
    g.setColor(Color.WHITE);
    g.fill(new Rectangle2D.Double(at - RULE, middle - 0.5 * BREAK, 2.0 * RULE, BREAK));
    g.setColor(Palette.INK);
    for (double shift : new double[] {-0.5 * BREAK, 0.5 * BREAK}) {
      double base = middle + shift;
      g.draw(new Line2D.Double(at - BREAK, base + 0.4 * BREAK, at + BREAK, base - 0.4 * BREAK));
    }
  }

  private void drawHorizontal(Graphics2D g) {
    double base = area.getMaxY();
    for (Axis.Tick tick : ticksAlong(x, area.getWidth())) {
      double at = x(tick.value());
      boolean major = !tick.label().isEmpty();
      g.draw(new Line2D.Double(at, base, at, base + (major ? TICK : MINOR_TICK)));
      if (major) {
        double below = base + TICK + GAP + Text.DIGIT_HEIGHT * Text.SIZE;
        Text.draw(g, tick.label(), at, below, Text.SIZE, Text.Anchor.MIDDLE);
      }
    }
    double at = base + TICK + GAP + Text.SIZE + TITLE_GAP + Text.DIGIT_HEIGHT * Text.SIZE;
    double size = fitting(x.caption(), area.getWidth());
    Text.draw(g, x.caption(), area.getCenterX(), at, size, Text.Anchor.MIDDLE);
  }

  private void drawVertical(Graphics2D g) {
    for (Axis.Tick tick : y.ticks(fittingUpwards(area.getHeight()))) {
      double at = y(tick.value());
      boolean major = !tick.label().isEmpty();
      g.draw(new Line2D.Double(area.getX(), at, area.getX() - (major ? TICK : MINOR_TICK), at));
      if (major) {
        double base = at + 0.5 * Text.DIGIT_HEIGHT * Text.SIZE;
        Text.draw(g, tick.label(), area.getX() - TICK - GAP, base, Text.SIZE, Text.Anchor.END);
      }
    }
    double at = area.getX() - left(y, area.getHeight()) + Text.DIGIT_HEIGHT * Text.SIZE;
    double size = fitting(y.caption(), area.getHeight());
    Text.drawUpwards(g, y.caption(), at, area.getCenterY(), size, Text.Anchor.MIDDLE);
    drawBreak(g, area.getX());
  }

  /** The ticks of an axis of a length, with as many labels as stand side by side. */
  public static List<Axis.Tick> ticksAlong(Axis axis, double length) {
    for (int fitting = 8; fitting > 2; fitting--) {
      List<Axis.Tick> ticks = axis.ticks(fitting);
      double end = Double.NEGATIVE_INFINITY;
      boolean free = true;
      for (Axis.Tick tick : ticks) {
        double half = 0.5 * Text.width(tick.label(), Text.SIZE);
        if (half > 0.0) {
          double at = axis.share(tick.value()) * length;
          free &= at - half > end + GAP;
          end = at + half;
        }
      }
      if (free) {
        return ticks;
      }
    }
    return axis.ticks(2);
  }

  private static int fittingUpwards(double height) {
    return Math.max(2, Math.min(8, (int) (height / (2.2 * Text.SIZE))));
  }

  /** The size at which a title is not longer than its axis. */
  private static double fitting(String title, double length) {
    return Math.min(Text.SIZE, length / Math.max(1e-3, Text.width(title, 1.0)));
  }
}
