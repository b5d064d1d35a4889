package dev.tarn.linear;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An orthonormal basis of a Krylov space {@code v, Av, A²v, ...} of a symmetric matrix {@code A}
 * that is known by its products with vectors, and what {@code A} looks like in it.
 *
 * <p>The basis {@code V} is kept orthogonal to rounding by two sweeps of Gram and Schmidt's method
 * over all vectors. The eigenpairs {@code (t, y)} of {@code V'AV} give the Ritz pairs {@code (t, V
 * y)}. The norm of the residual {@code A V y - t V y} is the length of the next basis vector before
 * it was scaled, times the last component of {@code y}; an eigenvalue of {@code A} lies within it
 * of {@code t}.
 *
 * <p>Cost: a product and {@code O(s n)} for the vector number {@code s}; {@code O(s^3)} for the
 * Ritz pairs. Memory is taken as the basis grows and used again afterwards. Not thread-safe.
 */
public final class KrylovBasis {
  private static final double[] UNUSED = {};
  private static final double INVARIANT = 1e-14;

  private final int n;
  private final int capacity;
  private final double[][] vectors;
  private final double[] projected;
  private final Map<Integer, SymmetricEigen> solvers = new HashMap<>();
  private final double[] row;
  private SymmetricEigen ritz = new SymmetricEigen(1);
  private Lanczos.Operator operator = (v, product) -> {};
  private List<double[]> excluded = List.of();
  private int size;
  private int products;
  private double next;
  private double scale;

  /**
   * Makes an empty basis.
   *
   * @param n the number of rows of the matrix, at least 1
   * @param capacity the largest number of vectors, at least 2 unless {@code n} is 1
   */
  public KrylovBasis(int n, int capacity) {
    this.n = n;
    this.capacity = Math.min(n, capacity);
    vectors = new double[this.capacity + 1][];
    Arrays.fill(vectors, UNUSED);
    projected = new double[this.capacity * this.capacity];
    row = new double[this.capacity];
  }

  /**
   * Begins a new basis.
   *
   * @param matrix the product with the matrix, which maps the space orthogonal to {@code without}
   *     to itself; used until the next call
   * @param without orthonormal vectors that the basis is kept orthogonal to; not modified, used
   *     until the next call
   * @param first the first vector, before it is projected and scaled; not modified
   */
  public void start(Lanczos.Operator matrix, List<double[]> without, double[] first) {
    operator = matrix;
    excluded = without;
    size = 0;
    products = 0;
    scale = 0.0;
    double[] v = vector(0);
    System.arraycopy(first, 0, v, 0, n);
    double before = Vectors.norm(v);
    orthogonalise(v, 0);
    next = Vectors.norm(v);
    if (next <= INVARIANT * before) {
      next = 0.0;
    }
    divide(v, next);
  }

  /**
   * Adds vectors.
   *
   * @param target the number of vectors to reach, at most the capacity; the basis stays smaller
   *     where the Krylov space ends, or a product is not finite
   */
  public void grow(int target) {
    while (size < Math.min(target, capacity) && next > 0.0 && Double.isFinite(next)) {
      double[] w = vector(size + 1);
      operator.apply(vectors[size], w);
      products++;
      size++;
      Arrays.fill(row, 0, size, 0.0);
      orthogonalise(w, size);
      for (int i = 0; i < size; i++) {
        projected[(size - 1) * capacity + i] = row[i];
        projected[i * capacity + size - 1] = row[i];
        scale = Math.max(scale, Math.abs(row[i]));
      }
      next = Vectors.norm(w);
      if (next <= INVARIANT * scale || size == n) {
        next = 0.0;
      }
      divide(w, next);
    }
  }

  /**
   * Computes the Ritz pairs of the basis as it stands.
   *
   * @return false if there is no vector or a product was not finite, so that there are none
   */
  public boolean decompose() {
    if (size == 0 || !Double.isFinite(next) || !Double.isFinite(scale)) {
      return false;
    }
    double[] matrix = new double[size * size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(projected, i * capacity, matrix, i * size, size);
    }
    ritz = solvers.computeIfAbsent(size, SymmetricEigen::new);
    ritz.decompose(matrix);
    return true;
  }

