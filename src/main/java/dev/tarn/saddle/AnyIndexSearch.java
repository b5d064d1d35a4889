package dev.tarn.saddle;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Slice;
import dev.tarn.potential.StartingPoint;
import dev.tarn.stationary.NewtonPolish;
import dev.tarn.stationary.PolishedPoint;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * A search for a stationary point of whatever index lies near: the squared gradient norm is
 * minimised by the method of Levenberg and Marquardt (Quart. Appl. Math. 2, 164, 1944; J. SIAM 11,
 * 431, 1963).
 *
 * <p>With the Hessian {@code H} as the Jacobian of the gradient, the step solves {@code (H H + m I)
 * d = -H g}; the damping {@code m} falls after a step that lowers {@code |g|} and grows after one
 * that does not. Near a stationary point this is Newton's step, and {@link NewtonPolish} completes
 * it. The search can end where {@code H g = 0} but {@code g} is not, which is no stationary point
 * and is reported as not found.
 *
 * <p>Null directions of the potential are left out: the search stays on its {@link Slice}.
 *
 * <p>Cost: a Hessian, a matrix product and a Cholesky decomposition a step, a fraction of a
 * diagonalisation. Not thread-safe.
 */
public final class AnyIndexSearch implements SaddleFinder {
  private static final double LEAST_DAMPING = 1e-24;
  private static final double MOST_DAMPING = 1e8;
  private static final double SHRINK = 0.1;
  private static final double GROW = 4.0;
  private static final double STALLED = 1e-3;
  private static final int STALLED_STEPS = 25;

  private final Slice slice;
  private final SaddleSettings settings;
  private final NewtonPolish polish;
  private final int n;
  private final double[] trial;
  private final double[] trialHessian;
  private final double[] point;
  private final DMatrixRMaj gradient;
  private final DMatrixRMaj trialGradient;
  private final DMatrixRMaj hessian;
  private final DMatrixRMaj normal;
  private final DMatrixRMaj damped;
  private final DMatrixRMaj right;
  private final DMatrixRMaj step;
  private final LinearSolverDense<DMatrixRMaj> solver;

  /**
   * A search.
   *
   * @param potential the potential; used by this object's thread only
   * @param settings how to search; the method is ignored, the largest step is kept to
   */
  public AnyIndexSearch(Potential potential, SaddleSettings settings) {
    slice = new Slice(potential);
    this.settings = settings;
    polish = new NewtonPolish(potential);
    n = potential.dimension();
    trial = new double[n];
    trialHessian = new double[n * n];
    point = new double[n];
    gradient = new DMatrixRMaj(n, 1);
    trialGradient = new DMatrixRMaj(n, 1);
    hessian = new DMatrixRMaj(n, n);
    normal = new DMatrixRMaj(n, n);
    damped = new DMatrixRMaj(n, n);
    right = new DMatrixRMaj(n, 1);
    step = new DMatrixRMaj(n, 1);
    solver = LinearSolverFactory_DDRM.chol(n);
  }

  @Override
  public SaddleSearch search(double[] start) {
    StartingPoint.check(start, n);
    System.arraycopy(start, 0, point, 0, n);
    slice.project(point);
    slice.hessian(point, gradient.data, hessian.data);
    double rms = Vectors.rms(gradient.data);
    // The scale of H H where the gradient is of the size that it has at the start.
    double damping = Math.max(rms * rms, LEAST_DAMPING);
    double mostDamping = MOST_DAMPING * Math.max(1.0, damping);
    double checkpoint = rms;
    int steps = 0;
    normalEquations();
    while (steps < settings.maxSteps() && rms > settings.tolerance() && Double.isFinite(rms)) {
      steps++;
      if (solve(damping)) {
        slice.hessian(trial, trialGradient.data, trialHessian);
        double trialRms = Vectors.rms(trialGradient.data);
        if (trialRms < rms) {
          rms = trialRms;
          System.arraycopy(trial, 0, point, 0, n);
          System.arraycopy(trialGradient.data, 0, gradient.data, 0, n);
          System.arraycopy(trialHessian, 0, hessian.data, 0, n * n);
          normalEquations();
          damping = Math.max(SHRINK * damping, LEAST_DAMPING);
        } else {
          damping *= GROW;
        }
      } else {
        damping *= GROW;
      }
      if (steps % STALLED_STEPS == 0) {
        if (rms > (1.0 - STALLED) * checkpoint) {
          break;
        }
        checkpoint = rms;
      }
      if (damping > mostDamping) {
        break;
      }
    }
    if (!(rms <= settings.tolerance())) {
      return SaddleSearch.lost(point, rms, steps);
    }
    PolishedPoint end = polish.polish(point);
    return new SaddleSearch(end, steps, end.converged() && !end.degenerate());
  }

  private void normalEquations() {
    CommonOps_DDRM.multInner(hessian, normal);
    CommonOps_DDRM.mult(hessian, gradient, right);
    CommonOps_DDRM.changeSign(right);
  }

  /** Fills {@link #trial}; false if the damped matrix is not positive definite to rounding. */
  private boolean solve(double damping) {
    System.arraycopy(normal.data, 0, damped.data, 0, n * n);
    for (int i = 0; i < n; i++) {
      damped.data[i * (n + 1)] += damping;
    }
    if (!solver.setA(damped)) {
      return false;
    }
    solver.solve(right, step);
    double square = 0.0;
    for (double value : step.data) {
      square += value * value;
    }
    double length = Math.sqrt(square);
    double scale = length > settings.maxStep() ? settings.maxStep() / length : 1.0;
    for (int i = 0; i < n; i++) {
      trial[i] = point[i] + scale * step.data[i];
    }
    return true;
  }
}
