package dev.tarn.network;

import dev.tarn.potential.Symmetry;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * The symmetry group of the XOR loss, exactly.
 *
 * <p>Hidden units can be permuted ({@code N_h!}), each can change the sign of all its weights since
 * tanh is odd ({@code 2^N_h}), and some transformations of the inputs leave the data unchanged: the
 * swap of the two inputs always (factor 2). When biases are not regularised, the complement {@code
 * x_k -> 1 - x_k} of either input is one more, since the hidden biases can absorb it; the
 * complement of one input exchanges the classes, which the output nodes follow. The square's eight
 * symmetries take the place of the two, and the common shift of the output biases, a continuous
 * symmetry, is divided out.
 *
 * <p>Canonical form: output biases shifted to mean zero (only if not regularised); for each data
 * transformation, every unit gets the sign that makes its first non-zero component positive and the
 * units are sorted in descending lexicographic order; the lexicographically largest result is
 * taken. Components are compared in steps of 2^-20.
 */
final class XorSymmetry implements Symmetry {
  private static final int UNIT = XorParameters.UNIT;
  private static final double RESOLUTION = 0x1p20;
  private static final double TOLERANCE = 1e-6;

  /**
   * A transformation of the data: an exchange of the inputs, then complements.
   *
   * @param swap whether the inputs are exchanged
   * @param first whether the first input is complemented
   * @param second whether the second input is complemented
   */
  private record DataMap(boolean swap, boolean first, boolean second) {
    boolean exchangesClasses() {
      return first != second;
    }

    void apply(double[] x, double[] out, int units) {
      int end = UNIT * units;
      int zero = exchangesClasses() ? 1 : 0;
      for (int o = 0; o < end; o += UNIT) {
        double w0 = x[o + zero];
        double w1 = x[o + 1 - zero];
        double a = swap ? x[o + 3] : x[o + 2];
        double b = swap ? x[o + 2] : x[o + 3];
        double bias = x[o + 4];
        out[o] = w0;
        out[o + 1] = w1;
        out[o + 2] = first ? -a : a;
        out[o + 3] = second ? -b : b;
        out[o + 4] = bias + (first ? a : 0.0) + (second ? b : 0.0);
      }
      double b0 = x[end + zero];
      double b1 = x[end + 1 - zero];
      out[end] = b0;
      out[end + 1] = b1;
    }
  }

  private static final DataMap IDENTITY = new DataMap(false, false, false);
  private static final List<DataMap> SWAP = List.of(IDENTITY, new DataMap(true, false, false));
  private static final List<DataMap> SQUARE =
      List.of(
          IDENTITY,
          new DataMap(true, false, false),
          new DataMap(false, true, false),
          new DataMap(true, true, false),
          new DataMap(false, false, true),
          new DataMap(true, false, true),
          new DataMap(false, true, true),
          new DataMap(true, true, true));

  private final int units;
  private final int end;
  private final List<DataMap> maps;
  private final boolean shiftable;

  XorSymmetry(XorParameters parameters, Regularisation regularisation) {
    units = parameters.hidden();
    end = UNIT * units;
    shiftable = regularisation == Regularisation.LINKS;
    maps = shiftable ? SQUARE : SWAP;
  }

  @Override
  public BigInteger order() {
    return factorial(units).shiftLeft(units).multiply(BigInteger.valueOf(maps.size()));
  }

  @Override
  public void canonical(double[] x, double[] canonical) {
    double[] best = new double[x.length];
    double[] candidate = new double[x.length];
    boolean first = true;
    for (DataMap map : maps) {
      map.apply(x, candidate, units);
      for (int o = 0; o < end; o += UNIT) {
        orient(candidate, o);
      }
      sortUnits(candidate);
      if (first || compare(candidate, 0, best, 0, x.length) > 0) {
        double[] swap = best;
        best = candidate;
        candidate = swap;
      }
      first = false;
    }
    if (shiftable) {
      double mean = 0.5 * (best[end] + best[end + 1]);
      best[end] -= mean;
      best[end + 1] -= mean;
    }
    for (int i = 0; i < x.length; i++) {
      // Adding zero turns a negative zero, which a flip of sign leaves, into a positive one.
      canonical[i] = best[i] + 0.0;
    }
  }

  @Override
  public BigInteger orbitSize(double[] x) {
    return order().divide(stabiliserOrder(x));
  }

