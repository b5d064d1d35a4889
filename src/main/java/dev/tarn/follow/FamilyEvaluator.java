package dev.tarn.follow;

/** Evaluates a family. An instance may hold a workspace and is confined to one thread. */
@FunctionalInterface
public interface FamilyEvaluator {

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
