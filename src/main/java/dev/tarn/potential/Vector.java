package dev.tarn.potential;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A vector of real numbers that does not change: coordinates, eigenvalues, coefficients.
 *
 * <p>Two vectors are equal if they have the same length and each pair of components has the same
 * value in the sense of {@link Double#equals}. Immutable, may be shared between threads.
 */
public final class Vector implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Vector EMPTY = new Vector(new double[0]);

  private final double[] components;

  private Vector(double[] components) {
    this.components = components;
  }

  /**
   * A vector of given components.
   *
   * @param components the components; copied
   * @return the vector
   */
  public static Vector of(double... components) {
    return components.length == 0 ? EMPTY : new Vector(components.clone());
  }

  /**
   * A vector of given components.
   *
   * @param components the components in their order
   * @return the vector
   */
  public static Vector of(DoubleStream components) {
    return new Vector(components.toArray());
  }

  /**
   * The number of components.
   *
   * @return the length, 0 or more
   */
  public int length() {
    return components.length;
  }

  /**
   * Whether there is no component.
   *
   * @return true for length 0
   */
  public boolean isEmpty() {
    return components.length == 0;
  }

  /**
   * A component.
   *
   * @param i its number, from 0
   * @return its value
   * @throws IndexOutOfBoundsException if there is none of that number
   */
  public double get(int i) {
    return components[i];
  }

  /**
   * The components in an array.
   *
   * @return a new array
   */
  public double[] toArray() {
    return components.clone();
  }

  /**
   * The components one after the other.
   *
   * @return a new stream
   */
  public DoubleStream stream() {
    return Arrays.stream(components);
  }

  /**
   * The components as objects.
   *
   * @return an immutable list
   */
  public List<Double> asList() {
    return stream().boxed().toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vector vector && Arrays.equals(components, vector.components);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(components);
  }

  /** The components as {@code [1.0, 2.0]}. */
  @Override
  public String toString() {
    return Arrays.toString(components);
  }
}
