package dev.tarn.network.kinds;

import dev.tarn.network.pattern.KindPoint;
import dev.tarn.potential.Vector;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A class of stationary points without zero units, characterised by its pattern: it is a class of
 * the network with {@link #units} hidden units and, padded with zero units, of every larger one.
 *
 * <p>With the pattern's Hessian {@code P}, the block {@code B_i} of one unit of kind {@code i} (the
 * Hessian of its share of the loss at fixed slopes) and the block {@code B_0} of a zero unit, the
 * network of {@code N} units has the eigenvalues of {@code P}, those of {@code B_i} each {@code n_i
 * - 1} times, those of {@code B_0} each {@code N - k} times, and those across the centred outputs.
 * The cost does not depend on {@code N}. Immutable.
 */
public final class KindClass implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What a class is made of.
   *
   * @param units one unit of each kind: weights from the inputs, bias, weights to the (centred)
   *     outputs
   * @param multiplicities how many units each kind has, in descending order
   * @param biases the (centred) output biases
   * @param energy the energy
   * @param rms the root-mean-square gradient in the variables of the pattern
   * @param eigenvalues those of the pattern's Hessian, ascending
   * @param blocks the eigenvalues of the block of one unit, for each kind
   * @param zeroBlock the eigenvalues of the block of a zero unit; empty where units without weights
   *     contribute
   * @param images how many different points the symmetries of the data make of this one
   * @param odd whether a unit with the opposite sign contributes the same
   */
  public record Parts(
      List<Vector> units,
      List<Integer> multiplicities,
      Vector biases,
      double energy,
      double rms,
      Vector eigenvalues,
      List<Vector> blocks,
      Vector zeroBlock,
      int images,
      boolean odd)
      implements Serializable {

    /**
     * Keeps unmodifiable copies of the lists.
     *
     * @param units as above
     * @param multiplicities as above
     * @param biases as above
     * @param energy as above
     * @param rms as above
     * @param eigenvalues as above
     * @param blocks as above
     * @param zeroBlock as above
     * @param images as above
     * @param odd as above
     * @throws IllegalArgumentException if units, multiplicities and blocks are not of the same
     *     number of kinds, there are more or fewer eigenvalues than variables, or a multiplicity or
     *     the number of images is less than 1
     */
    public Parts {
      units = List.copyOf(units);
      multiplicities = List.copyOf(multiplicities);
      blocks = List.copyOf(blocks);
      if (multiplicities.size() != units.size() || blocks.size() != units.size()) {
        throw new IllegalArgumentException(
            "a class of "
                + units.size()
                + " kinds has as many multiplicities and blocks, not "
                + multiplicities.size()
                + " and "
                + blocks.size());
      }
      int variables = units.stream().mapToInt(Vector::length).sum() + biases.length();
      if (eigenvalues.length() != variables) {
        throw new IllegalArgumentException(
            "a pattern of "
                + variables
                + " variables has as many eigenvalues, not "
                + eigenvalues.length());
      }
      if (images < 1 || multiplicities.stream().anyMatch(n -> n < 1)) {
        throw new IllegalArgumentException(
            "multiplicities and the number of images are at least 1, not "
                + multiplicities
                + " and "
                + images);
      }
    }
  }

  private final Parts parts;
  private final KindPoint point;
  private final int negative;
  private final int[] negativeOfBlock;
  private final int negativeOfZero;

  /**
   * A class from its parts.
   *
   * @param parts what {@link #parts} gave
   */
  public KindClass(Parts parts) {
    this.parts = parts;
    point =
        new KindPoint(
            parts.units().stream().map(Vector::toArray).toList(),
            parts.multiplicities().stream().mapToInt(Integer::intValue).toArray(),
            parts.biases().toArray());
    negative = negative(parts.eigenvalues());
    negativeOfBlock = parts.blocks().stream().mapToInt(KindClass::negative).toArray();
    negativeOfZero = negative(parts.zeroBlock());
  }

  /**
   * What the class is made of.
   *
   * @return all that is to be kept of it
   */
  public Parts parts() {
    return parts;
  }

  KindPoint point() {
    return point;
  }

  /**
   * The energy.
   *
   * @return the energy, in nats per training example for a classifier
   */
  public double energy() {
    return parts.energy();
  }

  /**
   * The root-mean-square gradient in the variables of the pattern.
   *
   * @return how well the point is polished
   */
  public double rms() {
    return parts.rms();
  }

  /**
   * The number of kinds of units.
   *
   * @return 0 for the point without units
   */
  public int kinds() {
    return point.kinds();
  }

  /**
   * The number of units, zero units not counted.
   *
   * @return {@code k}, the sum of the multiplicities
   */
  public int units() {
    return point.units();
  }

  /**
   * How many units each kind has.
   *
   * @return a new array, in descending order
   */
  public int[] multiplicities() {
    return point.multiplicities();
  }

  /**
   * The index in a network of a given size.
   *
   * @param hidden the number of hidden units, at least {@link #units}
   * @return the number of negative eigenvalues
   */
  public int index(int hidden) {
    int index = negative + (hidden - units()) * negativeOfZero;
    for (int j = 0; j < kinds(); j++) {
      index += (point.multiplicity(j) - 1) * negativeOfBlock[j];
    }
    return index;
  }

  private static int negative(Vector eigenvalues) {
    return (int) eigenvalues.stream().filter(value -> value < 0.0).count();
  }

  /**
   * The number of symmetry copies in a network of a given size.
   *
   * @param hidden the number of hidden units, at least {@link #units}
   * @return {@code N! / (n_1! ... n_m! (N - k)!)}, times two for each unit that may change sign,
   *     times the number of different images under the symmetries of the data
   */
  public BigInteger orbit(int hidden) {
    BigInteger size = falling(hidden, hidden - units());
    for (int n : multiplicities()) {
      size = size.divide(falling(n, 0));
    }
    return size.shiftLeft(parts.odd() ? units() : 0).multiply(BigInteger.valueOf(parts.images()));
  }

  /** {@code n! / m!}. */
  private static BigInteger falling(int n, int m) {
    BigInteger product = BigInteger.ONE;
    for (int k = m + 1; k <= n; k++) {
      product = product.multiply(BigInteger.valueOf(k));
    }
    return product;
  }

  /**
   * The Hessian's eigenvalues in a network of a given size, those across the centred outputs left
   * out.
   *
   * @param hidden the number of hidden units, at least {@link #units}
   * @return all of them, ascending
   */
  public double[] eigenvalues(int hidden) {
    List<Double> all = new ArrayList<>(parts.eigenvalues().asList());
    for (int j = 0; j < kinds(); j++) {
      for (int copy = 1; copy < point.multiplicity(j); copy++) {
        all.addAll(parts.blocks().get(j).asList());
      }
    }
    for (int zero = units(); zero < hidden; zero++) {
      all.addAll(parts.zeroBlock().asList());
    }
    return all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /**
   * The eigenvalue nearest to zero in a network of a given size.
   *
   * @param hidden the number of hidden units, at least {@link #units}
   * @return its magnitude
   */
  public double smallestMagnitude(int hidden) {
    double least = least(parts.eigenvalues());
    for (int j = 0; j < kinds(); j++) {
      least = point.multiplicity(j) > 1 ? Math.min(least, least(parts.blocks().get(j))) : least;
    }
    return hidden > units() ? Math.min(least, least(parts.zeroBlock())) : least;
  }

  private static double least(Vector eigenvalues) {
    return eigenvalues.stream().map(Math::abs).min().orElse(Double.POSITIVE_INFINITY);
  }

  @Override
  public String toString() {
    return "energy " + energy() + ", kinds " + Arrays.toString(multiplicities());
  }
}