  /**
   * Keeps the lowest Ritz vectors as the beginning of the next basis: a thick restart. Needs the
   * Ritz pairs of the basis as it stands, which holds more vectors.
   *
   * @param keep how many, at least 1 and less than the number of vectors
   */
  public void restart(int keep) {
    turn(vectors, ritz.vectors(), size, keep);
    double[] residual = vectors[size];
    vectors[size] = vectors[keep];
    vectors[keep] = residual;
    Arrays.fill(projected, 0.0);
    for (int k = 0; k < keep; k++) {
      projected[k * (capacity + 1)] = ritz.values()[k];
    }
    size = keep;
  }

  /**
   * Replaces the first vectors by combinations of all.
   *
   * @param vectors the vectors
   * @param y the coefficients, {@code size} for each combination
   * @param size how many vectors there are
   * @param keep how many combinations
   */
  static void turn(double[][] vectors, double[] y, int size, int keep) {
    double[] sums = new double[keep];
    for (int i = 0; i < vectors[0].length; i++) {
      for (int k = 0; k < keep; k++) {
        double sum = 0.0;
        for (int j = 0; j < size; j++) {
          sum += y[k * size + j] * vectors[j][i];
        }
        sums[k] = sum;
      }
      for (int k = 0; k < keep; k++) {
        vectors[k][i] = sums[k];
      }
    }
  }

  /**
   * The number of vectors.
   *
   * @return the size, from 0 to the capacity
   */
  public int size() {
    return size;
  }

  /**
   * Whether the matrix maps the space of the basis to itself, so that its Ritz pairs are exact.
   *
   * @return true when no further vector can be added for this reason
   */
  public boolean isInvariant() {
    return next == 0.0;
  }

  /**
   * The number of products since {@link #start}.
   *
   * @return the number of calls of the operator
   */
  public int products() {
    return products;
  }

  /**
   * The Ritz values.
   *
   * @return this basis' own array, ascending, of length {@link #size()}; overwritten by the next
   *     decomposition
   */
  public double[] values() {
    return ritz.values();
  }

  /**
   * The norm of a Ritz pair's residual.
   *
   * @param k the number of the pair, from 0
   * @return how far an eigenvalue of the matrix may be from the Ritz value
   */
  public double bound(int k) {
    return next * Math.abs(ritz.vectors()[(k + 1) * size - 1]);
  }

  /**
   * A Ritz vector.
   *
   * @param k the number of the pair, from 0
   * @param out receives the vector, of unit length, from {@code offset} on
   * @param offset where it begins
   */
  public void vector(int k, double[] out, int offset) {
    Arrays.fill(out, offset, offset + n, 0.0);
    for (int j = 0; j < size; j++) {
      double factor = ritz.vectors()[k * size + j];
      double[] v = vectors[j];
      for (int i = 0; i < n; i++) {
        out[offset + i] += factor * v[i];
      }
    }
  }

  /** Gives the memory of the vectors back. The next use begins with {@link #start}. */
  public void release() {
    Arrays.fill(vectors, UNUSED);
    size = 0;
  }

  private double[] vector(int k) {
    if (vectors[k].length == 0) {
      vectors[k] = new double[n];
    }
    return vectors[k];
  }

  /** Takes out what is excluded and the first vectors; adds the products with these to the row. */
  private void orthogonalise(double[] w, int count) {
    for (int sweep = 0; sweep < 2; sweep++) {
      for (double[] v : excluded) {
        Vectors.remove(v, w);
      }
      for (int k = 0; k < count; k++) {
        row[k] += Vectors.remove(vectors[k], w);
      }
    }
  }

  private static void divide(double[] v, double length) {
    if (length > 0.0) {
      for (int i = 0; i < v.length; i++) {
        v[i] /= length;
      }
    }
  }
}
