package dev.tarn.network;

import dev.tarn.linear.LinearAssignment;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.stationary.OrbitIndex;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The symmetry group of the XOR loss, exactly: order {@code 2^N_h N_h! 2}.
 *
 * <p>Hidden units can be permuted ({@code N_h!}), each can change the sign of all its weights since
 * tanh is odd ({@code 2^N_h}), and the two inputs can be swapped, which maps the data onto
 * themselves (2). {@link NetworkSymmetry} is one element. Where biases are not regularised, the
 * common shift of the output biases, a continuous symmetry, is divided out.
 *
 * <p>With free biases the complement {@code x_k -> 1 - x_k} of an input leaves the energy unchanged
 * too, since the hidden biases can absorb it: {@code (w, b) -> (-w, b + w)}. It is left out on
 * purpose. That map is a shear, not an isometry: distances, Hessian eigenvalues and
 * steepest-descent paths of a point are not those of its complement, so the two are not one point
 * of the landscape.
 *
 * <p>Canonical form: output biases shifted to mean zero (only if not regularised); for the inputs
 * as they are and swapped, every unit gets the sign that makes its first non-zero component
 * positive and the units are sorted in descending lexicographic order; the lexicographically larger
 * result is taken. Components are compared in steps of 2^-20.
 *
 * <p>Immutable, may be shared between threads. No argument is modified unless it is said to receive
 * a result. Nearest copies cost {@code O(N_h^3)}, everything else {@code O(N_h^2)} or less, but for
 * what is said of {@link #transporter}.
 */
public final class XorSymmetry implements SymmetryGroup {
  private static final int UNIT = XorParameters.UNIT;
  private static final double RESOLUTION = 0x1p20;
  private static final double MOVED = 2.0;
  private static final double FLIPPED = 1.0;
  private static final double SWAPPED = 1.0;

  private final int units;
  private final int end;
  private final double impossible;
  private final boolean shiftable;

  XorSymmetry(XorParameters parameters, Regularisation regularisation) {
    units = parameters.hidden();
    end = UNIT * units;
    impossible = 2.0 + (MOVED + FLIPPED) * units;
    shiftable = regularisation == Regularisation.LINKS;
  }

  @Override
  public BigInteger order() {
    return factorial(units).shiftLeft(units + 1);
  }

  @Override
  public void canonical(double[] x, double[] canonical) {
    double[] best = ordered(x.clone());
    double[] swapped = x.clone();
    XorUnits.swapInputs(swapped, units);
    if (compare(ordered(swapped), 0, best, 0, x.length) > 0) {
      best = swapped;
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

  /** Orients and sorts the units of a point, which is changed and returned. */
  private double[] ordered(double[] x) {
    for (int o = 0; o < end; o += UNIT) {
      orient(x, o);
    }
    sortUnits(x);
    return x;
  }

  @Override
  public BigInteger orbitSize(double[] x) {
    return order().divide(stabiliserOrder(x));
  }

  /** The number of group elements that leave the point in place. */
  private BigInteger stabiliserOrder(double[] x) {
    BigInteger count = BigInteger.ONE;
    int[] alike = new int[units];
    int[] leader = leaders(x);
    for (int j = 0; j < units; j++) {
      alike[leader[j]]++;
      count = count.multiply(BigInteger.valueOf(alike[leader[j]]));
      count = XorUnits.isZero(x, leader[j]) ? count.shiftLeft(1) : count;
    }
    return fixingSwap(x).isPresent() ? count.shiftLeft(1) : count;
  }

  /**
   * Generators of the stabiliser: the elements that leave a point in place.
   *
   * <p>Each zero unit may change its sign, units that are equal up to sign may be exchanged, and
   * the swap of the inputs counts if some permutation with signs undoes it. Components that agree
   * to 1e-6 are taken as equal, as in {@link #orbitSize}.
   *
   * @param x the point
   * @return elements that generate the stabiliser, none of them the identity; none for a point that
   *     only the identity leaves in place
   */
  public List<NetworkSymmetry> stabiliserGenerators(double[] x) {
    List<NetworkSymmetry> generators = new ArrayList<>();
    int[] leader = leaders(x);
    for (int j = 0; j < units; j++) {
      int first = leader[j];
      if (first != j) {
        int sign = XorUnits.sign(x, UNIT * first, x, UNIT * j);
        generators.add(NetworkSymmetry.exchange(units, first, j, sign));
      } else if (XorUnits.isZero(x, j)) {
        generators.add(NetworkSymmetry.flip(units, j));
      }
    }
    fixingSwap(x).ifPresent(generators::add);
    return generators;
  }

  /** For each unit the first unit that it equals up to sign, itself if there is none before it. */
  private int[] leaders(double[] x) {
    int[] leader = new int[units];
    for (int j = 0; j < units; j++) {
      leader[j] = j;
      for (int k = 0; k < j; k++) {
        if (leader[k] == k && XorUnits.alike(x, k, j)) {
          leader[j] = k;
          break;
        }
      }
    }
    return leader;
  }

  /** An element with the swap that leaves the point in place, if there is one. */
  private Optional<NetworkSymmetry> fixingSwap(double[] x) {
    NetworkSymmetry element = match(x, true, x);
    double distance = place(element, x, x, new double[x.length]);
    return distance <= XorUnits.TOLERANCE * Math.sqrt(x.length)
        ? Optional.of(element)
        : Optional.empty();
  }

  /**
   * The simplest element that takes one point to another.
   *
   * <p>Any two such elements differ by one of the stabiliser. The simplest one has the least sum of
   * 2 for each unit moved, 1 for each unit that changes sign and 1 for the swap of the inputs; two
   * linear assignments find it, {@code O(N_h^3)}.
   *
   * @param x a point
   * @param y a point of the same length
   * @return an element {@code g} with {@code g(x) = y}, each unit and the output biases to within
   *     {@link OrbitIndex#DISTANCE_TOLERANCE} (with free biases up to a common shift of the output
   *     biases); empty if the two are not of one class
   */
  public Optional<NetworkSymmetry> transporter(double[] x, double[] y) {
    double shift = shift(x, y);
    double near = OrbitIndex.DISTANCE_TOLERANCE;
    if (!(Math.hypot(x[end] + shift - y[end], x[end + 1] + shift - y[end + 1]) <= near)) {
      return Optional.empty();
    }
    Optional<NetworkSymmetry> best = Optional.empty();
    double least = impossible;
    for (boolean swap : new boolean[] {false, true}) {
      double[] from = swapped(x, swap);
      double[][] cost = new double[units][units];
      for (int j = 0; j < units; j++) {
        for (int k = 0; k < units; k++) {
          cost[j][k] = complexity(from, j, y, k);
        }
      }
      int[] source = LinearAssignment.solve(cost);
      int[] sign = new int[units];
      double sum = swap ? SWAPPED : 0.0;
      for (int k = 0; k < units; k++) {
        double each = cost[source[k]][k];
        sum += each;
        sign[k] = each == FLIPPED || each == MOVED + FLIPPED ? -1 : 1;
      }
      if (sum < least) {
        least = sum;
        best = Optional.of(NetworkSymmetry.of(swap, source, sign));
      }
    }
    return best;
  }

  /** What it takes to bring a unit to the place of another one; impossible if they differ. */
  private double complexity(double[] x, int j, double[] y, int k) {
    double square = OrbitIndex.DISTANCE_TOLERANCE * OrbitIndex.DISTANCE_TOLERANCE;
    double move = j == k ? 0.0 : MOVED;
    if (XorUnits.distance(x, UNIT * j, 1.0, y, UNIT * k) <= square) {
      return move;
    }
    return XorUnits.distance(x, UNIT * j, -1.0, y, UNIT * k) <= square
        ? move + FLIPPED
        : impossible;
  }

  @Override
  public double nearestCopy(double[] x, double[] reference, double[] copy) {
    double[] plain = new double[x.length];
    double[] swapped = new double[x.length];
    double plainDistance = place(match(x, false, reference), x, reference, plain);
    double swappedDistance = place(match(x, true, reference), x, reference, swapped);
    boolean swap = swappedDistance < plainDistance;
    System.arraycopy(swap ? swapped : plain, 0, copy, 0, x.length);
    return swap ? swappedDistance : plainDistance;
  }

  @Override
  public void randomCopy(RandomGenerator random, double[] x, double[] copy) {
    boolean swap = random.nextInt(2) == 1;
    int[] source = new int[units];
    int[] sign = new int[units];
    for (int j = 0; j < units; j++) {
      int k = random.nextInt(j + 1);
      source[j] = source[k];
      source[k] = j;
      sign[j] = random.nextBoolean() ? 1 : -1;
    }
    NetworkSymmetry.of(swap, source, sign).apply(x.clone(), copy);
  }

  /**
   * Applies an element, and the free shift that brings the copy nearest to the reference; returns
   * the distance.
   */
  private double place(NetworkSymmetry element, double[] x, double[] reference, double[] out) {
    element.apply(x, out);
    double shift = shift(out, reference);
    out[end] += shift;
    out[end + 1] += shift;
    return Vectors.distance(out, reference);
  }

  /** The common shift of the output biases, where it is free, that brings a point nearest. */
  private double shift(double[] x, double[] reference) {
    return shiftable ? 0.5 * (reference[end] + reference[end + 1] - x[end] - x[end + 1]) : 0.0;
  }

  /** The element, of those with or without the swap, that brings x nearest to the reference. */
  private NetworkSymmetry match(double[] x, boolean swap, double[] reference) {
    double[] from = swapped(x, swap);
    double[][] cost = new double[units][units];
    for (int j = 0; j < units; j++) {
      for (int k = 0; k < units; k++) {
        cost[j][k] = XorUnits.distance(from, UNIT * j, reference, UNIT * k);
      }
    }
    int[] source = LinearAssignment.solve(cost);
    int[] sign = new int[units];
    for (int k = 0; k < units; k++) {
      sign[k] = XorUnits.sign(from, UNIT * source[k], reference, UNIT * k);
    }
    return NetworkSymmetry.of(swap, source, sign);
  }

  private double[] swapped(double[] x, boolean swap) {
    double[] out = x.clone();
    if (swap) {
      XorUnits.swapInputs(out, units);
    }
    return out;
  }

  @Override
  public Projection fixedSpace(double[] x) {
    int[] leader = leaders(x);
    double[] sign = new double[units];
    for (int j = 0; j < units; j++) {
      sign[j] = XorUnits.isZero(x, j) ? 0.0 : XorUnits.sign(x, UNIT * leader[j], x, UNIT * j);
    }
    Optional<NetworkSymmetry> swap = fixingSwap(x);
    return point -> {
      double[] mean = point.clone();
      swap.ifPresent(
          element -> {
            element.apply(point, mean);
            for (int i = 0; i < mean.length; i++) {
              mean[i] = 0.5 * point[i] + 0.5 * mean[i];
            }
          });
      averageUnits(mean, leader, sign, point);
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
