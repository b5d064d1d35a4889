package dev.tarn.analysis;

import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.minimise.Minimisation;
import dev.tarn.minimise.NewtonPolish;
import dev.tarn.minimise.PolishedPoint;
import dev.tarn.potential.Potential;
import java.util.Optional;

/**
 * The stationary point that a point leads to: L-BFGS to a root-mean-square gradient of 1e-8, then
 * Newton's method on the same potential. Confined to one thread.
 */
final class Settling {
  /** Above, a Hessian and its eigenvalues take seconds. */
  private static final int MAX_NEWTON_DIMENSION = 1000;

  private static final LbfgsSettings QUENCH =
      LbfgsSettings.defaults().withTolerance(1e-8).withMaxIterations(20_000);

  /** On kinks L-BFGS neither converges nor stalls soon. */
  private static final int KINKED_ITERATIONS = 500;

  /** Newton's method may lead from an end that is not converged to another stationary point. */
  private static final double ENERGY_CHANGE = 1e-6;

  private static final double[] NO_EIGENVALUES = {};

  private final Lbfgs lbfgs;
  private final Optional<NewtonPolish> polish;

  Settling(Potential potential, boolean kinked) {
    lbfgs = new Lbfgs(potential, kinked ? QUENCH.withMaxIterations(KINKED_ITERATIONS) : QUENCH);
    boolean usesNewton =
        !kinked && potential.hasAnalyticHessian() && potential.dimension() <= MAX_NEWTON_DIMENSION;
    polish = usesNewton ? Optional.of(new NewtonPolish(potential)) : Optional.empty();
  }

  /**
   * Settles a point.
   *
   * @param x the point; not modified
   * @return the stationary point, of any index; or the lowest point reached, not converged and
   *     without eigenvalues, where there is none nearby or Newton's method does not apply
   */
  PolishedPoint settle(double[] x) {
    double[] point = x.clone();
    Minimisation end = lbfgs.minimise(point);
    if (polish.isPresent()) {
      PolishedPoint polished = polish.get().polish(point);
      if (polished.converged() && Math.abs(polished.energy() - end.energy()) <= ENERGY_CHANGE) {
        return polished;
      }
    }
    return new PolishedPoint(point, end.energy(), end.rms(), NO_EIGENVALUES, 0, false, true);
  }
}
