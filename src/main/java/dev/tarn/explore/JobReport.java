package dev.tarn.explore;

import dev.tarn.landscape.Connection;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one job of an exploration brought, once it is merged into the landscape. Jobs are merged in
 * the order of their numbers, so the reports of a seed are always the same.
 *
 * @param job the number of the job, from 0
 * @param kind what it did
 * @param from the id of the minimum that it started from, 0 for none
 * @param to the id of the other minimum of a double-ended search, 0 for none
 * @param searches the number of saddle searches and quenches that it ran
 * @param converged how many of these ended in a proper stationary point of the index wanted
 * @param degenerate how many ended in a point with an eigenvalue inside the cutoff
 * @param failedPaths how many new transition states were dropped since a path from them did not
 *     reach a minimum within the limit of steps
 * @param failures how many searches ended in no stationary point
 * @param newPoints the classes that were not known before
 * @param newConnections the connections of the new transition states
 * @param newDegenerate the degenerate points that were not noted before, as polished
 * @param hits for each class known before or now how many searches ended in it
 * @param trial what its saddle searches have cost, where that decides how further ones are done
 * @param progress how the exploration stands after this job
 */
public record JobReport(
    long job,
    Kind kind,
    int from,
    int to,
    int searches,
    int converged,
    int degenerate,
    int failedPaths,
    ExplorerEvent.Failures failures,
    List<StationaryPoint> newPoints,
    List<Connection> newConnections,
    List<PolishedPoint> newDegenerate,
    Map<Integer, Long> hits,
    Optional<Trial> trial,
    ExplorerEvent.Progress progress)
    implements ExplorerEvent {

  /**
   * What searches for transition states in one way have cost. The costs are counted in evaluations
   * of the potential, by a model and not by the clock.
   *
   * @param method the way
   * @param searches the number of searches
   * @param found how many of them ended in a transition state
   * @param work the cost of all of them, in multiplications
   */
  public record Trial(SaddleSettings.Method method, int searches, int found, double work)
      implements Serializable {

    /** No searches. */
    static Trial none(SaddleSettings.Method method) {
      return new Trial(method, 0, 0, 0.0);
    }

    /**
     * Both together.
     *
     * @param other further searches in the same way
     * @return the sums
     */
    public Trial plus(Trial other) {
      return new Trial(method, searches + other.searches, found + other.found, work + other.work);
    }
  }

  /** What a job of an exploration does. */
  public enum Kind {
    /** Polishes the potential's known points. */
    KNOWN_POINTS,
    /** A basin-hopping run from a random point. */
    BASIN_HOPPING,
    /** Transition-state searches from random points. */
    RANDOM_STARTS,
    /** Transition-state searches from displaced copies of one minimum. */
    FROM_MINIMUM,
    /** An elastic band between two minima, and a search from each of its maxima. */
    PAIR,
    /**
     * Searches for whatever index lies near, from the points that the caller gave, such as those of
     * a smaller network.
     */
    SEEDS,
    /** No search: polishes the points that {@link Explorer#adopting} was given. */
    GIVEN,
    /** Searches for whatever index lies near, from random points. */
    ANY_INDEX,
    /** Searches for whatever index lies near, from displaced copies of a known point. */
    NEIGHBOURHOOD,
    /** Searches for whatever index lies near, from points made of two known ones. */
    COMBINED,
    /** Eigenvector-following to the indices around that of a known point, from beside it. */
    OF_INDEX,
    /**
     * No search: verifies points that another job has found, or that came from elsewhere, and
     * follows the paths of transition states.
     */
    VERIFY;

    /** Whether it searches from starting points that it draws or makes itself. */
    boolean searches() {
      return switch (this) {
        case KNOWN_POINTS, SEEDS, GIVEN, VERIFY -> false;
        case BASIN_HOPPING,
            RANDOM_STARTS,
            FROM_MINIMUM,
            PAIR,
            ANY_INDEX,
            NEIGHBOURHOOD,
            COMBINED,
            OF_INDEX ->
            true;
      };
    }

    /**
     * The name in databases.
     *
     * @return for example {@code "basin-hopping"}
     */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
