package dev.tarn.plot.canvas;

import dev.tarn.plot.format.Picture;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * Pictures one below the other, each in the middle of the width. Immutable.
 *
 * @param title as in {@link Picture#title}
 * @param between the space between two pictures, in points
 * @param pictures the pictures from top to bottom, at least one
 */
public record Rows(String title, double between, List<Picture> pictures) implements Picture {
  public Rows {
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("rows need at least one picture");
    }
    pictures = List.copyOf(pictures);
  }

  @Override
  public double width() {
    return pictures.stream().mapToDouble(Picture::width).max().orElseThrow();
  }

  @Override
  public double height() {
    return pictures.stream().mapToDouble(Picture::height).sum() + between * (pictures.size() - 1);
  }

  @Override
  public void paint(Graphics2D g) {
    double y = 0.0;
    for (Picture picture : pictures) {
      AffineTransform before = g.getTransform();
      g.translate(0.5 * (width() - picture.width()), y);
      picture.paint(g);
      g.setTransform(before);
      y += picture.height() + between;
    }
  }
}
