package dev.tarn.network.pattern;

import dev.tarn.linear.ShiftedBlocks;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.space.Resolvent;

/**
 * The equations of a pattern whose data term is split into blocks and terms: with scaled variables
 * {@code S y} these are {@code S B S} and {@code S W}, and the penalty goes onto the diagonal. Not
 * thread-safe.
 */
final class PatternResolvent implements Resolvent {
  private static final int SIZE = ShiftedBlocks.SIZE;

  private final SplitLoss loss;
  private final double[] scale;
  private final double[] coefficient;
  private final int n;
  private final ShiftedBlocks form;
  private final double[] x;
  private final double[] gradient;
  private final double[] right;

  /** A workspace that sees every change of the scales. */
  PatternResolvent(SplitLoss loss, double[] scale, double[] coefficient) {
    this.loss = loss;
    this.scale = scale;
    this.coefficient = coefficient;
    n = scale.length;
    form = new ShiftedBlocks(n / SIZE);
    x = new double[n];
    gradient = new double[n];
    right = new double[n];
  }

  @Override
  public double moveTo(double[] y) {
    for (int i = 0; i < n; i++) {
      x[i] = scale[i] * y[i];
    }
    loss.gradient(x, gradient);
    for (int i = 0; i < n; i++) {
      gradient[i] = scale[i] * gradient[i] + 2.0 * coefficient[i] * y[i];
    }
    return Vectors.rms(gradient);
  }

  @Override
  public void take(double[] y) {
    System.arraycopy(gradient, 0, right, 0, n);
    double[] blocks = form.blocks();
    double[] terms = form.terms();
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
    form.last()[0] = 2.0 * coefficient[n - 1];
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < ShiftedBlocks.TERMS; d++) {
        terms[i * ShiftedBlocks.TERMS + d] *= scale[i];
      }
    }
  }

  @Override
  public double norm() {
    return form.norm();
  }

  @Override
  public double solve(double shift, double[] step) {
    return form.solve(right, shift, step);
  }

  @Override
  public void solve(double[] c, double shift, double[] y) {
    form.solve(c, shift, y);
  }
}
