package dev.tarn.plot.picture;

import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Chart;
import dev.tarn.plot.canvas.Marker;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.Panels;
import dev.tarn.plot.canvas.Range;
import dev.tarn.plot.canvas.Series;
import dev.tarn.plot.canvas.SharedLegend;
import dev.tarn.plot.format.Picture;
import dev.tarn.potential.Vector;
import dev.tarn.study.cloud.Curvature;
import dev.tarn.study.cloud.LossGradientCloud;
import dev.tarn.study.cloud.LossGradientCloud.Mark;
import java.awt.Color;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A loss-gradient cloud as a chart: for each sampled point the length of the gradient against the
 * energy, coloured by the curvature; stationary points of a landscape stand at gradient zero.
 *
 * <p>Not all points are drawn: of those of one kind of curvature that would cover each other one,
 * and of these some evenly taken; of every kind as many as its share, but no fewer than {@value
 * #LEAST_SHARE} of the number wanted where there are so many. Points whose energy or gradient
 * overflowed are left out, with logarithmic axes those too whose energy or gradient is zero, with
 * linear ones the few more than twice as far above the lowest energy as 99.9 % of the points.
 * Immutable.
 *
 * @param logarithmic whether both axes are logarithmic; zero then has a place of its own on the
 *     vertical one
 * @param most about how many points of a cloud are drawn, at least 1
 * @param top the longest gradient that is drawn, positive; one walk that leaps may otherwise press
 *     all others flat
 */
public record CloudPicture(boolean logarithmic, int most, double top) {
  private static final double LEAST_SHARE = 0.075;
  private static final double DOT = 0.9;

  /** Dots in the same cell of so many over the frame would cover each other. */
  private static final int COLUMNS = 240;

  private static final int ROWS = 180;

  private static final double USUAL = 0.999;

  /** Below this length rounding decides about a gradient. */
  private static final double FLAT = 1e-16;

  /**
   * A cloud with its name.
   *
   * @param name what stands above it among others
   * @param cloud the sample
   * @param marks stationary points of the same energy; may be empty
   */
  public record Named(String name, LossGradientCloud cloud, List<Mark> marks) {
    /**
     * Takes a copy of the list.
     *
     * @param name as above
     * @param cloud as above
     * @param marks as above
     */
    public Named {
      marks = List.copyOf(marks);
    }
  }

  /**
   * Checks the numbers.
   *
   * @param logarithmic as above
   * @param most as above
   * @param top as above
   * @throws IllegalArgumentException if {@code most} is less than 1, or {@code top} is not positive
   */
  public CloudPicture {
    if (most < 1) {
      throw new IllegalArgumentException("the number of points drawn is at least 1, not " + most);
    }
    if (!(top > 0.0)) {
      throw new IllegalArgumentException("the longest gradient drawn is positive, not " + top);
    }
  }

  /**
   * Pictures of gradients of any length.
   *
   * @param logarithmic as above
   * @param most as above
   * @throws IllegalArgumentException if {@code most} is less than 1
   */
  public CloudPicture(boolean logarithmic, int most) {
    this(logarithmic, most, Double.POSITIVE_INFINITY);
  }

  /**
   * Draws a cloud.
   *
   * @param named the cloud
   * @param width the width in points
   * @param title as in {@link Picture#title}
   * @return the chart
   * @throws IllegalArgumentException if no point has a place on the axes
   */
  public Picture of(Named named, double width, String title) {
    List<Series> series = series(named);
    return new Chart(title, width, energies(series), gradients(series), series, List.of());
  }

  /**
   * Draws clouds side by side, each with its name, on the same axes, and one legend for all.
   *
   * @param clouds the clouds, row by row, at least one
   * @param columns how many stand side by side, at least 1
   * @param width the width of all in points
   * @param title as in {@link Picture#title}
   * @return the charts
   * @throws IllegalArgumentException if there is no cloud or no column, or no point of a cloud has
   *     a place on the axes
   */
  public Picture sideBySide(List<Named> clouds, int columns, double width, String title) {
    List<List<Series>> all = clouds.stream().map(this::series).toList();
    List<Series> together = all.stream().flatMap(List::stream).toList();
    List<Picture> charts = new ArrayList<>();
    for (List<Series> series : all) {
      charts.add(
          new Chart(
              title,
              Panels.share(width, Math.max(1, columns)),
              energies(together),
              gradients(together),
              series.stream().map(Series::withoutName).toList(),
              List.of()));
    }
    List<String> names = clouds.stream().map(Named::name).toList();
    return new SharedLegend(together, new Panels(title, columns, 0, names, charts));
  }

  private List<Series> series(Named named) {
    LossGradientCloud cloud = named.cloud();
    int[] shown =
        withoutLeaps(
            cloud, IntStream.range(0, cloud.size()).filter(k -> hasPlace(cloud, k)).toArray());
    if (shown.length == 0) {
      throw new IllegalArgumentException("no point of the cloud has a place on the axes");
    }
    List<Series> series = new ArrayList<>();
    addDots(series, cloud, shown, Optional.empty());
    // The frequent kinds first, so that the rare ones lie on top.
    for (Curvature curvature :
        List.of(Curvature.SINGULAR, Curvature.SADDLE, Curvature.CONVEX, Curvature.CONCAVE)) {
      addDots(series, cloud, shown, Optional.of(curvature));
    }
    // The lowest index on top, where points of nearly the same energy hide each other.
    addMarks(series, named.marks(), "higher saddle", Marker.CROSS, mark -> mark.index() > 1);
    addMarks(series, named.marks(), "transition state", Marker.DIAMOND, mark -> mark.index() == 1);
    addMarks(series, named.marks(), "minimum", Marker.WEDGE, mark -> mark.index() == 0);
    return series;
  }

  private Axis energies(List<Series> series) {
    return axis("energy / nats", values(series, true));
  }

  private Axis gradients(List<Series> series) {
    return axis("length of the gradient / nats", values(series, false));
  }

  private boolean hasPlace(LossGradientCloud cloud, int point) {
    double energy = cloud.energy(point);
    double norm = cloud.norm(point);
    return Double.isFinite(energy)
        && Double.isFinite(norm)
        && norm <= top
        && (!logarithmic || (energy > 0.0 && norm > FLAT));
  }

  /** Leaves out the few points far above all others, which would press these together. */
  private int[] withoutLeaps(LossGradientCloud cloud, int[] points) {
    if (logarithmic || points.length == 0) {
      return points;
    }
    double[] energies = IntStream.of(points).mapToDouble(cloud::energy).sorted().toArray();
    double usual = energies[(int) (USUAL * (energies.length - 1))] - energies[0];
    double highest = usual > 0.0 ? energies[0] + 2.0 * usual : Double.POSITIVE_INFINITY;
    return IntStream.of(points).filter(k -> cloud.energy(k) <= highest).toArray();
  }

  private Axis axis(String title, double[] values) {
    return Axis.in(new Range(logarithmic, Optional.empty(), Optional.empty()), title, values);
  }

  private static double[] values(List<Series> series, boolean horizontal) {
    return series.stream()
        .flatMapToDouble(one -> DoubleStream.of((horizontal ? one.x() : one.y()).toArray()))
        .toArray();
  }

  private void addDots(
      List<Series> series, LossGradientCloud cloud, int[] shown, Optional<Curvature> curvature) {
    int[] all = IntStream.of(shown).filter(k -> cloud.curvature(k).equals(curvature)).toArray();
    double wanted = most * Math.max(LEAST_SHARE, (double) all.length / shown.length);
    int[] kind = apart(cloud, all, shown);
    int every = Math.max(1, (int) (kind.length / wanted));
    int[] drawn = IntStream.range(0, kind.length / every).map(k -> kind[k * every]).toArray();
    if (drawn.length > 0) {
      Color colour = curvature.map(CurvatureBars::colour).orElse(Palette.SKY);
      series.add(
          Series.of(
                  curvature.map(Curvature::label).orElse("curvature not looked at"),
                  IntStream.of(drawn).mapToDouble(cloud::energy).toArray(),
                  IntStream.of(drawn).mapToDouble(cloud::norm).toArray(),
                  colour,
                  Marker.DOT,
                  Series.Line.NONE)
              .withMarkerSize(DOT));
    }
  }

  /** The first point of each cell of a grid over all that is shown. */
  private int[] apart(LossGradientCloud cloud, int[] kind, int[] shown) {
    double[] x = IntStream.of(shown).mapToDouble(k -> scaled(cloud.energy(k))).toArray();
    double[] y = IntStream.of(shown).mapToDouble(k -> scaled(cloud.norm(k))).toArray();
    DoubleSummaryStatistics across = DoubleStream.of(x).summaryStatistics();
    DoubleSummaryStatistics up = DoubleStream.of(y).summaryStatistics();
    Set<Integer> taken = new HashSet<>();
    return IntStream.of(kind)
        .filter(
            k ->
                taken.add(
                    COLUMNS * cell(scaled(cloud.norm(k)), up, ROWS)
                        + cell(scaled(cloud.energy(k)), across, COLUMNS)))
        .toArray();
  }

  private double scaled(double value) {
    return logarithmic ? Math.log(value) : value;
  }

  private static int cell(double value, DoubleSummaryStatistics range, int cells) {
    double width = range.getMax() - range.getMin();
    return width > 0.0 ? (int) ((cells - 1) * (value - range.getMin()) / width) : 0;
  }

  private static void addMarks(
      List<Series> series, List<Mark> marks, String name, Marker marker, Predicate<Mark> chosen) {
    List<Mark> kind = marks.stream().filter(chosen).toList();
    if (!kind.isEmpty()) {
      Vector x = Vector.of(kind.stream().mapToDouble(Mark::energy));
      double[] zeros = new double[kind.size()];
      series.add(
          Series.of(name, x.toArray(), zeros, Palette.INK, marker, Series.Line.NONE)
              .withHollowMarkers());
    }
  }
}
