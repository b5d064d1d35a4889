package dev.tarn.plot.picture;

import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Frame;
import dev.tarn.plot.canvas.Legend;
import dev.tarn.plot.canvas.Marker;
import dev.tarn.plot.canvas.Notes;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.Range;
import dev.tarn.plot.canvas.Series;
import dev.tarn.plot.canvas.TitledPicture;
import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import dev.tarn.plot.picture.Spectrum.Level;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * Hessian eigenvalues of some stationary points by their magnitudes on a logarithmic axis: a column
 * for each point, with a level for each different eigenvalue. Negative ones stand apart on the
 * right of the column, in another colour and with a mark. Equal eigenvalues are one level, broken
 * into as many pieces, with their number beside it. Immutable.
 */
public final class SpectrumPicture extends TitledPicture {
  private static final double MARGIN = 3.0;
  private static final double RIGHT = 4.0;
  private static final double PROPORTION = 0.75;
  private static final double HIGHEST = 300.0;
  private static final double GAP = 2.0;
  private static final double SHORTEST = 6.0;
  private static final double LONGEST = 36.0;
  private static final double SHORTEST_PIECE = 1.1;
  private static final double LABEL = 5.0;
  private static final double BELOW = 6.0;
  private static final double WEIGHT = 1.2;
  private static final double MARKER = 3.4;
  private static final Color POSITIVE = Palette.BLUE;
  private static final Color NEGATIVE = Palette.VERMILION;

  private final List<Spectrum> spectra;
  private final double cutoff;
  private final Frame frame;
  private final Legend legend;
  private final Notes notes;
  private final double positiveRoom;
  private final double negativeRoom;
  private final double length;
  private final double indent;

  /**
   * Prepares the picture.
   *
   * @param spectra the spectra, at least one
   * @param cutoff the magnitude below which an eigenvalue counts as zero, drawn as a line; 0 for
   *     none
   * @param width the width in points
   * @param title as in {@link Picture#title}
   * @throws IllegalArgumentException if there is no spectrum, or more than fit; the message says
   *     how many do
   */
  public SpectrumPicture(List<Spectrum> spectra, double cutoff, double width, String title) {
    super(title, width);
    if (spectra.isEmpty()) {
      throw new IllegalArgumentException("a picture of spectra needs at least one point");
    }
    this.spectra = List.copyOf(spectra);
    this.cutoff = cutoff;
    double height = Math.rint(Math.min(HIGHEST, PROPORTION * width));
    Axis axis = axis();
    double left = MARGIN + Frame.left(axis, height);
    legend = new Legend(entries(), width - left - RIGHT);
    frame =
        new Frame(
            new Rectangle2D.Double(
                left, MARGIN + legend.height() + 0.5 * Text.SIZE, width - left - RIGHT, height),
            axis,
            axis);
    positiveRoom = labelWidth(level -> level.value() >= 0.0);
    negativeRoom = labelWidth(level -> level.value() < 0.0);
    boolean twoSides = anyNegative();
    double fixed = 2.0 * GAP + positiveRoom + (twoSides ? GAP + negativeRoom : 0.0);
    double room = (column() - fixed) / (twoSides ? 2.0 : 1.0);
    if (room < SHORTEST) {
      double needed = fixed + SHORTEST * (twoSides ? 2.0 : 1.0);
      throw new IllegalArgumentException(
          spectra.size()
              + " points do not fit side by side; at this width "
              + Math.max(1, (int) (frame.area().getWidth() / needed))
              + " do");
    }
    length = Math.min(room, LONGEST);
    indent = GAP + (room - length) * (twoSides ? 1.0 : 0.5);
    notes = new Notes(sentences(), width - 2.0 * MARGIN);
  }

  @Override
  public double bottom() {
    return notesTop() + notes.height() + MARGIN;
  }

  @Override
  public void paint(Graphics2D g) {
    Rectangle2D area = frame.area();
    legend.draw(g, area.getX(), MARGIN);
    g.setColor(Palette.FAINT);
    g.setStroke(Palette.line(0.5));
    for (int k = 1; k < spectra.size(); k++) {
      double x = area.getX() + k * column();
      g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
    }
    if (cutoff > 0.0) {
      g.setColor(Palette.MUTED);
      g.setStroke(Legend.stroke(Series.Line.DASHED));
      double y = frame.y(cutoff);
      g.draw(new Line2D.Double(area.getX(), y, area.getMaxX(), y));
    }
    for (int k = 0; k < spectra.size(); k++) {
      double left = area.getX() + k * column() + indent;
      double right = left + length + positiveRoom + GAP;
      drawSide(g, spectra.get(k), level -> level.value() >= 0.0, left, POSITIVE);
      drawSide(g, spectra.get(k), level -> level.value() < 0.0, right, NEGATIVE);
    }
    drawNames(g);
    frame.drawBoxed(g);
    notes.draw(g, MARGIN, notesTop());
  }

