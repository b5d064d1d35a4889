package dev.tarn.potential.space;

import dev.tarn.potential.Reduction;
import dev.tarn.potential.SymmetryGroup;
import java.util.List;

/**
 * What a potential offers that knows its symmetric subspaces in variables of their own: the points
 * that the transformations fixing a point leave in place too.
 *
 * <p>The gradient flow does not leave such a subspace (principle of symmetric criticality: Palais,
 * Commun. Math. Phys. 69, 19, 1979), so a steepest-descent path that begins in one can be followed
 * there, at a cost that depends on its dimension alone. At each point of it the Hessian is a block
 * of the subspace and blocks across, so that all eigenvalues are known, too. Used by one thread.
 */
public interface SymmetricSpaces {

  /**
   * The subspace of the points that share the symmetry of a point.
   *
   * @param x the point, of the full dimension; not modified; numbers that differ by less than 1e-6
   *     count as equal
   * @return the subspace, which holds {@code x} to that accuracy
   */
  Subspace around(double[] x);

  /**
   * The lowest eigenspace of the Hessian at a point, seen through the transformations that leave
   * the point in place.
   *
   * @param x a stationary point of the full dimension; not modified
   * @return its modes
   */
  LowestModes lowestModes(double[] x);

  /**
   * Whether some transformation takes one point to another.
   *
   * @param x a point of the full dimension
   * @param y another one
   * @return true if they are copies of each other to within 1e-6
   */
  boolean areCopies(double[] x, double[] y);

  /** A subspace with coordinates of its own: an isometry that the gradient flow does not leave. */
  interface Subspace extends Reduction {

    /**
     * What is left of the symmetry within the subspace's variables.
     *
     * @return a projection of points in the subspace's coordinates
     */
    SymmetryGroup.Projection projection();

    /**
     * The eigenvalues of the full Hessian at a point of the subspace.
     *
     * @param reduced the point in the subspace's coordinates; not modified
     * @param own the eigenvalues of the subspace's Hessian there
     * @return all of them, ascending, a new array of the full dimension
     */
    double[] eigenvalues(double[] reduced, double[] own);
  }

  /**
   * The lowest eigenspace of the Hessian at a point.
   *
   * @param curvature the eigenvalue
   * @param first the unit vector of the space that points to the coordinate axis nearest to it
   * @param cones unit vectors that span a cone each, by combinations with coefficients of 0 or
   *     more; each direction of the space is in one of these cones, up to transformations that
   *     leave the point in place. Combinations of few of them have more symmetry than those of
   *     many. A vector of several cones is one array.
   */
  record LowestModes(double curvature, double[] first, List<List<double[]>> cones) {

    /** Keeps unmodifiable copies of the lists. */
    public LowestModes {
      cones = cones.stream().map(List::copyOf).toList();
    }
  }
}
