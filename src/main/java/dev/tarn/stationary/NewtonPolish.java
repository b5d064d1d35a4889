package dev.tarn.stationary;

import dev.tarn.linear.SymmetricEigen;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Slice;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * What {@link StationaryPolish#newton} promises.
 *
 * <p>Points are kept on the potential's {@link Slice}, and the zero eigenvalues of its null
 * directions are left out of the eigenvalues: there are as many as the slice has variables.
 */
final class NewtonPolish implements StationaryPolish {
  private static final double STEP_CAP = 0.5;

  /**
   * How far along a mode without curvature a stationary point may be. Where the energy rises like
   * the fourth power, the curvature is below 1e-9 within 1e-5, where it rises like the sixth within
   * 2e-3, and Newton's step is a third and a fifth of that. Where two points have just gone in a
   * fold the gradient is small without a point, and the step long.
   */
  private static final double BLIND = 1e-3;

  private final Slice slice;
  private final NewtonIteration iteration;
  private final Tolerances tolerances;
  private final int n;
  private final double[] gradient;
  private final double[] hessian;
  private final DMatrixRMaj matrix;
  private final DMatrixRMaj right;
  private final DMatrixRMaj step;
  private final LinearSolverDense<DMatrixRMaj> solver;
  private final SymmetricEigen eigen;
  // The longest step along the modes that the last step left out.
  private double leftOut;

  /**
   * A polish.
   *
   * @param potential the potential; used by this object's thread only
   * @param tolerances when a point counts as stationary and as degenerate
   */
  NewtonPolish(Potential potential, Tolerances tolerances) {
    n = potential.dimension();
    iteration = new NewtonIteration(n, tolerances, new Steps());
    this.tolerances = tolerances;
    slice = new Slice(potential);
    gradient = new double[n];
    hessian = new double[n * n];
    matrix = new DMatrixRMaj(n, n);
    right = new DMatrixRMaj(n, 1);
    step = new DMatrixRMaj(n, 1);
    solver = LinearSolverFactory_DDRM.lu(n);
    eigen = new SymmetricEigen(n);
  }

  @Override
  public PolishedPoint polish(double[] x) {
    double[] start = x.clone();
    slice.project(start);
    return characterise(iteration.run(start));
  }

  @Override
  public PolishedPoint characterise(double[] x) {
    double energy = slice.hessian(x, gradient, hessian);
    double rms = Vectors.rms(gradient);
    double[] values = new double[slice.dimensionAt(x)];
    if (!Double.isFinite(energy) || !Double.isFinite(rms) || !isFinite(hessian)) {
      return new PolishedPoint(x.clone(), energy, rms, values, 0, false, true);
    }
    eigen.decomposeValues(hessian);
    // The shifted eigenvalues of null directions come last.
    System.arraycopy(eigen.values(), 0, values, 0, values.length);
    double error = slice.hessianError(x, hessian);
    int index = 0;
    boolean degenerate = false;
    for (int k = 0; k < values.length; k++) {
      boolean hidden = !(Math.abs(values[k]) >= error);
      degenerate |= hidden || Math.abs(values[k]) < tolerances.zeroCutoff();
      if (hidden && error > tolerances.zeroCutoff()) {
        values[k] = 0.0;
      }
      if (values[k] < 0.0) {
        index++;
      }
    }
    double floor = Math.max(Tolerances.floor(x, hessian), tolerances.noise());
    boolean converged =
        newtonStep(floor)
            && leftOut <= BLIND
            && tolerances.areMet(rms, Vectors.norm(step.data), x, hessian);
    return new PolishedPoint(x.clone(), energy, rms, values, index, converged, degenerate);
  }

  @Override
  public void lowestMode(double[] x, double[] mode) {
    slice.hessian(x, gradient, hessian);
    eigen.decompose(hessian);
    System.arraycopy(eigen.vectors(), 0, mode, 0, n);
  }

  private final class Steps implements NewtonIteration.Method {
    @Override
    public double evaluate(double[] x) {
      slice.hessian(x, gradient, hessian);
      return Vectors.rms(gradient);
    }

    @Override
    public boolean step(double[] out) {
      boolean exists = newtonStep(0.0);
      System.arraycopy(step.data, 0, out, 0, n);
      return exists;
    }
  }

  /**
   * Fills {@link #step} with the step from the current gradient and Hessian, and {@link #leftOut}.
   *
   * @param floor the component of the gradient that counts as none
   */
  private boolean newtonStep(double floor) {
    leftOut = 0.0;
    System.arraycopy(hessian, 0, matrix.data, 0, n * n);
    for (int i = 0; i < n; i++) {
      right.data[i] = -gradient[i];
    }
    if (solver.setA(matrix)) {
      solver.solve(right, step);
      double length = Vectors.norm(step.data);
      if (length <= STEP_CAP) {
        return true;
      }
    }
    if (!isFinite(hessian)) {
      return false;
    }
    regularStep(floor);
    return true;
  }

  private void regularStep(double floor) {
    eigen.decompose(hessian);
    double[] values = eigen.values();
    double[] vectors = eigen.vectors();
    Arrays.fill(step.data, 0.0);
    for (int k = 0; k < n; k++) {
      double along = 0.0;
      for (int i = 0; i < n; i++) {
        along += vectors[k * n + i] * gradient[i];
      }
      if (Math.abs(values[k]) < tolerances.zeroCutoff()) {
        if (Math.abs(along) > floor) {
          leftOut = Math.max(leftOut, Math.abs(along / values[k]));
        }
        continue;
      }
      for (int i = 0; i < n; i++) {
        step.data[i] -= along / values[k] * vectors[k * n + i];
      }
    }
    Vectors.cap(step.data, STEP_CAP);
  }

  private static boolean isFinite(double[] v) {
    for (double value : v) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
