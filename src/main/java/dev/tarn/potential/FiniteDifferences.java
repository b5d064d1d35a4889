package dev.tarn.potential;

import dev.tarn.linear.Vectors;

/**
 * Central differences of a gradient. Step {@code h = cbrt(eps max(1, |x_i|))}: the error {@code
 * h^2} of cutting the series short equals that of the rounding of {@code x}, in units in which
 * lengths are of order one. A variable far from zero does not change the potential's scale.
 */
final class FiniteDifferences {
  private static final double STEP = 6.055454452393343e-6;

  private FiniteDifferences() {}

  static double step(double value, double noise) {
    double size = Math.abs(value);
    double h = size <= 1.0 ? STEP : STEP * StrictMath.cbrt(size);
    if (noise > Math.ulp(1.0)) {
      h = Math.max(h, StrictMath.cbrt(noise));
    }
    // A step that is exactly representable as a difference keeps the quotient free of its rounding.
    return (value + h) - value;
  }

  static void hessian(Evaluator evaluator, double[] x, double[] hessian) {
    hessian(evaluator, x, 1.0, hessian);
  }

  /**
   * How far the Hessian by differences may be off: twice its distance, in the Frobenius norm, from
   * that with twice the step. No eigenvalue is off by more.
   */
  static double error(Evaluator evaluator, double[] x, double[] hessian) {
    double[] coarser = new double[hessian.length];
    hessian(evaluator, x, 2.0, coarser);
    return 2.0 * Vectors.distance(hessian, coarser);
  }

  private static void hessian(Evaluator evaluator, double[] x, double steps, double[] hessian) {
    int n = x.length;
    double noise = evaluator.gradientNoise();
    double[] point = x.clone();
    double[] plus = new double[n];
    double[] minus = new double[n];
    for (int i = 0; i < n; i++) {
      double h = steps * step(x[i], noise);
      point[i] = x[i] + h;
      evaluator.gradient(point, plus);
      point[i] = x[i] - h;
      evaluator.gradient(point, minus);
      point[i] = x[i];
      for (int j = 0; j < n; j++) {
        hessian[i * n + j] = (plus[j] - minus[j]) / (2.0 * h);
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double mean = 0.5 * (hessian[i * n + j] + hessian[j * n + i]);
        hessian[i * n + j] = mean;
        hessian[j * n + i] = mean;
      }
    }
  }
}
