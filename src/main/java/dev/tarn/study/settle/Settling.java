package dev.tarn.study.settle;

import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.Optional;

/**
 * The stationary point that a point leads to: L-BFGS to a root-mean-square gradient of 1e-8, then
 * Newton's method on the same potential; along the kinks for a ReLU network whose energy grows in
 * every direction, so that its minima are isolated. Confined to one thread.
 */
public final class Settling {
  /** Above, a Hessian and its eigenvalues take seconds. */
  private static final int MAX_NEWTON_DIMENSION = 1000;

  private static final LbfgsSettings QUENCH =
      LbfgsSettings.defaults().withTolerance(1e-8).withMaxIterations(20_000);

  /** On kinks L-BFGS neither converges nor stalls soon. */
  private static final int KINKED_ITERATIONS = 500;

  /**
   * Newton's method may lead from an end that is not converged to another stationary point. In
   * units of the potential's energy.
   */
  private static final double ENERGY_CHANGE = 1e-6;

  private static final double[] NO_EIGENVALUES = {};

  private final Lbfgs lbfgs;
  private final boolean kinked;
  private final Optional<StationaryPolish> polish;
  private final double energyChange;

  /**
   * Prepares to settle points.
   *
   * @param potential the potential; used by this object's thread only
   */
  public Settling(Potential potential) {
    kinked = potential.hasKinks();
    energyChange = ENERGY_CHANGE * potential.scales().orElse(Potential.Scales.ONE).energy();
    lbfgs = new Lbfgs(potential, kinked ? QUENCH.withMaxIterations(KINKED_ITERATIONS) : QUENCH);
    boolean usesNewton =
        !kinked
            && (potential.evaluator().hasAnalyticHessian()
                ? potential.dimension() <= MAX_NEWTON_DIMENSION
                : StationaryPolish.usesHessian(potential));
    if (usesNewton) {
      polish = Optional.of(StationaryPolish.newton(potential));
    } else {
      polish =
          kinked && StationaryPolish.usesHessian(potential) && isIsolated(potential)
              ? Optional.of(StationaryPolish.of(potential))
              : Optional.empty();
    }
  }

  /** Whether the energy grows in every direction, so that no valley goes on without end. */
  private static boolean isIsolated(Potential potential) {
    return potential.eulerCharacteristic().isPresent() && potential.nullDirections().isEmpty();
  }

  /**
   * Settles a point.
   *
   * @param x the point; not modified
   * @return the stationary point, of any index; or the lowest point reached, not converged and
   *     without eigenvalues, where there is none nearby or Newton's method does not apply
   */
  public PolishedPoint settle(double[] x) {
    double[] point = x.clone();
    Lbfgs.Result end = lbfgs.minimise(point);
    if (polish.isPresent()) {
      PolishedPoint polished = polish.get().polish(point);
      double change = polished.energy() - end.energy();
      // Along kinks the polish descends, where L-BFGS may be far from done.
      if (polished.converged() && change <= energyChange && (kinked || change >= -energyChange)) {
        return polished;
      }
    }
    return new PolishedPoint(point, end.energy(), end.rms(), NO_EIGENVALUES, 0, false, true);
  }
}
