package dev.tarn.hop;

import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.BatchError;
import dev.tarn.potential.space.PreconditionedEvaluator;

/**
 * The first part of a way down, on a cheaper potential: L-BFGS to where its gradient is no larger
 * than its error, and again with the error there, as long as that halves. Not thread-safe.
 */
final class RoughDescent {
  /** A further descent to less than half the error is not worth its first steps. */
  private static final double WORTH = 2.0;

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
    double aim = error.at(x);
    while (error.rms() > WORTH * aim && aim > settings.tolerance()) {
      Lbfgs.Result end = new Lbfgs(n, objective, settings.withTolerance(aim)).minimise(x);
      aim = error.at(x);
      if (!end.converged()) {
        return;
      }
    }
  }
}
