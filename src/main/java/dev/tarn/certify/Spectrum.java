package dev.tarn.certify;

import dev.tarn.interval.Interval;
import dev.tarn.linear.SymmetricEigen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The eigenvalues of every symmetric matrix within an interval matrix, and how many are negative.
 *
 * <p>{@code B = Q' A Q} is enclosed for approximate eigenvectors {@code Q}; any matrix will do. By
 * Sylvester's law {@code A} has as many negative eigenvalues as {@code B}, if {@code B} is not
 * singular. Rows and columns scaled by {@code s_i = |B_ii|^(-1/2)}, Gershgorin's discs are about 1
 * and -1, so that an eigenvalue of 1e-9 is told from zero as surely as one of 1. If each disc keeps
 * off zero, their signs are the inertia; that {@code Q} is not singular follows.
 *
 * <p>Eigenvalues: by Gershgorin and monotony the k-th of {@code B} lies between the k-th smallest
 * lower end and the k-th smallest upper end of the discs. By Ostrowski's theorem (Horn and Johnson,
 * Matrix Analysis, theorem 4.5.9) the k-th of {@code A} is that divided by a number between the
 * extreme eigenvalues of {@code Q' Q}, which lie in {@code 1 +- |Q' Q - 1|}.
 *
 * @param eigenvalues enclosures in ascending order
 * @param negative the number of negative eigenvalues; -1 if it is not certain
 */
record Spectrum(List<Interval> eigenvalues, int negative) {

  Spectrum {
    eigenvalues = List.copyOf(eigenvalues);
  }

  boolean isCertain() {
    return negative >= 0;
  }

  /** Of a matrix given row by row; of no row at all there are no eigenvalues. */
  static Spectrum of(Interval[] matrix, int n) {
    if (n == 0) {
      return new Spectrum(List.of(), 0);
    }
    IntervalMatrix a = IntervalMatrix.of(matrix, n);
    if (!a.isFinite()) {
      return new Spectrum(List.of(), -1);
    }
    SymmetricEigen eigen = new SymmetricEigen(n);
    eigen.decompose(a.middle());
    IntervalMatrix rows = IntervalMatrix.of(eigen.vectors().clone(), n);
    IntervalMatrix columns = rows.transposed();
    IntervalMatrix b = rows.times(a.times(columns));
    double[] gram = rows.times(columns).distanceFromUnit();
    double tilt = 0.0;
    for (int i = 0; i < n; i++) {
      tilt = Math.max(tilt, IntervalMatrix.up(rowSum(gram, i, n)));
    }
    return new Spectrum(eigenvalues(b, tilt), negative(b));
  }

  private static double rowSum(double[] matrix, int row, int n) {
    double sum = 0.0;
    for (int j = 0; j < n; j++) {
      sum += matrix[row * n + j];
    }
    return sum;
  }

  private static int negative(IntervalMatrix b) {
    int n = b.size();
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = 1.0 / Math.sqrt(Math.abs(b.middle(i, i)));
    }
    int negative = 0;
    for (int i = 0; i < n; i++) {
      double others = scale[i] * b.radius(i, i);
      for (int j = 0; j < n; j++) {
        others += i == j ? 0.0 : scale[j] * b.magnitude(i, j);
      }
      // Not a number where an entry of the diagonal is zero: then nothing is certain.
      if (!(scale[i] * Math.abs(b.middle(i, i)) > IntervalMatrix.up(others))) {
        return -1;
      }
      negative += b.middle(i, i) < 0.0 ? 1 : 0;
    }
    return negative;
  }

  private static List<Interval> eigenvalues(IntervalMatrix b, double tilt) {
    int n = b.size();
    double[] low = new double[n];
    double[] high = new double[n];
    for (int i = 0; i < n; i++) {
      double others = b.radius(i, i);
      for (int j = 0; j < n; j++) {
        others += i == j ? 0.0 : b.magnitude(i, j);
      }
      Interval disc = Interval.around(b.middle(i, i), IntervalMatrix.up(others));
      low[i] = disc.lower();
      high[i] = disc.upper();
    }
    Arrays.sort(low);
    Arrays.sort(high);
    if (!(tilt < 0.5)) {
      return Collections.nCopies(
          n, Interval.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }
    Interval metric = Interval.around(1.0, tilt);
    List<Interval> eigenvalues = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      eigenvalues.add(Interval.of(low[k], high[k]).dividedBy(metric));
    }
    return eigenvalues;
  }
}