  /** The number of group elements that leave the point in place. */
  private BigInteger stabiliserOrder(double[] x) {
    BigInteger count = BigInteger.ONE;
    boolean[] counted = new boolean[units];
    for (int j = 0; j < units; j++) {
      if (counted[j]) {
        continue;
      }
      int alike = 0;
      for (int k = j; k < units; k++) {
        if (alike(x, j, k)) {
          counted[k] = true;
          alike++;
        }
      }
      count = count.multiply(factorial(alike));
      if (isZero(x, UNIT * j)) {
        count = count.shiftLeft(alike);
      }
    }
    // The identity, the first map, leaves every point in place.
    int cosets = 1;
    double[] mapped = new double[x.length];
    for (DataMap map : maps.subList(1, maps.size())) {
      map.apply(x, mapped, units);
      if (assign(mapped, x, mapped) <= tolerance()) {
        cosets++;
      }
    }
    return count.multiply(BigInteger.valueOf(cosets));
  }

  @Override
  public double nearestCopy(double[] x, double[] reference, double[] copy) {
    double[] best = new double[x.length];
    double[] candidate = new double[x.length];
    double least = Double.POSITIVE_INFINITY;
    for (DataMap map : maps) {
      map.apply(x, candidate, units);
      double distance = assign(candidate, reference, candidate);
      if (distance < least) {
        least = distance;
        double[] swap = best;
        best = candidate;
        candidate = swap;
      }
    }
    System.arraycopy(best, 0, copy, 0, x.length);
    return least;
  }

  @Override
  public void randomCopy(RandomGenerator random, double[] x, double[] copy) {
    double[] mapped = new double[x.length];
    maps.get(random.nextInt(maps.size())).apply(x, mapped, units);
    int[] order = new int[units];
    double[] sign = new double[units];
    for (int j = 0; j < units; j++) {
      int k = random.nextInt(j + 1);
      order[j] = order[k];
      order[k] = j;
      sign[j] = random.nextBoolean() ? 1.0 : -1.0;
    }
    new UnitMap(order, sign).apply(mapped, copy);
  }

  /** Permutes and flips the units of x to lie nearest to the reference; returns the distance. */
  private double assign(double[] x, double[] reference, double[] out) {
    match(x, reference).apply(x, out);
    double shift =
        shiftable ? 0.5 * (reference[end] + reference[end + 1] - out[end] - out[end + 1]) : 0.0;
    out[end] += shift;
    out[end + 1] += shift;
    return Symmetry.distance(out, reference);
  }

  private UnitMap match(double[] x, double[] reference) {
    double[][] cost = new double[units][units];
    for (int j = 0; j < units; j++) {
      for (int k = 0; k < units; k++) {
        cost[j][k] = unitDistance(x, UNIT * j, reference, UNIT * k);
      }
    }
    int[] source = LinearAssignment.solve(cost);
    double[] sign = new double[units];
    for (int k = 0; k < units; k++) {
      sign[k] = dot(x, UNIT * source[k], reference, UNIT * k) < 0.0 ? -1.0 : 1.0;
    }
    return new UnitMap(source, sign);
  }

  /**
   * A permutation of the units with signs.
   *
   * @param source for each place the unit that comes there
   * @param sign for each place the sign that it gets
   */
  private record UnitMap(int[] source, double[] sign) {
    void apply(double[] x, double[] out) {
      double[] from = x.clone();
      for (int k = 0; k < source.length; k++) {
        placeUnit(from, source[k], sign[k], out, k);
      }
      int end = UNIT * source.length;
      out[end] = from[end];
      out[end + 1] = from[end + 1];
    }
  }

