package dev.tarn.stationary;

import dev.tarn.potential.Transformation;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A point after Newton's method, with the curvature there.
 *
 * @param coordinates the point, length {@code n}; owned by the caller
 * @param energy the energy
 * @param rms the root-mean-square gradient
 * @param eigenvalues the Hessian's eigenvalues, ascending, those of null directions left out: all
 *     of them, or the lowest few beyond {@link StationaryPolish#FULL_DIMENSION} variables, as exact
 *     as {@link StationaryPolish#krylov} says; 0 where the error of the Hessian is larger than the
 *     cutoff and hides the value
 * @param index the number of negative ones among these; where all of them are negative and more
 *     exist, the index is at least this
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
    boolean degenerate)
    implements Serializable {

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
   * The same point in other units.
   *
   * @param length what the coordinates are multiplied by; positive
   * @param scale what the energy is multiplied by; positive
   * @return a point with energy, gradient and eigenvalues to match; this one if both are 1
   */
  public PolishedPoint times(double length, double scale) {
    if (length == 1.0 && scale == 1.0) {
      return this;
    }
    double curvature = scale / length / length;
    return new PolishedPoint(
        Arrays.stream(coordinates).map(x -> length * x).toArray(),
        scale * energy,
        scale / length * rms,
        Arrays.stream(eigenvalues).map(value -> curvature * value).toArray(),
        index,
        converged,
        degenerate);
  }

  /**
   * A copy of the point under the potential's symmetry.
   *
   * @param transformation an element of the group
   * @return the point there, with the same energy and eigenvalues
   */
  public PolishedPoint copied(Transformation transformation) {
    return new PolishedPoint(
        transformation.apply(coordinates), energy, rms, eigenvalues, index, converged, degenerate);
  }

  /**
   * The same point in a larger space, of which this one is a subspace that the gradient lies in.
   *
   * @param full the point in the larger space; kept, not copied
   * @param values the Hessian's eigenvalues there, ascending, one for each variable; kept
   * @param tolerances when an eigenvalue counts as zero
   * @return the point with the index that it has in the larger space
   */
  public PolishedPoint lifted(double[] full, double[] values, Tolerances tolerances) {
    int negative = 0;
    boolean soft = false;
    for (double value : values) {
      if (value < 0.0) {
        negative++;
      }
      soft |= Math.abs(value) < tolerances.zeroCutoff();
    }
    double share = (double) coordinates.length / full.length;
    return new PolishedPoint(
        full, energy, rms * Math.sqrt(share), values, negative, converged, soft);
  }

  /**
   * The eigenvalue nearest to zero, of those known.
   *
   * @return the smallest magnitude of an eigenvalue, infinite if none is known
   */
  public double smallestMagnitude() {
    double least = Double.POSITIVE_INFINITY;
    for (double value : eigenvalues) {
      least = Math.min(least, Math.abs(value));
    }
    return least;
  }
}
