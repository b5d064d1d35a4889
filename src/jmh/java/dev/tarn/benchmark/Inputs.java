package dev.tarn.benchmark;

import dev.tarn.explore.Effort;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import java.util.random.RandomGenerator;

/** What several benchmarks start from. */
final class Inputs {
  /** The regularisation at which the other programs were timed. */
  static final double LAMBDA = 1e-4;

  private static final long SEED = 1L;

  private Inputs() {}

  /** Points drawn uniformly from {@code [-2, 2]^n}. */
  static double[][] uniformPoints(int dimension, int count) {
    RandomGenerator random = RandomStreams.of(SEED, 0);
    double[][] points = new double[count][dimension];
    for (double[] x : points) {
      for (int i = 0; i < dimension; i++) {
        x[i] = -2.0 + 4.0 * random.nextDouble();
      }
    }
    return points;
  }

  /** The landscape of a network, as a short exploration leaves it. */
  static Landscape explored(Network network) {
    Landscape landscape = Landscape.of(network);
    ExplorerSettings settings = ExplorerSettings.defaults().withSeed(SEED).withEffort(Effort.LOW);
    new Explorer(network, settings).explore(landscape);
    return landscape;
  }
}
