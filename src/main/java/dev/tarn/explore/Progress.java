package dev.tarn.explore;

import java.math.BigInteger;
import java.time.Duration;

/**
 * How an exploration stands.
 *
 * @param jobs the number of jobs merged, those of earlier runs that were taken up included
 * @param searches the number of searches merged in this run
 * @param minima the number of classes of minima
 * @param transitionStates the number of classes of transition states
 * @param classes the number of classes of every index
 * @param morseSum the Morse sum over all classes
 * @param quiet the number of searches since the last new class
 * @param patience the number of quiet searches at which the exploration ends
 * @param openJobs the number of double-ended searches, or of starting points, that are waiting
 * @param elapsed the time since the run began
 */
public record Progress(
    long jobs,
    long searches,
    int minima,
    int transitionStates,
    int classes,
    BigInteger morseSum,
    long quiet,
    long patience,
    long openJobs,
    Duration elapsed) {

  /**
   * Whether the patience is used up and no job waits.
   *
   * @return true when an exploration is done
   */
  public boolean exhausted() {
    return quiet >= patience && openJobs == 0;
  }
}
