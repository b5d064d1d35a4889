package dev.tarn.plot.canvas;

import dev.tarn.plot.format.Picture;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.Comparator;
import java.util.List;

/**
 * A picture with a legend above it for all that is in it. Immutable.
 *
 * @param series whose names, colours and markers the legend shows, each name once and in
 *     alphabetical order, as they come in another order in each part of the picture
 * @param picture the picture
 */
public record SharedLegend(List<Series> series, Picture picture) implements Picture {
  private static final double MARGIN = 3.0;

  public SharedLegend {
    series = List.copyOf(series);
  }

  @Override
  public String title() {
    return picture.title();
  }

  @Override
  public double width() {
    return picture.width();
  }

  @Override
  public double height() {
    return MARGIN + legend().height() + picture.height();
  }

  @Override
  public void paint(Graphics2D g) {
    legend().draw(g, MARGIN, MARGIN);
    AffineTransform before = g.getTransform();
    g.translate(0.0, MARGIN + legend().height());
    picture.paint(g);
    g.setTransform(before);
  }

  private Legend legend() {
    List<Legend.Entry> entries =
        series.stream()
            .filter(one -> !one.name().isEmpty())
            .map(Legend.Entry::of)
            .distinct()
            .sorted(Comparator.comparing(Legend.Entry::name))
            .toList();
    return new Legend(entries, width() - 2.0 * MARGIN);
  }
}
