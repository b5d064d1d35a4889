package dev.tarn.landscape;

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
  PAIR;

  /**
   * The name in databases.
   *
   * @return for example {@code "basin-hopping"}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
