package dev.tarn.network.pattern;

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
public final class KindPoint implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[][] units;
  private final int[] multiplicities;
  private final int count;
  private final double[] biases;

  public KindPoint(List<double[]> units, int[] multiplicities, double[] biases) {
    this.units = units.stream().map(double[]::clone).toArray(double[][]::new);
    this.multiplicities = multiplicities.clone();
    count = Arrays.stream(multiplicities).sum();
    this.biases = biases.clone();
  }

  /** The number of kinds. */
  public int kinds() {
    return units.length;
  }

  /** The number of units, those without weights not counted. */
  public int units() {
    return count;
  }

  /** A unit of a kind, a new array. */
  public double[] unit(int kind) {
    return units[kind].clone();
  }

  /** One unit of each kind. */
  public List<double[]> all() {
    return new ArrayList<>(Arrays.asList(units));
  }

  public int multiplicity(int kind) {
    return multiplicities[kind];
  }

  public int[] multiplicities() {
    return multiplicities.clone();
  }

  public double[] biases() {
    return biases.clone();
  }

  /**
   * Whether this is the same point as another, up to the order of the kinds and, if units may
   * change sign, their signs. Kinds of one point must be further apart than the tolerance.
   */
  public boolean matches(KindPoint other, boolean odd, double tolerance) {
    return units.length == other.units.length
        && Vectors.distance(biases, other.biases) <= tolerance
        && matching(other, odd, tolerance).length == units.length;
  }

  /**
   * For each kind of another point of as many kinds the kind of this one that is the same.
   *
   * @return the kinds of this point, fewer than it has if the two are not the same
   */
  int[] matching(KindPoint other, boolean odd, double tolerance) {
    int[] same = new int[other.units.length];
    boolean[] taken = new boolean[units.length];
    if (Vectors.distance(biases, other.biases) > tolerance) {
      return new int[0];
    }
    for (int j = 0; j < same.length; j++) {
      int found = 0;
      while (found < units.length
          && (taken[found]
              || other.multiplicities[j] != multiplicities[found]
              || apart(other.units[j], units[found], odd) > tolerance)) {
        found++;
      }
      if (found == units.length) {
        return Arrays.copyOf(same, j);
      }
      taken[found] = true;
      same[j] = found;
    }
    return same;
  }

  /** The distance of two units, or of the one and the other with the opposite sign. */
  public static double apart(double[] a, double[] b, boolean odd) {
    return odd
        ? Math.sqrt(Vectors.squaredDistanceUpToSign(a, 0, b, 0, a.length))
        : Vectors.distance(a, b);
  }
}
