package dev.tarn.linear;

import java.util.Arrays;

/**
 * A symmetric matrix in tridiagonal form, {@code A = Q T Q'}, by Householder's reflections (Golub
 * and Van Loan, Matrix Computations, 4th ed., algorithm 8.3.1), and the solution of shifted
 * equations in it.
 *
 * <p>Cost: {@code 4/3 n^3} operations for the form, {@code O(n^2)} to take a vector into it or out
 * of it, {@code O(n)} for each shift. Nothing is allocated after construction. Not thread-safe.
 */
public final class Tridiagonal {
  private final int n;
  // The matrix is the lower triangle; the upper one takes the reflections' vectors, row by row.
  private final double[] a;
  private final double[] v;
  private final double[] factor;
  private final double[] diagonal;
  private final double[] subdiagonal;
  private final double[] product;
  private final double[] pivotRe;
  private final double[] pivotIm;
  private final double[] re;
  private final double[] im;

  /**
   * Makes the workspace.
   *
   * @param n the number of rows, at least 1
   */
  public Tridiagonal(int n) {
    this.n = n;
    a = new double[n * n];
    v = new double[n];
    factor = new double[n];
    diagonal = new double[n];
    subdiagonal = new double[n];
    product = new double[n];
    pivotRe = new double[n];
    pivotIm = new double[n];
    re = new double[n];
    im = new double[n];
  }

  /**
   * Brings a matrix into tridiagonal form.
   *
   * @param matrix the symmetric matrix, row by row, of which the lower triangle is read; not
   *     modified
   */
  public void decompose(double[] matrix) {
    System.arraycopy(matrix, 0, a, 0, n * n);
    for (int k = 0; k + 2 < n; k++) {
      diagonal[k] = a[k * n + k];
      reflect(k);
    }
    if (n > 1) {
      diagonal[n - 2] = a[(n - 2) * n + n - 2];
      subdiagonal[n - 2] = a[(n - 1) * n + n - 2];
    }
    diagonal[n - 1] = a[n * n - 1];
  }

  /** Zeroes a column below the subdiagonal. */
  private void reflect(int k) {
    int first = k + 1;
    double tail = 0.0;
    for (int i = first; i < n; i++) {
      v[i] = a[i * n + k];
      tail += i > first ? v[i] * v[i] : 0.0;
    }
    double head = v[first];
    if (tail == 0.0) {
      factor[k] = 0.0;
      subdiagonal[k] = head;
      return;
    }
    double length = Math.sqrt(head * head + tail);
    double pivot = head <= 0.0 ? head - length : -tail / (head + length);
    double beta = 2.0 * pivot * pivot / (tail + pivot * pivot);
    double scale = 1.0 / pivot;
    factor[k] = beta;
    subdiagonal[k] = length;
    v[first] = 1.0;
    for (int i = first + 1; i < n; i++) {
      v[i] *= scale;
    }
    System.arraycopy(v, first, a, k * n + first, n - first);
    update(first, beta);
  }

  /** The rest of the matrix becomes {@code (1 - beta v v') A (1 - beta v v')}. */
  private void update(int first, double beta) {
    Arrays.fill(product, first, n, 0.0);
    for (int i = first; i < n; i++) {
      int row = i * n;
      double vi = v[i];
      double sum = a[row + i] * vi;
      for (int j = first; j < i; j++) {
        double value = a[row + j];
        sum += value * v[j];
        product[j] += value * vi;
      }
      product[i] += sum;
    }
    double along = 0.0;
    for (int i = first; i < n; i++) {
      product[i] *= beta;
      along += product[i] * v[i];
    }
    double half = 0.5 * beta * along;
    for (int i = first; i < n; i++) {
      product[i] -= half * v[i];
    }
    for (int i = first; i < n; i++) {
      int row = i * n;
      double vi = v[i];
      double wi = product[i];
      for (int j = first; j <= i; j++) {
        a[row + j] -= vi * product[j] + wi * v[j];
      }
    }
  }

