package dev.tarn.benchmark;

import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A whole exploration of two hidden units at normal effort with one thread, without a database. The
 * seed changes from run to run, and every run must find all 5 minima and 12 transition states.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ExploreBenchmark {
  private long seed;

  /** The exploration. */
  @Benchmark
  public Exploration explore() {
    Network network = Network.xor(2, Inputs.LAMBDA);
    Landscape landscape = Landscape.of(network);
    seed++;
    ExplorerSettings settings = ExplorerSettings.defaults().withSeed(seed);
    Exploration exploration = new Explorer(network, settings).explore(landscape);
    if (landscape.minima().size() != 5 || landscape.transitionStates().size() != 12) {
      throw new IllegalStateException(
          "seed " + seed + " found " + landscape.minima() + landscape.transitionStates());
    }
    return exploration;
  }
}
