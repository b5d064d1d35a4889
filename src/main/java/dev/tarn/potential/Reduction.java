package dev.tarn.potential;

/**
 * An exact restriction of a potential to a subspace that holds all of its stationary points.
 *
 * <p>The subspace is given by an isometry: distances, gradients and the Hessian's eigenvalues along
 * it are those of the full potential, and a stationary point has the same index in both. Searches
 * run in the smaller space; what they find is lifted and checked in the full one.
 *
 * <p>Implementations are immutable; the potential is confined to a thread like any other.
 */
public interface Reduction {

  /**
   * The restricted potential.
   *
   * @return a potential of smaller dimension, with the symmetry of the full one
   */
  Potential potential();

  /**
   * The point of the full space.
   *
   * @param reduced a point of the subspace in its own coordinates; not modified
   * @return a new array of the full dimension
   */
  double[] lift(double[] reduced);

  /**
   * The coordinates in the subspace, of a point's orthogonal projection onto it.
   *
   * @param full a point of the full space; not modified
   * @return a new array of the reduced dimension
   */
  double[] reduce(double[] full);

  /**
   * The action of the full potential's symmetry on the subspace: points are lifted, transformed and
   * reduced again.
   *
   * @param full the symmetry of the full potential, which maps the subspace to itself
   * @return the symmetry of the restricted potential
   */
  default SymmetryGroup restrict(SymmetryGroup full) {
    return new ReducedGroup(full, this);
  }
}
