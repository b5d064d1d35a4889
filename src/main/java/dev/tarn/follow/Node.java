package dev.tarn.follow;

/**
 * A point of a branch with what the continuation knows there.
 *
 * @param y the variables and, last, the parameter
 * @param tangent the direction of the branch, unit length in the measure of the step that ended
 *     here
 * @param energy the energy
 * @param eigenvalues the Hessian's eigenvalues, ascending
 * @param index the number of negative ones
 */
record Node(double[] y, double[] tangent, double energy, double[] eigenvalues, int index) {

  double mu() {
    return y[y.length - 1];
  }

  /** The speed of the parameter along the branch: its sign is the direction, 0 a turn. */
  double muSpeed() {
    return tangent[tangent.length - 1];
  }
}
