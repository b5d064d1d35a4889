package dev.tarn.network.kinds;

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

  private final KindPoint point;
  private final double energy;
  private final double rms;
  private final Vector own;
  private final List<Vector> blocks;
  private final Vector zeroBlock;
  private final int images;
  private final boolean odd;

  KindClass(
      KindPoint point,
      double energy,
      double rms,
      Vector own,
      List<Vector> blocks,
      Vector zeroBlock,
      int images,
      boolean odd) {
    this.point = point;
    this.energy = energy;
    this.rms = rms;
    this.own = own;
    this.blocks = List.copyOf(blocks);
    this.zeroBlock = zeroBlock;
    this.images = images;
    this.odd = odd;
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
    return energy;
  }

  /**
   * The root-mean-square gradient in the variables of the pattern.
   *
   * @return how well the point is polished
   */
  public double rms() {
    return rms;
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
    int index = negative(own) + (hidden - units()) * negative(zeroBlock);
    for (int j = 0; j < kinds(); j++) {
      index += (point.multiplicity(j) - 1) * negative(blocks.get(j));
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
    return size.shiftLeft(odd ? units() : 0).multiply(BigInteger.valueOf(images));
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
    List<Double> all = new ArrayList<>(own.asList());
    for (int j = 0; j < kinds(); j++) {
      for (int copy = 1; copy < point.multiplicity(j); copy++) {
        all.addAll(blocks.get(j).asList());
      }
    }
    for (int zero = units(); zero < hidden; zero++) {
      all.addAll(zeroBlock.asList());
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
    double least = least(own);
    for (int j = 0; j < kinds(); j++) {
      least = point.multiplicity(j) > 1 ? Math.min(least, least(blocks.get(j))) : least;
    }
    return hidden > units() ? Math.min(least, least(zeroBlock)) : least;
  }

  private static double least(Vector eigenvalues) {
    return eigenvalues.stream().map(Math::abs).min().orElse(Double.POSITIVE_INFINITY);
  }

  @Override
  public String toString() {
    return "energy " + energy + ", kinds " + Arrays.toString(multiplicities());
  }
}
