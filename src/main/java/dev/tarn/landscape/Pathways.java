package dev.tarn.landscape;

import dev.tarn.path.Descent;
import dev.tarn.path.PathSettings;
import dev.tarn.path.Pathway;
import dev.tarn.path.SteepestDescent;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.Optional;

/**
 * The steepest-descent paths of a landscape's transition states, followed again: a landscape keeps
 * where they end, not their points.
 *
 * <p>Cost of a pathway: some hundred Hessians with their eigenvectors. Not thread-safe.
 */
public final class Pathways {
  private final Landscape landscape;
  private final StationaryPolish polish;
  private final SteepestDescent descent;

  /**
   * Prepares to follow paths.
   *
   * @param potential the potential of the landscape; used by this object's thread only
   * @param landscape the landscape; not modified
   */
  public Pathways(Potential potential, Landscape landscape) {
    this.landscape = landscape;
    polish = StationaryPolish.of(potential);
    descent = new SteepestDescent(potential, PathSettings.defaults());
  }

  /**
   * The pathway through a transition state, with its points. Its sides are those of the landscape's
   * connection where there is one; without, they are those that the eigenvector has, whose sign is
   * arbitrary.
   *
   * @param transitionState a transition state of the landscape
   * @return the pathway; empty if a side does not reach a minimum
   * @throws IllegalArgumentException if the point is not a transition state
   */
  public Optional<Pathway> through(StationaryPoint transitionState) {
    Pathway pathway =
        descent.pathway(polish.characterise(transitionState.coordinates().toArray()), true);
    if (!pathway.complete()) {
      return Optional.empty();
    }
    boolean turned =
        landscape
            .connection(transitionState.id())
            .map(known -> isTurned(pathway, known))
            .orElse(false);
    return Optional.of(turned ? reversed(pathway) : pathway);
  }

  /**
   * The pathway of a step, with its points, in the direction of the step.
   *
   * @param step a step over a transition state of the landscape
   * @return the pathway, from the minimum where the step begins; empty if the path, followed again,
   *     does not join the minima of the step
   * @throws IllegalArgumentException if the step does not lead over a transition state of the
   *     landscape
   */
  public Optional<Pathway> along(PathStep step) {
    return through(landscape.get(step.transitionState()))
        .flatMap(
            pathway -> {
              if (leads(pathway, step.from(), step.to())) {
                return Optional.of(pathway);
              }
              return leads(pathway, step.to(), step.from())
                  ? Optional.of(reversed(pathway))
                  : Optional.empty();
            });
  }

  /**
   * The minimum that a path has reached.
   *
   * @param side a path that reached a minimum
   * @return the id of the minimum's class; empty if it is not in the landscape
   */
  public Optional<Integer> end(Descent side) {
    return landscape.find(side.end()).map(StationaryPoint::id);
  }

  private boolean isTurned(Pathway pathway, Connection known) {
    if (!leads(pathway, known.plus(), known.minus())) {
      return false;
    }
    // Between copies of one minimum the lengths tell the sides apart, if anything does.
    return known.minus() != known.plus()
        || Math.abs(pathway.plus().length() - known.minusLength())
            < Math.abs(pathway.minus().length() - known.minusLength());
  }

  private boolean leads(Pathway pathway, int from, int to) {
    return end(pathway.minus()).equals(Optional.of(from))
        && end(pathway.plus()).equals(Optional.of(to));
  }

  private static Pathway reversed(Pathway pathway) {
    return new Pathway(pathway.transitionState(), pathway.plus(), pathway.minus());
  }
}
