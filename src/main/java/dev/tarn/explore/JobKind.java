package dev.tarn.explore;

import java.util.Locale;

/** What a job of an exploration does. */
public enum JobKind {
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
   * Searches for whatever index lies near, from the points that the caller gave, such as those of a
   * smaller network.
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
   * No search: verifies points that another job has found, or that came from elsewhere, and follows
   * the paths of transition states.
   */
  VERIFY;

  /**
   * The name in databases.
   *
   * @return for example {@code "basin-hopping"}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
