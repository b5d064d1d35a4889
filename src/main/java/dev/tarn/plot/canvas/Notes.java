package dev.tarn.plot.canvas;

import dev.tarn.plot.font.Text;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Sentences below a drawing, in small grey letters, broken into lines that fit. Immutable. */
public final class Notes {
  private static final double SIZE = 6.0;
  private static final double ROW = 8.0;
  private static final double GAP = 3.0;

  private final List<String> lines = new ArrayList<>();

  public Notes(List<String> sentences, double width) {
    for (String sentence : sentences) {
      String line = "";
      for (String word : sentence.split(" ", -1)) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (!line.isEmpty() && Text.width(longer, SIZE) > width) {
          lines.add(line);
          line = word;
        } else {
          line = longer;
        }
      }
      lines.add(line);
    }
  }

  public double height() {
    return lines.isEmpty() ? 0.0 : GAP + ROW * lines.size();
  }

  public void draw(Graphics2D g, double left, double top) {
    g.setColor(Palette.MUTED);
    double base = top + GAP + SIZE;
    for (String line : lines) {
      Text.draw(g, line, left, base, SIZE, Text.Anchor.START);
      base += ROW;
    }
  }
}
