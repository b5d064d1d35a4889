package dev.tarn.network;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A permutation of the nodes of one layer with changes of sign: node {@code k} of the image is
 * {@code sign(k)} times node {@code source(k)} of the original. Immutable; two are equal when they
 * do the same.
 */
public final class SignedPermutation {
  private final int[] sources;
  private final int[] signs;

  private SignedPermutation(int[] sources, int[] signs) {
    this.sources = sources;
    this.signs = signs;
  }

  /**
   * A permutation with signs.
   *
   * @param sources for each place the node that comes there, a permutation of {@code 0 .. n - 1};
   *     copied
   * @param signs for each place 1, or -1 if the node that comes there changes its sign; copied
   * @return the permutation
   * @throws IllegalArgumentException if {@code sources} is no permutation, {@code signs} has
   *     another length, or a sign is neither 1 nor -1
   */
  public static SignedPermutation of(int[] sources, int[] signs) {
    int size = sources.length;
    int[] sorted = sources.clone();
    Arrays.sort(sorted);
    if (!Arrays.equals(sorted, IntStream.range(0, size).toArray())) {
      throw new IllegalArgumentException(
          "the sources are a permutation of 0 to "
              + (size - 1)
              + ", not "
              + Arrays.toString(sources));
    }
    if (signs.length != size || !Arrays.stream(signs).allMatch(s -> s == 1 || s == -1)) {
      throw new IllegalArgumentException(
          "the signs are " + size + " numbers that are 1 or -1, not " + Arrays.toString(signs));
    }
    return new SignedPermutation(sources.clone(), signs.clone());
  }

  /** The permutation of arrays that are right and that nobody changes. */
  static SignedPermutation unchecked(int[] sources, int[] signs) {
    return new SignedPermutation(sources, signs);
  }

  /**
   * The permutation that changes nothing.
   *
   * @param size the number of nodes
   * @return the identity
   */
  public static SignedPermutation identity(int size) {
    return new SignedPermutation(IntStream.range(0, size).toArray(), ones(size));
  }

  private static int[] ones(int size) {
    int[] signs = new int[size];
    Arrays.fill(signs, 1);
    return signs;
  }

  /**
   * The change of sign of one node.
   *
   * @param size the number of nodes
   * @param node the node, from 0
   * @return the flip
   * @throws IndexOutOfBoundsException if there is no such node
   */
  public static SignedPermutation flip(int size, int node) {
    return exchange(size, node, node, -1);
  }

  /**
   * The exchange of two nodes, both times a sign.
   *
   * @param size the number of nodes
   * @param first a node, from 0
   * @param second another node; if it is the same one, only its sign changes
   * @param sign the sign that both get, 1 or -1
   * @return the exchange
   * @throws IndexOutOfBoundsException if there is no such node
   * @throws IllegalArgumentException if the sign is neither 1 nor -1
   */
  public static SignedPermutation exchange(int size, int first, int second, int sign) {
    int[] sources = IntStream.range(0, size).toArray();
    int[] signs = ones(size);
    sources[first] = second;
    sources[second] = first;
    signs[first] = sign;
    signs[second] = sign;
    return of(sources, signs);
  }

  /**
   * The number of nodes.
   *
   * @return the size of the layer
   */
  public int size() {
    return sources.length;
  }

  /**
   * The node that comes to a place.
   *
   * @param place the place, from 0
   * @return the node, from 0
   */
  public int source(int place) {
    return sources[place];
  }

  /**
   * The sign that the node which comes to a place gets.
   *
   * @param place the place, from 0
   * @return 1 or -1
   */
  public int sign(int place) {
    return signs[place];
  }

  /**
   * The product of two permutations: first the other one, then this one.
   *
   * @param first the permutation that is applied first
   * @return the product
   * @throws IllegalArgumentException if the two are of different size
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
    return new SignedPermutation(product, productSigns);
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
    return new SignedPermutation(inverse, inverseSigns);
  }

  /**
   * Whether this is the identity.
   *
   * @return true if it changes nothing
   */
  public boolean isIdentity() {
    for (int k = 0; k < size(); k++) {
      if (source(k) != k || sign(k) != 1) {
        return false;
      }
    }
    return true;
  }

  /**
   * The permutation in cycles, each node going to the place of the next one; empty if none moves.
   */
  String cycles() {
    StringBuilder text = new StringBuilder();
    boolean[] named = new boolean[size()];
    int[] places = inverse().sources;
    for (int j = 0; j < size(); j++) {
      if (named[j] || places[j] == j) {
        continue;
      }
      String separator = "(";
      for (int k = j; !named[k]; k = places[k]) {
        named[k] = true;
        text.append(separator).append(k);
        separator = " ";
      }
      text.append(')');
    }
    return text.toString();
  }

  /** The places at which the sign changes, with blanks between them; empty if none does. */
  String flips() {
    return IntStream.range(0, size())
        .filter(k -> sign(k) < 0)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedPermutation permutation
        && Arrays.equals(sources, permutation.sources)
        && Arrays.equals(signs, permutation.signs);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sources) + Arrays.hashCode(signs);
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
