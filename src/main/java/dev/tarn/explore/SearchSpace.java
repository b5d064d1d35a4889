package dev.tarn.explore;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.stationary.PolishedPoint;
import java.util.Optional;

/**
 * The space that saddle searches run in: the potential's reduced space if it has one, else the full
 * one. What is found there counts only after a polish and a characterisation in the full space.
 * Confined to one thread.
 */
final class SearchSpace {
  private final Optional<Reduction> reduction;
  private final Potential potential;
  private final Evaluator evaluator;

  SearchSpace(Potential full) {
    reduction = full.reduction();
    potential = reduction.map(Reduction::potential).orElse(full);
    evaluator = potential.evaluator();
  }

  Potential potential() {
    return potential;
  }

  double energy(double[] x) {
    return evaluator.energy(x);
  }

  /** A point of the full space, in the coordinates of the searches. */
  double[] enter(double[] full) {
    return reduction.map(r -> r.reduce(full)).orElse(full);
  }

  /** A point of the search, in the full space, with its curvature still that of the search. */
  PolishedPoint leave(PolishedPoint found) {
    return reduction
        .map(
            r ->
                new PolishedPoint(
                    r.lift(found.coordinates()),
                    found.energy(),
                    found.rms(),
                    found.eigenvalues(),
                    found.index(),
                    found.converged(),
                    found.degenerate()))
        .orElse(found);
  }
}
