package dev.tarn.plot;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.tarn.analysis.Curvature;
import dev.tarn.analysis.LossGradientCloud;
import dev.tarn.analysis.LossGradientCloud.Mark;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A loss-gradient cloud as a chart: for each sampled point the length of the gradient against the
 * energy, coloured by the curvature; stationary points of a landscape stand at gradient zero.
 *
 * <p>At most some {@value #MOST} points are drawn, evenly taken from each kind of curvature; of
 * every kind as many as its share, but no fewer than {@value #FEWEST} where there are so many.
 * Points whose energy or gradient overflowed are left out, with logarithmic axes those too whose
 * energy or gradient is zero. Stateless.
 */
public final class CloudPicture {
  private static final int MOST = 4000;
  private static final int FEWEST = 300;
  private static final double DOT = 0.9;

  /** Below this length rounding decides about a gradient. */
  private static final double FLAT = 1e-16;

  private CloudPicture() {}

  /**
   * Draws a cloud.
   *
   * @param cloud the sample
   * @param marks stationary points of the same energy; may be empty
   * @param logarithmic whether both axes are logarithmic; zero then has a place of its own on the
   *     vertical one
   * @param width the width in points
   * @param title as in {@link Picture#title}
   * @return the chart
   * @throws IllegalArgumentException if no point has a place on the axes
   */
  public static Chart of(
      LossGradientCloud cloud, List<Mark> marks, boolean logarithmic, double width, String title) {
    List<Series> series = new ArrayList<>();
    int[] shown =
        IntStream.range(0, cloud.size()).filter(k -> hasPlace(cloud, k, logarithmic)).toArray();
    if (shown.length == 0) {
      throw new IllegalArgumentException("no point of the cloud has a place on the axes");
    }
    addDots(series, cloud, shown, Optional.empty());
    // The frequent kinds first, so that the rare ones lie on top.
    for (Curvature curvature :
        List.of(Curvature.SINGULAR, Curvature.SADDLE, Curvature.CONVEX, Curvature.CONCAVE)) {
      addDots(series, cloud, shown, Optional.of(curvature));
    }
    addMarks(series, marks, "minimum", Marker.WEDGE, mark -> mark.index() == 0);
    addMarks(series, marks, "transition state", Marker.DIAMOND, mark -> mark.index() == 1);
    addMarks(series, marks, "higher saddle", Marker.CROSS, mark -> mark.index() > 1);
    Axis x = axis("energy / nats", logarithmic, values(series, true));
    Axis y = axis("length of the gradient / nats", logarithmic, values(series, false));
    return new Chart(title, width, x, y, series, List.of());
  }

  private static boolean hasPlace(LossGradientCloud cloud, int point, boolean logarithmic) {
    double energy = cloud.energy(point);
    double norm = cloud.norm(point);
    return Double.isFinite(energy)
        && Double.isFinite(norm)
        && (!logarithmic || (energy > 0.0 && norm > FLAT));
  }

  private static Axis axis(String title, boolean logarithmic, double[] values) {
    return new Range(logarithmic, Optional.empty(), Optional.empty()).axis(title, values);
  }

  private static double[] values(List<Series> series, boolean horizontal) {
    return series.stream()
        .flatMapToDouble(one -> DoubleStream.of((horizontal ? one.x() : one.y()).toArray()))
        .toArray();
  }

  private static void addDots(
      List<Series> series, LossGradientCloud cloud, int[] shown, Optional<Curvature> curvature) {
    int[] kind = IntStream.of(shown).filter(k -> cloud.curvature(k).equals(curvature)).toArray();
    int wanted = Math.max(FEWEST, (int) ((long) MOST * kind.length / shown.length));
    int every = Math.max(1, kind.length / wanted);
    int[] drawn = IntStream.range(0, kind.length / every).map(k -> kind[k * every]).toArray();
    if (drawn.length > 0) {
      Color colour = curvature.map(CloudPicture::dark).orElse(Palette.SKY);
      series.add(
          Series.of(
                  curvature.map(Curvature::label).orElse("curvature not looked at"),
                  IntStream.of(drawn).mapToDouble(cloud::energy).toArray(),
                  IntStream.of(drawn).mapToDouble(cloud::norm).toArray(),
                  colour,
                  Marker.CIRCLE,
                  Series.Line.NONE)
              .withMarkerSize(DOT));
    }
  }

  /** Dots are small and need more contrast than bars. */
  private static Color dark(Curvature curvature) {
    return curvature == Curvature.SINGULAR ? Palette.MUTED : CurvatureBars.colour(curvature);
  }

  private static void addMarks(
      List<Series> series, List<Mark> marks, String name, Marker marker, Predicate<Mark> chosen) {
    List<Mark> kind = marks.stream().filter(chosen).toList();
    if (!kind.isEmpty()) {
      ImmutableDoubleArray x = ImmutableDoubleArray.copyOf(kind.stream().mapToDouble(Mark::energy));
      double[] zeros = new double[kind.size()];
      series.add(
          Series.of(name, x.toArray(), zeros, Palette.INK, marker, Series.Line.NONE)
              .withHollowMarkers());
    }
  }
}
