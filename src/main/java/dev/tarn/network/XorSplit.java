package dev.tarn.network;

import dev.tarn.network.pattern.SplitLoss;

/** {@link XorLoss} in the coordinates of {@link CentredNetwork}, unit by unit. Not thread-safe. */
final class XorSplit implements SplitLoss {
  /**
   * The root-mean-square gradient from which Newton's method makes quenches shortest, in the units
   * of the loss: measured from random points at lambda = 1e-4, where anything from 1e-2 to 1e-3 is
   * within a tenth of it.
   */
  static final double HANDOVER = 3e-3;

  private static final double ROOT2 = Math.sqrt(2.0);

  private final XorLoss loss;
  private final double[] essential;
  private final int n;

  XorSplit(int hidden) {
    loss = new XorLoss(hidden);
    n = loss.dimension();
    essential = new double[n];
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    System.arraycopy(x, 0, essential, 0, n);
    scaleOutputs(essential);
    double value = loss.value(essential);
    loss.gradient(essential, gradient);
    scaleOutputs(gradient);
    return value;
  }

  private void scaleOutputs(double[] v) {
    for (int o = 0; o < n; o += XorLoss.UNIT) {
      v[o] *= ROOT2;
    }
  }

  @Override
  public void split(double[] blocks, double[] terms) {
    loss.split(essential, ROOT2, blocks, terms);
  }
}
