package dev.tarn.potential.space;

/**
 * Energy, gradient and equations with the Hessian of a potential whose Hessian has a form so cheap
 * that a step of Newton's method costs about as much as one of L-BFGS. Holds a workspace, for one
 * thread.
 */
public interface NewtonModel {

  /** What a potential offers that has such a form. */
  interface Source {
    /** A new workspace. */
    NewtonModel newtonModel();
  }

  /** The root-mean-square gradient from which on Newton's method is worth its steps. */
  double handover();

  /**
   * Moves to a point.
   *
   * @param x the point; not modified
   * @param gradient receives the gradient
   * @return the energy
   */
  double moveTo(double[] x, double[] gradient);

  /** Takes the Hessian where it has moved to last for the equations to be solved. */
  void take();

  /** A bound of the norm of the Hessian that was taken last. */
  double norm();

  /**
   * Solves {@code (H + s) x = b} with the Hessian that was taken last.
   *
   * @param right {@code b}; not modified
   * @param shift {@code s}
   * @param x receives the solution, if there is one
   * @return whether {@code H + s} is positive definite; if not, {@code x} is left as it is
   */
  boolean solve(double[] right, double shift, double[] x);
}
