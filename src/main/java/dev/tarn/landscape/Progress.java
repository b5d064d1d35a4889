package dev.tarn.landscape;

import java.time.Duration;

/**
 * How an exploration stands.
 *
 * @param jobs the number of jobs merged, those of earlier runs that were taken up included
 * @param searches the number of searches merged in this run
 * @param minima the number of classes of minima
 * @param transitionStates the number of classes of transition states
 * @param quiet the number of searches since the last new class
 * @param patience the number of quiet searches at which the exploration ends
 * @param openPairs the number of double-ended searches that are waiting
 * @param elapsed the time since the run began
 */
public record Progress(
    long jobs,
    long searches,
    int minima,
    int transitionStates,
    long quiet,
    long patience,
    long openPairs,
    Duration elapsed) {

  /**
   * Whether the exploration is done: the patience is used up and no double-ended search waits.
   *
   * @return true when done
   */
  public boolean done() {
    return quiet >= patience && openPairs == 0;
  }
}
