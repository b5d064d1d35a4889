package dev.tarn.stationary;

import dev.tarn.potential.Potential;
import java.util.Optional;

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

  /** The root-mean-square gradient below which a point is stationary. */
  double DEFAULT_TOLERANCE = 1e-12;

  /** The magnitude below which an eigenvalue makes a point degenerate, as in the paper. */
  double DEFAULT_ZERO_CUTOFF = 1e-9;

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
   * @param potential the potential; used by the polish's thread only
   * @param tolerance the root-mean-square gradient below which a point is stationary; positive
   * @param zeroCutoff the magnitude below which an eigenvalue makes a point degenerate; 0 or more
   * @return the polish
   * @throws IllegalArgumentException if a number is out of its range
   */
  static StationaryPolish of(Potential potential, double tolerance, double zeroCutoff) {
    Optional<PolishCapability> own = potential.capability(PolishCapability.class);
    if (own.isPresent()) {
      return own.get().polish(tolerance, zeroCutoff);
    }
    return usesHessian(potential)
        ? new NewtonPolish(potential, tolerance, zeroCutoff)
        : new KrylovPolish(potential, tolerance, zeroCutoff);
  }

  /**
   * The polish that suits a potential, with the default tolerance and cutoff.
   *
   * @param potential the potential; used by the polish's thread only
   * @return the polish
   */
  static StationaryPolish of(Potential potential) {
    return of(potential, DEFAULT_TOLERANCE, DEFAULT_ZERO_CUTOFF);
  }
}
