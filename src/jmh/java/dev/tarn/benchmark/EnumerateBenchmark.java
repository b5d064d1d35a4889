package dev.tarn.benchmark;

import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.saddle.AnyIndexSearch;
import dev.tarn.saddle.SaddleFinder;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import java.math.BigInteger;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Stationary points of every index: searches per second, and whole enumerations. The figures to
 * read are {@code converged}, the searches that ended in a proper stationary point, polished and
 * with its index verified in the full space, and {@code distinct}, the classes among these that the
 * iteration had not seen before.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EnumerateBenchmark {
  private static final int POINTS = 4096;
  private static final long SEED = 1L;

  /** The number of hidden units. */
  @Param({"2", "3", "4"})
  public int hidden;

  private Network network;
  private Reduction reduction;
  private StationaryPolish polish;
  private SaddleFinder anyIndex;
  private SaddleFinder[] ofIndex;
  private RandomGenerator random;
  private OrbitIndex seen;
  private int classes;
  private double[][] points;
  private double[][] reducedPoints;
  private int next;
  private long seed;

  /** Counts per second beside the number of calls. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Counters {
    /** Searches that ended in a proper stationary point. */
    public long converged;

    /** Classes that the iteration had not seen before. */
    public long distinct;
  }

  /** Draws the starting points. */
  @Setup
  public void prepare() {
    network = Network.xor(hidden, Inputs.LAMBDA);
    reduction = network.reduction().orElseThrow();
    Potential inner = reduction.potential();
    polish = StationaryPolish.newton(network);
    anyIndex = new AnyIndexSearch(inner, SaddleSettings.defaults());
    // No saddle of a higher index was ever found at this regularisation.
    ofIndex = new SaddleFinder[hidden + 1];
    for (int index = 0; index <= hidden; index++) {
      ofIndex[index] = SaddleFinder.ofIndex(network, index, SaddleSettings.defaults());
    }
    random = RandomStreams.of(SEED, 0);
    points = new double[POINTS][network.dimension()];
    for (double[] x : points) {
      network.randomPoint(random, x);
    }
    reducedPoints = new double[POINTS][inner.dimension()];
    for (double[] x : reducedPoints) {
      inner.randomPoint(random, x);
    }
  }

  /** Forgets the classes seen, and starts from the first point again. */
  @Setup(Level.Iteration)
  public void forget() {
    seen = new OrbitIndex(network.symmetry());
    classes = 0;
    next = 0;
  }

  /**
   * The search for any index as enumerations do it: in the reduced space, from its {@code
   * randomPoint}, with a polish and the index verified in the full space.
   */
  @Benchmark
  public PolishedPoint anyIndex(Counters counters) {
    next = (next + 1) % POINTS;
    SaddleFinder.Result end = anyIndex.search(reducedPoints[next]);
    if (!end.found()) {
      return end.point();
    }
    PolishedPoint point = polish.polish(reduction.lift(end.point().coordinates()));
    count(point, point.converged() && !point.degenerate(), counters);
    return point;
  }

  /** The plain way: eigenvector-following to a random index in the full space. */
  @Benchmark
  public PolishedPoint plain(Counters counters) {
    next = (next + 1) % POINTS;
    SaddleFinder.Result end = ofIndex[random.nextInt(ofIndex.length)].search(points[next]);
    count(end.point(), end.found(), counters);
    return end.point();
  }

  private void count(PolishedPoint point, boolean found, Counters counters) {
    if (!found) {
      return;
    }
    counters.converged++;
    if (seen.find(point) == OrbitIndex.ABSENT) {
      seen.add(classes, point);
      classes++;
      counters.distinct++;
    }
  }

  /**
   * A whole enumeration at normal effort with one thread, from random points alone and without a
   * database. The seed changes from run to run, and every run must end with Morse sum 1.
   */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Exploration enumeration() {
    Exploration exploration = explorer().explore(Landscape.of(network));
    if (exploration.status() != Exploration.Status.DONE) {
      throw new IllegalStateException("seed " + seed + " ended with " + exploration);
    }
    return exploration;
  }

  /** The same, stopped as soon as the Morse sum is 1 and a job has brought nothing new. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Exploration firstSumOne() {
    // The zero point alone has the sum 1 too.
    return explorer()
        .until(
            event ->
                event.progress().classes() > 1
                    && event.progress().morseSum().equals(BigInteger.ONE)
                    && event.progress().quiet() > 0)
        .explore(Landscape.of(network));
  }

  private Explorer explorer() {
    seed++;
    return new Explorer(
        network, ExplorerSettings.defaults().withSeed(seed).enumerating(Integer.MAX_VALUE));
  }
}
