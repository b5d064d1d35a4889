package dev.tarn.benchmark;

import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.path.PathSettings;
import dev.tarn.path.SteepestDescent;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.saddle.BandSettings;
import dev.tarn.saddle.ElasticBand;
import dev.tarn.saddle.SaddleFinder;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Transition-state searches per second. The figure to read is {@code converged}: the searches that
 * ended in a proper transition state, polished and with its index verified.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SaddleBenchmark {
  private static final int POINTS = 4096;
  private static final long SEED = 1L;

  /** The number of hidden units. */
  @Param({"2", "3"})
  public int hidden;

  private SaddleFinder full;
  private SaddleFinder hybrid;
  private SaddleFinder reduced;
  private Reduction reduction;
  private StationaryPolish polish;
  private ElasticBand band;
  private SteepestDescent descent;
  private double[][] points;
  private double[][] reducedPoints;
  private final List<double[][]> pairs = new ArrayList<>();
  private int next;

  /** Counts per second beside the number of calls. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Counters {
    /** Searches, for a band those from all of its maxima. */
    public long searches;

    /** Searches that ended in a transition state. */
    public long converged;
  }

  /** Draws the starting points, and explores the landscape for the pairs of minima. */
  @Setup
  public void prepare() {
    Network network = Network.xor(hidden, Inputs.LAMBDA);
    full = SaddleFinder.ofIndex(network, 1, SaddleSettings.defaults());
    hybrid =
        SaddleFinder.transitionState(
            network, SaddleSettings.defaults().withMethod(SaddleSettings.Method.HYBRID));
    reduction = network.reduction().orElseThrow();
    Potential inner = reduction.potential();
    reduced = SaddleFinder.ofIndex(inner, 1, SaddleSettings.defaults());
    polish = StationaryPolish.newton(network);
    band = new ElasticBand(inner, BandSettings.defaults());
    descent = new SteepestDescent(network, PathSettings.defaults());
    RandomGenerator random = RandomStreams.of(SEED, 0);
    points = new double[POINTS][network.dimension()];
    for (double[] x : points) {
      network.randomPoint(random, x);
    }
    reducedPoints = new double[POINTS][inner.dimension()];
    for (double[] x : reducedPoints) {
      inner.randomPoint(random, x);
    }
    pairs.clear();
    Landscape landscape = Inputs.explored(network);
    SymmetryGroup symmetry = network.symmetry();
    for (StationaryPoint from : landscape.minima()) {
      for (StationaryPoint to : landscape.minima()) {
        if (from.id() < to.id()) {
          double[] start = from.coordinates().toArray();
          double[] end = to.coordinates().toArray();
          symmetry.nearestCopy(end, start, end);
          pairs.add(new double[][] {reduction.reduce(start), reduction.reduce(end)});
        }
      }
    }
  }

  /** Eigenvector-following with the analytic Hessian, from {@code randomPoint}. */
  @Benchmark
  public SaddleFinder.Result full(Counters counters) {
    return search(full, point(), counters);
  }

  /** Hybrid eigenvector-following, from the same points. */
  @Benchmark
  public SaddleFinder.Result hybrid(Counters counters) {
    return search(hybrid, point(), counters);
  }

  /**
   * Eigenvector-following as explorations do it: in the reduced space, from its {@code
   * randomPoint}, with a polish and the index verified in the full space.
   */
  @Benchmark
  public PolishedPoint reduced(Counters counters) {
    return lifted(reducedPoint(), counters);
  }

  /** The same, and for each transition state both paths down to their minima. */
  @Benchmark
  public void reducedWithPaths(Counters counters, Blackhole sink) {
    follow(lifted(reducedPoint(), counters), sink);
  }

  /**
   * An elastic band between two minima, eigenvector-following from each of its maxima, and for each
   * transition state both paths: what a double-ended search of the other programs does.
   */
  @Benchmark
  public void bandWithPaths(Counters counters, Blackhole sink) {
    next = (next + 1) % pairs.size();
    double[][] pair = pairs.get(next);
    for (double[] guess : band.relax(pair[0], pair[1]).maxima()) {
      follow(lifted(guess, counters), sink);
    }
  }

  private double[] point() {
    next = (next + 1) % POINTS;
    return points[next];
  }

  private double[] reducedPoint() {
    next = (next + 1) % POINTS;
    return reducedPoints[next];
  }

  private static SaddleFinder.Result search(
      SaddleFinder finder, double[] start, Counters counters) {
    SaddleFinder.Result end = finder.search(start);
    counters.searches++;
    if (end.found()) {
      counters.converged++;
    }
    return end;
  }

  private PolishedPoint lifted(double[] start, Counters counters) {
    SaddleFinder.Result end = reduced.search(start);
    counters.searches++;
    if (!end.found()) {
      return end.point();
    }
    PolishedPoint point = polish.polish(reduction.lift(end.point().coordinates()));
    if (point.isStationary(1)) {
      counters.converged++;
    }
    return point;
  }

  private void follow(PolishedPoint point, Blackhole sink) {
    // A search that failed ends here, in the reduced space.
    if (point.isStationary(1)) {
      sink.consume(descent.pathway(point, false));
    }
  }
}
