package dev.tarn.network.pattern;

import dev.tarn.linear.DefiniteBlocks;
import dev.tarn.potential.space.NewtonModel;
import java.util.Arrays;

/** The Newton model of a network's loss by {@link SplitHessian}. Not thread-safe. */
public final class SplitModel implements NewtonModel {
  private final double handover;
  private final SplitHessian hessian;
  private final DefiniteBlocks form;

  /**
   * A model.
   *
   * @param loss the data term
   * @param coefficient the penalty's coefficient of each variable; not copied
   * @param handover the gradient that {@link #handover} returns
   */
  public SplitModel(SplitLoss loss, double[] coefficient, double handover) {
    this.handover = handover;
    double[] scale = new double[coefficient.length];
    Arrays.fill(scale, 1.0);
    hessian = new SplitHessian(loss, scale, coefficient);
    form = new DefiniteBlocks(hessian.matrix());
  }

  @Override
  public double handover() {
    return handover;
  }

  @Override
  public double moveTo(double[] x, double[] gradient) {
    return hessian.moveTo(x, gradient);
  }

  @Override
  public void take() {
    hessian.take();
  }

  @Override
  public double norm() {
    return hessian.matrix().norm();
  }

  @Override
  public boolean solve(double[] right, double shift, double[] x) {
    return form.solve(right, shift, x);
  }
}