  /** The diagonal of T; the solver's own array, not to be changed. */
  double[] diagonal() {
    return diagonal;
  }

  /** What stands below the diagonal of T, {@code n - 1} numbers of the solver's own array. */
  double[] subdiagonal() {
    return subdiagonal;
  }

  /**
   * The matrix Q, backwards from the last reflection so that each meets no more than what is not
   * yet that of the unit matrix: {@code 4/3 n^3} operations.
   *
   * @param rows receives the rows of Q
   */
  void accumulate(double[][] rows) {
    for (int i = 0; i < n; i++) {
      Arrays.fill(rows[i], 0.0);
      rows[i][i] = 1.0;
    }
    for (int k = n - 3; k >= 0; k--) {
      if (factor[k] == 0.0) {
        continue;
      }
      System.arraycopy(a, k * n + k + 1, v, k + 1, n - k - 1);
      Arrays.fill(product, k + 1, n, 0.0);
      for (int i = k + 1; i < n; i++) {
        Vectors.add(v[i], rows[i], product, k + 1, n);
      }
      for (int i = k + 1; i < n; i++) {
        Vectors.add(-factor[k] * v[i], product, rows[i], k + 1, n);
      }
    }
  }

  /** Replaces {@code x} by {@code Q' x}. */
  public void enter(double[] x) {
    for (int k = 0; k + 2 < n; k++) {
      apply(k, x);
    }
  }

  /** Replaces {@code x} by {@code Q x}. */
  public void leave(double[] x) {
    for (int k = n - 3; k >= 0; k--) {
      apply(k, x);
    }
  }

  private void apply(int k, double[] x) {
    if (factor[k] == 0.0) {
      return;
    }
    int row = k * n;
    double along = 0.0;
    for (int i = k + 1; i < n; i++) {
      along += a[row + i] * x[i];
    }
    along *= factor[k];
    for (int i = k + 1; i < n; i++) {
      x[i] -= along * a[row + i];
    }
  }

  /**
   * Solves {@code (T^2 + s^2) x = T c} as the real part of {@code (T + i s)^-1 c}, whose pivots
   * have an imaginary part of {@code s} at least, so that no rows need to be exchanged.
   *
   * @param c the right side; not modified
   * @param shift {@code s}, positive
   * @param x receives the solution
   * @return its length
   */
  public double solve(double[] c, double shift, double[] x) {
    double pr = diagonal[0];
    double pi = shift;
    double r = c[0];
    double s = 0.0;
    pivotRe[0] = pr;
    pivotIm[0] = pi;
    re[0] = r;
    im[0] = 0.0;
    for (int k = 1; k < n; k++) {
      double e = subdiagonal[k - 1];
      double size = pr * pr + pi * pi;
      double fr = e * pr / size;
      double fi = -e * pi / size;
      double nextR = c[k] - (fr * r - fi * s);
      double nextS = -(fr * s + fi * r);
      pr = diagonal[k] - e * fr;
      pi = shift - e * fi;
      r = nextR;
      s = nextS;
      pivotRe[k] = pr;
      pivotIm[k] = pi;
      re[k] = r;
      im[k] = s;
    }
    double square = 0.0;
    double xr = 0.0;
    double xi = 0.0;
    for (int k = n - 1; k >= 0; k--) {
      double e = k + 1 < n ? subdiagonal[k] : 0.0;
      double tr = re[k] - e * xr;
      double ti = im[k] - e * xi;
      double size = pivotRe[k] * pivotRe[k] + pivotIm[k] * pivotIm[k];
      xr = (tr * pivotRe[k] + ti * pivotIm[k]) / size;
      xi = (ti * pivotRe[k] - tr * pivotIm[k]) / size;
      x[k] = xr;
      square += xr * xr;
    }
    return Math.sqrt(square);
  }
}
