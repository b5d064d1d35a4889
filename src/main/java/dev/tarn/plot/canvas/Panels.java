package dev.tarn.plot.canvas;

import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture made of pictures in rows, with a letter at the top left of each: (a), (b), …, and its
 * name if it has one. A single picture has no letter. Columns are as wide as their widest picture,
 * rows as high as their highest. Immutable.
 *
 * @param title as in {@link Picture#title}
 * @param columns how many pictures stand side by side, at least 1
 * @param before how many letters are taken already, 0 or more
 * @param names what stands after the letter of each picture; empty for no names
 * @param pictures the pictures, row by row, at least one
 */
public record Panels(
    String title, int columns, int before, List<String> names, List<Picture> pictures)
    implements Picture {
  /** The space between two columns. */
  static final double BETWEEN = 8.0;

  private static final double LETTER = 8.0;
  private static final double INSET = 2.0;
  private static final double LETTER_ROW = 11.0;
  private static final double BETWEEN_ROWS = 4.0;
  private static final int LETTERS = 26;

  /**
   * Takes copies of the lists.
   *
   * @param title as above
   * @param columns as above
   * @param before as above
   * @param names as above
   * @param pictures as above
   * @throws IllegalArgumentException if there is no column or no picture, or there are some names
   *     but not one for each picture
   */
  public Panels {
    if (columns < 1) {
      throw new IllegalArgumentException("panels have at least 1 column, not " + columns);
    }
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("panels need at least one picture");
    }
    if (!names.isEmpty() && names.size() != pictures.size()) {
      throw new IllegalArgumentException(
          "there is a name for each of " + pictures.size() + " pictures, not " + names.size());
    }
    names = List.copyOf(names);
    pictures = List.copyOf(pictures);
  }

  /**
   * Panels without names.
   *
   * @param title as above
   * @param columns as above
   * @param before as above
   * @param pictures as above
   * @throws IllegalArgumentException if there is no column or no picture
   */
  public Panels(String title, int columns, int before, List<Picture> pictures) {
    this(title, columns, before, List.of(), pictures);
  }

  /**
   * Panels from the letter (a) on, without names.
   *
   * @param title as above
   * @param columns as above
   * @param pictures as above
   * @throws IllegalArgumentException if there is no column or no picture
   */
  public Panels(String title, int columns, List<Picture> pictures) {
    this(title, columns, 0, pictures);
  }

  /** The width of each of some pictures that side by side fill a width. */
  public static double share(double width, int columns) {
    return (width - (columns - 1) * BETWEEN) / columns;
  }

  @Override
  public double width() {
    return columnWidths().stream().mapToDouble(w -> w).sum()
        + BETWEEN * (columnWidths().size() - 1);
  }

  @Override
  public double height() {
    double height = 0.0;
    for (int first = 0; first < pictures.size(); first += columns) {
      height += (first == 0 ? 0.0 : BETWEEN_ROWS) + rowHeight(first);
    }
    return height;
  }

  @Override
  public void paint(Graphics2D g) {
    List<Double> widths = columnWidths();
    double y = 0.0;
    for (int first = 0; first < pictures.size(); first += columns) {
      double x = 0.0;
      for (int k = first; k < Math.min(first + columns, pictures.size()); k++) {
        g.setColor(Palette.INK);
        if (letterRow() > 0.0) {
          String text =
              "(" + letter(before + k) + ")" + (names.isEmpty() ? "" : " " + names.get(k));
          Text.draw(g, text, x + INSET, y + LETTER, LETTER, Text.Anchor.START);
        }
        AffineTransform before = g.getTransform();
        g.translate(x, y + letterRow());
        pictures.get(k).paint(g);
        g.setTransform(before);
        x += widths.get(k - first) + BETWEEN;
      }
      y += rowHeight(first) + BETWEEN_ROWS;
    }
  }

  /** a, b, …, z, aa, ab, …. */
  static String letter(int number) {
    String last = Character.toString((char) ('a' + number % LETTERS));
    return number < LETTERS ? last : letter(number / LETTERS - 1) + last;
  }

  private double letterRow() {
    return pictures.size() + before > 1 ? LETTER_ROW : 0.0;
  }

  private double rowHeight(int first) {
    double highest = 0.0;
    for (Picture picture : pictures.subList(first, Math.min(first + columns, pictures.size()))) {
      highest = Math.max(highest, picture.height());
    }
    return letterRow() + highest;
  }

  private List<Double> columnWidths() {
    List<Double> widths = new ArrayList<>();
    for (int k = 0; k < pictures.size(); k++) {
      double width = pictures.get(k).width();
      if (k < columns) {
        widths.add(width);
      } else {
        widths.set(k % columns, Math.max(widths.get(k % columns), width));
      }
    }
    return widths;
  }
}
