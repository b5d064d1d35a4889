package dev.tarn.explore;

import dev.tarn.path.PathSettings;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Work;
import dev.tarn.stationary.StationaryPolish;

/**
 * How much a job does, and how far ahead jobs are planned. A search in thousands of variables, or
 * over thousands of examples, takes seconds: such a landscape is to hold minima, and what joins
 * them, soon.
 *
 * @param window how many jobs may be under way or wait for their turn; what a job is planned from
 *     is the landscape without these, whatever the number of threads
 * @param opening how many jobs look for minima before pairs of them are joined
 * @param hops the steps of a job of basin-hopping
 * @param searches the saddle searches of a job
 * @param guesses how many maxima of a band are taken to transition states, the highest ones first
 * @param fromMinima whether searches for transition states begin beside a minimum rather than at
 *     random, and go up its softest mode
 * @param copiesFirst whether a minimum is joined to its own symmetry copies before it is joined to
 *     others
 * @param neighbours to how many minima of nearly its energy the distance of a new one is measured
 * @param coarsePaths whether paths are followed no more exactly than it takes to tell which minima
 *     they lead to
 * @param quenchAfter after how many steps of such a path a quench takes its place
 */
record Pace(
    int window,
    int opening,
    int hops,
    int searches,
    int guesses,
    boolean fromMinima,
    boolean copiesFirst,
    int neighbours,
    boolean coarsePaths,
    int quenchAfter) {
  private static final int NEVER = Integer.MAX_VALUE;

  private static final Pace SMALL =
      new Pace(32, 12, 10, 16, Integer.MAX_VALUE, false, true, 200, false, NEVER);

  // A path takes a hundred Hessians or two, and so about a second.
  private static final double MUCH_FOR_A_STEP = 1.5e7;

  private static final double COARSE = 0.3;

  // A quench takes half a minute on one core.
  private static final double VERY_MUCH = 1e8;

  private static final Pace LARGE = new Pace(6, 6, 1, 1, 1, false, false, 200, false, NEVER);

  /** The same where a gradient takes a millisecond, or a Hessian ten. */
  private static final Pace EXPENSIVE = new Pace(6, 6, 1, 1, 1, false, false, 200, true, NEVER);

  /**
   * The same where no Hessian is formed either: a step of a path takes 40 of its products, and a
   * band 900 gradients, more than a search from beside a minimum as a whole.
   */
  private static final Pace LARGE_AND_EXPENSIVE =
      new Pace(6, 6, 1, 1, 1, true, false, 200, true, 4);

  /**
   * The same where a quench takes half a minute, or a search from beside a minimum: these begin as
   * soon as there is one.
   */
  private static final Pace VERY_LARGE = new Pace(3, 3, 1, 1, 1, true, false, 200, true, 4);

  /** The nearest copy up to a rotation takes a millisecond, and all threads wait for the merge. */
  private static final Pace TURNING =
      new Pace(32, 12, 10, 16, Integer.MAX_VALUE, false, true, 30, false, NEVER);

  /** How paths are followed, unless the settings say otherwise. */
  PathSettings paths(PathSettings settings) {
    return coarsePaths && settings.equals(PathSettings.defaults())
        ? settings.withAccuracy(COARSE).withMaxForks(0).withQuenchAfter(quenchAfter)
        : settings;
  }

  /** The pace that suits a potential's dimension and what its evaluations cost. */
  static Pace of(Potential potential) {
    boolean large = !StationaryPolish.usesHessian(potential);
    boolean expensive =
        Work.isMuch(potential)
            || Work.of(potential)
                .filter(work -> !large && work.hessian() >= MUCH_FOR_A_STEP)
                .isPresent();
    if (expensive && large) {
      boolean very = Work.of(potential).filter(work -> work.gradient() >= VERY_MUCH).isPresent();
      return very ? VERY_LARGE : LARGE_AND_EXPENSIVE;
    }
    if (expensive) {
      return EXPENSIVE;
    }
    if (large) {
      return LARGE;
    }
    return potential.capability(Potential.ZeroModes.class).isPresent() ? TURNING : SMALL;
  }
}
