package dev.tarn.stationary;

import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Vector;
import java.math.BigInteger;

/**
 * A class of stationary points: one point and all its symmetry copies.
 *
 * @param id the number of the class within its landscape, from 1; minima and saddles share one
 *     numbering
 * @param index the number of negative Hessian eigenvalues: 0 for a minimum, 1 for a transition
 *     state
 * @param energy the energy, in nats per training example for a network
 * @param coordinates the canonical copy, length {@code n}
 * @param eigenvalues the Hessian's eigenvalues, ascending: one for each variable, less the null
 *     directions of the potential; only the lowest few for potentials of more than {@link
 *     dev.tarn.stationary.StationaryPolish#FULL_DIMENSION} variables
 * @param rms the root-mean-square gradient
 * @param orbit the number of symmetry copies, itself included
 * @param provenance what found it first
 */
public record StationaryPoint(
    int id,
    int index,
    double energy,
    Vector coordinates,
    Vector eigenvalues,
    double rms,
    BigInteger orbit,
    Provenance provenance) {

  /**
   * The class of a point that was found.
   *
   * @param id its number
   * @param found the point as polished; not modified
   * @param symmetry the group that makes points equivalent
   * @param provenance what found it
   * @return the class, with the canonical copy of the point
   */
  public static StationaryPoint of(
      int id, PolishedPoint found, SymmetryGroup symmetry, Provenance provenance) {
    double[] canonical = new double[found.coordinates().length];
    symmetry.canonical(found.coordinates(), canonical);
    return new StationaryPoint(
        id,
        found.index(),
        found.energy(),
        Vector.of(canonical),
        Vector.of(found.eigenvalues()),
        found.rms(),
        symmetry.orbitSize(canonical),
        provenance);
  }

  /**
   * Whether this is a minimum.
   *
   * @return true for index 0
   */
  public boolean isMinimum() {
    return index == 0;
  }

  /**
   * Whether this is a transition state.
   *
   * @return true for index 1
   */
  public boolean isTransitionState() {
    return index == 1;
  }

  /**
   * The eigenvalue nearest to zero, of those known.
   *
   * @return the smallest magnitude of an eigenvalue
   */
  public double smallestMagnitude() {
    return eigenvalues.stream().map(Math::abs).min().orElse(Double.NaN);
  }

  /**
   * What produced a stationary point.
   *
   * @param run the number of the run within its database, 0 without one
   * @param job the number of the job within the search
   * @param method what the job did, for example {@code "basin-hopping"}
   */
  public record Provenance(int run, long job, String method) {}
}
