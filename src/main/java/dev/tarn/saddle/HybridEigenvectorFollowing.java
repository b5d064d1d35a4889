package dev.tarn.saddle;

import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.minimise.NewtonPolish;
import dev.tarn.minimise.PolishedPoint;
import dev.tarn.potential.Potential;
import dev.tarn.potential.RandomStreams;

/**
 * Hybrid eigenvector-following (Munro and Wales, Phys. Rev. B 59, 3969, 1999; Kumeda, Munro and
 * Wales, Chem. Phys. Lett. 341, 185, 2001): the lowest mode from {@link LowestMode}, a step uphill
 * along it, and a few L-BFGS steps in the space orthogonal to it, in turn.
 *
 * <p>It needs gradients only, so it suits potentials too large for a diagonalised Hessian. Up to
 * {@link SaddleSettings#FULL_DIMENSION} variables the end point is polished with the Hessian and
 * its index verified; beyond, the search itself runs to the tolerance, and the index counts one
 * negative eigenvalue as the lowest mode showed. Not thread-safe.
 */
public final class HybridEigenvectorFollowing implements SaddleFinder {
  private static final int TANGENT_STEPS_UPHILL = 5;
  private static final int TANGENT_STEPS = 20;
  private static final int MODE_ITERATIONS = 60;
  private static final double MODE_TOLERANCE = 1e-7;
  private static final double DIVERGED = 1e4;

  private final Potential potential;
  private final SaddleSettings settings;
  private final int n;
  private final LowestMode mode;
  private final Lbfgs tangent;
  private final double[] point;
  private final double[] gradient;

  /**
   * A search for transition states.
   *
   * @param potential the potential; used by this object's thread only
   * @param settings how to search; the method is ignored
   */
  public HybridEigenvectorFollowing(Potential potential, SaddleSettings settings) {
    this.potential = potential;
    this.settings = settings;
    n = potential.dimension();
    mode = new LowestMode(potential, MODE_TOLERANCE, MODE_ITERATIONS);
    point = new double[n];
    gradient = new double[n];
    tangent =
        new Lbfgs(
            n,
            this::projected,
            LbfgsSettings.defaults()
                .withTolerance(0.1 * settings.tolerance())
                .withMaxStep(settings.maxStep()));
  }

  @Override
  public SaddleSearch search(double[] start) {
    if (start.length != n) {
      throw new IllegalArgumentException(
          "the starting point has " + start.length + " components, the potential " + n);
    }
    System.arraycopy(start, 0, point, 0, n);
    // The same start gives the same search, whatever this object did before.
    mode.restart(RandomStreams.of(n, 0));
    int steps = 0;
    double rms = Double.POSITIVE_INFINITY;
    double curvature = 0.0;
    while (steps < settings.maxSteps()) {
      potential.gradient(point, gradient);
      rms = Lbfgs.rms(gradient);
      if (!(rms < DIVERGED)) {
        break;
      }
      curvature = mode.solve(point);
      if (rms < settings.tolerance() && curvature < 0.0) {
        break;
      }
      climb(curvature);
      tangent.minimise(point, curvature < 0.0 ? TANGENT_STEPS : TANGENT_STEPS_UPHILL);
      steps++;
    }
    if (n <= SaddleSettings.FULL_DIMENSION) {
      PolishedPoint end = new NewtonPolish(potential).polish(point);
      return new SaddleSearch(end, steps, end.isStationary(1));
    }
    boolean found = rms < settings.tolerance() && curvature < 0.0;
    double energy = potential.energy(point);
    PolishedPoint end =
        new PolishedPoint(
            point.clone(), energy, rms, new double[] {curvature}, found ? 1 : 0, found, false);
    return new SaddleSearch(end, steps, found);
  }

  /** Moves uphill along the mode: Newton's step where the curvature is negative, else the cap. */
  private void climb(double curvature) {
    double[] v = mode.vector();
    double f = 0.0;
    for (int i = 0; i < n; i++) {
      f += v[i] * gradient[i];
    }
    double cap = settings.maxStep();
    double move;
    if (curvature < 0.0) {
      move = 2.0 * f / (-curvature + Math.sqrt(curvature * curvature + 4.0 * f * f));
      move = Math.max(-cap, Math.min(cap, move));
    } else {
      move = Math.copySign(0.3 * cap, f);
    }
    for (int i = 0; i < n; i++) {
      point[i] += move * v[i];
    }
  }

  /** The energy, with the gradient's component along the mode taken out. */
  private double projected(double[] x, double[] g) {
    double energy = potential.gradient(x, g);
    double[] v = mode.vector();
    double along = 0.0;
    for (int i = 0; i < n; i++) {
      along += v[i] * g[i];
    }
    for (int i = 0; i < n; i++) {
      g[i] -= along * v[i];
    }
    return energy;
  }
}
