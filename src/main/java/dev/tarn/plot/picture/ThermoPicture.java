package dev.tarn.plot.picture;

import dev.tarn.plot.canvas.Axis;
import dev.tarn.plot.canvas.Chart;
import dev.tarn.plot.canvas.Marker;
import dev.tarn.plot.canvas.Palette;
import dev.tarn.plot.canvas.Panels;
import dev.tarn.plot.canvas.Series;
import dev.tarn.plot.format.Picture;
import dev.tarn.thermo.HarmonicModel.Well;
import dev.tarn.thermo.HeatCapacityPeaks;
import dev.tarn.thermo.HeatCapacityPeaks.Peak;
import dev.tarn.thermo.Superposition;
import dev.tarn.thermo.Superposition.Equilibrium;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Heat capacity and occupations against temperature, one chart above the other. The classes drawn
 * are those that hold most at some temperature; peaks of the heat capacity have a mark. Stateless.
 */
public final class ThermoPicture {
  private static final int POINTS = 300;

  private ThermoPicture() {}

  /**
   * Draws the two charts.
   *
   * @param superposition what is occupied
   * @param temperatures at least two; the curves go from the lowest to the highest
   * @param classes how many classes to draw
   * @param width the width in points
   * @param title as in {@link Picture#title}
   * @return the picture
   */
  public static Picture of(
      Superposition superposition, double[] temperatures, int classes, double width, String title) {
    double low = Arrays.stream(temperatures).min().orElseThrow();
    double high = Arrays.stream(temperatures).max().orElseThrow();
    double[] t = HeatCapacityPeaks.geometric(low, high, POINTS);
    List<Equilibrium> states = Arrays.stream(t).mapToObj(superposition::at).toList();
    Axis x = Axis.aroundLogarithms("T", t);
    return new Panels(
        title,
        1,
        List.of(
            capacity(superposition, states, t, x, width, title),
            occupations(superposition, states, t, x, classes, width, title)));
  }

  private static Chart capacity(
      Superposition superposition,
      List<Equilibrium> states,
      double[] t,
      Axis x,
      double width,
      String title) {
    double[] c = states.stream().mapToDouble(Equilibrium::heatCapacity).toArray();
    List<Peak> peaks = HeatCapacityPeaks.of(superposition, t[0], t[t.length - 1], 1);
    double[] at = peaks.stream().mapToDouble(p -> p.equilibrium().temperature()).toArray();
    double[] top = peaks.stream().mapToDouble(p -> p.equilibrium().heatCapacity()).toArray();
    double[] base = {superposition.baseHeatCapacity(), superposition.baseHeatCapacity()};
    List<Series> series =
        List.of(
            Series.of(
                "",
                new double[] {t[0], t[t.length - 1]},
                base,
                Palette.MUTED,
                Marker.NONE,
                Series.Line.DASHED),
            Series.of("", t, c, Palette.BLUE, Marker.NONE, Series.Line.SOLID),
            Series.of("", at, top, Palette.VERMILION, Marker.DIAMOND, Series.Line.NONE));
    double[] shown = Arrays.copyOf(c, c.length + 1);
    shown[c.length] = base[0];
    return new Chart(title, width, x, Axis.around("heat capacity", shown), series, List.of());
  }

  private static Chart occupations(
      Superposition superposition,
      List<Equilibrium> states,
      double[] t,
      Axis x,
      int classes,
      double width,
      String title) {
    List<Well> wells = superposition.model().wells();
    List<Integer> chosen =
        IntStream.range(0, wells.size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -highest(states, k)))
            .limit(Math.min(classes, Palette.CATEGORIES.size()))
            .sorted()
            .toList();
    List<Series> series = new ArrayList<>();
    for (int k : chosen) {
      double[] p = states.stream().mapToDouble(s -> s.occupations().get(k)).toArray();
      series.add(
          Series.of(
              "class " + wells.get(k).id(),
              t,
              p,
              Palette.category(series.size()),
              Marker.NONE,
              series.size() % 2 == 0 ? Series.Line.SOLID : Series.Line.DASHED));
    }
    Axis y = new Axis("occupation", -0.02, 1.02, Axis.Scale.LINEAR);
    return new Chart(title, width, x, y, series, List.of());
  }

  private static double highest(List<Equilibrium> states, int k) {
    return states.stream().mapToDouble(state -> state.occupations().get(k)).max().orElse(0.0);
  }
}
