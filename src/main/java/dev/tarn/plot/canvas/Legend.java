package dev.tarn.plot.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/** Lines and markers with their names, above a drawing and as wide as it. Immutable. */
public final class Legend {
  /**
   * A symbol with its name.
   *
   * @param name the text, with the marks of subscripts
   * @param colour the colour of line and marker
   * @param marker the marker on the line
   * @param hollow whether the marker is white inside
   * @param line the line
   */
  public record Entry(String name, Color colour, Marker marker, boolean hollow, Series.Line line) {
    /** A filled marker. */
    public Entry(String name, Color colour, Marker marker, Series.Line line) {
      this(name, colour, marker, false, line);
    }

    static Entry of(Series series) {
      return new Entry(
          series.name(), series.colour(), series.marker(), series.hollow(), series.line());
    }
  }

  private static final double MARKER = 4.0;
  private static final double GAP = 4.0;
  private static final double WEIGHT = 1.1;
  private static final double THIN = 0.5;

  private final Key key;

  public Legend(List<Entry> entries, double width) {
    key = new Key(entries.stream().map(Legend::item).toList(), width);
  }

  public double height() {
    return key.height() == 0.0 ? 0.0 : key.height() + GAP;
  }

  public void draw(Graphics2D g, double left, double top) {
    key.draw(g, left, top);
  }

  private static Key.Item item(Entry entry) {
    return new Key.Item(
        entry.name(),
        (g, x, y) -> {
          g.setColor(entry.colour());
          if (entry.line() != Series.Line.NONE) {
            g.setStroke(stroke(entry.line()));
            g.draw(new Line2D.Double(x - 0.5 * Key.SYMBOL, y, x + 0.5 * Key.SYMBOL, y));
          }
          Color inside = entry.hollow() ? Color.WHITE : entry.colour();
          entry.marker().draw(g, x, y, MARKER, inside, entry.colour());
        });
  }

  /** The stroke of a kind of line. */
  public static BasicStroke stroke(Series.Line line) {
    return switch (line) {
      case NONE, SOLID -> Palette.line(WEIGHT);
      case DASHED -> Palette.dashed(WEIGHT, 3.0, 2.0);
      case THIN -> Palette.line(THIN);
    };
  }
}
