package dev.tarn.plot.canvas;

import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import java.awt.Graphics2D;
import java.util.List;

/**
 * Lines of text in the middle of a width. Immutable.
 *
 * @param width the width in points
 * @param lines the lines, with the marks of subscripts and superscripts
 */
public record Caption(double width, List<String> lines) implements Picture {
  private static final double ROW = 1.25 * Text.SIZE;

  public Caption {
    lines = List.copyOf(lines);
  }

  @Override
  public String title() {
    return String.join(" ", lines.stream().map(Text::plain).toList());
  }

  @Override
  public double height() {
    return ROW * lines.size();
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(Palette.INK);
    for (int k = 0; k < lines.size(); k++) {
      Text.draw(g, lines.get(k), 0.5 * width, ROW * k + Text.SIZE, Text.SIZE, Text.Anchor.MIDDLE);
    }
  }
}
