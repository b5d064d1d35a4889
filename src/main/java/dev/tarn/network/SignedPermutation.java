package dev.tarn.network;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A permutation of the nodes of one layer with changes of sign: node {@code k} of the image is
 * {@code signs[k]} times node {@code sources[k]} of the original. Immutable.
 *
 * @param sources for each place the node that comes there, a permutation of {@code 0 .. n - 1}
 * @param signs for each place 1, or -1 if the node that comes there changes its sign
 */
public record SignedPermutation(ImmutableIntArray sources, ImmutableIntArray signs) {

  /**
   * Checks the permutation.
   *
   * @param sources as above
   * @param signs as above
   * @throws IllegalArgumentException if {@code sources} is no permutation, {@code signs} has
   *     another length, or a sign is neither 1 nor -1
   */
  public SignedPermutation {
    int size = sources.length();
    int[] sorted = sources.toArray();
    Arrays.sort(sorted);
    if (!Arrays.equals(sorted, IntStream.range(0, size).toArray())) {
      throw new IllegalArgumentException(
          "the sources are a permutation of 0 to " + (size - 1) + ", not " + sources);
    }
    if (signs.length() != size || !signs.stream().allMatch(s -> s == 1 || s == -1)) {
      throw new IllegalArgumentException(
          "the signs are " + size + " numbers that are 1 or -1, not " + signs);
    }
  }

  static SignedPermutation of(int[] sources, int[] signs) {
    return new SignedPermutation(
        ImmutableIntArray.copyOf(sources), ImmutableIntArray.copyOf(signs));
  }

  /**
   * The permutation that changes nothing.
   *
   * @param size the number of nodes
   * @return the identity
   */
  public static SignedPermutation identity(int size) {
    int[] signs = new int[size];
    Arrays.fill(signs, 1);
    return of(IntStream.range(0, size).toArray(), signs);
  }

  /**
   * The number of nodes.
   *
   * @return the size of the layer
   */
  public int size() {
    return sources.length();
  }

  /**
   * The node that comes to a place.
   *
   * @param place the place, from 0
   * @return the node, from 0
   */
  public int source(int place) {
    return sources.get(place);
  }

  /**
   * The sign that it gets there.
   *
   * @param place the place, from 0
   * @return 1 or -1
   */
  public int sign(int place) {
    return signs.get(place);
  }

  /**
   * The product of two: first the other one, then this one.
   *
   * @param first the permutation that is applied first
   * @return the product
   * @throws IllegalArgumentException if the two differ in size
   */
  public SignedPermutation after(SignedPermutation first) {
    if (first.size() != size()) {
      throw new IllegalArgumentException(
          "permutations of " + first.size() + " and of " + size() + " nodes have no product");
    }
    int[] product = new int[size()];
    int[] productSigns = new int[size()];
    for (int k = 0; k < size(); k++) {
      product[k] = first.source(source(k));
      productSigns[k] = sign(k) * first.sign(source(k));
    }
    return of(product, productSigns);
  }

  /**
   * The permutation that undoes this one.
   *
   * @return the inverse
   */
  public SignedPermutation inverse() {
    int[] inverse = new int[size()];
    int[] inverseSigns = new int[size()];
    for (int k = 0; k < size(); k++) {
      inverse[source(k)] = k;
      inverseSigns[source(k)] = sign(k);
    }
    return of(inverse, inverseSigns);
  }

  /**
   * Whether this is the identity.
   *
   * @return true if it changes nothing
   */
  public boolean isIdentity() {
    return equals(identity(size()));
  }

  /**
   * The images in words.
   *
   * @return for example {@code (1 -0 2)}: node 1 comes first, then node 0 with its sign changed
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < size(); k++) {
      text.append(k == 0 ? "(" : " ").append(sign(k) < 0 ? "-" : "").append(source(k));
    }
    return text.append(')').toString();
  }
}
