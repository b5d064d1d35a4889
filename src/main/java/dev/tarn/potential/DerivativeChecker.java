package dev.tarn.potential;

/**
 * Compares a potential's gradient, Hessian and Hessian-vector product with finite differences. A
 * user who writes a potential runs this at a few random points first.
 */
public final class DerivativeChecker {

  /**
   * The largest disagreements at a point.
   *
   * @param gradientError {@code max_i |g_i - dE/dx_i|} over {@code max(1, max_i |g_i|)}, with
   *     {@code dE/dx_i} by central differences of the energy
   * @param hessianError the same for the Hessian's elements against central differences of the
   *     gradient
   * @param productError the same for the components of {@code H v}, against the differenced Hessian
   *     times the same {@code v}, whose components are 1, -1/2, 1/3, ...
   * @param asymmetry {@code max_ij |H_ij - H_ji|}, absolute
   * @param energyMismatch the largest difference between the energies that {@code energy}, {@code
   *     gradient} and {@code hessian} return, absolute
   */
  public record Report(
      double gradientError,
      double hessianError,
      double productError,
      double asymmetry,
      double energyMismatch) {

    /**
     * Whether everything agrees.
     *
     * @param tolerance the largest error allowed, for all five figures; 1e-7 suits central
     *     differences of a well-scaled function
     * @return true when no figure exceeds the tolerance; NaN exceeds every tolerance
     */
    public boolean agrees(double tolerance) {
      return gradientError <= tolerance
          && hessianError <= tolerance
          && productError <= tolerance
          && asymmetry <= tolerance
          && energyMismatch <= tolerance;
    }
  }

  private DerivativeChecker() {}

  /**
   * Checks the derivatives at a point. Costs {@code 2n} energies, {@code 2n} gradients and one
   * Hessian and Hessian-vector product.
   *
   * @param potential the potential
   * @param x the point; not modified
   * @return the disagreements
   * @throws IllegalArgumentException if the length of {@code x} is not the potential's dimension
   */
  public static Report check(Potential potential, double[] x) {
    Evaluator evaluator = potential.evaluator();
    int n = potential.dimension();
    if (x.length != n) {
      throw new IllegalArgumentException(
          "the point has " + x.length + " components, the potential " + n);
    }
    double[] gradient = new double[n];
    double[] gradientOfHessian = new double[n];
    double[] hessian = new double[n * n];
    double energy = evaluator.energy(x);
    double mismatch = Math.abs(energy - evaluator.gradient(x, gradient));
    mismatch =
        Math.max(mismatch, Math.abs(energy - evaluator.hessian(x, gradientOfHessian, hessian)));
    double[] reference = new double[n * n];
    FiniteDifferences.hessian(evaluator, x, reference);
    double gradientError = 0.0;
    double hessianError = 0.0;
    double asymmetry = 0.0;
    double gradientSize = 1.0;
    double hessianSize = 1.0;
    double[] point = x.clone();
    for (int i = 0; i < n; i++) {
      double h = FiniteDifferences.step(x[i], 0.0);
      point[i] = x[i] + h;
      double plus = evaluator.energy(point);
      point[i] = x[i] - h;
      double minus = evaluator.energy(point);
      point[i] = x[i];
      gradientSize = Math.max(gradientSize, Math.abs(gradient[i]));
      double slope = (plus - minus) / (2.0 * h);
      gradientError = Math.max(gradientError, Math.abs(gradient[i] - slope));
      gradientError = Math.max(gradientError, Math.abs(gradient[i] - gradientOfHessian[i]));
      for (int j = 0; j < n; j++) {
        double element = hessian[i * n + j];
        hessianSize = Math.max(hessianSize, Math.abs(element));
        hessianError = Math.max(hessianError, Math.abs(element - reference[i * n + j]));
        asymmetry = Math.max(asymmetry, Math.abs(element - hessian[j * n + i]));
      }
    }
    return new Report(
        gradientError / gradientSize,
        hessianError / hessianSize,
        productError(evaluator, x, reference) / hessianSize,
        asymmetry,
        mismatch);
  }

  private static double productError(Evaluator evaluator, double[] x, double[] hessian) {
    int n = x.length;
    double[] direction = new double[n];
    for (int i = 0; i < n; i++) {
      direction[i] = (i % 2 == 0 ? 1.0 : -1.0) / (i + 1);
    }
    double[] product = new double[n];
    evaluator.hessianProduct(x, direction, product);
    double error = 0.0;
    for (int i = 0; i < n; i++) {
      double expected = 0.0;
      for (int j = 0; j < n; j++) {
        expected += hessian[i * n + j] * direction[j];
      }
      error = Math.max(error, Math.abs(product[i] - expected));
    }
    return error;
  }
}
