package dev.tarn.landscape;

import dev.tarn.path.Descent;
import dev.tarn.path.PathSettings;
import dev.tarn.path.Pathway;
import dev.tarn.path.Pathway.Side;
import dev.tarn.path.SteepestDescent;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
    Potential measured = potential.measured();
    polish = StationaryPolish.of(measured);
    descent = new SteepestDescent(measured, PathSettings.defaults());
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
    return Optional.of(turned ? pathway.reversed() : pathway);
  }

  /**
   * The pathway through a transition state that ends in one of the further minima on one side, with
   * its points.
   *
   * @param transitionState a transition state of the landscape
   * @param minimum the id of a minimum that a path from it leads to
   * @return the pathway, its other side as in {@link #through(StationaryPoint)}; empty if no path
   *     leads there
   * @throws IllegalArgumentException if the point is not a transition state
   */
  public Optional<Pathway> through(StationaryPoint transitionState, int minimum) {
    return through(transitionState)
        .flatMap(
            whole ->
                Arrays.stream(Side.values())
                    .flatMap(
                        side ->
                            leadingTo(minimum, whole.descents(side)).stream()
                                .map(descent -> whole.withDescent(side, descent)))
                    .findFirst());
  }

  /**
   * The pathway of a step, with its points, in the direction of the step.
   *
   * <p>Where the paths from the transition state lead to both minima on one side, the pathway does
   * not go as high: it leads over the saddle where the paths to the two part, which then stands in
   * the place of the transition state.
   *
   * @param step a step over a transition state of the landscape
   * @return the pathway, from the minimum where the step begins; empty if the path, followed again,
   *     does not join the minima of the step
   * @throws IllegalArgumentException if the step does not lead over a transition state of the
   *     landscape
   */
  public Optional<Pathway> along(MinimaxPath.Step step) {
    return through(landscape.get(step.transitionState()))
        .flatMap(pathway -> lowest(pathway, step.from(), step.to()));
  }

  /** The lowest way between two minima that two descents make. */
  private Optional<Pathway> lowest(Pathway whole, int from, int to) {
    List<Pathway> ways = new ArrayList<>();
    for (Side side : Side.values()) {
      // A step from a minimum to a copy of itself leads from side to side.
      List<Descent> beside = from == to ? List.of() : leadingTo(to, whole.descents(side));
      for (Descent start : leadingTo(from, whole.descents(side))) {
        for (Descent end : leadingTo(to, whole.descents(side.other()))) {
          ways.add(new Pathway(whole.transitionState(), start, end, List.of()));
        }
        for (Descent end : beside) {
          start
              .parting(end)
              .ifPresent(
                  saddle ->
                      ways.add(
                          new Pathway(saddle, start.below(saddle), end.below(saddle), List.of())));
        }
      }
    }
    return ways.stream().min(Comparator.comparingDouble(way -> way.transitionState().energy()));
  }

  private List<Descent> leadingTo(int minimum, List<Descent> descents) {
    return descents.stream().filter(side -> end(side).equals(Optional.of(minimum))).toList();
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
}
