package dev.tarn.minimise;

/**
 * What a minimisation ended with.
 *
 * @param energy the energy at the last point
 * @param rms the root-mean-square gradient there
 * @param iterations the number of accepted steps
 * @param evaluations the number of gradients evaluated
 * @param status why it stopped
 */
public record Minimisation(
    double energy, double rms, int iterations, int evaluations, Status status) {

  /** Why a minimisation stopped. */
  public enum Status {
    /** The root-mean-square gradient fell to the tolerance. */
    CONVERGED,
    /** The limit of iterations was reached. */
    MAX_ITERATIONS,
    /** No step along the steepest descent lowers the energy any more: the rounding floor. */
    STALLED,
    /** The energy or gradient is not finite at the starting point. */
    NOT_FINITE
  }

  /**
   * Whether the tolerance was met.
   *
   * @return true for {@link Status#CONVERGED}
   */
  public boolean converged() {
    return status == Status.CONVERGED;
  }
}
