package dev.tarn.potential;

/**
 * One element of a {@link SymmetryGroup}: a transformation of the variables that leaves the energy
 * unchanged.
 *
 * <p>Implementations are immutable, and two elements of a group are equal, in the sense of {@link
 * Object#equals}, when they are the same transformation.
 */
public interface Transformation {

  /**
   * Applies the transformation to a point.
   *
   * @param x the point; not modified
   * @return the copy of the point, a new array
   * @throws IllegalArgumentException if the transformation does not act on points of that length
   */
  double[] apply(double[] x);

  /**
   * The product of two elements: first the other one, then this one.
   *
   * @param first the transformation that is applied first
   * @return the element {@code g} with {@code g(x) = this(first(x))}
   * @throws IllegalArgumentException if the two are not of the same group
   */
  Transformation after(Transformation first);

  /**
   * The transformation that undoes this one.
   *
   * @return the inverse element
   */
  Transformation inverse();

  /**
   * Whether this is the identity.
   *
   * @return true if the transformation leaves every point in place
   */
  boolean isIdentity();

  /**
   * The element as a permutation of some things, the same things for all elements of a group: they
   * are numbered from 0, two elements are equal exactly if they permute them alike, and a product
   * permutes them as the two do one after the other. The variables with either sign will do where a
   * group permutes them with signs.
   *
   * @return for each thing the one whose place it takes, a new array
   */
  int[] permutation();
}
