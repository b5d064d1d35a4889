package dev.tarn.network.pattern;

import dev.tarn.linear.ShiftedBlocks;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.space.Resolvent;

/** The equations of a pattern by {@link SplitHessian}. Not thread-safe. */
final class PatternResolvent implements Resolvent {
  private final SplitHessian hessian;
  private final ShiftedBlocks form;
  private final double[] gradient;
  private final double[] right;

  /** A workspace that sees every change of the Hessian's scales. */
  PatternResolvent(SplitHessian hessian) {
    this.hessian = hessian;
    form = new ShiftedBlocks(hessian.matrix());
    gradient = new double[hessian.dimension()];
    right = new double[hessian.dimension()];
  }

  @Override
  public double moveTo(double[] y) {
    hessian.moveTo(y, gradient);
    return Vectors.rms(gradient);
  }

  @Override
  public void take(double[] y) {
    System.arraycopy(gradient, 0, right, 0, right.length);
    hessian.take();
  }

  @Override
  public double norm() {
    return hessian.matrix().norm();
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
