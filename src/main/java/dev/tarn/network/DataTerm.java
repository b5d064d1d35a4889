package dev.tarn.network;

import dev.tarn.data.DataSet;

/**
 * The data term of a fully connected network's energy, with parameters by layer: the mean loss over
 * the examples, and its derivatives. Holds a workspace, for one thread.
 */
interface DataTerm {
  /** From how many examples on batches pay: below, loops over them are too short. */
  int MANY = 96;

  /** The mean loss. */
  double value(double[] x);

  /** The mean loss; adds its derivatives to the gradient. */
  double gradient(double[] x, double[] gradient);

  /**
   * The mean loss; adds the derivatives to the gradient, and to the Hessian on and above the
   * diagonal.
   */
  double hessian(double[] x, double[] gradient, double[] hessian);

  /** Adds the product of the second derivatives with a vector. */
  void hessianProduct(double[] x, double[] direction, double[] product);

  /**
   * The data term in the form that suits network and data.
   *
   * @param layout the order of the parameters, by layer
   * @param data the examples
   * @param withHessian whether {@link #hessian} will be called
   */
  static DataTerm of(Layout layout, DataSet data, boolean withHessian) {
    if (data.examples() < MANY) {
      return new DenseLoss(layout, data, withHessian);
    }
    return !withHessian && PartedLoss.suits(layout, data)
        ? new PartedLoss(layout, data)
        : new BatchedLoss(layout, data, withHessian);
  }
}
