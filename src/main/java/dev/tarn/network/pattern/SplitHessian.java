package dev.tarn.network.pattern;

import dev.tarn.linear.SplitMatrix;

/**
 * Energy, gradient and Hessian of a pattern whose data term is split into blocks and terms: with
 * scaled variables {@code S y} these are {@code S B S} and {@code S W}, and the penalty goes onto
 * the diagonal. Not thread-safe.
 */
final class SplitHessian {
  private static final int SIZE = SplitMatrix.SIZE;

  private final SplitLoss loss;
  private final double[] scale;
  private final double[] coefficient;
  private final int n;
  private final SplitMatrix matrix;
  private final double[] x;

  /** A workspace that sees every change of the scales. */
  SplitHessian(SplitLoss loss, double[] scale, double[] coefficient) {
    this.loss = loss;
    this.scale = scale;
    this.coefficient = coefficient;
    n = scale.length;
    matrix = new SplitMatrix(n / SIZE);
    x = new double[n];
  }

  int dimension() {
    return n;
  }

  /** The Hessian where {@link #take} was called last. */
  SplitMatrix matrix() {
    return matrix;
  }

  /** Moves to a point; fills the gradient and returns the energy. */
  double moveTo(double[] y, double[] gradient) {
    for (int i = 0; i < n; i++) {
      x[i] = scale[i] * y[i];
    }
    double energy = loss.gradient(x, gradient);
    for (int i = 0; i < n; i++) {
      double slope = coefficient[i] * y[i];
      energy += slope * y[i];
      gradient[i] = scale[i] * gradient[i] + 2.0 * slope;
    }
    return energy;
  }

  /** Fills {@link #matrix} where it has moved to. */
  void take() {
    double[] blocks = matrix.blocks();
    double[] terms = matrix.terms();
    loss.split(blocks, terms);
    int entry = 0;
    for (int first = 0; first < n - 1; first += SIZE) {
      for (int c = first; c < first + SIZE; c++) {
        blocks[entry] = scale[c] * scale[c] * blocks[entry] + 2.0 * coefficient[c];
        entry++;
        for (int r = c + 1; r < first + SIZE; r++) {
          blocks[entry++] *= scale[c] * scale[r];
        }
      }
    }
    matrix.last()[0] = 2.0 * coefficient[n - 1];
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < SplitMatrix.TERMS; d++) {
        terms[i * SplitMatrix.TERMS + d] *= scale[i];
      }
    }
  }
}
