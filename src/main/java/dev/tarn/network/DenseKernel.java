package dev.tarn.network;

import dev.tarn.data.DataSet;
import java.util.Arrays;

/**
 * The energy of any network, with parameters by layer: the mean loss over the examples and the
 * regulariser. Nothing is allocated after construction. Not thread-safe.
 */
final class DenseKernel implements Kernel {
  private static final double[] NOWHERE = {};

  private final DataTerm loss;
  // Of single examples.
  private final DenseLoss answers;
  // The penalty's coefficient of each parameter; shared, not modified.
  private final double[] coefficient;
  private final boolean withHessian;

  DenseKernel(Layout layout, DataSet data, double[] coefficient) {
    this.coefficient = coefficient;
    withHessian = layout.dimension() <= Network.MAX_HESSIAN_DIMENSION;
    loss = DataTerm.of(layout, data, withHessian);
    answers = new DenseLoss(layout, data, false);
  }

  @Override
  public boolean hasAnalyticHessian() {
    return withHessian;
  }

  @Override
  public double energy(double[] x) {
    return loss.value(x) + penalise(x, NOWHERE, NOWHERE);
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    double squares = penalise(x, x, gradient);
    return loss.gradient(x, gradient) + squares;
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    int n = coefficient.length;
    double squares = penalise(x, x, gradient);
    Arrays.fill(hessian, 0, n * n, 0.0);
    double mean = loss.hessian(x, gradient, hessian);
    for (int i = 1; i < n; i++) {
      for (int k = 0; k < i; k++) {
        hessian[i * n + k] = hessian[k * n + i];
      }
    }
    for (int i = 0; i < n; i++) {
      hessian[i * (n + 1)] += 2.0 * coefficient[i];
    }
    return mean + squares;
  }

  @Override
  public void hessianProduct(double[] x, double[] direction, double[] product) {
    penalise(x, direction, product);
    loss.hessianProduct(x, direction, product);
  }

  @Override
  public double[] answer(double[] x, double[] input) {
    return answers.answer(x, input);
  }

  /**
   * The penalty at a point; fills its second derivatives' product with a vector, which for the
   * point itself is its gradient.
   */
  private double penalise(double[] x, double[] vector, double[] product) {
    for (int i = 0; i < product.length; i++) {
      product[i] = 2.0 * coefficient[i] * vector[i];
    }
    // Two sums, which need not wait for each other.
    double even = 0.0;
    double odd = 0.0;
    int last = x.length - 1;
    for (int i = 0; i < last; i += 2) {
      even += coefficient[i] * (x[i] * x[i]);
      odd += coefficient[i + 1] * (x[i + 1] * x[i + 1]);
    }
    return even + odd + (last % 2 == 0 ? coefficient[last] * (x[last] * x[last]) : 0.0);
  }
}
