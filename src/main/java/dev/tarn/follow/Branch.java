package dev.tarn.follow;

import com.google.common.collect.ImmutableList;

/**
 * A branch of stationary points, from one value of the parameter on.
 *
 * @param end how it ended
 * @param samples its points from the start to the end, both included
 * @param criticalPoints its folds and branch points in the order of the way
 * @param steps the number of steps accepted
 */
public record Branch(
    End end,
    ImmutableList<BranchSample> samples,
    ImmutableList<CriticalPoint> criticalPoints,
    int steps) {

  /** How a branch ended. */
  public enum End {
    /** At the parameter asked for. */
    ARRIVED,
    /** Back at the parameter that it started from, as another stationary point or a mirror copy. */
    RETURNED,
    /** A variable passed its bound. */
    OUT_OF_BOUNDS,
    /** The limit of steps. */
    OUT_OF_STEPS,
    /** No step was short enough for the corrector to converge. */
    STUCK
  }

  /**
   * The last point.
   *
   * @return the sample at the end: polished there if the branch arrived or returned
   */
  public BranchSample last() {
    return samples.get(samples.size() - 1);
  }
}
