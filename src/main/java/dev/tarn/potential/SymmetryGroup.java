package dev.tarn.potential;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A finite group of transformations of the variables that leave the energy unchanged; {@link
 * Transformation} is one element.
 *
 * <p>A point and its copies under the group form an orbit; all of them have the same energy, index
 * and eigenvalues, and the landscape keeps one of them, the canonical one, for the class.
 *
 * <p>Implementations are immutable and may be shared between threads.
 */
public interface SymmetryGroup {

  /**
   * The order of the group.
   *
   * @return the number of transformations, the identity included; at least 1
   */
  BigInteger order();

  /**
   * The representative of a point's orbit.
   *
   * <p>Idempotent, and the same for every copy of a point up to rounding. Near a tie (components
   * that agree to about 1e-6) rounding may decide which copy is taken, so equality of classes is
   * settled by {@link #nearestCopy}, not by comparing canonical forms.
   *
   * @param x the point; not modified
   * @param canonical receives the representative; may be {@code x} itself
   */
  void canonical(double[] x, double[] canonical);

  /**
   * The number of distinct copies of a point: the order of the group divided by the order of the
   * point's stabiliser.
   *
   * @param x the point; components that agree to 1e-6 are taken as equal
   * @return the size of the orbit; 1 for a point that every transformation leaves in place
   */
  BigInteger orbitSize(double[] x);

  /**
   * The copy of a point that lies nearest to another point, exactly.
   *
   * @param x the point to be moved; not modified
   * @param reference the point to come near to; not modified
   * @param copy receives the copy of {@code x}; may be {@code x} itself, not {@code reference}
   * @return the Euclidean distance between {@code copy} and {@code reference}
   */
  double nearestCopy(double[] x, double[] reference, double[] copy);

  /**
   * The transformation that changes nothing.
   *
   * @return the identity
   */
  Transformation identity();

  /**
   * A transformation drawn uniformly from the group.
   *
   * @param random the source of randomness
   * @return the element
   */
  Transformation randomElement(RandomGenerator random);

  /**
   * Generators of the stabiliser: the elements that leave a point in place.
   *
   * @param x the point; components that agree to 1e-6 are taken as equal
   * @return elements that generate the stabiliser, none of them the identity; none for a point that
   *     only the identity leaves in place
   */
  List<Transformation> stabiliserGenerators(double[] x);

  /**
   * A transformation that takes one point to another.
   *
   * @param x a point
   * @param y a point of the same length
   * @return an element {@code g} with {@code g(x) = y} to within 1e-5, and up to the potential's
   *     null directions; empty if the two are not of one class
   */
  Optional<Transformation> transporter(double[] x, double[] y);

  /**
   * A copy of a point under a transformation drawn uniformly from the group.
   *
   * @param random the source of randomness
   * @param x the point; not modified
   * @param copy receives the copy; may be {@code x} itself
   */
  default void randomCopy(RandomGenerator random, double[] x, double[] copy) {
    double[] moved = randomElement(random).apply(x);
    System.arraycopy(moved, 0, copy, 0, moved.length);
  }

  /** The projection onto a subspace of the variables that the gradient flow does not leave. */
  @FunctionalInterface
  interface Projection {

    /**
     * Projects a point.
     *
     * @param x the point, replaced by its projection
     */
    void apply(double[] x);
  }

  /**
   * The projection onto the points that every transformation fixing {@code x} leaves in place.
   *
   * <p>The gradient at such a point lies in the same subspace, so a steepest-descent path that
   * begins in it stays there. Rounding does not know that; the projection keeps a computed path
   * where the exact one runs.
   *
   * @param x the point whose stabiliser is meant; not modified
   * @return the average over the stabiliser; by default the identity, for a group without fixed
   *     points but the whole space
   */
  default Projection fixedSpace(double[] x) {
    return point -> {};
  }

  /**
   * The group of the identity alone.
   *
   * @return a symmetry under which every point is its own orbit
   */
  static SymmetryGroup trivial() {
    return TrivialGroup.INSTANCE;
  }

  /**
   * Inversion through the origin, {@code x -> -x}.
   *
   * @return the group of order 2
   */
  static SymmetryGroup inversion() {
    return inversion(1.0);
  }

  /**
   * Inversion through the origin, {@code x -> -x}, of a potential whose lengths are not of order
   * one.
   *
   * @param length about the distance over which the potential changes: variables below a millionth
   *     of it count as zero
   * @return the group of order 2
   * @throws IllegalArgumentException if the length is not positive and finite
   */
  static SymmetryGroup inversion(double length) {
    return new InversionGroup(length);
  }
}
