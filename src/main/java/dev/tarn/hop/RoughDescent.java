package dev.tarn.hop;

import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.BatchError;
import dev.tarn.potential.space.PreconditionedEvaluator;

/**
 * The first part of a way down, on a cheaper potential: L-BFGS as far as that says where to go
 * ({@link BatchError#approach}). Not thread-safe.
 */
final class RoughDescent {
  private final int n;
  private final BatchError error;
  private final Evaluator objective;
  private final LbfgsSettings settings;

  /**
   * A descent.
   *
   * @param whole the potential that the way down is of
   * @param cheaper what it begins on, in the same coordinates
   * @param settings how to minimise, to a tolerance that is not gone below
   */
  RoughDescent(Potential whole, Potential cheaper, LbfgsSettings settings) {
    n = whole.dimension();
    error = new BatchError(whole, cheaper);
    objective = PreconditionedEvaluator.of(cheaper);
    this.settings = settings;
  }

  /** Moves a point down. One where numbers are not finite stays where it is. */
  void descend(double[] x) {
    error.approach(x, settings.tolerance(), Double.POSITIVE_INFINITY, false, this::reaches);
  }

  private boolean reaches(double[] x, double aim) {
    return new Lbfgs(n, objective, settings.withTolerance(aim)).minimise(x).converged();
  }
}
