package dev.tarn.path;

import dev.tarn.linear.KrylovBasis;
import dev.tarn.linear.Lanczos;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.HessianSolver;
import dev.tarn.potential.space.Slice;
import dev.tarn.potential.space.Work;
import java.util.List;

/**
 * The Ritz vectors of the Krylov space of the Hessian and the gradient, without a Hessian.
 *
 * <p>The steepest-descent curve of the quadratic model is a function of the Hessian times the
 * gradient, and the Krylov space holds a good approximation of it: of {@code exp(-H t) g} as soon
 * as its dimension exceeds the root of {@code t} times the largest eigenvalue (Hochbruck and
 * Lubich, SIAM J. Numer. Anal. 34, 1911, 1997). Where it does not, the gradient found at the end of
 * a step differs from the model's, and the step is cut like any other.
 */
final class KrylovModes implements LocalModes {
  private static final int DIMENSION = 40;
  private static final int LOWEST = 4;
  // The value is as good as the square of this.
  private static final double MODE_TOLERANCE = 1e-5;
  // Where products take long. The rest of a path is less exact than its beginning.
  private static final double ROUGH_TOLERANCE = 1e-2;
  private static final int FIRST = 2;
  private static final double APART = 1e-2;
  private static final double NEWTON_TOLERANCE = 1e-2;
  private static final int MAX_PRODUCTS = 2_000;

  private final Evaluator evaluator;
  private final Slice slice;
  private final int n;
  private final KrylovBasis basis;
  private final HessianSolver solver;
  private final double[] at;
  private final double[] gradient;
  private final double[] newton;
  private final double[] values = new double[DIMENSION];
  private final double[] along = new double[DIMENSION];
  private final double tolerance;
  // Many a follower of paths never meets a transition state.
  private double[] vectors = {};
  private int count;

  KrylovModes(Potential potential) {
    evaluator = potential.evaluator();
    slice = new Slice(potential);
    n = potential.dimension();
    basis = new KrylovBasis(n, DIMENSION);
    solver = new HessianSolver(potential, evaluator, slice);
    at = new double[n];
    gradient = new double[n];
    newton = new double[n];
    tolerance = Work.isSaved(potential) ? ROUGH_TOLERANCE : MODE_TOLERANCE;
  }

  @Override
  public double resolve(double[] x) {
    System.arraycopy(x, 0, at, 0, n);
    solver.moveTo(x);
    double energy = evaluator.gradient(at, gradient);
    slice.projectAt(at, gradient);
    basis.start(solver::product, slice.zerosAt(at), gradient);
    basis.grow(DIMENSION);
    count = 0;
    if (basis.isInvariant() && basis.size() == 0) {
      return energy;
    }
    if (!basis.decompose()) {
      return Double.NaN;
    }
    count = basis.size();
    takeRoom();
    for (int k = 0; k < count; k++) {
      values[k] = basis.values()[k];
      basis.vector(k, vectors, k * n);
      double f = 0.0;
      for (int i = 0; i < n; i++) {
        f += vectors[k * n + i] * gradient[i];
      }
      along[k] = f;
    }
    basis.release();
    return energy;
  }

  private void takeRoom() {
    if (vectors.length == 0) {
      vectors = new double[DIMENSION * n];
    }
  }

  @Override
  public double[] gradient() {
    return gradient;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public double[] values() {
    return values;
  }

  @Override
  public double[] vectors() {
    return vectors;
  }

  @Override
  public double[] along() {
    return along;
  }

  @Override
  public boolean isComplete() {
    return false;
  }

  @Override
  public boolean isConvex() {
    return count == 0 || values[0] > 0.0;
  }

  @Override
  public double newtonLength(double longest) {
    double inSpace = QuadraticModel.newtonLength(this);
    if (!(inSpace < longest)) {
      return inSpace;
    }
    double residual = solver.solve(List.of(), gradient, NEWTON_TOLERANCE, MAX_PRODUCTS, newton);
    return residual <= NEWTON_TOLERANCE ? Vectors.norm(newton) : Double.POSITIVE_INFINITY;
  }

  @Override
  public void takeNewtonStep(double[] x) {
    for (int i = 0; i < n; i++) {
      x[i] -= newton[i];
    }
  }

  @Override
  public void resolveLowest(double[] saddle) {
    solver.moveTo(saddle);
    List<Lanczos.Pair> pairs = solver.lowest(FIRST, tolerance).pairs();
    if (pairs.size() == FIRST && areNear(pairs.get(0).value(), pairs.get(1).value())) {
      // The lowest eigenspace may have several dimensions.
      pairs = solver.lowest(LOWEST, tolerance).pairs();
    }
    if (pairs.isEmpty()) {
      throw new ArithmeticException("the Hessian's lowest eigenvalue was not found");
    }
    count = pairs.size();
    takeRoom();
    for (int k = 0; k < count; k++) {
      values[k] = pairs.get(k).value();
      System.arraycopy(pairs.get(k).vector(), 0, vectors, k * n, n);
    }
  }

  private static boolean areNear(double lowest, double next) {
    return next - lowest <= APART * Math.abs(lowest);
  }
}
