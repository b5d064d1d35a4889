package dev.tarn.plot.canvas;

import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Lines and markers over two axes, with a legend above where more than one series has a name; a
 * series without points is shown in the legend all the same. Immutable.
 *
 * @param title as in {@link Picture#title}
 * @param width the width in points
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series what is drawn, the first one lowest
 * @param notes texts inside the area
 */
public record Chart(
    String title, double width, Axis x, Axis y, List<Series> series, List<Note> notes)
    implements Picture {
  /**
   * A text that belongs to a point.
   *
   * @param x the place along the horizontal axis
   * @param y the value
   * @param text the text, with the marks of subscripts and superscripts
   * @param above whether it stands above the point or below it, where there is room
   */
  public record Note(double x, double y, String text, boolean above) {}

  private static final double MARGIN = 3.0;
  private static final double RIGHT = 8.0;
  private static final double PROPORTION = 0.66;
  private static final double NOTE_GAP = 4.0;

  /**
   * Takes copies of the lists.
   *
   * @param title as above
   * @param width as above
   * @param x as above
   * @param y as above
   * @param series as above
   * @param notes as above
   * @throws IllegalArgumentException if a value but NaN has no place on its axis: an infinite one,
   *     or one that is not positive on a logarithmic axis
   */
  public Chart {
    series = List.copyOf(series);
    notes = List.copyOf(notes);
    for (Series one : series) {
      for (int k = 0; k < one.x().length(); k++) {
        double value = one.y().get(k);
        if (!Double.isNaN(value)) {
          check(one, x, one.x().get(k));
          check(one, y, value);
        }
      }
    }
  }

  private static void check(Series one, Axis axis, double value) {
    if (!axis.shows(value)) {
      throw new IllegalArgumentException(
          "series \""
              + one.name()
              + "\" has the value "
              + value
              + ", which has no place on the axis \""
              + axis.title()
              + "\"");
    }
  }

  @Override
  public double height() {
    return Math.rint(MARGIN + legend().height() + areaHeight() + Frame.below(x) + MARGIN);
  }

  @Override
  public void paint(Graphics2D g) {
    Frame frame = frame();
    legend().draw(g, frame.area().getX(), MARGIN);
    Shape clip = g.getClip();
    g.clip(grown(frame.area(), Series.MARKER_SIZE));
    for (Series one : series) {
      drawLine(g, frame, one);
    }
    for (Series one : series) {
      drawMarkers(g, frame, one);
    }
    g.setClip(clip);
    g.setColor(Palette.INK);
    for (Note note : notes) {
      drawNote(g, frame, note);
    }
    frame.draw(g);
  }

  public Frame frame() {
    double left = MARGIN + Frame.left(y, areaHeight());
    double top = MARGIN + legend().height() + 0.5 * Text.SIZE;
    return new Frame(
        new Rectangle2D.Double(left, top, width - left - RIGHT, areaHeight() - 0.5 * Text.SIZE),
        x,
        y);
  }

  private double areaHeight() {
    return Math.rint(PROPORTION * width);
  }

  private Legend legend() {
    List<Legend.Entry> entries =
        series.stream().filter(one -> !one.name().isEmpty()).map(Legend.Entry::of).toList();
    return new Legend(
        entries.size() > 1 ? entries : List.of(),
        width - MARGIN - Frame.left(y, areaHeight()) - RIGHT);
  }

  private static void drawLine(Graphics2D g, Frame frame, Series one) {
    if (one.line() == Series.Line.NONE) {
      return;
    }
    Path2D path = new Path2D.Double();
    boolean joined = false;
    for (int k = 0; k < one.x().length(); k++) {
      double value = one.y().get(k);
      if (Double.isNaN(value)) {
        joined = false;
      } else if (joined) {
        path.lineTo(frame.x(one.x().get(k)), frame.y(value));
      } else {
        path.moveTo(frame.x(one.x().get(k)), frame.y(value));
        joined = true;
      }
    }
    g.setColor(one.colour());
    g.setStroke(Legend.stroke(one.line()));
    g.draw(path);
  }

  private static void drawMarkers(Graphics2D g, Frame frame, Series one) {
    if (one.marker() == Marker.DOT) {
      drawDots(g, frame, one);
      return;
    }
    Color inside = one.hollow() ? Color.WHITE : one.colour();
    for (int k = 0; k < one.x().length(); k++) {
      double value = one.y().get(k);
      if (!Double.isNaN(value)) {
        double at = frame.x(one.x().get(k));
        one.marker().draw(g, at, frame.y(value), one.size(), inside, one.colour());
      }
    }
  }

  /** All dots as one path, each a line of no length with round ends, which keeps files small. */
  private static void drawDots(Graphics2D g, Frame frame, Series one) {
    Path2D path = new Path2D.Double();
    for (int k = 0; k < one.x().length(); k++) {
      if (!Double.isNaN(one.y().get(k))) {
        double x = rounded(frame.x(one.x().get(k)));
        double y = rounded(frame.y(one.y().get(k)));
        path.moveTo(x, y);
        path.lineTo(x, y);
      }
    }
    g.setColor(one.colour());
    g.setStroke(Palette.line(Marker.diameter(one.size())));
    g.draw(path);
  }

  /** To a hundredth of a point, for short numbers. */
  private static double rounded(double place) {
    return Math.rint(100.0 * place) / 100.0;
  }

  private static void drawNote(Graphics2D g, Frame frame, Note note) {
    double half = 0.5 * Text.width(note.text(), Text.SIZE);
    double at =
        Math.min(
            Math.max(frame.x(note.x()), frame.area().getX() + half + 1.0),
            frame.area().getMaxX() - half - 1.0);
    double y = frame.y(note.y());
    double digit = Text.DIGIT_HEIGHT * Text.SIZE;
    boolean above =
        note.above()
            ? y - NOTE_GAP - digit > frame.area().getY()
            : y + NOTE_GAP + digit > frame.area().getMaxY();
    double base = above ? y - NOTE_GAP : y + NOTE_GAP + digit;
    Text.draw(g, note.text(), at, base, Text.SIZE, Text.Anchor.MIDDLE);
  }

  private static Rectangle2D grown(Rectangle2D area, double by) {
    return new Rectangle2D.Double(
        area.getX() - by,
        area.getY() - by,
        area.getWidth() + 2.0 * by,
        area.getHeight() + 2.0 * by);
  }
}
