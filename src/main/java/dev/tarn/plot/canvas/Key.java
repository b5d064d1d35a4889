package dev.tarn.plot.canvas;

import dev.tarn.plot.font.Text;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of symbols with what they mean, as wide as a drawing; a text that is wider is cut.
 * Immutable.
 */
public final class Key {
  /** What draws a symbol. */
  @FunctionalInterface
  public interface Symbol {
    /**
     * Draws the symbol in the middle of a place of {@link #SYMBOL} points by {@link #ROW}.
     *
     * @param g where to draw
     * @param x the middle of the place
     * @param y the middle of the place
     */
    void draw(Graphics2D g, double x, double y);
  }

  /**
   * A symbol with its meaning.
   *
   * @param text the text, with the marks of subscripts and superscripts
   * @param symbol what draws the symbol
   */
  public record Item(String text, Symbol symbol) {}

  /** The width of a symbol's place. */
  public static final double SYMBOL = 14.0;

  /** The height of a row. */
  public static final double ROW = 10.0;

  private static final double GAP = 4.0;
  private static final double BETWEEN = 10.0;

  private final List<List<Item>> rows = new ArrayList<>();

  public Key(List<Item> items, double width) {
    double used = Double.POSITIVE_INFINITY;
    for (Item given : items) {
      Item item = shortened(given, width);
      double needed = width(item);
      if (used + needed - BETWEEN > width) {
        rows.add(new ArrayList<>());
        used = 0.0;
      }
      rows.get(rows.size() - 1).add(item);
      used += needed;
    }
  }

  public double height() {
    return ROW * rows.size();
  }

  public void draw(Graphics2D g, double left, double top) {
    double y = top + 0.5 * ROW;
    for (List<Item> row : rows) {
      double x = left;
      for (Item item : row) {
        item.symbol().draw(g, x + 0.5 * SYMBOL, y);
        g.setColor(Palette.INK);
        double base = y + 0.5 * Text.DIGIT_HEIGHT * Text.SIZE;
        Text.draw(g, item.text(), x + SYMBOL + GAP, base, Text.SIZE, Text.Anchor.START);
        x += width(item);
      }
      y += ROW;
    }
  }

  /** An item whose text ends in dots where it would not fit. */
  private static Item shortened(Item item, double width) {
    String plain = Text.plain(item.text());
    Item fitting = item;
    for (int end = plain.length() - 1; end >= 0 && width(fitting) - BETWEEN > width; end--) {
      fitting = new Item(plain.substring(0, end).stripTrailing() + "\u2026", item.symbol());
    }
    return fitting;
  }

  private static double width(Item item) {
    return SYMBOL + GAP + Text.width(item.text(), Text.SIZE) + BETWEEN;
  }
}
