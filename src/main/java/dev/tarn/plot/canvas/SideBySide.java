package dev.tarn.plot.canvas;

import dev.tarn.plot.format.Picture;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * Pictures of one panel side by side, their tops level. Immutable.
 *
 * @param title as in {@link Picture#title}
 * @param pictures the pictures from left to right, at least one
 */
public record SideBySide(String title, List<Picture> pictures) implements Picture {
  public SideBySide {
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("there is at least one picture");
    }
    pictures = List.copyOf(pictures);
  }

  @Override
  public double width() {
    return pictures.stream().mapToDouble(Picture::width).sum()
        + Panels.BETWEEN * (pictures.size() - 1);
  }

  @Override
  public double height() {
    return pictures.stream().mapToDouble(Picture::height).max().orElseThrow();
  }

  @Override
  public void paint(Graphics2D g) {
    double x = 0.0;
    for (Picture picture : pictures) {
      AffineTransform before = g.getTransform();
      g.translate(x, 0.0);
      picture.paint(g);
      g.setTransform(before);
      x += picture.width() + Panels.BETWEEN;
    }
  }
}
