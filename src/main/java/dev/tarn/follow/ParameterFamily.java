package dev.tarn.follow;

import dev.tarn.potential.Potential;

/**
 * A potential with one parameter: {@code E(x; mu)}.
 *
 * <p>Branches of stationary points are followed in the parameter, so it should be scaled such that
 * a change by 0.1 is a moderate one; a regularisation parameter is best given by its logarithm.
 *
 * <p><b>Thread safety.</b> As with a {@link Potential}, a family is immutable and may be shared
 * between threads; what evaluates it belongs to one thread.
 */
public interface ParameterFamily {

  /**
   * The number of variables.
   *
   * @return {@code n}, at least 1
   */
  int dimension();

  /**
   * A new evaluator of energy and derivatives.
   *
   * @return an evaluator for one thread; one without a workspace may be the same every time
   */
  Evaluator evaluator();

  /**
   * The potential at one value of the parameter.
   *
   * @param mu the parameter
   * @return a potential of the same {@code n} variables, with its symmetry
   */
  Potential at(double mu);

  /** Evaluates a family. An instance may hold a workspace and is confined to one thread. */
  @FunctionalInterface
  public interface Evaluator {

    /**
     * Energy, gradient, Hessian and the gradient's derivative by the parameter.
     *
     * @param x the point, length {@code n}; not modified
     * @param mu the parameter
     * @param gradient receives {@code dE/dx}, length {@code n}
     * @param hessian receives the second derivatives, row by row, length {@code n*n}
     * @param slope receives {@code d/dmu (dE/dx)} at fixed {@code x}, length {@code n}
     * @return the energy {@code E(x; mu)}
     */
    double evaluate(double[] x, double mu, double[] gradient, double[] hessian, double[] slope);
  }
}
