package dev.tarn.benchmark;

import dev.tarn.network.Network;
import dev.tarn.path.PathSettings;
import dev.tarn.path.Pathway;
import dev.tarn.path.SteepestDescent;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One pathway: both sides of a transition state to their minima, every class of them in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PathBenchmark {
  /** The number of hidden units. */
  @Param({"2", "3"})
  public int hidden;

  private SteepestDescent descent;
  private final List<PolishedPoint> transitionStates = new ArrayList<>();
  private int next;

  /** Explores the landscape for its transition states. */
  @Setup
  public void prepare() {
    Network network = Network.xor(hidden, Inputs.LAMBDA);
    descent = new SteepestDescent(network, PathSettings.defaults());
    StationaryPolish polish = StationaryPolish.newton(network);
    transitionStates.clear();
    for (StationaryPoint point : Inputs.explored(network).transitionStates()) {
      transitionStates.add(polish.polish(point.coordinates().toArray()));
    }
  }

  /** Both sides, without keeping the points on the way. */
  @Benchmark
  public Pathway pathway() {
    next = (next + 1) % transitionStates.size();
    return descent.pathway(transitionStates.get(next), false);
  }
}
