package dev.tarn.network.pattern;

/**
 * A network's data term whose Hessian is a block for each hidden unit and a few terms {@code w w'},
 * as {@link dev.tarn.linear.SplitMatrix} has them, with the variables unit by unit and the output
 * bias last. Holds a workspace, for one thread.
 */
public interface SplitLoss {

  /** Fills the gradient of the data term; returns the data term. */
  double gradient(double[] x, double[] gradient);

  /** Fills blocks and terms at the point where the gradient was asked for last. */
  void split(double[] blocks, double[] terms);
}
