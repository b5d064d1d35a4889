package dev.tarn.potential;

/** Central differences of a gradient. Step {@code h = cbrt(eps) * max(1, |x_i|)}. */
final class FiniteDifferences {
  private static final double STEP = 6.055454452393343e-6;

  private FiniteDifferences() {}

  static double step(double value) {
    double h = STEP * Math.max(1.0, Math.abs(value));
    // A step that is exactly representable as a difference keeps the quotient free of its rounding.
    return (value + h) - value;
  }

  static void hessian(Evaluator evaluator, double[] x, double[] hessian) {
    int n = x.length;
    double[] point = x.clone();
    double[] plus = new double[n];
    double[] minus = new double[n];
    for (int i = 0; i < n; i++) {
      double h = step(x[i]);
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
