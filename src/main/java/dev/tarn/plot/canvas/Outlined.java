package dev.tarn.plot.canvas;

import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import java.awt.Graphics2D;

/**
 * A picture whose text is drawn as outlines: it looks the same wherever it is shown, but cannot be
 * searched, read aloud or edited as text. Immutable.
 *
 * @param picture the picture
 */
public record Outlined(Picture picture) implements Picture {
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
    return picture.height();
  }

  @Override
  public void paint(Graphics2D g) {
    Text.asOutlines(g);
    picture.paint(g);
  }
}
