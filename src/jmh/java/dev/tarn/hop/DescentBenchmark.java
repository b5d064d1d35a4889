package dev.tarn.hop;

import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.space.NewtonModel;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Ways down from points drawn uniformly from {@code [-2, 2]^n} of XOR networks at lambda = 1e-4: by
 * L-BFGS, and as {@link Quench} goes. In the package of what it measures, which is not public.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DescentBenchmark {
  private static final int POINTS = 2048;

  /** The number of hidden units. */
  @Param({"2", "3", "6"})
  public int hidden;

  private Way full;
  private Way reduced;
  private Way newton;

  private static final class Way {
    final double[][] points;
    final double[] x;
    int next;

    Way(double[][] points) {
      this.points = points;
      x = new double[points[0].length];
    }

    double[] start() {
      next = (next + 1) % POINTS;
      System.arraycopy(points[next], 0, x, 0, x.length);
      return x;
    }
  }

  private Lbfgs inAll;
  private Lbfgs sixth;
  private Lbfgs ninth;
  private NewtonDescent descent;

  /** Draws the points. */
  @Setup
  public void prepare() {
    Network network = Network.xor(hidden, 1e-4);
    Reduction reduction = network.reduction().orElseThrow();
    Potential inside = reduction.potential();
    LbfgsSettings settings = LbfgsSettings.defaults();
    inAll = new Lbfgs(network, settings.withTolerance(1e-6));
    sixth = new Lbfgs(inside, settings.withTolerance(1e-6));
    ninth = new Lbfgs(inside, settings.withTolerance(1e-9));
    NewtonModel model = inside.capability(NewtonModel.Source.class).orElseThrow().newtonModel();
    descent = new NewtonDescent(inside, model, settings.withTolerance(1e-9));
    Random random = new Random(5);
    double[][] points =
        Stream.generate(() -> random.doubles(network.dimension(), -2.0, 2.0).toArray())
            .limit(POINTS)
            .toArray(double[][]::new);
    double[][] within = Stream.of(points).map(reduction::reduce).toArray(double[][]::new);
    full = new Way(points);
    reduced = new Way(within);
    newton = new Way(within);
  }

  /** L-BFGS in all variables to the root-mean-square gradient 1e-6. */
  @Benchmark
  public Lbfgs.Result allVariables() {
    return inAll.minimise(full.start());
  }

  /** The same in the reduced space. */
  @Benchmark
  public Lbfgs.Result reducedSpace() {
    return sixth.minimise(reduced.start());
  }

  /** The same to 1e-9. */
  @Benchmark
  public Lbfgs.Result reducedSpaceFurther() {
    return ninth.minimise(reduced.start());
  }

  /** L-BFGS until Newton's method takes over, which goes on to 1e-9. */
  @Benchmark
  public double[] withNewton() {
    double[] x = newton.start();
    descent.descend(x);
    return x;
  }
}
