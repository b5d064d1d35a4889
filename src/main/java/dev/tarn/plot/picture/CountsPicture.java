package dev.tarn.plot.picture;

import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Chart;
import dev.tarn.plot.canvas.Decimals;
import dev.tarn.plot.canvas.Legend;
import dev.tarn.plot.canvas.Marker;
import dev.tarn.plot.canvas.Notes;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.Panels;
import dev.tarn.plot.canvas.Series;
import dev.tarn.plot.canvas.TitledPicture;
import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import dev.tarn.text.Numbers;
import dev.tarn.xor.CountsTable;
import dev.tarn.xor.CountsTable.Counts;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Numbers of stationary points on a grid of networks, in four panels: minima, transition states,
 * the ratio of the two, and the points of each index at one place of the horizontal axis.
 *
 * <p>Counts that differ by a factor of 30 and more are on a logarithmic scale, on which zero has a
 * place of its own. A hollow marker is a catalogue that is not complete; a gap in a line is one
 * that does not exist. Immutable.
 */
public final class CountsPicture extends TitledPicture {
  /** What the counts are drawn against. */
  public enum Against {
    /** The number of hidden units, with a series for each lambda. */
    HIDDEN,
    /** Lambda, with a series for each number of hidden units. */
    LAMBDA;

    /** The name as it is written on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is counted. */
  public enum Unit {
    /** Classes: a point with all its symmetry copies is one. */
    CLASSES,
    /** Points: every symmetry copy is one. */
    POINTS;

    private String title(String what) {
      return what + (this == CLASSES ? " (classes)" : " (points)");
    }
  }

  private static final int COLUMNS = 2;
  private static final double MARGIN = 3.0;

  private static final List<Marker> MARKERS =
      List.of(
          Marker.CIRCLE,
          Marker.SQUARE,
          Marker.TRIANGLE,
          Marker.DIAMOND,
          Marker.WEDGE,
          Marker.CROSS);

  /** Something that a row has a number of; NaN for none. */
  @FunctionalInterface
  private interface Count {
    double of(Counts row);
  }

  private final CountsTable table;
  private final Against against;
  private final Unit unit;
  private final double place;
  private final Legend legend;
  private final Panels panels;
  private final Notes notes;

  /**
   * Prepares the picture.
   *
   * @param table the numbers, of at least one catalogue
   * @param against what they are drawn against
   * @param unit what is counted
   * @param place where the points are shown by index: a number of hidden units or a lambda of the
   *     table
   * @param width the width in points
   * @throws IllegalArgumentException if the table has no catalogue, or none at that place
   */
  public CountsPicture(CountsTable table, Against against, Unit unit, double place, double width) {
    super(title(against), width);
    this.table = table;
    this.against = against;
    this.unit = unit;
    this.place = place;
    if (present().isEmpty()) {
      throw new IllegalArgumentException(
          table.rows().isEmpty()
              ? "the table has no catalogue"
              : "there is no catalogue at " + Text.plain(name(against, place)));
    }
    legend = new Legend(entries(), width - 2.0 * MARGIN);
    panels = new Panels(title(), COLUMNS, charts(Panels.share(width, COLUMNS)));
    notes = new Notes(sentences(), width - 2.0 * MARGIN);
  }

  @Override
  public double bottom() {
    return MARGIN + legend.height() + panels.height() + notes.height() + MARGIN;
  }

  @Override
  public void paint(Graphics2D g) {
    legend.draw(g, MARGIN, MARGIN);
    double top = MARGIN + legend.height();
    AffineTransform before = g.getTransform();
    g.translate(0.0, top);
    panels.paint(g);
    g.setTransform(before);
    notes.draw(g, MARGIN, top + panels.height());
  }

  private static String title(Against against) {
    return "Numbers of stationary points against " + (against == Against.HIDDEN ? "N_h" : "lambda");
  }

  private List<Picture> charts(double width) {
    return List.of(
        chart(width, unit.title("minima"), true, row -> count(row, 0)),
        chart(width, unit.title("transition states"), true, row -> count(row, 1)),
        chart(width, "transition states / minima", false, this::ratio),
        byIndex(width));
  }

  private Chart chart(double width, String what, boolean whole, Count count) {
    List<Series> series = new ArrayList<>();
    for (double key : keys()) {
      double[] x = places();
      double[] y = new double[x.length];
      boolean[] complete = new boolean[x.length];
      for (int k = 0; k < x.length; k++) {
        Optional<Counts> row = row(key, x[k]);
        y[k] = row.map(count::of).orElse(Double.NaN);
        complete[k] = row.map(Counts::complete).orElse(false);
      }
      add(series, key, x, y, complete);
    }
    Axis y = Axis.aroundCounts(what, whole, values(series));
    return new Chart(what, width, placeAxis(), y, series, List.of());
  }

