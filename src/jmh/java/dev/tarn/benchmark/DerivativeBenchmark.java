package dev.tarn.benchmark;

import dev.tarn.network.Network;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One energy; one energy with gradient; one energy with gradient and Hessian. The points change
 * from call to call, so that no branch is predicted by heart.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DerivativeBenchmark {
  private static final int POINTS = 1024;

  /** The number of hidden units. */
  @Param({"1", "2", "3", "4", "5", "6"})
  public int hidden;

  private Network network;
  private double[][] points;
  private double[] gradient;
  private double[] hessian;
  private int next;

  /** Draws the points. */
  @Setup
  public void prepare() {
    network = Network.xor(hidden, Inputs.LAMBDA);
    int n = network.dimension();
    points = Inputs.uniformPoints(n, POINTS);
    gradient = new double[n];
    hessian = new double[n * n];
  }

  /** The energy alone. */
  @Benchmark
  public double energy() {
    return network.evaluator().energy(point());
  }

  /** Energy and gradient. */
  @Benchmark
  public double gradient() {
    return network.evaluator().gradient(point(), gradient);
  }

  /** Energy, gradient and Hessian. */
  @Benchmark
  public double hessian() {
    return network.evaluator().hessian(point(), gradient, hessian);
  }

  private double[] point() {
    next = (next + 1) % POINTS;
    return points[next];
  }
}
