package dev.tarn.stationary;

import dev.tarn.linear.Davidson;
import dev.tarn.linear.Lanczos;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.HessianSolver;
import dev.tarn.potential.space.Slice;
import dev.tarn.potential.space.Work;
import java.util.List;

/**
 * What {@link StationaryPolish#krylov} promises, by a {@link HessianSolver}.
 *
 * <p>The length of the Newton step, which has to be short at a stationary point, is bounded with
 * the eigenvectors known: {@code |d|² <= sum_k (v_k.g / t_k)² + (|r| / t)²}, where {@code r} is the
 * rest of the gradient and {@code t} the largest eigenvalue known, if that is positive. If soft
 * modes keep the bound from being met, the steps are repeated with these modes solved for directly.
 *
 * <p>Where a gradient takes long and there is a preconditioner ({@link Work#isSaved}), eigenvalues
 * are known no better and no further than it takes to tell how many are negative, and a bound that
 * is too weak is replaced by the step itself, solved for to a thousandth.
 *
 * <p>Memory: {@code (}{@link Lanczos#BASIS}{@code + 17) n} numbers, or twice {@link Davidson#BASIS}
 * in place of the former.
 */
final class KrylovPolish implements StationaryPolish {
  private static final double EIGENVALUE_TOLERANCE = 1e-5;
  private static final double STEP_TOLERANCE = 1e-3;
  private static final int MAX_PRODUCTS = 2_000;
  private static final double STEP_CAP = 0.5;

  /** Of the tolerance of the gradient: a further step would take hundreds of products. */
  private static final double ENOUGH = 0.01;

  /** Of what is enough: a step leaves somewhat more of the gradient than its equations do. */
  private static final double ARRIVING = 0.1;

  private static final double COARSEST = 0.1;
  private static final double NEARLY_STATIONARY = 1e-6;

  /** How well an eigenvalue is known of which no more than the sign matters. */
  private static final double SIGN_TOLERANCE = 0.1;

  private final Evaluator evaluator;
  private final Slice slice;
  private final NewtonIteration iteration;
  private final Tolerances tolerances;
  private final HessianSolver solver;
  private final boolean signsOnly;
  private final int n;
  private final double[] gradient;
  private final double[] right;
  private final double[] solution;
  private List<Lanczos.Pair> known = List.of();
  private List<Lanczos.Pair> solvedDirectly = List.of();

  /**
   * A polish.
   *
   * @param potential the potential; used by this object's thread only
   * @param tolerances when a point counts as stationary and as degenerate
   */
  KrylovPolish(Potential potential, Tolerances tolerances) {
    n = potential.dimension();
    iteration = new NewtonIteration(n, tolerances, new Steps());
    evaluator = potential.evaluator();
    this.tolerances = tolerances;
    signsOnly = Work.isSaved(potential);
    slice = new Slice(potential);
    solver = new HessianSolver(potential, evaluator, slice);
    gradient = new double[n];
    right = new double[n];
    solution = new double[n];
  }

  @Override
  public PolishedPoint polish(double[] x) {
    solvedDirectly = List.of();
    double[] start = x.clone();
    slice.project(start);
    PolishedPoint found = characterise(iteration.run(start));
    if (found.converged() || signsOnly || !(found.rms() < NEARLY_STATIONARY)) {
      return found;
    }
    solvedDirectly = known;
    return characterise(iteration.run(found.coordinates()));
  }

  @Override
  public PolishedPoint characterise(double[] x) {
    solvedDirectly = List.of();
    double energy = evaluate(x);
    double rms = Vectors.rms(gradient);
    if (!Double.isFinite(energy) || !Double.isFinite(rms)) {
      return new PolishedPoint(x.clone(), energy, rms, new double[0], 0, false, true);
    }
    Lanczos.Result lowest =
        signsOnly
            ? solver.signs(KNOWN, SIGN_TOLERANCE, tolerances.zeroCutoff())
            : solver.lowest(KNOWN, EIGENVALUE_TOLERANCE);
    known = lowest.pairs();
    double[] values = known.stream().mapToDouble(Lanczos.Pair::value).toArray();
    int index = 0;
    boolean degenerate = !lowest.converged();
    for (Lanczos.Pair pair : known) {
      if (pair.value() < 0.0) {
        index++;
      }
      degenerate |= Math.abs(pair.value()) < Math.max(tolerances.zeroCutoff(), pair.bound());
    }
    boolean small = lowest.converged() && rms < tolerances.gradient();
    boolean converged = small && tolerances.areMet(rms, distance(index));
    return new PolishedPoint(x.clone(), energy, rms, values, index, converged, degenerate);
  }

  @Override
  public void lowestMode(double[] x, double[] mode) {
    solvedDirectly = List.of();
    evaluate(x);
    Lanczos.Result lowest =
        signsOnly
            ? solver.signs(1, SIGN_TOLERANCE, tolerances.zeroCutoff())
            : solver.lowest(1, EIGENVALUE_TOLERANCE);
    if (lowest.pairs().isEmpty()) {
      throw new ArithmeticException("the Hessian's lowest eigenvalue was not found");
    }
    System.arraycopy(lowest.pairs().get(0).vector(), 0, mode, 0, n);
  }

  /** An upper bound of the Newton step's length, or its length where there is no useful bound. */
  private double distance(int index) {
    double bound = index == known.size() ? Double.POSITIVE_INFINITY : bound();
    boolean useful = signsOnly ? bound < tolerances.step() : index < known.size();
    if (useful) {
      return bound;
    }
    return newtonStep(STEP_TOLERANCE, solution) ? Vectors.norm(solution) : Double.POSITIVE_INFINITY;
  }

  private double bound() {
    System.arraycopy(gradient, 0, right, 0, n);
    double square = 0.0;
    for (Lanczos.Pair pair : known) {
      double step = Vectors.remove(pair.vector(), right) / pair.value();
      square += step * step;
    }
    double rest = Vectors.norm(right) / known.get(known.size() - 1).value();
    return Math.sqrt(square + rest * rest);
  }

  private double evaluate(double[] x) {
    solver.moveTo(x);
    double energy = evaluator.gradient(x, gradient);
    slice.projectAt(x, gradient);
    return energy;
  }

  private boolean newtonStep(double tolerance, double[] out) {
    for (int i = 0; i < n; i++) {
      right[i] = -gradient[i];
    }
    double residual = solver.solve(solvedDirectly, right, tolerance, MAX_PRODUCTS, out);
    return Double.isFinite(residual) && Double.isFinite(Vectors.norm(out));
  }

  private final class Steps implements NewtonIteration.Method {
    @Override
    public double evaluate(double[] x) {
      double energy = KrylovPolish.this.evaluate(x);
      return Double.isFinite(energy) ? Vectors.rms(gradient) : Double.NaN;
    }

    @Override
    public boolean step(double[] out) {
      if (!newtonStep(needed(), out)) {
        return false;
      }
      Vectors.cap(out, STEP_CAP);
      return true;
    }

    /** No better than it takes to arrive, where products take long. */
    private double needed() {
      double arriving = ARRIVING * ENOUGH * tolerances.gradient() / Vectors.rms(gradient);
      return signsOnly ? Math.min(Math.max(STEP_TOLERANCE, arriving), COARSEST) : STEP_TOLERANCE;
    }

    @Override
    public boolean isEnough(double rms) {
      return rms <= ENOUGH * tolerances.gradient();
    }
  }
}
