package dev.tarn.hop;

import dev.tarn.stationary.PolishedPoint;

/**
 * One step of a walker: a displacement, its quench and the decision.
 *
 * <p>The points are the walker's own, not copies: their arrays must not be modified.
 *
 * @param number the number of the step among the walker's own, from 1; step 1 quenches the starting
 *     point without a displacement
 * @param walker the number of the walker, from 0; 0 where there is only one
 * @param outcome what became of the step
 * @param trial where the quench ended; a minimum unless the outcome is {@link Outcome#FAILED}
 * @param label the number of the trial's class among the distinct minima of the run, from 0 in the
 *     order in which they were found; -1 for a failed step
 * @param fresh whether the trial's class was seen for the first time in this run
 * @param current where the walker stands after the decision; before its first minimum this is no
 *     stationary point
 * @param stepSize the largest displacement of a variable in this step
 */
public record HopStep(
    long number,
    int walker,
    Outcome outcome,
    PolishedPoint trial,
    int label,
    boolean fresh,
    PolishedPoint current,
    double stepSize) {

  /** What became of a step. */
  public enum Outcome {
    /** The walker moved to the trial, which may be the minimum that it came from. */
    ACCEPTED,
    /** The walker stayed where it was; the trial is a minimum all the same, and is kept. */
    REJECTED,
    /**
     * The quench reached no minimum, or an energy or gradient was not finite: the walker stayed.
     */
    FAILED
  }

  /**
   * Whether the quench reached a minimum.
   *
   * @return true unless the step failed
   */
  public boolean foundMinimum() {
    return outcome != Outcome.FAILED;
  }
}
