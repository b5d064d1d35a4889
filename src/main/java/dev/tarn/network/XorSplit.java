package dev.tarn.network;

import dev.tarn.network.pattern.SplitLoss;

/** {@link XorLoss} in the coordinates of {@link CentredNetwork}, unit by unit. Not thread-safe. */
final class XorSplit implements SplitLoss {
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
  public void gradient(double[] x, double[] gradient) {
    System.arraycopy(x, 0, essential, 0, n);
    scaleOutputs(essential);
    loss.value(essential);
    loss.gradient(essential, gradient);
    scaleOutputs(gradient);
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
