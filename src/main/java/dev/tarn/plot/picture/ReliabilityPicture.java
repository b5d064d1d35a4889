package dev.tarn.plot.picture;

import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Chart;
import dev.tarn.plot.canvas.Marker;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.Panels;
import dev.tarn.plot.canvas.Series;
import dev.tarn.plot.canvas.TextTable;
import dev.tarn.plot.format.Picture;
import dev.tarn.potential.Vector;
import dev.tarn.study.Reliability;
import dev.tarn.study.Reliability.Share;
import dev.tarn.text.Numbers;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The probability that training finds a good minimum against the width of the network, with the
 * confidence interval of each value. Stateless.
 */
public final class ReliabilityPicture {
  /** Half the width of the strokes at the ends of an interval, in units of the horizontal axis. */
  private static final double CAP = 0.08;

  /** The distance between series at the same place, in the same units. */
  private static final double ASIDE = 0.12;

  /** From this width on a table stands beside the chart. */
  private static final double BESIDE = 1.4 * Picture.COLUMN;

  private static final List<String> HEADER =
      List.of("hidden units", "good runs", "probability", "95 % interval");

  private static final List<Marker> MARKERS =
      List.of(Marker.CIRCLE, Marker.SQUARE, Marker.DIAMOND, Marker.TRIANGLE, Marker.WEDGE);

  /**
   * Measurements that belong together.
   *
   * @param name what the legend says; not empty
   * @param results the results, at least one, each of another width
   */
  public record Named(String name, List<Reliability> results) {
    /**
     * Takes a copy of the list.
     *
     * @param name as above
     * @param results as above
     * @throws IllegalArgumentException if there is no result
     */
    public Named {
      results = List.copyOf(results);
      if (results.isEmpty()) {
        throw new IllegalArgumentException("\"" + name + "\" has no result to draw");
      }
    }
  }

  private ReliabilityPicture() {}

  /**
   * Draws measurements on one chart.
   *
   * @param measurements the measurements, at least one; a legend names them if there are several
   * @param width the width in points
   * @param title as in {@link Picture#title}
   * @return the chart
   * @throws IllegalArgumentException if there is no measurement
   */
  public static Picture of(List<Named> measurements, double width, String title) {
    if (measurements.isEmpty()) {
      throw new IllegalArgumentException("there is no measurement to draw");
    }
    List<Series> series = new ArrayList<>();
    for (int k = 0; k < measurements.size(); k++) {
      Named named = measurements.get(k);
      double aside = ASIDE * (k - 0.5 * (measurements.size() - 1));
      Color colour = Palette.category(k);
      double[] x = named.results().stream().mapToDouble(r -> r.units() + aside).toArray();
      double[] y = named.results().stream().mapToDouble(r -> r.good().value()).toArray();
      series.add(intervals(named.results(), aside, colour));
      series.add(
          Series.of(
              named.name(), x, y, colour, MARKERS.get(k % MARKERS.size()), Series.Line.SOLID));
    }
    double[] units =
        measurements.stream()
            .flatMap(named -> named.results().stream())
            .mapToDouble(Reliability::units)
            .toArray();
    return new Chart(title, width, widths(units), shares(), series, List.of());
  }

  /**
   * Draws measurements on one chart with their table beside it, or below it where a picture is
   * narrow.
   *
   * @param measurements as in {@link #of}
   * @param width the width in points
   * @param title as in {@link Picture#title}
   * @return the chart and the table
   * @throws IllegalArgumentException if there is no measurement
   */
  public static Picture withTable(List<Named> measurements, double width, String title) {
    int columns = width < BESIDE ? 1 : 2;
    double share = Panels.share(width, columns);
    return new Panels(
        title, columns, List.of(of(measurements, share, title), table(measurements, share, title)));
  }

  private static TextTable table(List<Named> measurements, double width, String title) {
    boolean several = measurements.size() > 1;
    List<String> header = new ArrayList<>(HEADER);
    if (several) {
      header.add(0, "training");
    }
    List<List<String>> rows = new ArrayList<>();
    for (Named named : measurements) {
      for (Reliability result : named.results()) {
        Share good = result.good();
        List<String> row = new ArrayList<>();
        if (several) {
          row.add(named.name());
        }
        row.add(Integer.toString(result.units()));
        row.add(good.count() + " of " + good.trials());
        row.add(decimals(good.value()));
        row.add(decimals(good.low()) + " to " + decimals(good.high()));
        rows.add(row);
      }
    }
    return new TextTable(title, width, header, rows);
  }

  private static String decimals(double share) {
    return Numbers.fixed(share, 3);
  }

  private static Axis widths(double[] units) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0.0;
    for (double value : units) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double margin = Math.max(0.4, 0.04 * (high - low));
    return new Axis("hidden units", low - margin, high + margin, Axis.Scale.WHOLE);
  }

  private static Axis shares() {
    return new Axis("probability of a good minimum", -0.03, 1.03, Axis.Scale.LINEAR);
  }

  /** An upright stroke from end to end of each interval, and a short one across each end. */
  private static Series intervals(List<Reliability> results, double aside, Color colour) {
    DoubleStream.Builder x = DoubleStream.builder();
    DoubleStream.Builder y = DoubleStream.builder();
    for (Reliability result : results) {
      double at = result.units() + aside;
      Share share = result.good();
      DoubleStream.of(at - CAP, at + CAP, at, at, at - CAP, at + CAP, at).forEach(x);
      double low = share.low();
      double high = share.high();
      // NaN ends the line, so that it does not go on to the next interval.
      DoubleStream.of(low, low, low, high, high, high, Double.NaN).forEach(y);
    }
    return new Series(
        "",
        Vector.of(x.build()),
        Vector.of(y.build()),
        colour,
        Marker.NONE,
        false,
        Series.MARKER_SIZE,
        Series.Line.THIN);
  }
}
