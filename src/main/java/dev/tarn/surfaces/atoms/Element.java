package dev.tarn.surfaces.atoms;

import dev.tarn.potential.Transformation;
import java.util.Arrays;

/**
 * A permutation of like atoms, with or without inversion through the origin. Immutable.
 *
 * @param from for each place the atom that comes there
 * @param inverted whether all coordinates change their sign
 */
record Element(int[] from, boolean inverted) implements Transformation {

  static Element identity(int atoms) {
    int[] from = new int[atoms];
    Arrays.setAll(from, i -> i);
    return new Element(from, false);
  }

  @Override
  public double[] apply(double[] x) {
    if (x.length != 3 * from.length) {
      throw new IllegalArgumentException(
          "a point of "
              + from.length
              + " atoms has "
              + 3 * from.length
              + " components, not "
              + x.length);
    }
    double[] y = new double[x.length];
    for (int i = 0; i < from.length; i++) {
      for (int k = 0; k < 3; k++) {
        double value = x[3 * from[i] + k];
        y[3 * i + k] = inverted ? -value : value;
      }
    }
    return y;
  }

  @Override
  public Transformation after(Transformation first) {
    if (first instanceof Element other && other.from.length == from.length) {
      int[] both = new int[from.length];
      Arrays.setAll(both, i -> other.from[from[i]]);
      return new Element(both, inverted != other.inverted);
    }
    throw new IllegalArgumentException(
        "a permutation of " + from.length + " atoms cannot follow " + first);
  }

  @Override
  public Transformation inverse() {
    int[] back = new int[from.length];
    for (int i = 0; i < back.length; i++) {
      back[from[i]] = i;
    }
    return new Element(back, inverted);
  }

  @Override
  public boolean isIdentity() {
    return equals(identity(from.length));
  }

  /** The atoms, and two more things that inversion exchanges. */
  @Override
  public int[] permutation() {
    int[] things = Arrays.copyOf(from, from.length + 2);
    things[from.length] = from.length + (inverted ? 1 : 0);
    things[from.length + 1] = from.length + (inverted ? 0 : 1);
    return things;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Element element
        && inverted == element.inverted
        && Arrays.equals(from, element.from);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(from) + Boolean.hashCode(inverted);
  }

  @Override
  public String toString() {
    return Arrays.toString(from) + (inverted ? " inverted" : "");
  }
}
