package dev.tarn.follow;

/**
 * The length of vectors of variables and parameter: each variable in units of its own size.
 * Mutable, set at the beginning of each step. Not thread-safe.
 */
final class Measure {
  private final double floor;
  final double[] scale;

  Measure(int n, double floor) {
    this.floor = floor;
    scale = new double[n + 1];
    scale[n] = 1.0;
  }

  /** Takes the sizes of the variables at a point as units. */
  void centre(double[] y) {
    for (int i = 0; i < y.length - 1; i++) {
      scale[i] = Math.sqrt(y[i] * y[i] + floor * floor);
    }
  }

  double dot(double[] a, double[] b) {
    double sum = 0.0;
    for (int i = 0; i < scale.length; i++) {
      sum += a[i] / scale[i] * (b[i] / scale[i]);
    }
    return sum;
  }

  double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  double distance(double[] a, double[] b) {
    double sum = 0.0;
    for (int i = 0; i < scale.length; i++) {
      double d = (a[i] - b[i]) / scale[i];
      sum += d * d;
    }
    return Math.sqrt(sum);
  }

  void normalise(double[] a) {
    double length = length(a);
    for (int i = 0; i < a.length; i++) {
      a[i] /= length;
    }
  }
}
