package dev.tarn.stationary;

import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Units;

/**
 * Takes a point to the stationary point nearby and says what that is.
 *
 * <p>Up to {@value #FULL_DIMENSION} variables the Hessian is formed and diagonalised ({@link
 * #newton}); beyond, everything is done with its products with vectors ({@link #krylov}), and only
 * its lowest {@value #KNOWN} eigenvalues are known. A potential may bring a polish of its own
 * ({@link Capability}). Implementations hold workspaces: one thread each.
 */
public interface StationaryPolish {
  /**
   * The largest dimension for which searches, paths and characterisations form and diagonalise the
   * Hessian. At 200 variables a diagonalisation takes about as long as the products that replace
   * it; its cost grows with the third power.
   */
  int FULL_DIMENSION = 200;

  /** The number of eigenvalues that {@link #krylov} computes. */
  int KNOWN = 4;

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
   * The polish that suits a potential: its own one if it has any ({@link Capability}), else that
   * which suits its dimension. Beyond 100 variables a point of much symmetry is polished in its
   * symmetric subspace, where a potential knows that, and has all its eigenvalues whatever the
   * dimension; one in sixteen of these is held against the full Hessian.
   *
   * @param potential the potential
   * @param tolerances when a point counts as stationary and as degenerate
   * @return a new polish for one thread
   */
  static StationaryPolish of(Potential potential, Tolerances tolerances) {
    return potential
        .capability(Capability.class)
        .map(own -> own.polish(tolerances))
        .orElseGet(
            () -> {
              StationaryPolish general =
                  usesHessian(potential)
                      ? newton(potential, tolerances)
                      : krylov(potential, tolerances);
              return SubspacePolish.of(potential, tolerances, general);
            });
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

  /**
   * Newton's method to the rounding floor, for a stationary point of any index, and the index there
   * from the Hessian's eigenvalues.
   *
   * <p>A point counts as stationary when the root-mean-square gradient falls below the tolerance
   * (1e-12) and Newton's step from there is shorter than 1e-7, so that soft modes do not let a
   * point pass that is merely close; the steps go on until the gradient no longer falls. A Newton
   * step longer than the cap, or a singular Hessian, is replaced by the step in the space of the
   * eigenvectors whose eigenvalues lie beyond the cutoff, scaled to the cap.
   *
   * <p>Cost: a Hessian and an LU decomposition a step, usually three to six; one set of
   * eigenvalues.
   *
   * @param potential the potential
   * @param tolerances when a point counts as stationary and as degenerate
   * @return a new polish for one thread
   */
  static StationaryPolish newton(Potential potential, Tolerances tolerances) {
    Units units = Units.of(potential, tolerances.noise());
    return PolishInUnits.of(units, new NewtonPolish(units.potential(), tolerances));
  }

  /**
   * Newton's method with the default tolerances.
   *
   * @param potential the potential
   * @return a new polish for one thread
   */
  static StationaryPolish newton(Potential potential) {
    return newton(potential, Tolerances.defaults());
  }

  /**
   * Newton's method without a Hessian, for potentials of thousands of variables: every step solves
   * {@code H d = -g} by MINRES to a thousandth, and the Lanczos method finds the lowest {@value
   * #KNOWN} eigenvalues at the end.
   *
   * <p>A point counts as stationary as in {@link #newton}. {@link PolishedPoint#eigenvalues()}
   * holds the lowest {@value #KNOWN} eigenvalues only, each with an error below 1e-5 of its size;
   * the others are larger. The index is exact if the last of them is positive, and a lower bound
   * otherwise. Where a gradient takes more than a million and a half multiplications and the
   * potential has a preconditioner, fewer are known and less exactly: those that are negative, up
   * to {@value #KNOWN}, and the first that is not, each within a tenth of its size; that no further
   * one is negative holds but for a probability of 1e-4 ({@link dev.tarn.linear.EigenvalueSigns}).
   * The point counts as degenerate if an eigenvalue lies within the cutoff or within its residual
   * norm of zero, or if the eigenvalues did not converge.
   *
   * <p>Cost: some tens to hundreds of Hessian-vector products for each step, and several hundred
   * for the eigenvalues; the memory for about a hundred points.
   *
   * @param potential the potential
   * @param tolerances when a point counts as stationary and as degenerate
   * @return a new polish for one thread
   */
  static StationaryPolish krylov(Potential potential, Tolerances tolerances) {
    Units units = Units.of(potential, tolerances.noise());
    return PolishInUnits.of(units, new KrylovPolish(units.potential(), tolerances));
  }

  /**
   * Newton's method without a Hessian, with the default tolerances.
   *
   * @param potential the potential
   * @return a new polish for one thread
   */
  static StationaryPolish krylov(Potential potential) {
    return krylov(potential, Tolerances.defaults());
  }

  /**
   * What a potential offers that needs a polish of its own, since Newton's method does not serve
   * it: its energy has kinks, for example. {@link StationaryPolish#of} asks for it.
   */
  @FunctionalInterface
  public interface Capability {

    /**
     * Makes a polish.
     *
     * @param tolerances when a point counts as stationary and as degenerate
     * @return the polish, for one thread
     */
    StationaryPolish polish(Tolerances tolerances);
  }
}
