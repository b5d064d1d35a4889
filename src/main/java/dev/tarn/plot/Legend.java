package dev.tarn.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** Rows of symbols with names, above a drawing and as wide as it. Immutable. */
final class Legend {
  /**
   * A symbol with its name.
   *
   * @param name the text, with the marks of subscripts
   * @param colour the colour of line and marker
   * @param marker the marker on the line
   * @param hollow whether the marker is white inside
   * @param line the line
   */
  record Entry(String name, Color colour, Marker marker, boolean hollow, Series.Line line) {
    /** A filled marker. */
    Entry(String name, Color colour, Marker marker, Series.Line line) {
      this(name, colour, marker, false, line);
    }

    static Entry of(Series series) {
      return new Entry(
          series.name(), series.colour(), series.marker(), series.hollow(), series.line());
    }
  }

  private static final double ROW = 10.0;
  private static final double SYMBOL = 14.0;
  private static final double GAP = 4.0;
  private static final double BETWEEN = 10.0;
  private static final double WEIGHT = 1.1;
  private static final double THIN = 0.5;

  private final List<List<Entry>> rows = new ArrayList<>();

  Legend(List<Entry> entries, double width) {
    double used = Double.POSITIVE_INFINITY;
    for (Entry entry : entries) {
      Entry fitting = shortened(entry, width);
      double needed = width(fitting);
      if (used + needed - BETWEEN > width) {
        rows.add(new ArrayList<>());
        used = 0.0;
      }
      rows.get(rows.size() - 1).add(fitting);
      used += needed;
    }
  }

  double height() {
    return rows.isEmpty() ? 0.0 : ROW * rows.size() + GAP;
  }

  void draw(Graphics2D g, double left, double top) {
    double y = top + 0.5 * ROW;
    for (List<Entry> row : rows) {
      double x = left;
      for (Entry entry : row) {
        g.setColor(entry.colour());
        if (entry.line() != Series.Line.NONE) {
          g.setStroke(stroke(entry.line()));
          g.draw(new Line2D.Double(x, y, x + SYMBOL, y));
        }
        Color inside = entry.hollow() ? Color.WHITE : entry.colour();
        entry.marker().draw(g, x + 0.5 * SYMBOL, y, 4.0, inside, entry.colour());
        g.setColor(Palette.INK);
        double base = y + 0.5 * Text.DIGIT_HEIGHT * Text.SIZE;
        Text.draw(g, entry.name(), x + SYMBOL + GAP, base, Text.SIZE, Text.Anchor.START);
        x += width(entry);
      }
      y += ROW;
    }
  }

  /** The stroke of a kind of line. */
  static BasicStroke stroke(Series.Line line) {
    return switch (line) {
      case NONE, SOLID -> Palette.line(WEIGHT);
      case DASHED -> Palette.dashed(WEIGHT, 3.0, 2.0);
      case THIN -> Palette.line(THIN);
    };
  }

  /** An entry whose name ends in dots where it would not fit. */
  private static Entry shortened(Entry entry, double width) {
    if (width(entry) - BETWEEN <= width) {
      return entry;
    }
    String plain = Text.plain(entry.name());
    Entry fitting = entry;
    for (int end = plain.length() - 1; end >= 0 && width(fitting) - BETWEEN > width; end--) {
      String name = plain.substring(0, end).stripTrailing() + "\u2026";
      fitting = new Entry(name, entry.colour(), entry.marker(), entry.hollow(), entry.line());
    }
    return fitting;
  }

  private static double width(Entry entry) {
    return SYMBOL + GAP + Text.width(entry.name(), Text.SIZE) + BETWEEN;
  }
}
