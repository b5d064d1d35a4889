package dev.tarn.stationary;

import dev.tarn.potential.Potential;

/**
 * Takes a point to the stationary point nearby and says what that is.
 *
 * <p>Up to {@value #FULL_DIMENSION} variables the Hessian is formed and diagonalised ({@link
 * NewtonPolish}); beyond, everything is done with its products with vectors ({@link KrylovPolish}),
 * and only its lowest few eigenvalues are known. A potential may bring a polish of its own ({@link
 * PolishCapability}). Implementations hold workspaces: one thread each.
 */
public interface StationaryPolish {
  /**
   * The largest dimension for which searches, paths and characterisations form and diagonalise the
   * Hessian. At 200 variables a diagonalisation takes about as long as the products that replace
   * it; its cost grows with the third power.
   */
  int FULL_DIMENSION = 200;

  /**
   * Polishes a point.
   *
   * @param x the starting point; not modified
   * @return the best point reached, a new array, with its eigenvalues; it has no component along
   *     the potential's null directions
   */
  PolishedPoint polish(double[] x);

  /**
   * Energy, gradient and eigenvalues at a point as it is, without a step.
   *
   * @param x the point; not modified
   * @return the point with its eigenvalues
   */
  PolishedPoint characterise(double[] x);

  /**
   * The eigenvector of the lowest eigenvalue.
   *
   * @param x the point; not modified
   * @param mode receives a vector of unit length
   */
  void lowestMode(double[] x, double[] mode);

  /**
   * Whether the full Hessian is used for a potential.
   *
   * @param potential the potential
   * @return true up to {@link #FULL_DIMENSION} variables
   */
  static boolean usesHessian(Potential potential) {
    return potential.dimension() <= FULL_DIMENSION;
  }

  /**
   * The polish that suits a potential: its own one if it has any ({@link PolishCapability}), else
   * that which suits its dimension.
   *
   * @param potential the potential
   * @param tolerances when a point counts as stationary and as degenerate
   * @return a new polish for one thread
   */
  static StationaryPolish of(Potential potential, Tolerances tolerances) {
    return potential
        .capability(PolishCapability.class)
        .map(own -> own.polish(tolerances))
        .orElseGet(
            () ->
                usesHessian(potential)
                    ? new NewtonPolish(potential, tolerances)
                    : new KrylovPolish(potential, tolerances));
  }

  /**
   * The polish that suits a potential, with the default tolerances.
   *
   * @param potential the potential
   * @return a new polish for one thread
   */
  static StationaryPolish of(Potential potential) {
    return of(potential, Tolerances.defaults());
  }
}
