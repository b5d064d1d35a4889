package dev.tarn.minimise;

/**
 * A function with its gradient, as a minimiser needs it: {@code potential::gradient}, or the energy
 * in a subspace.
 */
@FunctionalInterface
public interface Objective {

  /**
   * Value and gradient at a point.
   *
   * @param x the point; not modified
   * @param gradient receives the gradient
   * @return the value; NaN or infinity where the function is not defined
   */
  double evaluate(double[] x, double[] gradient);
}
