package dev.tarn.kinetics;

import dev.tarn.linear.SymmetricEigen;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * The slowest relaxations: the smallest eigenvalues of {@code L v = mu Z v}, {@code L} the
 * Laplacian of the flows and {@code Z} the weights, which are those of the rate matrix with the
 * sign changed.
 *
 * <p>A dense eigensolver is right to the precision of the largest rate, beside which the slow ones
 * are lost at low temperatures. Here they are the large eigenvalues of the inverse, found by
 * subspace iteration with Ritz values; what is inverted is the elimination that subtracts nothing,
 * so that the smallest ones keep their digits. Of the connected component of the heaviest class.
 * Stateless.
 */
public final class Relaxation {
  private static final int GUARD = 8;
  private static final int MOST_ROUNDS = 500;
  private static final double PRECISION = 1e-12;
  private static final double LINEAR_RANGE = 600.0;

  private Relaxation() {}

  /**
   * Whether weights and flows fit into doubles together.
   *
   * @param network the rates
   * @return false where the temperature is too low
   */
  public static boolean fits(RateNetwork network) {
    return network.range() <= LINEAR_RANGE;
  }

  /**
   * The smallest relaxation rates but zero.
   *
   * @param network the rates
   * @param count how many, at least 1
   * @return the rates, ascending: as many as there are, at most the number asked for
   * @throws IllegalArgumentException if weights and flows do not fit into doubles together, since
   *     the temperature is too low
   */
  public static double[] slowest(RateNetwork network, int count) {
    if (!fits(network)) {
      throw new IllegalArgumentException(
          "relaxation rates span too many orders of magnitude at T = " + network.temperature());
    }
    boolean[] here = component(network);
    int ground = heaviest(network);
    int size = 0;
    double[] root = new double[network.size()];
    boolean[] out = here.clone();
    out[ground] = false;
    for (int x = 0; x < root.length; x++) {
      size += here[x] ? 1 : 0;
      root[x] = here[x] ? StrictMath.exp(0.5 * network.logWeight(x)) : 0.0;
    }
    int wanted = Math.min(count, size - 1);
    int columns = Math.min(wanted + GUARD, size - 1);
    if (wanted == 0) {
      return new double[0];
    }
    Elimination elimination = new Elimination(network, Semifield.LINEAR);
    elimination.takeOut(out);
    double[] one = root.clone();
    normalise(one);
    // The start decides nothing but how fast it goes.
    SplittableRandom random = new SplittableRandom(1L);
    double[][] u = new double[columns][root.length];
    for (double[] column : u) {
      for (int x = 0; x < root.length; x++) {
        column[x] = here[x] ? random.nextDouble() - 0.5 : 0.0;
      }
    }
    double[] times = new double[columns];
    for (int round = 0; round < MOST_ROUNDS; round++) {
      orthonormalise(u, one);
      double[][] v = new double[columns][];
      for (int c = 0; c < columns; c++) {
        v[c] = invert(elimination, u[c], root, one);
      }
      double[] ritz = new double[columns];
      u = rotate(u, v, ritz);
      double change = 0.0;
      for (int c = 0; c < wanted; c++) {
        change = Math.max(change, Math.abs(ritz[c] / times[c] - 1.0));
      }
      times = ritz;
      if (change < PRECISION) {
        break;
      }
    }
    return Arrays.stream(times).limit(wanted).map(time -> 1.0 / time).toArray();
  }

  /** {@code sqrt(Z) L^-1 sqrt(Z)}, beside the eigenvector of equilibrium. */
  private static double[] invert(Elimination elimination, double[] u, double[] root, double[] one) {
    double[] v = u.clone();
    for (int x = 0; x < v.length; x++) {
      v[x] *= root[x];
    }
    elimination.solve(v);
    for (int x = 0; x < v.length; x++) {
      v[x] *= root[x];
    }
    project(v, one);
    return v;
  }

  /** Ritz vectors of the inverse, the slowest first, iterated once; and their values. */
  private static double[][] rotate(double[][] u, double[][] v, double[] values) {
    int m = u.length;
    double[] matrix = new double[m * m];
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        matrix[a * m + b] = 0.5 * (dot(u[a], v[b]) + dot(u[b], v[a]));
      }
    }
    SymmetricEigen eigen = new SymmetricEigen(m);
    eigen.decompose(matrix);
    double[][] rotated = new double[m][u[0].length];
    for (int c = 0; c < m; c++) {
      int from = m - 1 - c;
      values[c] = eigen.values()[from];
      for (int a = 0; a < m; a++) {
        for (int x = 0; x < rotated[c].length; x++) {
          rotated[c][x] += eigen.vectors()[from * m + a] * v[a][x];
        }
      }
    }
    return rotated;
  }

  private static void orthonormalise(double[][] u, double[] one) {
    for (int c = 0; c < u.length; c++) {
      // Twice is enough (Kahan, Parlett).
      for (int pass = 0; pass < 2; pass++) {
        project(u[c], one);
        for (int d = 0; d < c; d++) {
          project(u[c], u[d]);
        }
        normalise(u[c]);
      }
    }
  }

  private static void project(double[] u, double[] from) {
    double share = dot(u, from);
    for (int x = 0; x < u.length; x++) {
      u[x] -= share * from[x];
    }
  }

  private static void normalise(double[] u) {
    double length = Math.sqrt(dot(u, u));
    for (int x = 0; x < u.length; x++) {
      u[x] /= length;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0.0;
    for (int x = 0; x < a.length; x++) {
      sum += a[x] * b[x];
    }
    return sum;
  }

  private static int heaviest(RateNetwork network) {
    int best = 0;
    for (int x = 1; x < network.size(); x++) {
      best = network.logWeight(x) > network.logWeight(best) ? x : best;
    }
    return best;
  }

  private static boolean[] component(RateNetwork network) {
    boolean[] here = new boolean[network.size()];
    Deque<Integer> next = new ArrayDeque<>();
    here[heaviest(network)] = true;
    next.add(heaviest(network));
    while (!next.isEmpty()) {
      for (int y : network.neighbours(next.remove())) {
        if (!here[y]) {
          here[y] = true;
          next.add(y);
        }
      }
    }
    return here;
  }
}
