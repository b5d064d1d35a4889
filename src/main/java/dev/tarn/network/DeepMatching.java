package dev.tarn.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The arrangement of the hidden units of one point that brings it nearest to another point.
 *
 * <p>With all other layers arranged, the best arrangement of one layer is a linear assignment
 * problem. Layers that are not neighbours do not feel each other, so once every second hidden layer
 * is arranged the others follow exactly. {@link #improve} takes turns between layers from two
 * starts, and is exact for at most one hidden layer. {@link #search} runs through the arrangements
 * of every second layer by branch and bound ({@link UnitBounds}).
 *
 * <p>Confined to one thread.
 */
final class DeepMatching {
  private final Architecture architecture;
  private final UnitBounds bounds;
  private final Arrangement now;
  private List<SignedPermutation> arrangement;
  private double best = Double.POSITIVE_INFINITY;

  // Branch and bound: the layers that are run through, their places one after the other, what a
  // unit costs there at least, and what all later places cost at least.
  private final List<Integer> enumerated = new ArrayList<>();
  private final List<Integer> solved = new ArrayList<>();
  private double[][][] cost = {};
  private int[][] twin = {};
  private int[][] places = {};
  private double[] later = {};
  private double solvedBound;
  private long nodes;

  DeepMatching(Layout layout, double[] x, double[] reference) {
    architecture = layout.architecture();
    bounds = new UnitBounds(layout, x, reference);
    now = new Arrangement(layout, x, reference);
    arrangement = now.permutations();
    divideLayers();
  }

  /** The odd or the even hidden layers are run through, whichever have fewer arrangements. */
  private void divideLayers() {
    BigInteger[] arrangements = {BigInteger.ONE, BigInteger.ONE};
    int hidden = architecture.hidden().size();
    for (int l = 1; l <= hidden; l++) {
      arrangements[l % 2] = arrangements[l % 2].multiply(layerOrder(architecture, l));
    }
    int fewer = arrangements[1].compareTo(arrangements[0]) < 0 ? 1 : 0;
    for (int l = 1; l <= hidden; l++) {
      (l % 2 == fewer ? enumerated : solved).add(l);
    }
  }

  /** The number of arrangements of a hidden layer. */
  static BigInteger layerOrder(Architecture architecture, int layer) {
    BigInteger order = BigInteger.ONE;
    for (int j = 1; j <= architecture.width(layer); j++) {
      order = order.multiply(BigInteger.valueOf((long) j * UnitBounds.signs(architecture, layer)));
    }
    return order;
  }

  /** The squared distance of the best arrangement so far; infinite before anything is found. */
  double best() {
    return best;
  }

  /** The best arrangement so far, as permutations of all layers; inputs and outputs stay. */
  List<SignedPermutation> arrangement() {
    return arrangement;
  }

  /** Requires that a place gets a unit with a sign. */
  void pin(int layer, int place, int unit, int unitSign) {
    now.pin(layer, place, unit, unitSign);
  }

  /** Forgets the best arrangement. */
  void forget() {
    best = Double.POSITIVE_INFINITY;
  }

  /** Finds a good arrangement, the best one for at most one hidden layer. */
  void improve() {
    if (enumerated.isEmpty()) {
      solveAndKeep(best);
      return;
    }
    settle();
    for (int l : enumerated) {
      now.assign(l, bounds.of(l, true));
    }
    settle();
  }

  /** Takes turns between the layers until nothing is gained. */
  private void settle() {
    double before;
    double distance = Double.POSITIVE_INFINITY;
    do {
      before = distance;
      solveAndKeep(best);
      for (int l : enumerated) {
        now.assign(l, now.pairCosts(l));
      }
      distance = now.distance();
    } while (distance < before);
  }

  /**
   * Looks for an arrangement nearer than some distance.
   *
   * @param below the square of that distance
   * @param close a squared distance that is good enough to end the search
   * @param budget the number of partial arrangements that may be tried
   * @return the number of those that were tried; more than the budget if the search did not end
   */
  long search(double below, double close, long budget) {
    nodes = 0;
    int count = enumerated.size();
    cost = new double[count][][];
    twin = new int[count][];
    List<int[]> order = new ArrayList<>();
    for (int e = 0; e < count; e++) {
      int l = enumerated.get(e);
      cost[e] = bounds.of(l, true);
      twin[e] = bounds.twins(l);
      for (int k = 0; k < architecture.width(l); k++) {
        order.add(new int[] {e, k});
      }
    }
    places = order.toArray(int[][]::new);
    later = new double[places.length + 1];
    for (int at = places.length - 1; at >= 0; at--) {
      later[at] = later[at + 1] + least(cost[places[at][0]], places[at][1]);
    }
    solvedBound = 0.0;
    for (int l : solved) {
      double[][] each = bounds.of(l, false);
      for (int k = 0; k < architecture.width(l); k++) {
        solvedBound += least(each, k);
      }
    }
    for (int[] place : places) {
      now.clear(enumerated.get(place[0]), place[1]);
    }
    descend(0, 0.0, Math.min(below, best), close, budget);
    return nodes;
  }

  private static double least(double[][] costs, int place) {
    double least = Double.POSITIVE_INFINITY;
    for (double[] unit : costs) {
      least = Math.min(least, Math.min(unit[2 * place], unit[2 * place + 1]));
    }
    return least;
  }

  /** Fills the places from one on; returns whether the search shall end. */
  private boolean descend(int at, double sum, double below, double close, long budget) {
    if (at == places.length) {
      solveAndKeep(below);
      return best <= close;
    }
    int e = places[at][0];
    int l = enumerated.get(e);
    int place = places[at][1];
    boolean pinned = now.isPinned(l, place);
    for (int j = 0; j < architecture.width(l); j++) {
      if (!pinned && (now.isTaken(l, j) || hasFreeTwin(e, l, j))) {
        continue;
      }
      for (int s = 0; s < UnitBounds.signs(architecture, l); s++) {
        int unitSign = s == 0 ? 1 : -1;
        boolean useless =
            pinned ? !now.isPinnedTo(l, place, j, unitSign) : s == 1 && bounds.isZero(l, j);
        double total = sum + cost[e][j][2 * place + s];
        double limit = Math.min(below, best);
        if (useless || !(total + later[at + 1] + solvedBound < limit)) {
          continue;
        }
        nodes++;
        if (nodes > budget) {
          return true;
        }
        now.put(l, place, j, unitSign);
        boolean end = descend(at + 1, total, below, close, budget);
        now.clear(l, place);
        if (end) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an equal unit before this one is free, which would give nothing else. */
  private boolean hasFreeTwin(int e, int layer, int unit) {
    for (int k = 0; k < unit; k++) {
      if (twin[e][k] == twin[e][unit] && !now.isTaken(layer, k)) {
        return true;
      }
    }
    return false;
  }

  /** Arranges the layers that follow from the others, and keeps the result if it is better. */
  private void solveAndKeep(double below) {
    for (int l : solved) {
      now.assign(l, now.pairCosts(l));
    }
    double distance = now.distance();
    if (distance < best && distance < below) {
      best = distance;
      arrangement = now.permutations();
    }
  }
}
