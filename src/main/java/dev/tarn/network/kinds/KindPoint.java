package dev.tarn.network.kinds;

import dev.tarn.linear.Vectors;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A point of a network with one hidden layer, by kinds of units: each kind once, with the number of
 * units that are like it up to sign, and the output biases. Units without weights are left out.
 *
 * <p>Units and biases are in the coordinates of the space that searches run in ({@link UnitSpace}).
 * Immutable.
 */
final class KindPoint implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[][] units;
  private final int[] multiplicities;
  private final double[] biases;

  KindPoint(List<double[]> units, int[] multiplicities, double[] biases) {
    this.units = units.stream().map(double[]::clone).toArray(double[][]::new);
    this.multiplicities = multiplicities.clone();
    this.biases = biases.clone();
  }

  /** The number of kinds. */
  int kinds() {
    return units.length;
  }

  /** The number of units, those without weights not counted. */
  int units() {
    return Arrays.stream(multiplicities).sum();
  }

  /** A unit of a kind, a new array. */
  double[] unit(int kind) {
    return units[kind].clone();
  }

  /** One unit of each kind. */
  List<double[]> all() {
    return new ArrayList<>(Arrays.asList(units));
  }

  int multiplicity(int kind) {
    return multiplicities[kind];
  }

  int[] multiplicities() {
    return multiplicities.clone();
  }

  double[] biases() {
    return biases.clone();
  }

  /**
   * Whether this is the same point as another, up to the order of the kinds and, if units may
   * change sign, their signs. Kinds of one point must be further apart than the tolerance.
   */
  boolean matches(KindPoint other, boolean odd, double tolerance) {
    if (units.length != other.units.length || Vectors.distance(biases, other.biases) > tolerance) {
      return false;
    }
    boolean[] taken = new boolean[units.length];
    for (int j = 0; j < units.length; j++) {
      boolean found = false;
      for (int k = 0; k < units.length && !found; k++) {
        if (!taken[k]
            && multiplicities[j] == other.multiplicities[k]
            && apart(units[j], other.units[k], odd) <= tolerance) {
          taken[k] = true;
          found = true;
        }
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  /** The distance of two units, or of the one and the other with the opposite sign. */
  static double apart(double[] a, double[] b, boolean odd) {
    return odd
        ? Math.sqrt(Vectors.squaredDistanceUpToSign(a, 0, b, 0, a.length))
        : Vectors.distance(a, b);
  }
}
