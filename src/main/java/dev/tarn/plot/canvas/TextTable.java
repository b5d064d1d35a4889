package dev.tarn.plot.canvas;

import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/**
 * A table as a picture: columns of right-aligned text under a header, with rules above and below as
 * in a journal. Text becomes smaller where it would be wider than the picture. Immutable.
 *
 * @param title as in {@link Picture#title}
 * @param width the width in points
 * @param header the names of the columns, at least one
 * @param rows the rows from top to bottom, each with as many texts as there are columns
 */
public record TextTable(String title, double width, List<String> header, List<List<String>> rows)
    implements Picture {
  private static final double MARGIN = 3.0;
  private static final double ROW = 10.0;
  private static final double GAP = 12.0;
  private static final double PADDING = 2.5;
  private static final double RULE = 0.6;

  /**
   * Takes copies of the lists.
   *
   * @param title as above
   * @param width as above
   * @param header as above
   * @param rows as above
   * @throws IllegalArgumentException if there is no column, or a row has another number of texts
   */
  public TextTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    if (header.isEmpty()) {
      throw new IllegalArgumentException("a table has at least one column");
    }
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row has " + header.size() + " texts, not " + row.size() + ": " + row);
      }
    }
  }

  @Override
  public double height() {
    return 2.0 * MARGIN + ROW * (rows.size() + 1) + 4.0 * PADDING;
  }

  @Override
  public void paint(Graphics2D g) {
    double size = size();
    double right = Math.min(width - MARGIN, MARGIN + natural() * size / Text.SIZE);
    g.setColor(Palette.INK);
    g.setStroke(Palette.line(RULE));
    double y = MARGIN;
    rule(g, y, right);
    y += PADDING;
    drawRow(g, header, y, size);
    y += ROW + PADDING;
    rule(g, y, right);
    y += PADDING;
    for (List<String> row : rows) {
      drawRow(g, row, y, size);
      y += ROW;
    }
    rule(g, y + PADDING, right);
  }

  private static void rule(Graphics2D g, double y, double right) {
    g.draw(new Line2D.Double(MARGIN, y, right, y));
  }

  private void drawRow(Graphics2D g, List<String> row, double top, double size) {
    double base = top + 0.5 * (ROW + Text.DIGIT_HEIGHT * size);
    double right = MARGIN;
    for (int c = 0; c < row.size(); c++) {
      right += columnWidth(c) * size / Text.SIZE;
      Text.draw(g, row.get(c), right, base, size, Text.Anchor.END);
      right += GAP * size / Text.SIZE;
    }
  }

  private double size() {
    return Text.SIZE * Math.min(1.0, (width - 2.0 * MARGIN) / natural());
  }

  /** The width of all columns with text of the usual size. */
  private double natural() {
    double sum = GAP * (header.size() - 1);
    for (int c = 0; c < header.size(); c++) {
      sum += columnWidth(c);
    }
    return sum;
  }

  private double columnWidth(int column) {
    double widest = Text.width(header.get(column), Text.SIZE);
    for (List<String> row : rows) {
      widest = Math.max(widest, Text.width(row.get(column), Text.SIZE));
    }
    return widest;
  }
}
