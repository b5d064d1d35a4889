package dev.tarn.network;

import dev.tarn.linear.LinearAssignment;
import dev.tarn.linear.Vectors;
import dev.tarn.stationary.OrbitIndex;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The arrangements of the units of one hidden layer, or of none, exactly: for each symmetry of the
 * data the best one is a linear assignment, {@code O(N^3)} for {@code N} units.
 *
 * <p>A unit is the list of the numbers that go with it, in the order in which they stand among the
 * parameters. Where the activation is odd a unit may change its sign.
 */
final class OneLayer implements Arrangements {
  private static final double MOVED = 2.0;
  private static final double FLIPPED = 1.0;
  private static final double OF_THE_DATA = 1.0;

  private final Layout layout;
  private final List<NetworkTransformation> dataSymmetries;
  private final int units;
  private final boolean odd;
  private final double impossible;
  // The numbers of each unit, and where they stand; all others.
  private final int size;
  private final int[] place;
  private final int[] rest;

  OneLayer(Layout layout, List<NetworkTransformation> dataSymmetries) {
    this.layout = layout;
    this.dataSymmetries = dataSymmetries;
    boolean hidden = layout.layers() > 1;
    units = hidden ? layout.width(1) : 0;
    odd = hidden && UnitBounds.isOdd(layout.architecture(), 1);
    impossible = 2.0 + (MOVED + FLIPPED) * units;
    size = hidden ? layout.width(0) + 1 + layout.width(2) : 0;
    place = new int[units * size];
    boolean[] ofUnit = new boolean[layout.dimension()];
    for (int j = 0; j < units; j++) {
      int[] places = layout.unit(1, j);
      System.arraycopy(places, 0, place, j * size, size);
      for (int p : places) {
        ofUnit[p] = true;
      }
    }
    rest = IntStream.range(0, layout.dimension()).filter(i -> !ofUnit[i]).toArray();
  }

