package dev.tarn.certify;

import dev.tarn.interval.Interval;
import java.util.Arrays;

/**
 * A square matrix of intervals as a midpoint and a radius for each entry, both doubles. Products
 * are computed in doubles; what rounding may have done is added to the radius.
 *
 * <p>A sum of {@code n} products in doubles, in whatever order, is off by at most {@code g sum
 * |a_k||b_k|} with {@code g = n u / (1 - n u)}, {@code u = 2^-53} (Higham, Accuracy and Stability
 * of Numerical Algorithms, SIAM 2002, section 3.1), and by {@code n 2^-1074} where products
 * underflow.
 */
final class IntervalMatrix {
  static final double UNDERFLOW = 0x1p-1040;

  private final int n;
  private final double[] middle;
  private final double[] radius;

  private IntervalMatrix(int n, double[] middle, double[] radius) {
    this.n = n;
    this.middle = middle;
    this.radius = radius;
  }

  static IntervalMatrix of(Interval[] entries, int n) {
    double[] middle = new double[n * n];
    double[] radius = new double[n * n];
    for (int k = 0; k < entries.length; k++) {
      Interval entry = entries[k];
      middle[k] = entry.middle();
      radius[k] = Math.nextUp(Math.max(entry.upper() - middle[k], middle[k] - entry.lower()));
    }
    return new IntervalMatrix(n, middle, radius);
  }

  /** A matrix without radius; shared, not copied. */
  static IntervalMatrix of(double[] entries, int n) {
    return new IntervalMatrix(n, entries, new double[n * n]);
  }

  int size() {
    return n;
  }

  /** The midpoints; not to be changed. */
  double[] middle() {
    return middle;
  }

  double middle(int i, int j) {
    return middle[i * n + j];
  }

  /** The largest magnitude of an entry. */
  double magnitude(int i, int j) {
    return up(Math.abs(middle[i * n + j]) + radius[i * n + j]);
  }

  double radius(int i, int j) {
    return radius[i * n + j];
  }

  /** Beyond the rounding of a sum of fewer than 2^12 terms that are not negative. */
  static double up(double value) {
    return value * (1.0 + 0x1p-40);
  }

  /** The product with another matrix. */
  IntervalMatrix times(IntervalMatrix other) {
    double[] product = new double[n * n];
    double[] error = new double[n * n];
    double gamma = (n + 2) * 0x1.01p-53;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double a = middle[i * n + k];
        double size = Math.abs(a);
        double wide = radius[i * n + k];
        for (int j = 0; j < n; j++) {
          double b = other.middle[k * n + j];
          double r = other.radius[k * n + j];
          product[i * n + j] += a * b;
          error[i * n + j] += size * (r + gamma * Math.abs(b)) + wide * (Math.abs(b) + r);
        }
      }
    }
    for (int k = 0; k < error.length; k++) {
      error[k] = up(error[k]) + UNDERFLOW;
    }
    return new IntervalMatrix(n, product, error);
  }

  IntervalMatrix transposed() {
    double[] m = new double[n * n];
    double[] r = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        m[j * n + i] = middle[i * n + j];
        r[j * n + i] = radius[i * n + j];
      }
    }
    return new IntervalMatrix(n, m, r);
  }

  /** The magnitudes of the difference from the unit matrix, an upper bound of each. */
  double[] distanceFromUnit() {
    double[] distance = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double d = Math.abs(i == j ? middle[i * n + j] - 1.0 : middle[i * n + j]);
        distance[i * n + j] = up(d + radius[i * n + j]);
      }
    }
    return distance;
  }

  boolean isFinite() {
    return Arrays.stream(middle).allMatch(Double::isFinite)
        && Arrays.stream(radius).allMatch(Double::isFinite);
  }
}
