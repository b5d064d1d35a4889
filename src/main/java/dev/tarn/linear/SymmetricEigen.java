package dev.tarn.linear;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, in ascending order, with a workspace that is
 * used again ({@link ImplicitQr}). Cost {@code O(n^3)}. Not thread-safe.
 */
public final class SymmetricEigen {
  private final int n;
  private final ImplicitQr way;
  private final double[] values;
  private final double[] vectors;
  private final int[] order;

  /**
   * Makes a solver for matrices of one size.
   *
   * @param n the number of rows
   * @throws IllegalArgumentException if {@code n} is less than 1
   */
  public SymmetricEigen(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("the matrix needs at least one row, not " + n);
    }
    this.n = n;
    way = new ImplicitQr(n);
    values = new double[n];
    vectors = new double[n * n];
    order = new int[n];
  }

  /**
   * Decomposes a matrix.
   *
   * @param symmetric the matrix row by row, length {@code n*n}; not modified
   * @throws ArithmeticException if an element is NaN or infinite, or the iteration fails
   */
  public void decompose(double[] symmetric) {
    run(symmetric, true);
    for (int k = 0; k < n; k++) {
      System.arraycopy(way.vector(order[k]), 0, vectors, k * n, n);
    }
  }

  /**
   * Computes the eigenvalues alone, in about half the time. The vectors of an earlier call are
   * stale afterwards.
   *
   * @param symmetric the matrix row by row, length {@code n*n}; not modified
   * @throws ArithmeticException if an element is NaN or infinite, or the iteration fails
   */
  public void decomposeValues(double[] symmetric) {
    run(symmetric, false);
  }

  /**
   * The eigenvalues of the last decomposition.
   *
   * @return the solver's own array, ascending, length {@code n}; overwritten by the next call
   */
  public double[] values() {
    return values;
  }

  /**
   * The eigenvectors of the last decomposition with vectors.
   *
   * @return the solver's own array: the vector of eigenvalue {@code k}, of unit length, stands at
   *     {@code [k*n, (k+1)*n)}; overwritten by the next call
   */
  public double[] vectors() {
    return vectors;
  }

  private void run(double[] symmetric, boolean withVectors) {
    for (int i = 0; i < n * n; i++) {
      if (!Double.isFinite(symmetric[i])) {
        throw new ArithmeticException("the matrix has the element " + symmetric[i]);
      }
    }
    if (!way.decompose(symmetric, withVectors)) {
      throw new ArithmeticException("the symmetric eigenvalue iteration did not converge");
    }
    for (int i = 0; i < n; i++) {
      double value = way.value(i);
      int k = i;
      while (k > 0 && values[k - 1] > value) {
        values[k] = values[k - 1];
        order[k] = order[k - 1];
        k--;
      }
      values[k] = value;
      order[k] = i;
    }
  }
}
