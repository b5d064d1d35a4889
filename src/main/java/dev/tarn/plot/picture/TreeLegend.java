package dev.tarn.plot.picture;

import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Frame;
import dev.tarn.plot.canvas.Legend;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.font.Text;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** What the colours of a disconnectivity graph mean: categories, or a ramp. Immutable. */
final class TreeLegend {
  private static final double STRIP = 6.0;
  private static final double GAP = 2.5;
  private static final double TICK = 2.0;
  private static final int STEPS = 64;

  private final double width;
  private final Legend categories;
  private final Optional<Axis> ramp;

  TreeLegend(Optional<Colouring> colouring, double width) {
    this.width = width;
    categories = new Legend(colouring.map(Colouring::entries).orElse(List.of()), width);
    ramp = colouring.flatMap(Colouring::ramp);
  }

  double height() {
    return ramp.isEmpty()
        ? categories.height()
        : 2.0 * (Text.SIZE + GAP) + STRIP + TICK + 2.0 * GAP;
  }

  void draw(Graphics2D g, double left, double top) {
    if (ramp.isEmpty()) {
      categories.draw(g, left, top);
      return;
    }
    Axis axis = ramp.get();
    g.setColor(Palette.INK);
    double base = top + Text.SIZE;
    Text.draw(g, axis.caption(), left, base, Text.SIZE, Text.Anchor.START);
    double strip = base + GAP;
    for (int k = 0; k < STEPS; k++) {
      g.setColor(Palette.ramp((k + 0.5) / STEPS));
      // A little overlap leaves no seams between the steps.
      double wide = Math.min(width - width * k / STEPS, 1.3 * width / STEPS);
      g.fill(new Rectangle2D.Double(left + width * k / STEPS, strip, wide, STRIP));
    }
    g.setColor(Palette.INK);
    g.setStroke(Palette.line(0.5));
    for (Axis.Tick tick : Frame.ticksAlong(axis, width)) {
      if (!tick.label().isEmpty()) {
        double x = left + width * axis.share(tick.value());
        g.draw(new Line2D.Double(x, strip + STRIP, x, strip + STRIP + TICK));
        double below = strip + STRIP + TICK + GAP + Text.DIGIT_HEIGHT * Text.SIZE;
        Text.draw(g, tick.label(), x, below, Text.SIZE, Text.Anchor.MIDDLE);
      }
    }
  }
}
