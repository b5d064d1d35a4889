package dev.tarn.benchmark;

import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.network.Network;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Quenches per second from points drawn uniformly from {@code [-2, 2]^n}, to the root-mean-square
 * gradient 1e-6 with the default settings of {@link Lbfgs}, alone and completed by Newton's method.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class QuenchBenchmark {
  private static final int POINTS = 4096;

  /** The number of hidden units. */
  @Param({"2", "3"})
  public int hidden;

  private Lbfgs lbfgs;
  private StationaryPolish polish;
  private double[][] points;
  private double[] x;
  private int next;

  /** Counts per second beside the number of quenches. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Counters {
    /** Quenches that met the tolerance. */
    public long converged;

    /** Gradients evaluated by L-BFGS. */
    public long gradients;
  }

  /** Draws the points. */
  @Setup
  public void prepare() {
    Network network = Network.xor(hidden, Inputs.LAMBDA);
    lbfgs = new Lbfgs(network, LbfgsSettings.defaults().withTolerance(1e-6));
    polish = StationaryPolish.newton(network);
    points = Inputs.uniformPoints(network.dimension(), POINTS);
    x = new double[network.dimension()];
  }

  /** L-BFGS alone, as the other programs do it. */
  @Benchmark
  public Lbfgs.Result quench(Counters counters) {
    return minimise(counters);
  }

  /** L-BFGS, Newton's method to the rounding floor, and the Hessian's eigenvalues there. */
  @Benchmark
  public PolishedPoint quenchAndPolish(Counters counters) {
    minimise(counters);
    return polish.polish(x);
  }

  private Lbfgs.Result minimise(Counters counters) {
    next = (next + 1) % POINTS;
    System.arraycopy(points[next], 0, x, 0, x.length);
    Lbfgs.Result end = lbfgs.minimise(x);
    counters.gradients += end.evaluations();
    if (end.converged()) {
      counters.converged++;
    }
    return end;
  }
}
