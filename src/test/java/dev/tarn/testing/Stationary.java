package dev.tarn.testing;

import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Stationary points of any index by Newton's method from random starts, half of which first go some
 * way downhill.
 */
public final class Stationary {

  private static final int WAYS = 40;

  private Stationary() {}

  /**
   * The distinct stationary points, one of each class, that Newton's method finds.
   *
   * @param tolerance the root-mean-square gradient that the potential's rounding allows
   */
  public static List<PolishedPoint> find(Potential potential, int starts, double tolerance) {
    Lbfgs minimiser = new Lbfgs(potential, LbfgsSettings.defaults());
    StationaryPolish polish =
        StationaryPolish.newton(potential, Tolerances.defaults().withGradient(tolerance));
    OrbitIndex index = new OrbitIndex(potential.symmetry());
    List<PolishedPoint> found = new ArrayList<>();
    List<double[]> points = new ArrayList<>(potential.knownPoints());
    points.addAll(Inputs.random(potential, starts));
    for (int k = 0; k < points.size(); k++) {
      double[] start = points.get(k);
      minimiser.minimise(start, k % 2 * (k / 2 % WAYS));
      PolishedPoint point = polish.polish(start);
      if (point.converged() && !point.degenerate() && index.find(point) == OrbitIndex.ABSENT) {
        index.add(found.size(), point);
        found.add(point);
      }
    }
    return found;
  }

  /** Their energies, ascending, for one index. */
  public static double[] energies(List<PolishedPoint> points, int index) {
    return points.stream()
        .filter(point -> point.index() == index)
        .mapToDouble(PolishedPoint::energy)
        .sorted()
        .toArray();
  }

  /** The sum of {@code (-1)^index} over all copies: 1 if the energy is unbounded all around. */
  public static BigInteger morseSum(Potential potential, List<PolishedPoint> points) {
    BigInteger sum = BigInteger.ZERO;
    for (PolishedPoint point : points) {
      BigInteger size = potential.symmetry().orbitSize(point.coordinates());
      sum = point.index() % 2 == 0 ? sum.add(size) : sum.subtract(size);
    }
    return sum;
  }
}
