package dev.tarn.linear;

/**
 * Arithmetic of vectors held in arrays. Sums run from the first component to the last, so that they
 * have the same bits everywhere. Nothing is allocated.
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
}
