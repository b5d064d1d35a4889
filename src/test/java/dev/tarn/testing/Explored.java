package dev.tarn.testing;

import dev.tarn.explore.Effort;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.XorNetwork;

/** Landscapes for tests, made in memory. */
public final class Explored {
  private Explored() {}

  /** Minima and transition states. */
  public static Landscape of(XorNetwork network) {
    return run(network, ExplorerSettings.defaults());
  }

  /** Stationary points of every index. */
  public static Landscape everyIndex(XorNetwork network) {
    return run(network, ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE));
  }

  private static Landscape run(XorNetwork network, ExplorerSettings settings) {
    Landscape landscape = new Landscape(network.dimension(), network.symmetry());
    new Explorer(network, settings.withEffort(Effort.LOW).withThreads(2)).explore(landscape);
    return landscape;
  }
}
