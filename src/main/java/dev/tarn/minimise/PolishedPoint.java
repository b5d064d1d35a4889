package dev.tarn.minimise;

/**
 * A point after Newton's method, with the curvature there.
 *
 * @param coordinates the point, length {@code n}; owned by the caller
 * @param energy the energy
 * @param rms the root-mean-square gradient
 * @param eigenvalues the Hessian's eigenvalues, ascending, length {@code n}
 * @param index the number of negative eigenvalues
 * @param converged whether this is a stationary point: {@code rms} and the Newton step from here
 *     are below their tolerances
 * @param degenerate whether an eigenvalue lies within the cutoff of zero, so that the index means
 *     nothing
 */
public record PolishedPoint(
    double[] coordinates,
    double energy,
    double rms,
    double[] eigenvalues,
    int index,
    boolean converged,
    boolean degenerate) {

  /**
   * Whether this is a proper stationary point of a given index.
   *
   * @param wanted the index
   * @return true when converged, not degenerate and of that index
   */
  public boolean isStationary(int wanted) {
    return converged && !degenerate && index == wanted;
  }

  /**
   * The eigenvalue nearest to zero.
   *
   * @return the smallest magnitude of an eigenvalue
   */
  public double smallestMagnitude() {
    double least = Double.POSITIVE_INFINITY;
    for (double value : eigenvalues) {
      least = Math.min(least, Math.abs(value));
    }
    return least;
  }
}
