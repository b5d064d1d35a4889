package dev.tarn.network;

import dev.tarn.linear.LinearAssignment;
import dev.tarn.linear.Vectors;
import dev.tarn.stationary.OrbitIndex;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arrangements of the units of one hidden layer, or of none, exactly: for each symmetry of the
 * data the best one is a linear assignment, {@code O(N^3)} for {@code N} units.
 */
final class OneLayer implements Arrangements {
  private static final double MOVED = 2.0;
  private static final double FLIPPED = 1.0;
  private static final double OF_THE_DATA = 1.0;

  private final List<NetworkTransformation> dataSymmetries;
  private final UnitTable table;
  private final int units;
  private final double impossible;
  // Of each symmetry of the data, where each parameter comes from, and its sign.
  private final int[][] source;
  private final int[][] sourceSign;

  OneLayer(Layout layout, List<NetworkTransformation> dataSymmetries) {
    this.dataSymmetries = dataSymmetries;
    table = new UnitTable(layout);
    units = table.units();
    impossible = 2.0 + (MOVED + FLIPPED) * units;
    source = new int[dataSymmetries.size()][layout.dimension()];
    sourceSign = new int[dataSymmetries.size()][layout.dimension()];
    for (int s = 0; s < source.length; s++) {
      int[] from = source[s];
      int[] sign = sourceSign[s];
      dataSymmetries
          .get(s)
          .move(
              (to, of, with) -> {
                from[to] = of;
                sign[to] = with;
              });
    }
  }

  /** A point after one of the symmetries of the data; the point itself for the identity. */
  private double[] moved(double[] x, int symmetry) {
    if (symmetry == 0) {
      return x;
    }
    double[] out = new double[x.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = sourceSign[symmetry][i] * x[source[symmetry][i]] + 0.0;
    }
    return out;
  }

  /** A symmetry of the data, an arrangement of the units, and the point after both. */
  private record Candidate(int symmetry, UnitTable.Placing placing, double[] copy) {}

  private Candidate nearestOf(double[] x, double[] reference) {
    double[] to = table.gather(reference);
    Candidate best = new Candidate(0, table.identity(), x);
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s < source.length; s++) {
      double[] moved = moved(x, s);
      double[] from = table.gather(moved);
      UnitTable.Placing placing = best(from, to);
      double[] copy = table.put(from, placing, moved);
      double distance = Vectors.distance(copy, reference);
      if (distance < least) {
        least = distance;
        best = new Candidate(s, placing, copy);
      }
    }
    return best;
  }

  @Override
  public NetworkTransformation nearest(double[] x, double[] reference) {
    Candidate best = nearestOf(x, reference);
    return element(best.symmetry, best.placing);
  }

  @Override
  public double[] nearestCopy(double[] x, double[] reference) {
    return nearestOf(x, reference).copy;
  }

  private NetworkTransformation element(int symmetry, UnitTable.Placing placing) {
    NetworkTransformation first = dataSymmetries.get(symmetry);
    return units == 0
        ? first
        : first.with(1, SignedPermutation.unchecked(placing.units(), placing.signs()));
  }

  /** The arrangement that brings units nearest to others. */
  private UnitTable.Placing best(double[] from, double[] to) {
    double[][] cost = new double[units][units];
    for (int j = 0; j < units; j++) {
      for (int k = 0; k < units; k++) {
        cost[j][k] = table.least(from, j, to, k);
      }
    }
    int[] unit = LinearAssignment.solve(cost);
    int[] signs = new int[units];
    for (int k = 0; k < units; k++) {
      signs[k] = table.sign(from, unit[k], to, k);
    }
    return new UnitTable.Placing(unit, signs);
  }

  @Override
  public double[] canonical(double[] x) {
    double[] best = table.sorted(x);
    for (int s = 1; s < source.length; s++) {
      double[] other = table.sorted(moved(x, s));
      if (UnitOrder.compare(other, best) > 0) {
        best = other;
      }
    }
    return best;
  }

  @Override
  public Stabiliser stabiliser(double[] x) {
    double[] all = table.gather(x);
    BigInteger order = BigInteger.ONE;
    List<NetworkTransformation> generators = new ArrayList<>();
    int[] alike = new int[units];
    int[] leader = table.leaders(all);
    for (int j = 0; j < units; j++) {
      int first = leader[j];
      boolean zero = table.isOdd() && table.isZero(all, first);
      alike[first]++;
      order = order.multiply(BigInteger.valueOf(alike[first])).shiftLeft(zero ? 1 : 0);
      if (first != j) {
        int sign = table.sign(all, first, all, j);
        generators.add(ofUnits(SignedPermutation.exchange(units, first, j, sign)));
      } else if (zero) {
        generators.add(ofUnits(SignedPermutation.flip(units, j)));
      }
    }
    int undone = 1;
    double near = TOLERANCE * Math.sqrt(x.length);
    for (int s = 1; s < source.length; s++) {
      double[] moved = moved(x, s);
      double[] from = table.gather(moved);
      UnitTable.Placing back = best(from, all);
      if (Vectors.distance(table.put(from, back, moved), x) <= near) {
        undone++;
        generators.add(element(s, back));
      }
    }
    return new Stabiliser(order.multiply(BigInteger.valueOf(undone)), generators);
  }

  private NetworkTransformation ofUnits(SignedPermutation permutation) {
    return dataSymmetries.get(0).with(1, permutation);
  }

  /**
   * The simplest element has the least sum of 2 for each unit moved, 1 for each unit that changes
   * sign and 1 for a symmetry of the data.
   */
  @Override
  public Optional<NetworkTransformation> transporter(double[] x, double[] y) {
    double[] to = table.gather(y);
    Optional<NetworkTransformation> best = Optional.empty();
    double least = impossible;
    for (int s = 0; s < source.length; s++) {
      double[] copy = moved(x, s);
      if (!(table.restDistance(copy, y) <= OrbitIndex.DISTANCE_TOLERANCE)) {
        continue;
      }
      double[] from = table.gather(copy);
      double[][] cost = new double[units][units];
      for (int j = 0; j < units; j++) {
        for (int k = 0; k < units; k++) {
          cost[j][k] = complexity(from, j, to, k);
        }
      }
      int[] unit = LinearAssignment.solve(cost);
      int[] signs = new int[units];
      double sum = s == 0 ? 0.0 : OF_THE_DATA;
      for (int k = 0; k < units; k++) {
        double each = cost[unit[k]][k];
        sum += each;
        signs[k] = each == FLIPPED || each == MOVED + FLIPPED ? -1 : 1;
      }
      if (sum < least) {
        least = sum;
        best = Optional.of(element(s, new UnitTable.Placing(unit, signs)));
      }
    }
    return best;
  }

  /** What it takes to bring a unit to the place of another one; impossible if they differ. */
  private double complexity(double[] x, int j, double[] y, int k) {
    double square = OrbitIndex.DISTANCE_TOLERANCE * OrbitIndex.DISTANCE_TOLERANCE;
    double move = j == k ? 0.0 : MOVED;
    if (table.distance(x, j, 1.0, y, k) <= square) {
      return move;
    }
    return table.isOdd() && table.distance(x, j, -1.0, y, k) <= square
        ? move + FLIPPED
        : impossible;
  }
}
