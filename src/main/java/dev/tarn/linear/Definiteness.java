package dev.tarn.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Whether a large symmetric matrix {@code A} is positive definite on the space orthogonal to a few
 * vectors, by Lanczos' method from a random start.
 *
 * <p>The lowest Ritz value {@code t} is an upper bound of the lowest eigenvalue {@code l}; if it is
 * negative, so is {@code l}. Kuczyński and Woźniakowski (SIAM J. Matrix Anal. Appl. 13, 1094, 1992)
 * bound how often it is much too large, whatever the eigenvalues: after {@code k} products {@code t
 * - l > e (h - l)}, with the highest eigenvalue {@code h}, has at most the probability {@code 1.648
 * sqrt(n) exp(-(2k - 1) sqrt(e))}. Were {@code l} not positive, {@code t > e h} would mean that
 * this has happened. So with {@code e = t / h} the probability that the matrix is taken for
 * definite and is not is at most that number. Nothing has to converge, and no gap between
 * eigenvalues is needed.
 *
 * <p>With a positive definite matrix {@code P} that is like {@code A} the Ritz values are those of
 * {@code P^-1 A}, which has as many negative eigenvalues as {@code A}, and whose {@code t / h} is
 * larger. The start is {@code P^-1} times a Gaussian vector: more of it than of an isotropic one is
 * in the soft directions, where a negative eigenvalue is to be looked for; the bound is proven for
 * the isotropic one. The recursion is that of three terms; what rounding does to it is to repeat
 * Ritz values that have converged.
 *
 * <p>Cost: a product, a division and {@code O(n)} for each step. Memory: {@code 6 n} numbers and
 * twice {@code n} for each vector left out, until the end of a call. Not thread-safe.
 */
final class Definiteness {
  private static final int CHECK_INTERVAL = 10;
  private static final double PRECISION = 1e-3;

  /** What is known at the end. */
  enum Answer {
    /** The matrix is positive definite, but for the probability that was asked for. */
    POSITIVE,
    /** It is not: there is a vector with {@code v.Av < 0}. */
    NEGATIVE,
    /** Neither was found. */
    UNKNOWN
  }

  private final int n;
  private final Lanczos.Operator matrix;
  private final Lanczos.Operator divide;
  private final List<double[]> without = new ArrayList<>();
  private final List<double[]> divided = new ArrayList<>();
  private double[] diagonal = {};
  private double[] squares = {};
  private int size;

  /**
   * A matrix.
   *
   * @param n the number of rows
   * @param matrix the product with it
   * @param divide the division by what is like it
   * @param vectors vectors that are left out, linearly independent; not modified
   */
  Definiteness(int n, Lanczos.Operator matrix, Lanczos.Operator divide, List<double[]> vectors) {
    this.n = n;
    this.matrix = matrix;
    this.divide = divide;
    for (double[] vector : vectors) {
      leaveOut(vector.clone());
    }
  }

  /** Adds a vector, made orthonormal to the others by the inner product of {@code P^-1}. */
  private void leaveOut(double[] v) {
    double[] u = new double[n];
    for (int k = 0; k < without.size(); k++) {
      Vectors.add(v, -Vectors.dot(divided.get(k), v), without.get(k));
    }
    divide.apply(v, u);
    double length = Math.sqrt(Vectors.dot(u, v));
    for (int i = 0; i < n; i++) {
      v[i] /= length;
      u[i] /= length;
    }
    without.add(v);
    divided.add(u);
  }

  /**
   * Finds out.
   *
   * @param failure the probability with which an indefinite matrix may be taken for a definite one
   * @param maxProducts the largest number of products
   * @param random where the start comes from: the same stream gives the same answer
   */
  Answer decide(double failure, int maxProducts, RandomGenerator random) {
    int most = Math.min(n - without.size(), maxProducts);
    diagonal = new double[most];
    squares = new double[most];
    size = 0;
    double[] covector = new double[n];
    for (int i = 0; i < n; i++) {
      covector[i] = random.nextGaussian();
    }
    double[] previous = new double[n];
    double[] vector = new double[n];
    double[] product = new double[n];
    double square = divideWithin(covector, vector);
    for (int next = CHECK_INTERVAL; size < most; ) {
      double length = Math.sqrt(square);
      scale(covector, length);
      scale(vector, length);
      matrix.apply(vector, product);
      double along = Vectors.dot(vector, product);
      double back = size == 0 ? 0.0 : length;
      for (int i = 0; i < n; i++) {
        product[i] -= along * covector[i] + back * previous[i];
      }
      double[] free = previous;
      previous = covector;
      covector = product;
      product = free;
      square = divideWithin(covector, vector);
      diagonal[size] = along;
      squares[size] = square;
      size++;
      boolean exhausted = size == n - without.size() || !(square > 0.0);
      if (size == next || exhausted) {
        next += CHECK_INTERVAL;
        Answer answer = judge(failure, exhausted);
        if (answer != Answer.UNKNOWN || exhausted) {
          return answer;
        }
      }
    }
    return Answer.UNKNOWN;
  }

  /** The number of products of the last decision. */
  int products() {
    return size;
  }

  /** By the Ritz values as they stand; those of an invariant space are eigenvalues. */
  private Answer judge(double failure, boolean exhausted) {
    double bound = 0.0;
    for (int k = 0; k < size; k++) {
      double off = Math.sqrt(squares[k]) + (k == 0 ? 0.0 : Math.sqrt(squares[k - 1]));
      bound = Math.max(bound, Math.abs(diagonal[k]) + off);
    }
    if (!Double.isFinite(bound)) {
      return Answer.UNKNOWN;
    }
    if (below(0.0) > 0) {
      return Answer.NEGATIVE;
    }
    if (exhausted) {
      return Answer.POSITIVE;
    }
    double lowest = bisect(1, bound);
    double highest = bisect(size, bound);
    double probability =
        1.648 * Math.sqrt(n) * Math.exp(-(2.0 * size - 1.0) * Math.sqrt(lowest / highest));
    return probability <= failure ? Answer.POSITIVE : Answer.UNKNOWN;
  }

  /** A Ritz value, by its number from 1 on, to {@value #PRECISION} of its size. */
  private double bisect(int number, double bound) {
    double low = 0.0;
    double high = bound;
    while (high - low > PRECISION * high) {
      double middle = 0.5 * (low + high);
      if (below(middle) >= number) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return number == 1 ? low : high;
  }

  /** How many Ritz values are below a number: the negative pivots (Sturm's sequence). */
  private int below(double t) {
    int count = 0;
    double pivot = 1.0;
    for (int k = 0; k < size; k++) {
      double coupling = k == 0 ? 0.0 : squares[k - 1];
      if (pivot == 0.0) {
        pivot = Double.MIN_NORMAL;
      }
      pivot = diagonal[k] - t - coupling / pivot;
      if (pivot < 0.0) {
        count++;
      }
    }
    return count;
  }

  /**
   * Divides a covector on the space that is looked at; returns the square of its length by {@code
   * P^-1}.
   */
  private double divideWithin(double[] covector, double[] vector) {
    for (int k = 0; k < without.size(); k++) {
      Vectors.add(covector, -Vectors.dot(divided.get(k), covector), without.get(k));
    }
    divide.apply(covector, vector);
    for (int k = 0; k < without.size(); k++) {
      Vectors.add(vector, -Vectors.dot(without.get(k), vector), divided.get(k));
    }
    return Vectors.dot(covector, vector);
  }

  private static void scale(double[] v, double length) {
    for (int i = 0; i < v.length; i++) {
      v[i] /= length;
    }
  }
}
