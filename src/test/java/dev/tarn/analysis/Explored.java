package dev.tarn.analysis;

import dev.tarn.landscape.Effort;
import dev.tarn.landscape.Explorer;
import dev.tarn.landscape.ExplorerSettings;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.XorNetwork;

/** Landscapes for tests, made in memory. */
final class Explored {
  private Explored() {}

  /** Minima and transition states. */
  static Landscape of(XorNetwork network) {
    return run(network, ExplorerSettings.defaults());
  }

  /** Stationary points of every index. */
  static Landscape everyIndex(XorNetwork network) {
    return run(network, ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE));
  }

  private static Landscape run(XorNetwork network, ExplorerSettings settings) {
    Landscape landscape = new Landscape(network.dimension(), network.symmetry());
    new Explorer(network, landscape, settings.withEffort(Effort.LOW).withThreads(2)).run();
    return landscape;
  }
}
