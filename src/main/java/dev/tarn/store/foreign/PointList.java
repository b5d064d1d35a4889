package dev.tarn.store.foreign;

import dev.tarn.store.foreign.ForeignLandscape.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Minima that files hold again and again, each once: those of the same energy, order of the point
 * group and product of eigenvalues are one, since such files have them turned and numbered anew
 * every time. For one thread.
 */
final class PointList {
  /** What quenches of OPTIM agree to. */
  private static final double SAME_ENERGY = 1e-7;

  private static final double SAME_PRODUCT = 1e-4;

  private final List<Point> minima = new ArrayList<>();

  /** The number of a minimum, from 0; a new one comes to the end. */
  int place(Point point) {
    for (int k = 0; k < minima.size(); k++) {
      if (same(minima.get(k), point)) {
        return k;
      }
    }
    minima.add(point);
    return minima.size() - 1;
  }

  private static boolean same(Point a, Point b) {
    double difference = a.logProduct().orElse(0.0) - b.logProduct().orElse(0.0);
    return Math.abs(a.energy() - b.energy()) < SAME_ENERGY
        && a.pointGroup() == b.pointGroup()
        && Math.abs(difference) < SAME_PRODUCT;
  }

  List<Point> minima() {
    return minima;
  }
}