  @Override
  public Projection fixedSpace(double[] x) {
    int[] leader = new int[units];
    double[] sign = new double[units];
    for (int j = 0; j < units; j++) {
      leader[j] = j;
      sign[j] = isZero(x, UNIT * j) ? 0.0 : 1.0;
      for (int k = 0; k < j; k++) {
        if (leader[k] == k && alike(x, k, j)) {
          leader[j] = k;
          sign[j] *= dot(x, UNIT * k, x, UNIT * j) < 0.0 ? -1.0 : 1.0;
          break;
        }
      }
    }
    List<DataMap> fixing = new ArrayList<>();
    List<UnitMap> matchings = new ArrayList<>();
    double[] mapped = new double[x.length];
    for (DataMap map : maps) {
      map.apply(x, mapped, units);
      UnitMap matching = match(mapped, x);
      if (assign(mapped, x, mapped) <= tolerance()) {
        fixing.add(map);
        matchings.add(matching);
      }
    }
    return point -> {
      double[] sum = new double[point.length];
      double[] copy = new double[point.length];
      for (int m = 0; m < fixing.size(); m++) {
        fixing.get(m).apply(point, copy, units);
        matchings.get(m).apply(copy, copy);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += copy[i] / fixing.size();
        }
      }
      averageUnits(sum, leader, sign, point);
    };
  }

  /** Replaces units that are equal up to sign by their mean, and zero units by zero. */
  private void averageUnits(double[] x, int[] leader, double[] sign, double[] out) {
    System.arraycopy(x, 0, out, 0, x.length);
    for (int j = 0; j < units; j++) {
      if (leader[j] != j) {
        continue;
      }
      double[] mean = new double[UNIT];
      int members = 0;
      for (int k = j; k < units; k++) {
        if (leader[k] == j) {
          members++;
          for (int c = 0; c < UNIT; c++) {
            mean[c] += sign[k] * x[UNIT * k + c];
          }
        }
      }
      for (int k = j; k < units; k++) {
        if (leader[k] == j) {
          for (int c = 0; c < UNIT; c++) {
            out[UNIT * k + c] = sign[k] * mean[c] / members;
          }
        }
      }
    }
  }

  private static boolean alike(double[] x, int j, int k) {
    return unitDistance(x, UNIT * j, x, UNIT * k) <= TOLERANCE * TOLERANCE;
  }

  private double tolerance() {
    return TOLERANCE * Math.sqrt(UNIT * units + 2.0);
  }

  private static void placeUnit(double[] from, int unit, double sign, double[] to, int place) {
    for (int c = 0; c < UNIT; c++) {
      to[UNIT * place + c] = sign * from[UNIT * unit + c] + 0.0;
    }
  }

  /** The squared distance of two units, the better of the two relative signs taken. */
  private static double unitDistance(double[] x, int o, double[] y, int p) {
    double sign = dot(x, o, y, p) < 0.0 ? -1.0 : 1.0;
    double sum = 0.0;
    for (int c = 0; c < UNIT; c++) {
      double d = x[o + c] - sign * y[p + c];
      sum += d * d;
    }
    return sum;
  }

  private static double dot(double[] x, int o, double[] y, int p) {
    double sum = 0.0;
    for (int c = 0; c < UNIT; c++) {
      sum += x[o + c] * y[p + c];
    }
    return sum;
  }

  private static boolean isZero(double[] x, int o) {
    for (int c = 0; c < UNIT; c++) {
      if (Math.abs(x[o + c]) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  private static void orient(double[] x, int o) {
    for (int c = 0; c < UNIT; c++) {
      double value = Math.rint(x[o + c] * RESOLUTION);
      if (value > 0.0) {
        return;
      }
      if (value < 0.0) {
        for (int e = 0; e < UNIT; e++) {
          x[o + e] = -x[o + e];
        }
        return;
      }
    }
  }

  /** Insertion sort: the number of units is small, and equal units keep their order. */
  private void sortUnits(double[] x) {
    double[] unit = new double[UNIT];
    for (int j = 1; j < units; j++) {
      System.arraycopy(x, UNIT * j, unit, 0, UNIT);
      int k = j;
      while (k > 0 && compare(x, UNIT * (k - 1), unit, 0, UNIT) < 0) {
        System.arraycopy(x, UNIT * (k - 1), x, UNIT * k, UNIT);
        k--;
      }
      System.arraycopy(unit, 0, x, UNIT * k, UNIT);
    }
  }

  private static int compare(double[] x, int o, double[] y, int p, int length) {
    for (int c = 0; c < length; c++) {
      double a = Math.rint(x[o + c] * RESOLUTION);
      double b = Math.rint(y[p + c] * RESOLUTION);
      if (a != b) {
        return a > b ? 1 : -1;
      }
    }
    return 0;
  }

  private static BigInteger factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int k = 2; k <= n; k++) {
      product = product.multiply(BigInteger.valueOf(k));
    }
    return product;
  }
}
