package dev.tarn.network.relu;

import dev.tarn.linear.SymmetricEigen;
import dev.tarn.linear.Vectors;
import java.util.Arrays;
import java.util.List;

/** A Hessian within a linear subspace, with its eigenvalues and modes. Immutable. */
final class CurvedSubspace {
  private static final double LEAST_EIGENVALUE = 1e-9;

  private final List<double[]> basis;
  private final int n;
  private final int m;
  private final SymmetricEigen eigen;

  /**
   * Diagonalises.
   *
   * @param basis orthonormal vectors of length {@code n}
   * @param hessian the matrix in the whole space, {@code n} by {@code n}; not modified
   */
  CurvedSubspace(List<double[]> basis, double[] hessian) {
    this.basis = basis;
    m = basis.size();
    n = (int) Math.round(Math.sqrt(hessian.length));
    eigen = new SymmetricEigen(m);
    double[] reduced = new double[m * m];
    double[] row = new double[n];
    for (int a = 0; a < m; a++) {
      for (int i = 0; i < n; i++) {
        double sum = 0.0;
        for (int k = 0; k < n; k++) {
          sum += hessian[i * n + k] * basis.get(a)[k];
        }
        row[i] = sum;
      }
      for (int b = 0; b <= a; b++) {
        reduced[a * m + b] = Vectors.dot(row, basis.get(b));
        reduced[b * m + a] = reduced[a * m + b];
      }
    }
    eigen.decompose(reduced);
  }

  /** The eigenvalues, ascending; a new array. */
  double[] values() {
    return eigen.values().clone();
  }

  /** Fills the step with Newton's, each curvature taken by its magnitude so that it leads down. */
  void newtonStep(double[] gradient, double[] step) {
    Arrays.fill(step, 0.0);
    for (int k = 0; k < m; k++) {
      double[] mode = mode(k);
      double curvature = Math.max(Math.abs(eigen.values()[k]), LEAST_EIGENVALUE);
      double factor = -Vectors.dot(mode, gradient) / curvature;
      for (int i = 0; i < n; i++) {
        step[i] += factor * mode[i];
      }
    }
  }

  void copyLowestMode(double[] to) {
    System.arraycopy(mode(0), 0, to, 0, n);
  }

  private double[] mode(int k) {
    double[] mode = new double[n];
    for (int a = 0; a < m; a++) {
      double along = eigen.vectors()[k * m + a];
      for (int i = 0; i < n; i++) {
        mode[i] += along * basis.get(a)[i];
      }
    }
    return mode;
  }
}
