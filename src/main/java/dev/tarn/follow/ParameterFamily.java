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
  FamilyEvaluator evaluator();

  /**
   * The potential at one value of the parameter.
   *
   * @param mu the parameter
   * @return a potential of the same {@code n} variables, with its symmetry
   */
  Potential at(double mu);
}
