package dev.tarn.follow;

import dev.tarn.potential.Vector;

/**
 * A point of a branch at which the Hessian is singular: where stationary points merge or split.
 *
 * @param kind fold or branch point
 * @param mu the parameter there, to about 1e-8
 * @param energy the energy
 * @param eigenvalue the Hessian eigenvalue nearest to zero, which shows how well the place is
 *     located
 * @param indexBefore the index of the branch on the way in
 * @param indexAfter the index of the branch on the way out
 * @param turns whether the parameter turns round here
 * @param coordinates the variables, length {@code n}
 */
public record CriticalPoint(
    Kind kind,
    double mu,
    double energy,
    double eigenvalue,
    int indexBefore,
    int indexAfter,
    boolean turns,
    Vector coordinates) {

  /** What happens at a singular Hessian. */
  public enum Kind {
    /**
     * Two points whose indices differ by one meet and vanish: the branch turns round in the
     * parameter and goes on as the other point.
     */
    FOLD,
    /**
     * Branches cross, usually where one of them has more symmetry: the index changes without a
     * turn, or a branch of less symmetry turns round and comes back as its own mirror copy.
     */
    BRANCH_POINT
  }
}
