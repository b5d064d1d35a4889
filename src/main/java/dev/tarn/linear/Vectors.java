package dev.tarn.linear;

/**
 * Arithmetic of vectors held in arrays. Sums run from the first component to the last, or in parts
 * where that is said, so that they have the same bits everywhere. Nothing is allocated.
 */
public final class Vectors {
  private Vectors() {}

  /** The product {@code a.b} of two vectors of the same length. */
  public static double dot(double[] a, double[] b) {
    double sum = 0.0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The product of the first components, in four sums that do not wait for each other. */
  public static double dotInParts(double[] x, double[] y, int m) {
    double s0 = 0.0;
    double s1 = 0.0;
    double s2 = 0.0;
    double s3 = 0.0;
    int i = 0;
    for (; i + 3 < m; i += 4) {
      s0 += x[i] * y[i];
      s1 += x[i + 1] * y[i + 1];
      s2 += x[i + 2] * y[i + 2];
      s3 += x[i + 3] * y[i + 3];
    }
    for (; i < m; i++) {
      s0 += x[i] * y[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** The Euclidean norm {@code |v|}. */
  public static double norm(double[] v) {
    double sum = 0.0;
    for (double value : v) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  /** The root mean square of the components, {@code |v| / sqrt(n)}. */
  public static double rms(double[] v) {
    double sum = 0.0;
    for (double value : v) {
      sum += value * value;
    }
    return Math.sqrt(sum / v.length);
  }

  /** The Euclidean distance {@code |a - b|}. */
  public static double distance(double[] a, double[] b) {
    double sum = 0.0;
    for (int i = 0; i < a.length; i++) {
      double d = a[i] - b[i];
      sum += d * d;
    }
    return Math.sqrt(sum);
  }

  /**
   * The squared distance of {@code n} components of one vector, from {@code i} on, from those of
   * another one, from {@code j} on, times a sign.
   */
  public static double squaredDistance(double[] a, int i, double sign, double[] b, int j, int n) {
    double sum = 0.0;
    for (int c = 0; c < n; c++) {
      double d = a[i + c] - sign * b[j + c];
      sum += d * d;
    }
    return sum;
  }

  /** The same with the sign that makes it smaller. */
  public static double squaredDistanceUpToSign(double[] a, int i, double[] b, int j, int n) {
    double apart = 0.0;
    double opposite = 0.0;
    for (int c = 0; c < n; c++) {
      double minus = a[i + c] - b[j + c];
      double plus = a[i + c] + b[j + c];
      apart += minus * minus;
      opposite += plus * plus;
    }
    return Math.min(apart, opposite);
  }

  /** Takes the component along a unit vector out of another vector; returns its length. */
  public static double remove(double[] unit, double[] from) {
    double along = dot(unit, from);
    for (int i = 0; i < from.length; i++) {
      from[i] -= along * unit[i];
    }
    return along;
  }

  /** Adds a multiple of a vector, {@code to + factor v}. */
  public static void add(double[] to, double factor, double[] v) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * v[i];
    }
  }

  /** Scales a vector to unit length, if it is not zero; returns the length that it had. */
  public static double normalise(double[] v) {
    double length = norm(v);
    if (length > 0.0) {
      for (int i = 0; i < v.length; i++) {
        v[i] /= length;
      }
    }
    return length;
  }

  /** Scales a step that is longer than the cap back to it. */
  public static void cap(double[] step, double cap) {
    double length = norm(step);
    if (length > cap) {
      for (int i = 0; i < step.length; i++) {
        step[i] *= cap / length;
      }
    }
  }

  /**
   * The largest magnitude of a component.
   *
   * @param v a vector; not modified
   * @return the magnitude, 0 for no components
   */
  public static double largest(double[] v) {
    double size = 0.0;
    for (double value : v) {
      size = Math.max(size, Math.abs(value));
    }
    return size;
  }

  /** Adds {@code factor} times a part of one vector to that of another. */
  static void add(double factor, double[] of, double[] to, int first, int end) {
    for (int i = first; i < end; i++) {
      to[i] += factor * of[i];
    }
  }

  /** Turns two vectors: {@code c x + s y} and {@code c y - s x}. */
  static void rotate(double c, double s, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      double a = x[i];
      double b = y[i];
      x[i] = c * a + s * b;
      y[i] = c * b - s * a;
    }
  }
}
