package dev.tarn.thermo;

import dev.tarn.potential.Vector;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a potential offers that knows the curvature of its stationary points from elsewhere, but not
 * the eigenvalues: a capability ({@link dev.tarn.potential.Potential#capability}). Immutable.
 */
public interface LogProducts {

  /**
   * The natural logarithm of the product of the positive Hessian eigenvalues of a point.
   *
   * @param id the id of the point in its landscape
   * @return the logarithm; empty if it is not known
   */
  OptionalDouble logProduct(int id);

  /**
   * The principal moments of inertia of a point.
   *
   * @param id the id of the point in its landscape
   * @return three moments, ascending; empty by default, if they are not known
   */
  default Optional<Vector> inertia(int id) {
    return Optional.empty();
  }

  /**
   * The number of vibrations: of the positive eigenvalues of a minimum.
   *
   * @return the number, 0 or more
   */
  int vibrations();
}
