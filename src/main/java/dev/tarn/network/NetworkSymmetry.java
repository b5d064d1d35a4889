package dev.tarn.network;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One element of the symmetry group of the XOR loss: a transformation of the weights that leaves
 * the loss as it is for every {@code N_h} and lambda.
 *
 * <pre>
 *   unit k of g(x) = signs[k] * S(unit sources[k] of x)
 * </pre>
 *
 * <p>where {@code S} exchanges the weights from the two inputs if {@code swap} is set. The output
 * biases stay. Every element is an orthogonal map. There are {@code 2^N_h N_h! 2} of them; for one
 * hidden unit and more they are all different maps.
 *
 * <p>Immutable; two elements are equal when they are the same transformation. Applying, composing
 * and inverting cost {@code O(N_h)}.
 *
 * @param swap whether the two inputs are exchanged
 * @param sources for each place the unit that comes there, a permutation of {@code 0 .. N_h - 1}
 * @param signs for each place 1, or -1 if the unit that comes there changes the sign of all its
 *     weights
 */
public record NetworkSymmetry(boolean swap, ImmutableIntArray sources, ImmutableIntArray signs) {

  /**
   * Checks the element.
   *
   * @param swap as above
   * @param sources as above
   * @param signs as above
   * @throws IllegalArgumentException if {@code sources} is no permutation, {@code signs} has
   *     another length, or a sign is neither 1 nor -1
   */
  public NetworkSymmetry {
    int units = sources.length();
    boolean[] seen = new boolean[units];
    for (int k = 0; k < units; k++) {
      int source = sources.get(k);
      if (source < 0 || source >= units || seen[source]) {
        throw new IllegalArgumentException(
            "the sources are a permutation of 0 to " + (units - 1) + ", not " + sources);
      }
      seen[source] = true;
    }
    if (signs.length() != units || !signs.stream().allMatch(s -> s == 1 || s == -1)) {
      throw new IllegalArgumentException(
          "the signs are " + units + " numbers that are 1 or -1, not " + signs);
    }
  }

  static NetworkSymmetry of(boolean swap, int[] sources, int[] signs) {
    return new NetworkSymmetry(
        swap, ImmutableIntArray.copyOf(sources), ImmutableIntArray.copyOf(signs));
  }

  /**
   * The transformation that changes nothing.
   *
   * @param units the number of hidden units, 0 or more
   * @return the identity
   */
  public static NetworkSymmetry identity(int units) {
    return of(false, IntStream.range(0, units).toArray(), ones(units));
  }

  /**
   * The exchange of the two inputs alone.
   *
   * @param units the number of hidden units
   * @return the swap
   */
  public static NetworkSymmetry swapInputs(int units) {
    return of(true, IntStream.range(0, units).toArray(), ones(units));
  }

  /**
   * The change of sign of one unit.
   *
   * @param units the number of hidden units
   * @param unit the unit, from 0
   * @return the flip
   * @throws IndexOutOfBoundsException if there is no such unit
   */
  public static NetworkSymmetry flip(int units, int unit) {
    return exchange(units, unit, unit, -1);
  }

  /**
   * The exchange of two units, both times a sign.
   *
   * @param units the number of hidden units
   * @param first a unit, from 0
   * @param second another unit; if it is the same one, only its sign changes
   * @param sign the sign that both get, 1 or -1
   * @return the exchange
   * @throws IndexOutOfBoundsException if there is no such unit
   * @throws IllegalArgumentException if the sign is neither 1 nor -1
   */
  public static NetworkSymmetry exchange(int units, int first, int second, int sign) {
    int[] sources = IntStream.range(0, units).toArray();
    int[] signs = ones(units);
    sources[first] = second;
    sources[second] = first;
    signs[first] = sign;
    signs[second] = sign;
    return of(false, sources, signs);
  }

  private static int[] ones(int units) {
    int[] signs = new int[units];
    Arrays.fill(signs, 1);
    return signs;
  }