  @Override
  public NetworkTransformation nearest(double[] x, double[] reference) {
    double[] to = gather(reference);
    NetworkTransformation best = dataSymmetries.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s < dataSymmetries.size(); s++) {
      NetworkTransformation first = dataSymmetries.get(s);
      double[] moved = s == 0 ? x : first.apply(x);
      NetworkTransformation arrangement = best(gather(moved), to);
      double distance = Vectors.distance(arrangement.apply(moved), reference);
      if (distance < least) {
        least = distance;
        best = s == 0 ? arrangement : arrangement.after(first);
      }
    }
    return best;
  }

  /** The arrangement that brings units nearest to others. */
  private NetworkTransformation best(double[] from, double[] to) {
    double[][] cost = new double[units][units];
    for (int j = 0; j < units; j++) {
      for (int k = 0; k < units; k++) {
        cost[j][k] = distance(from, j, sign(from, j, to, k), to, k);
      }
    }
    int[] source = LinearAssignment.solve(cost);
    int[] signs = new int[units];
    for (int k = 0; k < units; k++) {
      signs[k] = sign(from, source[k], to, k);
    }
    return arrangement(source, signs);
  }

  private NetworkTransformation arrangement(int[] source, int[] signs) {
    return units == 0
        ? dataSymmetries.get(0)
        : NetworkTransformation.ofLayer(layout, 1, SignedPermutation.unchecked(source, signs));
  }

  private double[] gather(double[] x) {
    double[] all = new double[place.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = x[place[i]];
    }
    return all;
  }

  /** The squared distance of a unit from another one times a sign. */
  private double distance(double[] x, int j, double sign, double[] y, int k) {
    int o = j * size;
    int p = k * size;
    double sum = 0.0;
    for (int c = 0; c < size; c++) {
      double d = x[o + c] - sign * y[p + c];
      sum += d * d;
    }
    return sum;
  }

  /** The sign that brings a unit nearer to another one, 1 or -1. */
  private int sign(double[] x, int j, double[] y, int k) {
    if (!odd) {
      return 1;
    }
    int o = j * size;
    int p = k * size;
    double dot = 0.0;
    for (int c = 0; c < size; c++) {
      dot += x[o + c] * y[p + c];
    }
    return dot < 0.0 ? -1 : 1;
  }

  @Override
  public Stabiliser stabiliser(double[] x) {
    double[] all = gather(x);
    BigInteger order = BigInteger.ONE;
    List<NetworkTransformation> generators = new ArrayList<>();
    int[] alike = new int[units];
    int[] leader = leaders(all);
    for (int j = 0; j < units; j++) {
      int first = leader[j];
      boolean zero = odd && isZero(all, first);
      alike[first]++;
      order = order.multiply(BigInteger.valueOf(alike[first])).shiftLeft(zero ? 1 : 0);
      if (first != j) {
        int sign = sign(all, first, all, j);
        generators.add(ofUnits(SignedPermutation.exchange(units, first, j, sign)));
      } else if (zero) {
        generators.add(ofUnits(SignedPermutation.flip(units, j)));
      }
    }
    int undone = 1;
    double near = TOLERANCE * Math.sqrt(x.length);
    for (NetworkTransformation first : dataSymmetries.subList(1, dataSymmetries.size())) {
      double[] moved = first.apply(x);
      NetworkTransformation back = best(gather(moved), all);
      if (Vectors.distance(back.apply(moved), x) <= near) {
        undone++;
        generators.add(back.after(first));
      }
    }
    return new Stabiliser(order.multiply(BigInteger.valueOf(undone)), generators);
  }

  private NetworkTransformation ofUnits(SignedPermutation permutation) {
    return NetworkTransformation.ofLayer(layout, 1, permutation);
  }

  /** For each unit the first unit that it equals up to sign, itself if there is none before it. */
  private int[] leaders(double[] all) {
    int[] leader = new int[units];
    for (int j = 0; j < units; j++) {
      leader[j] = j;
      for (int k = 0; k < j; k++) {
        double apart = distance(all, k, sign(all, k, all, j), all, j);
        if (leader[k] == k && apart <= TOLERANCE * TOLERANCE) {
          leader[j] = k;
          break;
        }
      }
    }
    return leader;
  }

  private boolean isZero(double[] all, int j) {
    for (int c = j * size; c < (j + 1) * size; c++) {
      if (Math.abs(all[c]) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  /**
   * The simplest element has the least sum of 2 for each unit moved, 1 for each unit that changes
   * sign and 1 for a symmetry of the data.
   */
  @Override
  public Optional<NetworkTransformation> transporter(double[] x, double[] y) {
    double[] to = gather(y);
    Optional<NetworkTransformation> best = Optional.empty();
    double least = impossible;
    for (int s = 0; s < dataSymmetries.size(); s++) {
      NetworkTransformation first = dataSymmetries.get(s);
      double[] moved = s == 0 ? x : first.apply(x);
      if (!(restDistance(moved, y) <= OrbitIndex.DISTANCE_TOLERANCE)) {
        continue;
      }
      double[] from = gather(moved);
      double[][] cost = new double[units][units];
      for (int j = 0; j < units; j++) {
        for (int k = 0; k < units; k++) {
          cost[j][k] = complexity(from, j, to, k);
        }
      }
      int[] source = LinearAssignment.solve(cost);
      int[] signs = new int[units];
      double sum = s == 0 ? 0.0 : OF_THE_DATA;
      for (int k = 0; k < units; k++) {
        double each = cost[source[k]][k];
        sum += each;
        signs[k] = each == FLIPPED || each == MOVED + FLIPPED ? -1 : 1;
      }
      if (sum < least) {
        least = sum;
        NetworkTransformation arrangement = arrangement(source, signs);
        best = Optional.of(s == 0 ? arrangement : arrangement.after(first));
      }
    }
    return best;
  }

  /** How far apart what belongs to no unit is. */
  private double restDistance(double[] x, double[] y) {
    double sum = 0.0;
    for (int i : rest) {
      sum += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return Math.sqrt(sum);
  }

  /** What it takes to bring a unit to the place of another one; impossible if they differ. */
  private double complexity(double[] x, int j, double[] y, int k) {
    double square = OrbitIndex.DISTANCE_TOLERANCE * OrbitIndex.DISTANCE_TOLERANCE;
    double move = j == k ? 0.0 : MOVED;
    if (distance(x, j, 1.0, y, k) <= square) {
      return move;
    }
    return odd && distance(x, j, -1.0, y, k) <= square ? move + FLIPPED : impossible;
  }
}
