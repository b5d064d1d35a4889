package dev.tarn.linear;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by its tridiagonal form and implicit QR steps
 * with Wilkinson's shift (Golub and Van Loan, Matrix Computations, 4th ed., algorithm 8.3.3). The
 * rotations turn rows, each an array of its own, so that the compiler makes vector instructions of
 * them. Nothing is allocated after construction. Not thread-safe.
 */
final class ImplicitQr {
  /** Most eigenvalues take two steps. */
  private static final int STEPS = 60;

  private static final double EPSILON = 0x1p-53;

  private final int n;
  private final Tridiagonal tridiagonal;
  private final double[] scaled;
  private final double[] diagonal;
  private final double[] subdiagonal;
  private final double[][] q;
  private final double[][] rows;

  ImplicitQr(int n) {
    this.n = n;
    tridiagonal = new Tridiagonal(n);
    scaled = new double[n * n];
    diagonal = new double[n];
    subdiagonal = new double[n];
    q = new double[n][n];
    rows = new double[n][n];
  }

  /**
   * Decomposes a matrix of finite numbers, which is not modified.
   *
   * @return false if the iteration does not converge
   */
  boolean decompose(double[] symmetric, boolean withVectors) {
    double largest = 0.0;
    for (double element : symmetric) {
      largest = Math.max(largest, Math.abs(element));
    }
    // A power of two, so that squares neither overflow nor vanish, and no bit changes.
    int exponent = largest > 0.0 ? Math.max(-1000, Math.getExponent(largest)) : 0;
    double scale = Math.scalb(1.0, -exponent);
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = symmetric[i] * scale;
    }
    tridiagonal.decompose(scaled);
    System.arraycopy(tridiagonal.diagonal(), 0, diagonal, 0, n);
    System.arraycopy(tridiagonal.subdiagonal(), 0, subdiagonal, 0, n - 1);
    if (withVectors) {
      tridiagonal.accumulate(q);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          rows[j][i] = q[i][j];
        }
      }
    }
    boolean converged = iterate(withVectors);
    double back = Math.scalb(1.0, exponent);
    for (int i = 0; i < n; i++) {
      diagonal[i] *= back;
    }
    return converged;
  }

  /** An eigenvalue of the last decomposition, in no order. */
  double value(int k) {
    return diagonal[k];
  }

  /** Its eigenvector, of unit length; not to be changed. */
  double[] vector(int k) {
    return rows[k];
  }

  private boolean iterate(boolean withVectors) {
    int last = n - 1;
    int steps = 0;
    while (last > 0) {
      int first = last;
      while (first > 0 && !isNegligible(first - 1)) {
        first--;
      }
      if (first == last) {
        last--;
        steps = 0;
      } else if (steps++ < STEPS) {
        step(first, last, withVectors);
      } else {
        return false;
      }
    }
    return true;
  }

  /** Whether what couples two neighbours is lost in the rounding of these; it is then zero. */
  private boolean isNegligible(int k) {
    double size = Math.abs(diagonal[k]) + Math.abs(diagonal[k + 1]);
    if (Math.abs(subdiagonal[k]) > EPSILON * size) {
      return false;
    }
    subdiagonal[k] = 0.0;
    return true;
  }

  private void step(int first, int last, boolean withVectors) {
    double half = 0.5 * (diagonal[last - 1] - diagonal[last]);
    double below = subdiagonal[last - 1];
    double root = Math.sqrt(half * half + below * below);
    double shift = diagonal[last] - below * (below / (half >= 0.0 ? half + root : half - root));
    double x = diagonal[first] - shift;
    double z = subdiagonal[first];
    for (int k = first; k < last; k++) {
      double length = Math.sqrt(x * x + z * z);
      // Where both vanish to underflow there is nothing to turn.
      double c = length > 0.0 ? x / length : 1.0;
      double s = length > 0.0 ? z / length : 0.0;
      if (k > first) {
        subdiagonal[k - 1] = length;
      }
      double a = diagonal[k];
      double e = subdiagonal[k];
      double d = diagonal[k + 1];
      // Half the trace is kept, and with it a small eigenvalue next to a large one.
      double change = s * (s * (d - a) + 2.0 * c * e);
      diagonal[k] = a + change;
      diagonal[k + 1] = d - change;
      subdiagonal[k] = c * s * (d - a) + (c * c - s * s) * e;
      if (k + 1 < last) {
        x = subdiagonal[k];
        z = s * subdiagonal[k + 1];
        subdiagonal[k + 1] *= c;
      }
      if (withVectors) {
        Vectors.rotate(c, s, rows[k], rows[k + 1]);
      }
    }
  }
}
