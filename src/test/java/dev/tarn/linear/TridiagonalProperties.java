package dev.tarn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** Shifted equations in tridiagonal form against the same ones by LU of the whole matrix. */
class TridiagonalProperties {

  @Property(seed = "1")
  void solvesShiftedNormalEquations(
      @ForAll @IntRange(min = 1, max = 24) int n,
      @ForAll long seed,
      @ForAll @DoubleRange(min = -4.0, max = 2.0) double decade,
      @ForAll @IntRange(min = 0, max = 3) int zeros) {
    RandomGenerator random = RandomStreams.of(seed, n);
    double[] matrix = symmetric(random, n, zeros);
    double[] g = new double[n];
    for (int i = 0; i < n; i++) {
      g[i] = random.nextGaussian();
    }
    double shift = StrictMath.pow(10.0, decade);

    Tridiagonal form = new Tridiagonal(n);
    form.decompose(matrix);
    double[] c = g.clone();
    form.enter(c);
    double[] x = new double[n];
    double length = form.solve(c, shift, x);
    form.leave(x);

    RealMatrix h = MatrixUtils.createRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        h.setEntry(i, j, matrix[i * n + j]);
      }
    }
    RealMatrix normal =
        h.multiply(h).add(MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(shift * shift));
    double[] expected =
        new LUDecomposition(normal)
            .getSolver()
            .solve(h.multiply(new Array2DRowRealMatrix(g)))
            .getColumn(0);
    // The condition of the normal equations is up to (|H| / shift)^2.
    double tolerance = 1e-14 * (1.0 + 1e3 / (shift * shift)) * (1.0 + Vectors.norm(expected));
    assertThat(Vectors.distance(x, expected)).isLessThanOrEqualTo(Math.max(tolerance, 1e-11));
    assertThat(length).isCloseTo(Vectors.norm(x), within(1e-12 * (1.0 + length)));
  }

  @Property(seed = "1")
  void leavingUndoesEntering(@ForAll @IntRange(min = 1, max = 24) int n, @ForAll long seed) {
    RandomGenerator random = RandomStreams.of(seed, n);
    Tridiagonal form = new Tridiagonal(n);
    form.decompose(symmetric(random, n, 0));
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = random.nextGaussian();
    }
    double[] there = v.clone();
    form.enter(there);
    assertThat(Vectors.norm(there)).isCloseTo(Vectors.norm(v), within(1e-12));
    form.leave(there);
    assertThat(there).containsExactly(v, within(1e-12));
  }

  /** A random matrix, some of whose rows and columns are zero: nothing to reflect there. */
  private static double[] symmetric(RandomGenerator random, int n, int zeros) {
    double[] matrix = new double[n * n];
    for (int i = zeros; i < n; i++) {
      for (int j = zeros; j <= i; j++) {
        matrix[i * n + j] = random.nextGaussian();
        matrix[j * n + i] = matrix[i * n + j];
      }
    }
    return matrix;
  }
}
