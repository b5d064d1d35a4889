package dev.tarn.explore;

/**
 * How an exploration ended: its last event.
 *
 * @param status why it ended
 * @param reason the same in words, for example {@code "nothing new in 4560 searches"}, or the
 *     reason that a stop rule gives
 * @param progress how it stood at the end
 * @param degenerate the number of searches that ended in a degenerate point
 * @param failedPaths the number of transition states dropped for a path without end
 * @param failures the searches of this run that ended in no stationary point
 */
public record Exploration(
    Status status,
    String reason,
    ExplorerEvent.Progress progress,
    long degenerate,
    long failedPaths,
    Failures failures)
    implements ExplorerEvent {

  /** Why an exploration ended. */
  public enum Status {
    /**
     * Nothing new for as long as the effort asks for; for a whole catalogue, with the Morse sum
     * that the potential's Euler characteristic asks for.
     */
    DONE,
    /**
     * An enumeration's effort is spent, and something speaks against the catalogue: the Morse sum
     * is another, a transition state was dropped for a path without end, or there are degenerate
     * points, which the sum does not cover.
     */
    INCOMPLETE,
    /**
     * The effort is spent, and not one point is kept: every search failed, or ended in a point with
     * an eigenvalue of zero. The reason says how many, and what to look at.
     */
    NOTHING_FOUND,
    /** The time was up. */
    OUT_OF_TIME,
    /** A rule of {@link Explorer#until} said so. */
    LIMIT,
    /** It was asked to stop, or its thread was interrupted. */
    STOPPED
  }
}
