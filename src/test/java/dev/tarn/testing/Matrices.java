package dev.tarn.testing;

import dev.tarn.linear.Lanczos;
import java.util.random.RandomGenerator;

/** Symmetric matrices with given eigenvalues, row by row, and their products with vectors. */
public final class Matrices {
  private Matrices() {}

  /** The product with a matrix. */
  public static Lanczos.Operator product(double[] matrix) {
    return (v, out) -> {
      int n = v.length;
      for (int i = 0; i < n; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++) {
          sum += matrix[i * n + j] * v[j];
        }
        out[i] = sum;
      }
    };
  }

  /** A matrix with these eigenvalues: the diagonal one, turned by three random reflections. */
  public static double[] withEigenvalues(RandomGenerator random, double... values) {
    int n = values.length;
    double[] matrix = new double[n * n];
    for (int i = 0; i < n; i++) {
      matrix[i * (n + 1)] = values[i];
    }
    for (int k = 0; k < 3; k++) {
      double[] v = Inputs.gaussian(random, n);
      reflect(matrix, v, n);
    }
    return matrix;
  }

  /** {@code (1 - 2 v v' / v.v) A (1 - 2 v v' / v.v)}. */
  private static void reflect(double[] matrix, double[] v, int n) {
    double square = 0.0;
    for (double component : v) {
      square += component * component;
    }
    double[] w = new double[n];
    product(matrix).apply(v, w);
    double along = 0.0;
    for (int i = 0; i < n; i++) {
      along += v[i] * w[i];
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i * n + j] +=
            (4.0 * along / square * v[i] * v[j] - 2.0 * (v[i] * w[j] + w[i] * v[j])) / square;
      }
    }
  }
}
