package dev.tarn.network;

import dev.tarn.linear.Vectors;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The units of the one hidden layer of a network, or of none, as lists of numbers: those that go
 * with a unit, in the order in which they stand among the parameters. Where the activation is odd a
 * unit may change its sign. Immutable.
 */
final class UnitTable {
  private final int units;
  private final boolean odd;
  // The numbers of each unit, and where they stand; all others.
  private final int size;
  private final int[] place;
  private final int[] rest;
  private final boolean contiguous;

  UnitTable(Layout layout) {
    boolean hidden = layout.layers() > 1;
    units = hidden ? layout.width(1) : 0;
    odd = hidden && UnitBounds.isOdd(layout.architecture(), 1);
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
    contiguous = IntStream.range(0, place.length).allMatch(i -> place[i] == i);
  }

  int units() {
    return units;
  }

  boolean isOdd() {
    return odd;
  }

  /** Which unit comes to each place, and its sign. */
  record Placing(int[] units, int[] signs) {}

  /** Fills a point with the units of another one, placed; what belongs to none stays. */
  double[] put(double[] from, Placing placing, double[] rests) {
    double[] x = new double[rests.length];
    for (int k = 0; k < units; k++) {
      int of = placing.units[k] * size;
      int sign = placing.signs[k];
      for (int c = 0; c < size; c++) {
        // Adding zero turns a negative zero, which a change of sign leaves, into a positive one.
        x[place[k * size + c]] = sign * from[of + c] + 0.0;
      }
    }
    for (int i : rest) {
      x[i] = rests[i] + 0.0;
    }
    return x;
  }

  /** Every unit where it is. */
  Placing identity() {
    int[] signs = new int[units];
    Arrays.fill(signs, 1);
    return new Placing(IntStream.range(0, units).toArray(), signs);
  }

  /** The numbers of the units, one after the other; the point itself where they stand so. */
  double[] gather(double[] x) {
    if (contiguous) {
      return x;
    }
    double[] all = new double[place.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = x[place[i]];
    }
    return all;
  }

  /** The squared distance of two units, the better of the two relative signs taken. */
  double least(double[] x, int j, double[] y, int k) {
    return odd
        ? Vectors.squaredDistanceUpToSign(x, j * size, y, k * size, size)
        : distance(x, j, 1.0, y, k);
  }

  /** The squared distance of a unit from another one times a sign. */
  double distance(double[] x, int j, double sign, double[] y, int k) {
    return Vectors.squaredDistance(x, j * size, sign, y, k * size, size);
  }

  /** The sign that brings a unit nearer to another one, 1 or -1. */
  int sign(double[] x, int j, double[] y, int k) {
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

  /** The point with its units oriented and sorted. */
  double[] sorted(double[] x) {
    double[] from = gather(x).clone();
    Placing placing = identity();
    for (int j = 0; j < units; j++) {
      int k = j;
      if (odd) {
        UnitOrder.orient(from, j * size, size);
      }
      // Insertion: units are few, and equal ones keep their order.
      while (k > 0 && UnitOrder.compare(from, placing.units[k - 1] * size, j * size, size) < 0) {
        placing.units[k] = placing.units[k - 1];
        k--;
      }
      placing.units[k] = j;
    }
    return put(from, placing, x);
  }

  /** For each unit the first one of its kind, as {@link #leaders}, and -1 for a zero unit. */
  int[] kinds(double[] all) {
    int[] kinds = leaders(all);
    for (int j = 0; j < units; j++) {
      kinds[j] = isZero(all, j) ? -1 : kinds[j];
    }
    return kinds;
  }

  /** For each unit the first unit that it equals up to sign, itself if there is none before it. */
  int[] leaders(double[] all) {
    int[] leader = new int[units];
    for (int j = 0; j < units; j++) {
      leader[j] = j;
      for (int k = 0; k < j; k++) {
        if (leader[k] == k
            && least(all, k, all, j) <= Arrangements.TOLERANCE * Arrangements.TOLERANCE) {
          leader[j] = k;
          break;
        }
      }
    }
    return leader;
  }

  /** Whether a unit has no weights. */
  boolean isZero(double[] all, int j) {
    for (int c = j * size; c < (j + 1) * size; c++) {
      if (Math.abs(all[c]) > Arrangements.TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  /** How far apart what belongs to no unit is. */
  double restDistance(double[] x, double[] y) {
    double sum = 0.0;
    for (int i : rest) {
      sum += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return Math.sqrt(sum);
  }
}
