package dev.tarn.thermo;

import dev.tarn.landscape.Landscape;
import dev.tarn.linear.SymmetricEigen;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.surfaces.Cluster;
import java.util.Optional;

/**
 * Principal moments of inertia, the eigenvalues of {@code sum_i (|r_i|^2 1 - r_i r_i^T)} with
 * {@code r_i} the places of atoms of mass 1 from their centre. Stateless.
 */
public final class Inertia {
  private static final int SPACE = 3;

  private Inertia() {}

  /**
   * The moments of a point.
   *
   * @param point a point
   * @param potential the potential whose point it is
   * @return three moments, ascending; empty if files that the point is from do not say them, and
   *     the potential is no cluster of atoms
   */
  public static Optional<Vector> of(StationaryPoint point, Potential potential) {
    Optional<LogProducts> given = potential.capability(LogProducts.class);
    if (given.isPresent()) {
      return given.get().inertia(point.id());
    }
    return potential instanceof Cluster
        ? Optional.of(ofAtoms(point.coordinates()))
        : Optional.empty();
  }

  /**
   * A model whose weights have the factor {@code (Ix Iy Iz)^power}: with the power 1/2 each minimum
   * is a classical rigid body that turns freely, and -1/2 is what PATHSAMPLE prints beside.
   *
   * @param model the model of a landscape
   * @param landscape the landscape; not modified
   * @param potential the potential whose landscape it is
   * @param power any finite number
   * @return the same wells and passes with other weights
   * @throws IllegalArgumentException if moments of a point are not known, or one is not positive
   */
  public static HarmonicModel weigh(
      HarmonicModel model, Landscape landscape, Potential potential, double power) {
    return new HarmonicModel(
        model.wells().stream()
            .map(
                well ->
                    new HarmonicModel.Well(
                        well.id(),
                        well.energy(),
                        well.logWeight() + power * log(landscape.get(well.id()), potential)))
            .toList(),
        model.passes().stream()
            .map(
                pass ->
                    new HarmonicModel.Pass(
                        pass.id(),
                        pass.energy(),
                        pass.logWeight() + power * log(landscape.get(pass.id()), potential),
                        pass.from(),
                        pass.to()))
            .toList(),
        model.vibrations());
  }

  private static double log(StationaryPoint point, Potential potential) {
    Vector moments =
        of(point, potential)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "moments of inertia of point "
                            + point.id()
                            + " are not known: they are of atoms in space"));
    if (!moments.stream().allMatch(moment -> moment > 0.0)) {
      throw new IllegalArgumentException(
          "moments of inertia are positive, those of point " + point.id() + " are " + moments);
    }
    return moments.stream().map(Math::log).sum();
  }

  /**
   * The moments of atoms of mass 1.
   *
   * @param x three coordinates of each atom
   * @return three moments, ascending
   */
  static Vector ofAtoms(Vector x) {
    double[] centre = new double[SPACE];
    for (int i = 0; i < x.length(); i++) {
      centre[i % SPACE] += x.get(i) * SPACE / x.length();
    }
    double[] tensor = new double[SPACE * SPACE];
    for (int atom = 0; atom < x.length(); atom += SPACE) {
      for (int j = 0; j < SPACE; j++) {
        for (int k = 0; k < SPACE; k++) {
          double product = (x.get(atom + j) - centre[j]) * (x.get(atom + k) - centre[k]);
          tensor[SPACE * j + k] -= product;
          if (j == k) {
            for (int d = 0; d < SPACE; d++) {
              tensor[(SPACE + 1) * d] += product;
            }
          }
        }
      }
    }
    SymmetricEigen eigen = new SymmetricEigen(SPACE);
    eigen.decomposeValues(tensor);
    return Vector.of(eigen.values());
  }
}
