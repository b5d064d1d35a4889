package dev.tarn.plot;

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
record Frame(Rectangle2D area, Axis x, Axis y) {
  private static final double TICK = 3.0;
  private static final double MINOR_TICK = 1.6;
  private static final double GAP = 2.5;
  private static final double TITLE_GAP = 4.0;
  private static final double RULE = 0.6;

  /** The height that the horizontal axis needs below the area. */
  static double below(Axis x) {
    return TICK + GAP + Text.SIZE + (x.title().isEmpty() ? 0.0 : TITLE_GAP + Text.SIZE) + 2.0;
  }

  /** The width that the vertical axis needs to the left of an area of a height. */
  static double left(Axis y, double height) {
    double widest = 0.0;
    for (Axis.Tick tick : y.ticks(fittingUpwards(height))) {
      widest = Math.max(widest, Text.width(tick.label(), Text.SIZE));
    }
    return TICK + GAP + widest + (y.title().isEmpty() ? 1.0 : TITLE_GAP + Text.SIZE);
  }

  double x(double value) {
    return area.getX() + x.share(value) * area.getWidth();
  }

  double y(double value) {
    return area.getMaxY() - y.share(value) * area.getHeight();
  }

  void draw(Graphics2D g) {
    g.setColor(Palette.INK);
    g.setStroke(Palette.line(RULE));
    g.draw(area);
    drawHorizontal(g);
    drawVertical(g);
  }

  /** The vertical axis alone, with a line for it, and no box. */
  void drawLeft(Graphics2D g) {
    g.setColor(Palette.INK);
    g.setStroke(Palette.line(RULE));
    g.draw(new Line2D.Double(area.getX(), area.getY(), area.getX(), area.getMaxY()));
    drawVertical(g);
  }

  private void drawHorizontal(Graphics2D g) {
    double base = area.getMaxY();
    for (Axis.Tick tick : horizontalTicks()) {
      double at = x(tick.value());
      boolean major = !tick.label().isEmpty();
      g.draw(new Line2D.Double(at, base, at, base + (major ? TICK : MINOR_TICK)));
      if (major) {
        double below = base + TICK + GAP + Text.DIGIT_HEIGHT * Text.SIZE;
        Text.draw(g, tick.label(), at, below, Text.SIZE, Text.Anchor.MIDDLE);
      }
    }
    double at = base + TICK + GAP + Text.SIZE + TITLE_GAP + Text.DIGIT_HEIGHT * Text.SIZE;
    Text.draw(g, x.title(), area.getCenterX(), at, Text.SIZE, Text.Anchor.MIDDLE);
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
    Text.drawUpwards(g, y.title(), at, area.getCenterY(), Text.SIZE, Text.Anchor.MIDDLE);
  }

  /** As many labels as stand side by side without touching. */
  private List<Axis.Tick> horizontalTicks() {
    for (int fitting = 8; fitting > 2; fitting--) {
      List<Axis.Tick> ticks = x.ticks(fitting);
      double end = Double.NEGATIVE_INFINITY;
      boolean free = true;
      for (Axis.Tick tick : ticks) {
        double half = 0.5 * Text.width(tick.label(), Text.SIZE);
        if (half > 0.0) {
          free &= x(tick.value()) - half > end + GAP;
          end = x(tick.value()) + half;
        }
      }
      if (free) {
        return ticks;
      }
    }
    return x.ticks(2);
  }

  private static int fittingUpwards(double height) {
    return Math.max(2, Math.min(8, (int) (height / (3.0 * Text.SIZE))));
  }
}
