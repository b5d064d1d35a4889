package dev.tarn.plot.picture;

import dev.tarn.plot.canvas.Legend;
import dev.tarn.plot.canvas.Marker;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.Series;
import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import dev.tarn.study.cloud.Curvature;
import dev.tarn.study.cloud.LossGradientCloud;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;

/**
 * A bar for each sample of points, divided as their curvatures are. Points of unknown curvature do
 * not count. Immutable.
 *
 * @param title as in {@link Picture#title}
 * @param width the width in points
 * @param samples the samples from top to bottom, at least one
 */
public record CurvatureBars(String title, double width, List<Named> samples) implements Picture {
  /**
   * A sample with its name.
   *
   * @param name what stands beside the bar
   * @param cloud the sample
   */
  public record Named(String name, LossGradientCloud cloud) {}

  private static final double MARGIN = 3.0;
  private static final double ROW = 12.0;
  private static final double BAR = 9.0;
  private static final double GAP = 4.0;
  private static final double TICK = 3.0;
  private static final double RULE = 0.6;
  private static final List<String> TICKS = List.of("0", "0.2", "0.4", "0.6", "0.8", "1");

  /**
   * Checks the list.
   *
   * @param title as above
   * @param width as above
   * @param samples as above
   * @throws IllegalArgumentException if there is no sample, or no curvature is known in one
   */
  public CurvatureBars {
    samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("there is no sample to draw");
    }
    for (Named sample : samples) {
      if (total(sample) == 0) {
        throw new IllegalArgumentException(
            "no curvature is known of the points of \"" + sample.name() + "\"");
      }
    }
  }

  /** The colour of a curvature in all pictures. */
  static Color colour(Curvature curvature) {
    return switch (curvature) {
      case CONVEX -> Palette.BLUE;
      case CONCAVE -> Palette.VERMILION;
      case SADDLE -> Palette.ORANGE;
      case SINGULAR -> Palette.MUTED;
    };
  }

  private static int total(Named sample) {
    return sample.cloud().counts().values().stream().mapToInt(count -> count).sum();
  }

  @Override
  public double height() {
    return Math.rint(bottom() + TICK + 2.0 * Text.SIZE + 3.0 * GAP + MARGIN);
  }

  @Override
  public void paint(Graphics2D g) {
    legend().draw(g, left(), MARGIN);
    for (int k = 0; k < samples.size(); k++) {
      drawBar(g, samples.get(k), top() + ROW * k);
    }
    drawAxis(g);
  }

  private void drawBar(Graphics2D g, Named sample, double y) {
    double middle = y + 0.5 * ROW;
    g.setColor(Palette.INK);
    double base = middle + 0.5 * Text.DIGIT_HEIGHT * Text.SIZE;
    Text.draw(g, sample.name(), left() - GAP, base, Text.SIZE, Text.Anchor.END);
    double total = total(sample);
    double x = left();
    for (Map.Entry<Curvature, Integer> entry : sample.cloud().counts().entrySet()) {
      double length = length() * entry.getValue() / total;
      g.setColor(colour(entry.getKey()));
      g.fill(new Rectangle2D.Double(x, middle - 0.5 * BAR, length, BAR));
      x += length;
    }
    g.setColor(Palette.INK);
    g.setStroke(Palette.line(RULE));
    g.draw(new Rectangle2D.Double(left(), middle - 0.5 * BAR, length(), BAR));
  }

  private void drawAxis(Graphics2D g) {
    g.setColor(Palette.INK);
    g.setStroke(Palette.line(RULE));
    double below = bottom() + TICK + GAP + Text.DIGIT_HEIGHT * Text.SIZE;
    for (int k = 0; k < TICKS.size(); k++) {
      double at = left() + length() * k / (TICKS.size() - 1);
      g.draw(new Line2D.Double(at, bottom(), at, bottom() + TICK));
      Text.draw(g, TICKS.get(k), at, below, Text.SIZE, Text.Anchor.MIDDLE);
    }
    double middle = left() + 0.5 * length();
    double base = below + GAP + Text.SIZE;
    Text.draw(g, "share of the points", middle, base, Text.SIZE, Text.Anchor.MIDDLE);
  }

  private double left() {
    double widest = 0.0;
    for (Named sample : samples) {
      widest = Math.max(widest, Text.width(sample.name(), Text.SIZE));
    }
    return MARGIN + widest + GAP;
  }

  private double length() {
    return width - left() - 2.0 * MARGIN;
  }

  private double top() {
    return MARGIN + legend().height();
  }

  private double bottom() {
    return top() + ROW * samples.size();
  }

  private Legend legend() {
    List<Legend.Entry> entries =
        List.of(Curvature.values()).stream()
            .filter(curvature -> samples.stream().anyMatch(s -> count(s, curvature) > 0))
            .map(
                curvature ->
                    new Legend.Entry(
                        curvature.label(), colour(curvature), Marker.SQUARE, Series.Line.NONE))
            .toList();
    return new Legend(entries, length());
  }

  private static int count(Named sample, Curvature curvature) {
    return sample.cloud().counts().getOrDefault(curvature, 0);
  }
}
