package dev.tarn.minimise;

import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetricEigen;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Newton's method to the rounding floor, for a stationary point of any index, and the index there
 * from the Hessian's eigenvalues.
 *
 * <p>A point counts as stationary when the root-mean-square gradient falls below the tolerance
 * (1e-12) and Newton's step from there is shorter than 1e-7, so that soft modes do not let a point
 * pass that is merely close; the steps go on until the gradient no longer falls. A Newton step
 * longer than the cap, or a singular Hessian, is replaced by the step in the space of the
 * eigenvectors whose eigenvalues lie beyond the cutoff, scaled to the cap.
 *
 * <p>Cost: a Hessian and an LU decomposition a step, usually three to six; one set of eigenvalues.
 * Not thread-safe.
 */
public final class NewtonPolish {
  /** The root-mean-square gradient below which a point is stationary. */
  public static final double DEFAULT_TOLERANCE = 1e-12;

  /** The magnitude below which an eigenvalue makes a point degenerate, as in the paper. */
  public static final double DEFAULT_ZERO_CUTOFF = 1e-9;

  private static final int MAX_STEPS = 60;
  private static final int MAX_FAILURES = 4;
  private static final double STEP_CAP = 0.5;
  private static final double DISTANCE_TOLERANCE = 1e-7;

  private final Potential potential;
  private final double tolerance;
  private final double zeroCutoff;
  private final int n;
  private final double[] gradient;
  private final double[] hessian;
  private final double[] best;
  private final double[] point;
  private final DMatrixRMaj matrix;
  private final DMatrixRMaj right;
  private final DMatrixRMaj step;
  private final LinearSolverDense<DMatrixRMaj> solver;
  private final SymmetricEigen eigen;

  /**
   * A polish with the default tolerance and cutoff.
   *
   * @param potential the potential; used by this object's thread only
   */
  public NewtonPolish(Potential potential) {
    this(potential, DEFAULT_TOLERANCE, DEFAULT_ZERO_CUTOFF);
  }

  /**
   * A polish.
   *
   * @param potential the potential; used by this object's thread only
   * @param tolerance the root-mean-square gradient below which a point is stationary; positive
   * @param zeroCutoff the magnitude below which an eigenvalue makes a point degenerate; 0 or more
   * @throws IllegalArgumentException if a number is out of its range
   */
  public NewtonPolish(Potential potential, double tolerance, double zeroCutoff) {
    if (!(tolerance > 0.0)) {
      throw new IllegalArgumentException("the tolerance is positive, not " + tolerance);
    }
    if (!(zeroCutoff >= 0.0)) {
      throw new IllegalArgumentException("the zero cutoff is 0 or more, not " + zeroCutoff);
    }
    this.potential = potential;
    this.tolerance = tolerance;
    this.zeroCutoff = zeroCutoff;
    n = potential.dimension();
    gradient = new double[n];
    hessian = new double[n * n];
    best = new double[n];
    point = new double[n];
    matrix = new DMatrixRMaj(n, n);
    right = new DMatrixRMaj(n, 1);
    step = new DMatrixRMaj(n, 1);
    solver = LinearSolverFactory_DDRM.lu(n);
    eigen = new SymmetricEigen(n);
  }

  /**
   * Polishes a point.
   *
   * @param x the starting point; not modified
   * @return the best point reached, a new array, with its eigenvalues
   */
  public PolishedPoint polish(double[] x) {
    System.arraycopy(x, 0, point, 0, n);
    System.arraycopy(x, 0, best, 0, n);
    double bestRms = Double.POSITIVE_INFINITY;
    int failures = 0;
    boolean settled = false;
    for (int k = 0; k <= MAX_STEPS; k++) {
      potential.hessian(point, gradient, hessian);
      double rms = Lbfgs.rms(gradient);
      if (!Double.isFinite(rms)) {
        break;
      }
      failures = rms < 0.5 * bestRms ? 0 : failures + 1;
      boolean better = rms < bestRms;
      if (better) {
        bestRms = rms;
        System.arraycopy(point, 0, best, 0, n);
      }
      if (rms == 0.0 || !newtonStep()) {
        break;
      }
      if (better) {
        settled = isSettled(rms);
      }
      // At the floor one further step is enough; before it, a step may well raise the gradient.
      if (failures >= (settled ? 1 : MAX_FAILURES)) {
        break;
      }
      for (int i = 0; i < n; i++) {
        point[i] += step.data[i];
      }
    }
    return characterise(best);
  }

  /**
   * Energy, gradient and eigenvalues at a point as it is, without a step.
   *
   * @param x the point; not modified
   * @return the point with its eigenvalues
   */
  public PolishedPoint characterise(double[] x) {
    double energy = potential.hessian(x, gradient, hessian);
    double rms = Lbfgs.rms(gradient);
    double[] values = new double[n];
    if (!Double.isFinite(energy) || !Double.isFinite(rms) || !isFinite(hessian)) {
      return new PolishedPoint(x.clone(), energy, rms, values, 0, false, true);
    }
    eigen.decomposeValues(hessian);
    System.arraycopy(eigen.values(), 0, values, 0, n);
    int index = 0;
    boolean degenerate = false;
    for (double value : values) {
      if (value < 0.0) {
        index++;
      }
      degenerate |= Math.abs(value) < zeroCutoff;
    }
    boolean converged = newtonStep() && isSettled(rms);
    return new PolishedPoint(x.clone(), energy, rms, values, index, converged, degenerate);
  }

  /**
   * Whether the gradient is small, and small for this Hessian too: along a mode of eigenvalue 1e-8
   * a root-mean-square gradient of 1e-13 still means a distance of 1e-5.
   */
  private boolean isSettled(double rms) {
    return rms < tolerance && length(step.data) < DISTANCE_TOLERANCE;
  }

  /** Fills {@link #step} with the step from the current gradient and Hessian. */
  private boolean newtonStep() {
    System.arraycopy(hessian, 0, matrix.data, 0, n * n);
    for (int i = 0; i < n; i++) {
      right.data[i] = -gradient[i];
    }
    if (solver.setA(matrix)) {
      solver.solve(right, step);
      double length = length(step.data);
      if (length <= STEP_CAP) {
        return true;
      }
    }
    if (!isFinite(hessian)) {
      return false;
    }
    regularStep();
    return true;
  }

  private void regularStep() {
    eigen.decompose(hessian);
    double[] values = eigen.values();
    double[] vectors = eigen.vectors();
    Arrays.fill(step.data, 0.0);
    for (int k = 0; k < n; k++) {
      if (Math.abs(values[k]) < zeroCutoff) {
        continue;
      }
      double along = 0.0;
      for (int i = 0; i < n; i++) {
        along += vectors[k * n + i] * gradient[i];
      }
      for (int i = 0; i < n; i++) {
        step.data[i] -= along / values[k] * vectors[k * n + i];
      }
    }
    double length = length(step.data);
    if (length > STEP_CAP) {
      for (int i = 0; i < n; i++) {
        step.data[i] *= STEP_CAP / length;
      }
    }
  }

  private static boolean isFinite(double[] v) {
    for (double value : v) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static double length(double[] v) {
    double sum = 0.0;
    for (double value : v) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