  private Chart byIndex(double width) {
    List<Series> series = new ArrayList<>();
    int highest = 1;
    for (Counts row : present()) {
      double[] y = new double[row.classes().size()];
      double[] x = new double[y.length];
      boolean[] complete = new boolean[y.length];
      for (int index = 0; index < y.length; index++) {
        x[index] = index;
        y[index] = count(row, index);
        complete[index] = row.complete();
      }
      highest = Math.max(highest, y.length - 1);
      add(series, against == Against.HIDDEN ? row.lambda() : row.hidden(), x, y, complete);
    }
    String what = (unit == Unit.CLASSES ? "classes at " : "points at ") + name(against, place);
    Axis x = new Axis("index", -0.04 * highest, 1.04 * highest, Axis.Scale.WHOLE);
    return new Chart(
        what, width, x, Axis.aroundCounts(what, true, values(series)), series, List.of());
  }

  /** A line, filled markers on it for what is complete, hollow ones for the rest. */
  private void add(List<Series> series, double key, double[] x, double[] y, boolean[] complete) {
    int number = keys().indexOf(key);
    Color colour = colour(number);
    Marker marker = marker(number);
    series.add(Series.of("", x, y, colour, Marker.NONE, Series.Line.THIN));
    double[] whole = y.clone();
    double[] partial = y.clone();
    for (int k = 0; k < y.length; k++) {
      (complete[k] ? partial : whole)[k] = Double.NaN;
    }
    series.add(Series.of("", x, whole, colour, marker, Series.Line.NONE));
    series.add(Series.of("", x, partial, colour, marker, Series.Line.NONE).withHollowMarkers());
  }

  private double count(Counts row, int index) {
    List<? extends Number> counts = unit == Unit.CLASSES ? row.classes() : row.points();
    return index < counts.size() ? counts.get(index).doubleValue() : 0.0;
  }

  private double ratio(Counts row) {
    double minima = count(row, 0);
    return minima == 0.0 ? Double.NaN : count(row, 1) / minima;
  }

  private static double[] values(List<Series> series) {
    return series.stream()
        .flatMapToDouble(one -> DoubleStream.of(one.y().toArray()))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private Axis placeAxis() {
    double[] x = places();
    double low = x[0];
    double high = x[x.length - 1];
    return against == Against.HIDDEN
        ? new Axis("N_{h}", low - 0.4, high + 0.4, Axis.Scale.WHOLE)
        : new Axis("\u03bb", low / 1.8, high * 1.8, Axis.Scale.LOGARITHMIC);
  }

  private List<Counts> present() {
    return table.rows().stream()
        .filter(row -> (against == Against.HIDDEN ? row.hidden() : row.lambda()) == place)
        .toList();
  }

  private double[] places() {
    return against == Against.HIDDEN ? units() : lambdas();
  }

  private List<Double> keys() {
    return Arrays.stream(against == Against.HIDDEN ? lambdas() : units()).boxed().toList();
  }

  private double[] units() {
    return table.hidden().stream().mapToDouble(units -> units).toArray();
  }

  private double[] lambdas() {
    return table.lambdas().stream().mapToDouble(lambda -> lambda).toArray();
  }

  private Optional<Counts> row(double key, double at) {
    return against == Against.HIDDEN ? table.row((int) at, key) : table.row((int) key, at);
  }

  private List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    Against other = against == Against.HIDDEN ? Against.LAMBDA : Against.HIDDEN;
    for (double key : keys()) {
      int number = entries.size();
      entries.add(
          new Legend.Entry(name(other, key), colour(number), marker(number), Series.Line.THIN));
    }
    return entries;
  }

  private static String name(Against what, double value) {
    return what == Against.HIDDEN
        ? "N_{h} = " + (int) value
        : "\u03bb = " + Decimals.power(Numbers.scientific(value));
  }

  private Color colour(int number) {
    return Palette.ramp((double) number / Math.max(1, keys().size() - 1));
  }

  private static Marker marker(int number) {
    return MARKERS.get(number % MARKERS.size());
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (!table.incomplete().isEmpty()) {
      sentences.add(
          "hollow: not complete, " + table.incomplete().size() + " of " + table.rows().size());
    }
    if (!table.missing().isEmpty()) {
      int all = table.missing().size() + table.rows().size();
      sentences.add("no database: " + table.missing().size() + " of " + all);
    }
    return sentences;
  }
}
