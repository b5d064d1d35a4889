package dev.tarn.thermo;

import dev.tarn.thermo.Superposition.Equilibrium;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Maxima of the heat capacity, each with the classes whose occupation changes most there: what
 * melts into what. Maxima are bracketed on a grid of temperatures in geometric progression and
 * refined by golden sections. Stateless.
 */
public final class HeatCapacityPeaks {
  private static final int POINTS = 2000;
  private static final double GOLDEN = 0.5 * (Math.sqrt(5.0) - 1.0);

  /** Where the maximum of a parabola is lost in rounding. */
  private static final double PRECISION = 1e-9;

  private HeatCapacityPeaks() {}

  /**
   * A maximum of the heat capacity.
   *
   * @param equilibrium what is occupied there
   * @param losing classes that are left as the temperature rises, the one that loses most first
   * @param gaining classes that are filled instead, the one that gains most first
   */
  public record Peak(Equilibrium equilibrium, List<Change> losing, List<Change> gaining) {}

  /**
   * How the occupation of a class changes.
   *
   * @param id the class
   * @param rate {@code dp/dT}
   */
  public record Change(int id, double rate) {}

  /**
   * Finds the maxima.
   *
   * @param superposition the superposition
   * @param low where the range of temperatures begins, positive
   * @param high where it ends, above
   * @param most how many classes to name for each, those that change most
   * @return the maxima inside the range, by temperature; none if the heat capacity has none there
   */
  public static List<Peak> of(Superposition superposition, double low, double high, int most) {
    double[] temperatures = geometric(low, high, POINTS);
    double[] c = new double[POINTS];
    for (int k = 0; k < POINTS; k++) {
      c[k] = excess(superposition, temperatures[k]);
    }
    List<Peak> peaks = new ArrayList<>();
    for (int k = 1; k < POINTS - 1; k++) {
      // What is below rounding of the whole is no peak.
      boolean visible = c[k] > 1e-9 * Math.max(1.0, superposition.baseHeatCapacity());
      if (visible && c[k] > c[k - 1] && c[k] >= c[k + 1]) {
        double at = maximum(superposition, temperatures[k - 1], temperatures[k + 1]);
        peaks.add(peak(superposition, superposition.at(at), most));
      }
    }
    return peaks;
  }

  /**
   * Temperatures in geometric progression.
   *
   * @param low the first one, positive
   * @param high the last one
   * @param count how many, at least 2
   * @return the temperatures, both ends included
   */
  public static double[] geometric(double low, double high, int count) {
    return IntStream.range(0, count)
        .mapToDouble(
            k -> k == count - 1 ? high : low * Math.pow(high / low, (double) k / (count - 1)))
        .toArray();
  }

  private static double excess(Superposition superposition, double temperature) {
    return superposition.at(temperature).heatCapacity() - superposition.baseHeatCapacity();
  }

  private static double maximum(Superposition superposition, double from, double to) {
    double a = from;
    double b = to;
    double x = b - GOLDEN * (b - a);
    double y = a + GOLDEN * (b - a);
    double atX = excess(superposition, x);
    double atY = excess(superposition, y);
    while (b - a > PRECISION * b) {
      if (atX > atY) {
        b = y;
        y = x;
        atY = atX;
        x = b - GOLDEN * (b - a);
        atX = excess(superposition, x);
      } else {
        a = x;
        x = y;
        atX = atY;
        y = a + GOLDEN * (b - a);
        atY = excess(superposition, y);
      }
    }
    return 0.5 * (a + b);
  }

  private static Peak peak(Superposition superposition, Equilibrium equilibrium, int most) {
    double[] rates = superposition.occupationChanges(equilibrium);
    List<Change> changes =
        IntStream.range(0, rates.length)
            .mapToObj(k -> new Change(superposition.model().wells().get(k).id(), rates[k]))
            .sorted(Comparator.comparingDouble(Change::rate))
            .toList();
    List<Change> losing = changes.stream().filter(change -> change.rate < 0.0).limit(most).toList();
    List<Change> gaining =
        changes.stream()
            .filter(change -> change.rate > 0.0)
            .sorted(Comparator.comparingDouble(Change::rate).reversed())
            .limit(most)
            .toList();
    return new Peak(equilibrium, losing, gaining);
  }
}