  /** Draws the levels of one sign, and their multiplicities so that none touches another. */
  private void drawSide(
      Graphics2D g, Spectrum spectrum, Predicate<Level> sign, double x, Color colour) {
    List<Level> levels =
        spectrum.levels().stream()
            .filter(sign)
            .sorted((a, b) -> Double.compare(Math.abs(a.value()), Math.abs(b.value())))
            .toList();
    double free = Double.POSITIVE_INFINITY;
    for (Level level : levels) {
      double y = frame.y(Math.abs(level.value()));
      g.setColor(colour);
      drawLevel(g, x, y, level.multiplicity());
      if (level.value() < 0.0) {
        Marker.WEDGE.draw(g, x + 0.5 * length, y, MARKER, colour, colour);
      }
      if (level.multiplicity() > 1) {
        double base = Math.min(free, y + 0.5 * Text.DIGIT_HEIGHT * LABEL);
        g.setColor(Palette.INK);
        Text.draw(g, label(level), x + length + 1.0, base, LABEL, Text.Anchor.START);
        free = base - LABEL;
      }
    }
  }

  /** A level in as many pieces as there are eigenvalues; whole where they would be too short. */
  private void drawLevel(Graphics2D g, double x, double y, int multiplicity) {
    g.setStroke(new BasicStroke((float) WEIGHT, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    double step = length / multiplicity;
    boolean pieces = multiplicity > 1 && step > 2.0 * SHORTEST_PIECE;
    if (!pieces) {
      g.draw(new Line2D.Double(x, y, x + length, y));
      return;
    }
    for (int k = 0; k < multiplicity; k++) {
      double from = x + k * step + 0.5 * SHORTEST_PIECE;
      g.draw(new Line2D.Double(from, y, from + step - SHORTEST_PIECE, y));
    }
  }

  /** Id and index below each column. */
  private void drawNames(Graphics2D g) {
    Rectangle2D area = frame.area();
    double digit = Text.DIGIT_HEIGHT * Text.SIZE;
    double first = area.getMaxY() + BELOW + digit;
    double second = first + GAP + Text.SIZE;
    g.setColor(Palette.INK);
    Text.draw(g, "id", area.getX() - GAP, first, Text.SIZE, Text.Anchor.END);
    Text.draw(g, "index", area.getX() - GAP, second, Text.SIZE, Text.Anchor.END);
    for (int k = 0; k < spectra.size(); k++) {
      double middle = area.getX() + (k + 0.5) * column();
      Spectrum one = spectra.get(k);
      Text.draw(g, Integer.toString(one.id()), middle, first, Text.SIZE, Text.Anchor.MIDDLE);
      Text.draw(g, Integer.toString(one.index()), middle, second, Text.SIZE, Text.Anchor.MIDDLE);
    }
  }

  private double notesTop() {
    return frame.area().getMaxY() + BELOW + 2.0 * Text.SIZE + GAP;
  }

  private double column() {
    return frame.area().getWidth() / spectra.size();
  }

  private Axis axis() {
    double[] magnitudes =
        DoubleStream.concat(
                spectra.stream()
                    .flatMap(one -> one.levels().stream())
                    .mapToDouble(level -> Math.abs(level.value())),
                // The line is to stand clear of the frame.
                cutoff > 0.0 ? DoubleStream.of(0.5 * cutoff) : DoubleStream.empty())
            .toArray();
    return Axis.in(Range.ofLogarithms(), "|eigenvalue|", magnitudes);
  }

  private boolean anyNegative() {
    return spectra.stream()
        .anyMatch(one -> one.levels().stream().anyMatch(level -> level.value() < 0.0));
  }

  private double labelWidth(Predicate<Level> sign) {
    return spectra.stream()
        .flatMap(one -> one.levels().stream())
        .filter(sign.and(level -> level.multiplicity() > 1))
        .mapToDouble(level -> 1.0 + Text.width(label(level), LABEL))
        .max()
        .orElse(0.0);
  }

  private static String label(Level level) {
    return "\u00d7" + level.multiplicity();
  }

  private List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(new Legend.Entry("positive", POSITIVE, Marker.NONE, Series.Line.SOLID));
    if (anyNegative()) {
      entries.add(new Legend.Entry("negative", NEGATIVE, Marker.WEDGE, Series.Line.SOLID));
    }
    if (cutoff > 0.0) {
      entries.add(
          new Legend.Entry(
              "zero cutoff " + Axis.label(cutoff), Palette.MUTED, Marker.NONE, Series.Line.DASHED));
    }
    return entries;
  }

  private List<String> sentences() {
    boolean multiple = positiveRoom + negativeRoom > 0.0;
    return multiple
        ? List.of("\u00d72 and so on: the number of eigenvalues that are equal to rounding")
        : List.of();
  }
}
