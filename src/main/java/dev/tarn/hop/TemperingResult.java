package dev.tarn.hop;

import java.util.List;

/**
 * What a run of several walkers found.
 *
 * @param hops what all walkers found together
 * @param temperatures the temperature of each walker, ascending; immutable
 * @param acceptanceRatios the fraction of each walker's steps that were accepted, 0 for a walker
 *     without steps; immutable
 * @param exchangeRatios for each pair of neighbouring temperatures the fraction of the attempts to
 *     exchange minima that were accepted, 0 for a pair without attempts; one shorter than the
 *     temperatures, immutable
 * @param seed the seed of all random streams
 * @param settings how the walkers hopped
 */
public record TemperingResult(
    HopResult hops,
    List<Double> temperatures,
    List<Double> acceptanceRatios,
    List<Double> exchangeRatios,
    long seed,
    TemperingSettings settings) {

  /**
   * Copies the lists.
   *
   * @param hops as above
   * @param temperatures as above
   * @param acceptanceRatios as above
   * @param exchangeRatios as above
   * @param seed as above
   * @param settings as above
   */
  public TemperingResult {
    temperatures = List.copyOf(temperatures);
    acceptanceRatios = List.copyOf(acceptanceRatios);
    exchangeRatios = List.copyOf(exchangeRatios);
  }
}
