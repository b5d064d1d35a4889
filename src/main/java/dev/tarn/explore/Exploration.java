package dev.tarn.explore;

/**
 * How an exploration ended.
 *
 * @param status why it ended
 * @param progress how it stood at the end
 * @param degenerate the number of searches that ended in a degenerate point
 * @param failedPaths the number of transition states dropped for a path without end
 */
public record Exploration(Status status, Progress progress, long degenerate, long failedPaths) {

  /** Why an exploration ended. */
  public enum Status {
    /** Nothing new for as long as the effort asks for; for a whole catalogue, with Morse sum 1. */
    DONE,
    /**
     * An enumeration's effort is spent, and points are missing: the Morse sum is not 1, or a
     * transition state was dropped for a path without end.
     */
    INCOMPLETE,
    /** The time was up. */
    OUT_OF_TIME,
    /** {@link Explorer#stop()} was called. */
    STOPPED
  }
}
