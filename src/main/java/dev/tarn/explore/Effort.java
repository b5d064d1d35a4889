package dev.tarn.explore;

import java.util.Locale;

/**
 * How long an exploration goes on when nothing new turns up.
 *
 * <p>The patience, in saddle searches and quenches since the last new class, is at most a base plus
 * a number for each class known: a large landscape has more places where something may hide. Where
 * the known classes have been found over and over, less will do: a class that is as rare as the
 * rarest one known, found {@code m} times in {@code s} searches, stays unseen in {@code q} further
 * ones with the probability {@code exp(-q m / s)}, so that {@code q = c s / m} leave {@code
 * exp(-c)} to chance. An eighth of the full patience is spent in any case, since what is unseen may
 * be rarer than all that was seen.
 */
public enum Effort {
  /** A first look. */
  LOW(1_000, 10, 3, 6),
  /** The default. */
  NORMAL(4_000, 40, 10, 10),
  /** For a final answer: every pair of minima is tried. */
  HIGH(20_000, 200, Integer.MAX_VALUE, 20);

  private static final int LEAST_SHARE = 8;

  private final int base;
  private final int perClass;
  private final int partners;
  private final int certainty;

  Effort(int base, int perClass, int partners, int certainty) {
    this.base = base;
    this.perClass = perClass;
    this.partners = partners;
    this.certainty = certainty;
  }

  /**
   * The number of searches without anything new after which any search ends.
   *
   * @param classes the number of classes known
   * @return the patience
   */
  public long patience(int classes) {
    return base + (long) perClass * classes;
  }

  /**
   * The number of searches without anything new after which an exploration ends.
   *
   * @param classes the number of classes known
   * @param searches the number of searches so far
   * @param rarest how many of them would have shown the class that the fewest of them show
   * @return the patience, from an eighth of {@link #patience(int)} to the whole
   */
  public long patience(int classes, long searches, long rarest) {
    long longest = patience(classes);
    return rarest < 1
        ? longest
        : Math.min(longest, Math.max(longest / LEAST_SHARE, certainty * searches / rarest));
  }

  /**
   * With how many of its nearest minima each minimum is paired for a double-ended search. Pairs in
   * different components are tried in any case.
   *
   * @return the number of partners
   */
  public int partners() {
    return partners;
  }

  /**
   * The name on the command line and in databases.
   *
   * @return {@code "low"}, {@code "normal"} or {@code "high"}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
