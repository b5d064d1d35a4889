package dev.tarn.network;

import dev.tarn.linear.SymmetricEigen;

/**
 * A positive semidefinite matrix by its eigenvalues, the largest first, and its eigenvectors, by
 * row and by column for loops over either. Immutable between decompositions.
 */
final class Spectrum {
  final double[] values;

  /** Component {@code k} of vector {@code e} at {@code [k][e]}. */
  final double[][] components;

  /** The same at {@code [e][k]}. */
  final double[][] vectors;

  private final int n;

  Spectrum(int n) {
    this.n = n;
    values = new double[n];
    components = new double[n][n];
    vectors = new double[n][n];
  }

  /**
   * Takes a matrix.
   *
   * @param upper its elements on and above the diagonal, row by row, before they are scaled; those
   *     below are filled in
   */
  void decompose(double[] upper, double scale) {
    for (int i = 0; i < n; i++) {
      for (int k = i; k < n; k++) {
        upper[i * n + k] *= scale;
        upper[k * n + i] = upper[i * n + k];
      }
    }
    SymmetricEigen eigen = new SymmetricEigen(n);
    eigen.decompose(upper);
    for (int e = 0; e < n; e++) {
      int from = n - 1 - e;
      // Rounding makes small ones negative.
      values[e] = Math.max(0.0, eigen.values()[from]);
      System.arraycopy(eigen.vectors(), from * n, vectors[e], 0, n);
      for (int k = 0; k < n; k++) {
        components[k][e] = vectors[e][k];
      }
    }
  }
}
