package dev.tarn.follow;

import dev.tarn.linear.BorderedSystem;
import dev.tarn.linear.SymmetricEigen;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The equations of pseudo-arclength continuation (Keller, in Applications of Bifurcation Theory,
 * Academic Press, 1977): the gradient vanishes, and the point lies in a hyperplane across the
 * branch,
 *
 * <pre>
 *   g(x, mu) = 0,    t . (y - y_0) = 0,    y = (x, mu),
 * </pre>
 *
 * <p>with the bordered matrix {@code (H, dg/dmu; t)}, which stays regular at a fold. Rows and
 * columns are scaled by the {@link Measure}. Cost: a Hessian and an LU decomposition of order
 * {@code n + 1} a Newton step, nothing allocated but the results. Not thread-safe.
 */
final class AugmentedSystem {
  private static final int MAX_ITERATIONS = 8;
  private static final double CONVERGED = 1e-9;
  private static final double FLOOR = 1e-5;
  private static final double CONTRACTION = 0.5;

  private final ParameterFamily.Evaluator family;
  private final Measure measure;
  private final int n;
  private final double[] x;
  private final double[] gradient;
  private final double[] hessian;
  private final double[] slope;
  private final double[] first;
  private final BorderedSystem bordered;
  private final SymmetricEigen eigen;

  AugmentedSystem(ParameterFamily family, Measure measure) {
    this.family = family.evaluator();
    this.measure = measure;
    n = family.dimension();
    x = new double[n];
    gradient = new double[n];
    hessian = new double[n * n];
    slope = new double[n];
    first = new double[n + 1];
    bordered = new BorderedSystem(n);
    eigen = new SymmetricEigen(n);
  }

  /**
   * Newton's method from a predicted point within the hyperplane across {@code normal}.
   *
   * @param y the predicted point, replaced by the corrected one
   * @param normal the normal of the hyperplane
   * @param reach the longest way from the prediction that is believed
   * @return the number of iterations, 0 if it did not converge
   */
  int correct(double[] y, double[] normal, double reach) {
    System.arraycopy(y, 0, first, 0, n + 1);
    double last = Double.POSITIVE_INFINITY;
    for (int k = 1; k <= MAX_ITERATIONS; k++) {
      if (!Double.isFinite(evaluate(y)) || !factorise(normal)) {
        return 0;
      }
      for (int i = 0; i < n; i++) {
        bordered.right()[i] = -measure.scale[i] * gradient[i];
      }
      bordered.right()[n] = 0.0;
      double[] solution = bordered.solve();
      double length = 0.0;
      for (int i = 0; i <= n; i++) {
        length += solution[i] * solution[i];
        y[i] += measure.scale[i] * solution[i];
      }
      length = Math.sqrt(length);
      // Written so that NaN fails.
      if (!(measure.distance(first, y) <= reach)) {
        return 0;
      }
      boolean stalled = length > CONTRACTION * last;
      if (length < CONVERGED || (stalled && length < FLOOR)) {
        return k;
      }
      if (stalled) {
        return 0;
      }
      last = length;
    }
    return 0;
  }

  /**
   * Everything about a point of the branch.
   *
   * @param y the point; kept
   * @param towards a direction at an acute angle with the tangent
   * @return the node, or null where there is no tangent
   */
  @Nullable Node node(double[] y, double[] towards) {
    double energy = evaluate(y);
    if (!Double.isFinite(energy) || !factorise(towards)) {
      return null;
    }
    Arrays.fill(bordered.right(), 0.0);
    bordered.right()[n] = 1.0;
    double[] solution = bordered.solve();
    double[] tangent = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      tangent[i] = measure.scale[i] * solution[i];
    }
    measure.normalise(tangent);
    for (double value : tangent) {
      if (!Double.isFinite(value)) {
        return null;
      }
    }
    eigen.decomposeValues(hessian);
    double[] values = eigen.values().clone();
    return new Node(
        y, tangent, energy, values, (int) Arrays.stream(values).filter(v -> v < 0).count());
  }

  private double evaluate(double[] y) {
    System.arraycopy(y, 0, x, 0, n);
    double energy = family.evaluate(x, y[n], gradient, hessian, slope);
    for (double value : hessian) {
      if (!Double.isFinite(value)) {
        return Double.NaN;
      }
    }
    return energy;
  }

  private boolean factorise(double[] normal) {
    double[] scale = measure.scale;
    double[] matrix = bordered.matrix();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[bordered.at(i, j)] = scale[i] * hessian[i * n + j] * scale[j];
      }
      matrix[bordered.at(i, n)] = scale[i] * slope[i];
      matrix[bordered.at(n, i)] = normal[i] / scale[i];
    }
    matrix[bordered.at(n, n)] = normal[n];
    return bordered.factorise();
  }
}
