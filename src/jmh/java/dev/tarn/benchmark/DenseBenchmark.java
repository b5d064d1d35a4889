package dev.tarn.benchmark;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.job.RandomStreams;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.potential.Potential;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The general network: on the XOR data against the network made for them, in one run; and with one
 * hidden layer and softmax for digits of 784 pixels.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DenseBenchmark {
  private static final int POINTS = 1024;

  /** Points of a potential that change from call to call, so that no branch is known by heart. */
  private static final class Calls {
    private final Potential potential;
    private final double[][] points;
    private final double[] gradient;
    private final double[] hessian;
    private int next;

    Calls(Potential potential) {
      this.potential = potential;
      int n = potential.dimension();
      points = Inputs.uniformPoints(n, POINTS);
      gradient = new double[n];
      hessian = new double[n * n];
    }

    double[] point() {
      next = (next + 1) % POINTS;
      return points[next];
    }
  }

  /** The XOR network, and the general one of the same shape. */
  @State(Scope.Thread)
  public static class Xor {
    /** The number of hidden units. */
    @Param({"2", "4", "6"})
    public int hidden;

    private Calls special;
    private Calls general;

    /** Draws the points. */
    @Setup
    public void prepare() {
      Architecture shape =
          Architecture.of(2, Activation.TANH, new int[] {hidden}, 2, OutputLayer.SOFTMAX);
      Penalty penalty = Penalty.all(shape, Inputs.LAMBDA);
      special = new Calls(Network.xor(hidden, Inputs.LAMBDA));
      general = new Calls(Network.of(shape, penalty, DataSets.xor(2)));
    }
  }

  /** The network 2-16-1 on 5,000 points of two moons. */
  @State(Scope.Thread)
  public static class Moons {
    private Calls calls;

    /** Makes the network. */
    @Setup
    public void prepare() {
      Architecture shape =
          Architecture.of(2, Activation.TANH, new int[] {16}, 1, OutputLayer.LOGISTIC);
      calls = new Calls(Network.of(shape, Penalty.all(shape, 1e-4), DataSets.moons(5000, 0.2, 1)));
    }
  }

  /** A 784-10-10 network on random images. */
  @State(Scope.Thread)
  public static class Digits {
    private static final int PIXELS = 784;
    private static final int CLASSES = 10;

    /** The number of images. */
    @Param("2000")
    public int examples;

    private Network network;
    private double[] point;
    private double[] direction;
    private double[] out;

    /** Draws the images; as in those of digits, most pixels are zero. */
    @Setup
    public void prepare() {
      RandomGenerator random = RandomStreams.of(1, 0);
      double[] pixels = new double[examples * PIXELS];
      int[] labels = new int[examples];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = Math.max(0.0, random.nextDouble() - 0.8);
      }
      for (int d = 0; d < examples; d++) {
        labels[d] = d % CLASSES;
      }
      DataSet data =
          DataSet.ofClasses(
              "random",
              Collections.nCopies(PIXELS, "pixel"),
              Collections.nCopies(CLASSES, "digit"),
              pixels,
              labels);
      Architecture shape =
          Architecture.of(PIXELS, Activation.TANH, new int[] {10}, CLASSES, OutputLayer.SOFTMAX);
      network = Network.of(shape, Penalty.all(shape, Inputs.LAMBDA), data);
      point = Inputs.uniformPoints(network.dimension(), 1)[0];
      direction = point.clone();
      out = new double[point.length];
    }
  }

  /** Energy and gradient of the XOR network. */
  @Benchmark
  public double gradientXor(Xor xor) {
    return xor.special.potential.evaluator().gradient(xor.special.point(), xor.special.gradient);
  }

  /** Energy and gradient of the general network. */
  @Benchmark
  public double gradientDense(Xor xor) {
    return xor.general.potential.evaluator().gradient(xor.general.point(), xor.general.gradient);
  }

  /** The energy alone, of the XOR network. */
  @Benchmark
  public double energyXor(Xor xor) {
    return xor.special.potential.evaluator().energy(xor.special.point());
  }

  /** The energy alone, of the general network. */
  @Benchmark
  public double energyDense(Xor xor) {
    return xor.general.potential.evaluator().energy(xor.general.point());
  }

  /** Energy, gradient and Hessian of the XOR network. */
  @Benchmark
  public double hessianXor(Xor xor) {
    Calls calls = xor.special;
    return calls.potential.evaluator().hessian(calls.point(), calls.gradient, calls.hessian);
  }

  /** Energy, gradient and Hessian of the general network. */
  @Benchmark
  public double hessianDense(Xor xor) {
    Calls calls = xor.general;
    return calls.potential.evaluator().hessian(calls.point(), calls.gradient, calls.hessian);
  }

  /** The Hessian times a vector, of the general network. */
  @Benchmark
  public double[] productDense(Xor xor) {
    Calls calls = xor.general;
    calls.potential.evaluator().hessianProduct(calls.point(), calls.points[0], calls.gradient);
    return calls.gradient;
  }

  /** Energy and gradient of a network on two moons. */
  @Benchmark
  public double gradientMoons(Moons moons) {
    Calls calls = moons.calls;
    return calls.potential.evaluator().gradient(calls.point(), calls.gradient);
  }

  /** Energy, gradient and Hessian of a network on two moons. */
  @Benchmark
  public double hessianMoons(Moons moons) {
    Calls calls = moons.calls;
    return calls.potential.evaluator().hessian(calls.point(), calls.gradient, calls.hessian);
  }

  /** The energy alone of the network for digits. */
  @Benchmark
  public double energyDigits(Digits digits) {
    return digits.network.evaluator().energy(digits.point);
  }

  /** Energy and gradient of the network for digits. */
  @Benchmark
  public double gradientDigits(Digits digits) {
    return digits.network.evaluator().gradient(digits.point, digits.out);
  }

  /** The Hessian times a vector, of the network for digits. */
  @Benchmark
  public double[] productDigits(Digits digits) {
    digits.network.evaluator().hessianProduct(digits.point, digits.direction, digits.out);
    return digits.out;
  }
}
