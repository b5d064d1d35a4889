package dev.tarn.saddle;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Preconditioner;
import dev.tarn.potential.space.StartingPoint;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import java.util.Optional;

/**
 * Hybrid eigenvector-following (Munro and Wales, Phys. Rev. B 59, 3969, 1999; Kumeda, Munro and
 * Wales, Chem. Phys. Lett. 341, 185, 2001): the lowest mode from {@link LowestMode}, a step uphill
 * along it, and a few L-BFGS steps in the space orthogonal to it, in turn.
 *
 * <p>It needs gradients and Hessian-vector products only, so it suits potentials too large for a
 * diagonalised Hessian. The end point is polished, and its index verified, by the {@link
 * StationaryPolish} for the potential's dimension, which takes over at a root-mean-square gradient
 * of 1e-7 already, since its steps gain three digits each or more. Not thread-safe.
 */
final class HybridEigenvectorFollowing implements SaddleFinder {
  private static final int TANGENT_STEPS_UPHILL = 5;
  private static final int TANGENT_STEPS = 20;
  // Of the first step; later ones begin with the mode of the step before.
  private static final int FIRST_ITERATIONS = 60;
  private static final int ITERATIONS = 10;
  private static final double MODE_TOLERANCE = 1e-7;
  private static final double DIVERGED = 1e4;
  private static final double HANDOVER = 1e-7;

  // Of Davidson's method, which a preconditioner allows: fewer leave a mode that the search loses.
  private static final int FIRST_PRODUCTS = 150;
  private static final int PRODUCTS = 30;

  private final Potential potential;
  private final Evaluator evaluator;
  private final SaddleSettings settings;
  private final StationaryPolish polish;
  private final double tolerance;
  private final int n;
  private final Optional<Preconditioner> preconditioner;
  private final LowestMode mode;
  private final Lbfgs tangent;
  private final double[] point;
  private final double[] gradient;
  private final Climb climb;
  private long gradients;

  /**
   * A search for transition states.
   *
   * @param potential the potential
   * @param settings how to search; the method is ignored
   * @param tolerances when the end of a search counts as stationary
   */
  HybridEigenvectorFollowing(Potential potential, SaddleSettings settings, Tolerances tolerances) {
    this.potential = potential;
    evaluator = potential.evaluator();
    this.settings = settings;
    n = potential.dimension();
    polish = StationaryPolish.of(potential, tolerances);
    double least = Math.max(settings.tolerance(), tolerances.gradient());
    tolerance = Math.max(least, HANDOVER);
    preconditioner = Preconditioner.of(potential);
    mode = new LowestMode(potential, MODE_TOLERANCE, preconditioner);
    climb = new Climb(settings.maxStep(), preconditioner.isPresent());
    point = new double[n];
    gradient = new double[n];
    tangent =
        new Lbfgs(
            n,
            preconditioner.isPresent() ? new Tangent(preconditioner.get()) : this::projected,
            LbfgsSettings.defaults()
                .withTolerance(0.1 * tolerance)
                .withMaxStep(settings.maxStep()));
  }

  @Override
  public SaddleFinder.Result search(double[] start) {
    StartingPoint.check(start, n);
    System.arraycopy(start, 0, point, 0, n);
    // The same start gives the same search, whatever this object did before.
    mode.restart(RandomStreams.of(n, 0));
    gradients = 0;
    mode.countAnew();
    climb.begin();
    int steps = 0;
    double rms = Double.NaN;
    boolean arrived = false;
    while (steps < settings.maxSteps()) {
      evaluator.gradient(point, gradient);
      gradients++;
      rms = Vectors.rms(gradient);
      if (!(rms < DIVERGED)) {
        break;
      }
      preconditioner.ifPresent(own -> own.moveTo(point));
      double curvature = mode.solve(point, effort(steps));
      arrived = rms < tolerance && curvature < 0.0;
      if (arrived) {
        break;
      }
      climb(curvature);
      tangent.minimise(point, curvature < 0.0 ? TANGENT_STEPS : TANGENT_STEPS_UPHILL);
      steps++;
    }
    if (!arrived && !StationaryPolish.usesHessian(potential)) {
      return SaddleFinder.Result.lost(point, rms, steps, used());
    }
    PolishedPoint end = polish.polish(point);
    return new SaddleFinder.Result(end, steps, end.isStationary(1), used());
  }

  private SaddleFinder.Evaluations used() {
    return new SaddleFinder.Evaluations(gradients, mode.products(), 0);
  }

  private int effort(int steps) {
    if (preconditioner.isPresent()) {
      return steps == 0 ? FIRST_PRODUCTS : PRODUCTS;
    }
    return steps == 0 ? FIRST_ITERATIONS : ITERATIONS;
  }

  private void climb(double curvature) {
    double[] v = mode.vector();
    double f = 0.0;
    for (int i = 0; i < n; i++) {
      f += v[i] * gradient[i];
    }
    double move = climb.step(f, curvature);
    for (int i = 0; i < n; i++) {
      point[i] += move * v[i];
    }
  }

  /** The energy, with the gradient's component along the mode taken out. */
  private double projected(double[] x, double[] g) {
    gradients++;
    double energy = evaluator.gradient(x, g);
    climb.arrived(Vectors.remove(mode.vector(), g));
    return energy;
  }

  /**
   * The same with the preconditioner on the space orthogonal to the mode: a step along the mode, as
   * the whole quotient would have it, leads off the ridge.
   */
  private final class Tangent implements Evaluator, Preconditioner {
    private final Preconditioner whole;
    private final double[] across = new double[n];

    Tangent(Preconditioner whole) {
      this.whole = whole;
    }

    @Override
    public double gradient(double[] x, double[] g) {
      return projected(x, g);
    }

    @Override
    public void moveTo(double[] x) {
      whole.moveTo(x);
    }

    @Override
    public void divide(double[] v, double[] quotient) {
      System.arraycopy(v, 0, across, 0, n);
      Vectors.remove(mode.vector(), across);
      whole.divide(across, quotient);
      Vectors.remove(mode.vector(), quotient);
    }
  }
}
