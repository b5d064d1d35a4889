package dev.tarn.explore;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Pathway.Side;
import dev.tarn.stationary.StationaryPoint;
import java.util.HashMap;
import java.util.Map;

/** How rarely the classes of a landscape are found. */
final class Rarity {

  private Rarity() {}

  /**
   * How many searches would have shown the class that the fewest of them show, 0 for a landscape
   * without points.
   *
   * <p>A search shows the class that it ends in, and one that ends in a transition state shows its
   * minima too, though its paths are followed only once.
   */
  static long of(Landscape landscape) {
    Map<Integer, Long> shown = new HashMap<>();
    for (StationaryPoint point : landscape.points()) {
      shown.put(point.id(), landscape.hits(point.id()));
    }
    for (Connection connection : landscape.connections()) {
      long hits = landscape.hits(connection.transitionState());
      for (Side side : Side.values()) {
        for (int minimum : connection.minima(side)) {
          shown.merge(minimum, hits, Long::sum);
        }
      }
    }
    return shown.values().stream().mapToLong(Long::longValue).min().orElse(0L);
  }
}
