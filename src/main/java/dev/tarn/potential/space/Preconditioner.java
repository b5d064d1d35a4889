package dev.tarn.potential.space;

import dev.tarn.potential.Potential;
import java.util.Optional;

/**
 * A symmetric positive definite matrix {@code P} that is like a potential's Hessian and can be
 * divided by at little cost: what solvers do with {@code H} they do with {@code P^-1 H}, whose
 * eigenvalues lie closer together. It changes how fast they arrive, not what they arrive at.
 *
 * <p>Holds the matrix of one point and a workspace: for one thread.
 */
public interface Preconditioner {

  /**
   * Takes the matrix of a point.
   *
   * @param x the point; not modified
   */
  void moveTo(double[] x);

  /**
   * Divides a vector by the matrix. Before the first {@link #moveTo} the result is undefined.
   *
   * @param v the vector; not modified
   * @param quotient receives {@code P^-1 v}; another array
   */
  void divide(double[] v, double[] quotient);

  /**
   * The preconditioner of a potential.
   *
   * @param potential the potential
   * @return a new one for one thread; empty where there is none
   */
  static Optional<Preconditioner> of(Potential potential) {
    return potential.capability(Source.class).map(Source::preconditioner);
  }

  /** A potential that has a preconditioner, as a capability. It has no null directions. */
  @FunctionalInterface
  interface Source {

    /**
     * Makes a preconditioner.
     *
     * @return a new one for one thread
     */
    Preconditioner preconditioner();
  }
}
