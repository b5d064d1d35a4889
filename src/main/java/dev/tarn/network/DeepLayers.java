package dev.tarn.network;

import dev.tarn.linear.Vectors;
import dev.tarn.stationary.OrbitIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arrangements of several hidden layers, by branch and bound ({@link DeepMatching}). */
final class DeepLayers implements Arrangements {
  /** The number of partial arrangements that a search tries at most. */
  static final int BUDGET = 500_000;

  private static final double CLOSE = 1e-16;

  private final Layout layout;
  private final List<NetworkTransformation> dataSymmetries;

  DeepLayers(Layout layout, List<NetworkTransformation> dataSymmetries) {
    this.layout = layout;
    this.dataSymmetries = dataSymmetries;
  }

  @Override
  public NetworkTransformation nearest(double[] x, double[] reference) {
    List<DeepMatching> matchings = new ArrayList<>();
    int best = 0;
    for (int k = 0; k < dataSymmetries.size(); k++) {
      DeepMatching matching =
          new DeepMatching(layout, k == 0 ? x : dataSymmetries.get(k).apply(x), reference);
      matching.improve();
      matchings.add(matching);
      best = matching.best() < matchings.get(best).best() ? k : best;
    }
    // Equal points first: that search is short, as nearly everything is ruled out at once.
    double equal = OrbitIndex.DISTANCE_TOLERANCE * OrbitIndex.DISTANCE_TOLERANCE;
    best = searched(matchings, best, Math.min(equal, matchings.get(best).best()));
    best = searched(matchings, best, Double.POSITIVE_INFINITY);
    if (matchings.get(best).best() == Double.POSITIVE_INFINITY) {
      // Only for points that are not finite.
      return dataSymmetries.get(0);
    }
    NetworkTransformation arrangement =
        new NetworkTransformation(layout, matchings.get(best).arrangement());
    return best == 0 ? arrangement : arrangement.after(dataSymmetries.get(best));
  }

  @Override
  public double[] nearestCopy(double[] x, double[] reference) {
    return nearest(x, reference).apply(x);
  }

  @Override
  public double[] canonical(double[] x) {
    double[] best = new UnitOrder(layout, x).sorted();
    for (NetworkTransformation element : dataSymmetries.subList(1, dataSymmetries.size())) {
      double[] other = new UnitOrder(layout, element.apply(x)).sorted();
      if (UnitOrder.compare(other, best) > 0) {
        best = other;
      }
    }
    return best;
  }

  /** Looks for something nearer, for all symmetries of the data; returns the best of these. */
  private static int searched(List<DeepMatching> matchings, int start, double below) {
    int best = start;
    long left = BUDGET;
    for (int k = 0; k < matchings.size() && left > 0; k++) {
      double least = matchings.get(best).best();
      if (least <= CLOSE) {
        break;
      }
      left -= matchings.get(k).search(Math.min(below, least), CLOSE, left);
      best = matchings.get(k).best() < least ? k : best;
    }
    return best;
  }

  @Override
  public Stabiliser stabiliser(double[] x) {
    DeepStabiliser stabiliser = new DeepStabiliser(layout, x, BUDGET);
    stabiliser.include(dataSymmetries);
    return stabiliser.found();
  }

  @Override
  public Optional<NetworkTransformation> transporter(double[] x, double[] y) {
    NetworkTransformation element = nearest(x, y);
    boolean near = Vectors.distance(element.apply(x), y) <= OrbitIndex.DISTANCE_TOLERANCE;
    return near ? Optional.of(element) : Optional.empty();
  }
}
