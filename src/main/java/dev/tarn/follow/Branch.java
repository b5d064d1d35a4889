package dev.tarn.follow;

import dev.tarn.potential.Vector;
import java.util.List;

/**
 * A branch of stationary points, from one value of the parameter on.
 *
 * @param end how it ended
 * @param samples its points from the start to the end, both included
 * @param criticalPoints its folds and branch points in the order of the way
 * @param steps the number of steps accepted
 */
public record Branch(End end, List<Sample> samples, List<CriticalPoint> criticalPoints, int steps) {

  /**
   * Takes copies of the lists.
   *
   * @param end as above
   * @param samples as above
   * @param criticalPoints as above
   * @param steps as above
   */
  public Branch {
    samples = List.copyOf(samples);
    criticalPoints = List.copyOf(criticalPoints);
  }

  /** How a branch ended. */
  public enum End {
    /** At the parameter asked for. */
    ARRIVED,
    /** Back at the parameter that it started from, as another stationary point or a mirror copy. */
    RETURNED,
    /** A variable passed its bound. */
    OUT_OF_BOUNDS,
    /** The limit of steps. */
    OUT_OF_STEPS,
    /** No step was short enough for the corrector to converge. */
    STUCK
  }

  /**
   * The last point.
   *
   * @return the sample at the end: polished there if the branch arrived or returned
   */
  public Sample last() {
    return samples.get(samples.size() - 1);
  }

  /**
   * A point of a branch.
   *
   * @param mu the parameter
   * @param energy the energy
   * @param index the number of negative Hessian eigenvalues
   * @param size the root mean square of the variables
   * @param coordinates the variables, length {@code n}
   */
  public record Sample(double mu, double energy, int index, double size, Vector coordinates) {}

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
}
