package dev.tarn.testing;

import dev.tarn.job.RandomStreams;
import dev.tarn.potential.Potential;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Points and matrices to test with. */
public final class Inputs {
  private static final double[] HOSTILE = {
    0.0,
    -0.0,
    Double.MIN_VALUE,
    -Double.MIN_NORMAL,
    1e-300,
    -1e-17,
    1e17,
    -1e300,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  private Inputs() {}

  /** Numbers that break careless arithmetic: zero, tiny, huge, infinite, NaN. */
  public static double[] hostile() {
    return HOSTILE.clone();
  }

  /** Points as a potential draws them, the same in every run. */
  public static List<double[]> random(Potential potential, int count) {
    List<double[]> points = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double[] x = new double[potential.dimension()];
      potential.randomPoint(RandomStreams.of(2018, k), x);
      points.add(x);
    }
    return points;
  }

  /** A Gaussian point of unit standard deviation. */
  public static double[] gaussian(RandomGenerator random, int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
    }
    return x;
  }

  /** A random symmetric matrix, row by row. */
  public static double[] symmetricMatrix(RandomGenerator random, int n) {
    double[] matrix = gaussian(random, n * n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i * n + j] = matrix[j * n + i];
      }
    }
    return matrix;
  }
}