  /**
   * The number of hidden units that the element acts on.
   *
   * @return {@code N_h}
   */
  public int units() {
    return sources.length();
  }

  /**
   * Applies the transformation to a point.
   *
   * @param x the parameters in the order of {@link XorParameters}; not modified
   * @return the copy of the point, a new array
   * @throws IllegalArgumentException if {@code x} is no point of a network of {@link #units()}
   *     units
   */
  public double[] apply(double[] x) {
    if (x.length != XorParameters.UNIT * units() + XorParameters.OUTPUTS) {
      throw new IllegalArgumentException(
          "a symmetry of " + units() + " hidden units does not act on " + x.length + " parameters");
    }
    double[] out = new double[x.length];
    apply(x, out);
    return out;
  }

  /** Applies the transformation; the two arrays are different ones. */
  void apply(double[] x, double[] out) {
    for (int k = 0; k < units(); k++) {
      XorUnits.place(x, sources.get(k), signs.get(k), out, k);
    }
    if (swap) {
      XorUnits.swapInputs(out, units());
    }
    int end = XorParameters.UNIT * units();
    System.arraycopy(x, end, out, end, XorParameters.OUTPUTS);
  }

  /**
   * The product of two elements: first the other one, then this one.
   *
   * @param first the transformation that is applied first
   * @return the element {@code g} with {@code g(x) = this(first(x))}
   * @throws IllegalArgumentException if the other acts on another number of units
   */
  public NetworkSymmetry after(NetworkSymmetry first) {
    if (first.units() != units()) {
      throw new IllegalArgumentException(
          "a symmetry of "
              + units()
              + " hidden units cannot follow one of "
              + first.units()
              + ": both must act on the same network");
    }
    int[] product = new int[units()];
    int[] productSigns = new int[units()];
    for (int k = 0; k < units(); k++) {
      product[k] = first.sources.get(sources.get(k));
      productSigns[k] = signs.get(k) * first.signs.get(sources.get(k));
    }
    return of(swap != first.swap, product, productSigns);
  }

  /**
   * The transformation that undoes this one.
   *
   * @return the inverse element
   */
  public NetworkSymmetry inverse() {
    int[] inverse = new int[units()];
    int[] inverseSigns = new int[units()];
    for (int k = 0; k < units(); k++) {
      inverse[sources.get(k)] = k;
      inverseSigns[sources.get(k)] = signs.get(k);
    }
    return of(swap, inverse, inverseSigns);
  }

  /**
   * Whether this is the identity.
   *
   * @return true if the transformation leaves every point in place
   */
  public boolean isIdentity() {
    return equals(identity(units()));
  }

  /**
   * The element in words.
   *
   * @return {@code identity}, or for example {@code swap inputs, units (0 1), flip 2}: units are
   *     counted from 0 and permuted first, in cycles in which each goes to the place of the next
   *     one; then the units at the places named change sign
   */
  @Override
  public String toString() {
    String moved = cycles();
    String flipped =
        IntStream.range(0, units())
            .filter(k -> signs.get(k) < 0)
            .mapToObj(k -> " " + k)
            .collect(Collectors.joining());
    String text =
        (swap ? ", swap inputs" : "")
            + (moved.isEmpty() ? "" : ", units " + moved)
            + (flipped.isEmpty() ? "" : ", flip" + flipped);
    return text.isEmpty() ? "identity" : text.substring(2);
  }

  private String cycles() {
    StringBuilder text = new StringBuilder();
    boolean[] named = new boolean[units()];
    ImmutableIntArray places = inverse().sources;
    for (int j = 0; j < units(); j++) {
      if (named[j] || places.get(j) == j) {
        continue;
      }
      String separator = "(";
      for (int k = j; !named[k]; k = places.get(k)) {
        named[k] = true;
        text.append(separator).append(k);
        separator = " ";
      }
      text.append(')');
    }
    return text.toString();
  }
}
