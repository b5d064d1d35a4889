package dev.tarn.hop;

import dev.tarn.stationary.PolishedPoint;
import java.util.List;
import java.util.Optional;

/**
 * What a run found.
 *
 * @param minima one point of each distinct class of minima, as it was first found, by ascending
 *     energy; immutable, empty if no step reached a minimum
 * @param steps the number of steps taken by all walkers together, the quench of each starting point
 *     included
 * @param failures how many of them reached no minimum
 * @param acceptanceRatio the fraction of the steps that were accepted, the quenches of the starting
 *     points left out; 0 if there were no other steps
 * @param stopReason why the run stopped, in words
 * @param settings how the walkers hopped
 */
public record HopResult(
    List<PolishedPoint> minima,
    long steps,
    long failures,
    double acceptanceRatio,
    String stopReason,
    HopSettings settings) {

  /**
   * Copies the list.
   *
   * @param minima as above
   * @param steps as above
   * @param failures as above
   * @param acceptanceRatio as above
   * @param stopReason as above
   * @param settings as above
   */
  public HopResult {
    minima = List.copyOf(minima);
  }

  /**
   * The minimum of lowest energy.
   *
   * @return the first of the minima, empty if there are none
   */
  public Optional<PolishedPoint> best() {
    return minima.stream().findFirst();
  }
}
