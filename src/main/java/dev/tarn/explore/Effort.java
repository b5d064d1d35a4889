package dev.tarn.explore;

import java.util.Locale;

/**
 * How long an exploration goes on when nothing new turns up.
 *
 * <p>The patience, in saddle searches and quenches since the last new class, is a base plus a
 * number for each class known: a large landscape has more places where something may hide.
 */
public enum Effort {
  /** A first look. */
  LOW(1_000, 10, 3),
  /** The default. */
  NORMAL(4_000, 40, 10),
  /** For a final answer: every pair of minima is tried. */
  HIGH(20_000, 200, Integer.MAX_VALUE);

  private final int base;
  private final int perClass;
  private final int partners;

  Effort(int base, int perClass, int partners) {
    this.base = base;
    this.perClass = perClass;
    this.partners = partners;
  }

  /**
   * The number of searches without anything new after which an exploration ends.
   *
   * @param classes the number of classes known
   * @return the patience
   */
  public long patience(int classes) {
    return base + (long) perClass * classes;
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
