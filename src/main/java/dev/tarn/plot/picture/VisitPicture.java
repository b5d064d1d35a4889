package dev.tarn.plot.picture;

import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Chart;
import dev.tarn.plot.canvas.Frame;
import dev.tarn.plot.canvas.Marker;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.Panels;
import dev.tarn.plot.canvas.Range;
import dev.tarn.plot.canvas.Series;
import dev.tarn.plot.font.Text;
import dev.tarn.plot.format.Picture;
import dev.tarn.potential.Vector;
import dev.tarn.study.Visits;
import dev.tarn.study.Visits.Visit;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A training run as two charts: energy and gradient against the step. The stationary points that
 * the run visits stand on the energy where it is closest to them, with their ids, and the stretch
 * near them is drawn over the curve; dashed lines show the energy that the run leads to and, below
 * it, that of the lowest minimum. The slow places stand on the gradient. Stateless.
 */
public final class VisitPicture {
  private static final double MARK = 4.5;

  private VisitPicture() {}

  /**
   * Draws a run.
   *
   * @param visits the run with its visits
   * @param logarithmic whether the energy is on a logarithmic scale; the gradient always is
   * @param width the width in points
   * @param title as in {@link Picture#title}
   * @return the two charts, one below the other
   * @throws IllegalArgumentException if the scale is logarithmic and an energy is negative
   */
  public static Picture of(Visits visits, boolean logarithmic, double width, String title) {
    return new Panels(
        title,
        1,
        List.of(energies(visits, logarithmic, width, title), gradients(visits, width, title)));
  }

  private static Chart energies(Visits visits, boolean logarithmic, double width, String title) {
    Vector energies = visits.energies();
    List<Series> series = new ArrayList<>();
    addLevels(series, visits);
    series.add(curve(energies));
    addStretches(series, visits);
    addVisits(series, visits, "minimum", Marker.CIRCLE, index -> index == 0);
    addVisits(series, visits, "transition state", Marker.DIAMOND, index -> index == 1);
    addVisits(series, visits, "higher saddle", Marker.SQUARE, index -> index > 1);
    double[] shown =
        series.stream()
            .flatMapToDouble(one -> one.y().stream())
            .filter(value -> !Double.isNaN(value))
            .toArray();
    Axis y =
        Axis.in(new Range(logarithmic, Optional.empty(), Optional.empty()), "energy / nats", shown);
    Chart bare = new Chart(title, width, steps(energies), y, series, List.of());
    return new Chart(title, width, bare.x(), y, series, notes(visits, bare.frame()));
  }

  private static Chart gradients(Visits visits, double width, String title) {
    Vector gradients = visits.gradients();
    double[] places = visits.slowSteps().stream().mapToDouble(step -> step).toArray();
    double[] values = visits.slowSteps().stream().mapToDouble(gradients::get).toArray();
    List<Series> series =
        List.of(
            curve(gradients),
            Series.of(
                    "slow place", places, values, Palette.VERMILION, Marker.WEDGE, Series.Line.NONE)
                .withHollowMarkers());
    Axis y = Axis.in(Range.ofLogarithms(), "rms gradient", gradients.toArray());
    return new Chart(title, width, steps(gradients), y, series, List.of());
  }

  private static Axis steps(Vector values) {
    double last = Math.max(1.0, values.length() - 1.0);
    return new Axis("step", -0.02 * last, 1.02 * last, Axis.Scale.WHOLE);
  }

  private static Series curve(Vector values) {
    double[] steps = IntStream.range(0, values.length()).asDoubleStream().toArray();
    return Series.of("run", steps, values.toArray(), Palette.BLUE, Marker.NONE, Series.Line.SOLID);
  }

  private static void addStretches(List<Series> series, Visits visits) {
    DoubleStream.Builder x = DoubleStream.builder();
    DoubleStream.Builder y = DoubleStream.builder();
    for (Visit visit : visits.visits()) {
      for (int step = visit.firstStep(); step <= visit.lastStep(); step++) {
        x.add(step);
        y.add(visits.energies().get(step));
      }
      // NaN ends the line.
      x.add(visit.lastStep());
      y.add(Double.NaN);
    }
    if (!visits.visits().isEmpty()) {
      series.add(
          new Series(
              "near a point",
              Vector.of(x.build()),
              Vector.of(y.build()),
              Palette.ORANGE,
              Marker.NONE,
              false,
              Series.MARKER_SIZE,
              Series.Line.SOLID));
    }
  }

  private static void addLevels(List<Series> series, Visits visits) {
    double last = visits.energies().length() - 1.0;
    double end = visits.end().energy();
    String name =
        visits.endId().map(id -> "point " + id + ", led to").orElse("an unknown point, led to");
    series.add(level(name, end, last, Palette.VERMILION));
    visits
        .lowest()
        .filter(lowest -> visits.endId().map(id -> id != lowest.id()).orElse(true))
        .ifPresent(
            lowest ->
                series.add(
                    level(
                        "point " + lowest.id() + ", lowest",
                        lowest.energy(),
                        last,
                        Palette.GREEN)));
  }

  private static Series level(String name, double energy, double last, Color colour) {
    double[] ends = {0.0, last};
    double[] same = {energy, energy};
    return Series.of(name, ends, same, colour, Marker.NONE, Series.Line.DASHED);
  }

  private static void addVisits(
      List<Series> series, Visits visits, String name, Marker marker, IntPredicate chosen) {
    List<Visit> kind =
        visits.visits().stream().filter(visit -> chosen.test(visit.index())).toList();
    if (!kind.isEmpty()) {
      series.add(
          Series.of(
                  name,
                  kind.stream().mapToDouble(Visit::closestStep).toArray(),
                  kind.stream().mapToDouble(v -> visits.energies().get(v.closestStep())).toArray(),
                  Palette.ORANGE,
                  marker,
                  Series.Line.NONE)
              .withMarkerSize(MARK));
    }
  }

  /** The ids, as many as stand side by side. */
  private static List<Chart.Note> notes(Visits visits, Frame frame) {
    List<Chart.Note> notes = new ArrayList<>();
    double end = Double.NEGATIVE_INFINITY;
    for (Visit visit : visits.visits()) {
      String text = Integer.toString(visit.point());
      double half = 0.5 * Text.width(text, Text.SIZE) + 1.0;
      double at = frame.x(visit.closestStep());
      if (at - half > end) {
        double energy = visits.energies().get(visit.closestStep());
        notes.add(new Chart.Note(visit.closestStep(), energy, text, true));
        end = at + half;
      }
    }
    return notes;
  }
}
