package dev.tarn.benchmark;

import dev.tarn.linear.SymmetricEigen;
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

/** One decomposition of the Hessian of a network of 2, 3 or 6 hidden units: 12, 17 or 32 rows. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EigenBenchmark {
  private static final int MATRICES = 64;

  /** The number of rows. */
  @Param({"12", "17", "32"})
  public int rows;

  private SymmetricEigen eigen;
  private double[][] matrices;
  private int next;

  /** Evaluates the Hessians. */
  @Setup
  public void prepare() {
    Network network = Network.xor((rows - 2) / 5, Inputs.LAMBDA);
    eigen = new SymmetricEigen(rows);
    matrices = new double[MATRICES][rows * rows];
    double[] gradient = new double[rows];
    double[][] points = Inputs.uniformPoints(rows, MATRICES);
    for (int k = 0; k < MATRICES; k++) {
      network.evaluator().hessian(points[k], gradient, matrices[k]);
    }
  }

  /** Eigenvalues and eigenvectors. */
  @Benchmark
  public double[] vectors() {
    eigen.decompose(matrix());
    return eigen.vectors();
  }

  /** Eigenvalues alone. */
  @Benchmark
  public double[] values() {
    eigen.decomposeValues(matrix());
    return eigen.values();
  }

  private double[] matrix() {
    next = (next + 1) % MATRICES;
    return matrices[next];
  }
}
