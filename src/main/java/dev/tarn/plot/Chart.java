package dev.tarn.plot;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Lines and markers over two axes, with a legend above where more than one series has a name.
 * Immutable.
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
   * @param above whether it stands above the point or below it
   */
  public record Note(double x, double y, String text, boolean above) {}

  private static final double MARGIN = 3.0;
  private static final double RIGHT = 8.0;
  private static final double PROPORTION = 0.66;
  private static final double WEIGHT = 1.1;
  private static final double MARKER = 3.6;
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
   */
  public Chart {
    series = List.copyOf(series);
    notes = List.copyOf(notes);
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
    g.clip(grown(frame.area(), MARKER));
    for (Series one : series) {
      drawLine(g, frame, one);
    }
    for (Series one : series) {
      for (int k = 0; k < one.x().length(); k++) {
        if (!Double.isNaN(one.y().get(k))) {
          one.marker()
              .draw(
                  g,
                  frame.x(one.x().get(k)),
                  frame.y(one.y().get(k)),
                  MARKER,
                  one.colour(),
                  one.colour());
        }
      }
    }
    g.setClip(clip);
    g.setColor(Palette.INK);
    for (Note note : notes) {
      drawNote(g, frame, note);
    }
    frame.draw(g);
  }

  private Frame frame() {
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
        series.stream()
            .filter(one -> !one.name().isEmpty())
            .map(one -> new Legend.Entry(one.name(), one.colour(), one.marker(), one.line()))
            .toList();
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
    g.setStroke(Legend.stroke(one.line(), WEIGHT));
    g.draw(path);
  }

  private static void drawNote(Graphics2D g, Frame frame, Note note) {
    double half = 0.5 * Text.width(note.text(), Text.SIZE);
    double at =
        Math.min(
            Math.max(frame.x(note.x()), frame.area().getX() + half + 1.0),
            frame.area().getMaxX() - half - 1.0);
    double y = frame.y(note.y());
    double base = note.above() ? y - NOTE_GAP : y + NOTE_GAP + Text.DIGIT_HEIGHT * Text.SIZE;
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
