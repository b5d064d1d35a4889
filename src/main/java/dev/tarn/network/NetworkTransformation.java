package dev.tarn.network;

import dev.tarn.potential.Transformation;
import java.util.ArrayList;
import java.util.List;

/**
 * One element of the symmetry group of a network's energy: the nodes of each layer, inputs and
 * outputs included, are permuted and change sign, and each weight goes with its two nodes:
 *
 * <pre>
 *   w'(l)_jk = s(l)_j s(l-1)_k w(l)_{p(l)(j) p(l-1)(k)},   b'(l)_j = s(l)_j b(l)_{p(l)(j)}
 * </pre>
 *
 * <p>Every element is a signed permutation of the parameters, which maps links to links and biases
 * to biases of the same layer: an isometry that leaves each group of the {@link Penalty} its sum of
 * squares. Whether it leaves the loss unchanged is known to the {@link NetworkGroup} that made it.
 *
 * <p>Immutable; two elements of a network are equal when they are the same transformation. Applying
 * costs {@code O(n)} for {@code n} parameters, composing and inverting {@code O(N)} for {@code N}
 * nodes.
 */
public final class NetworkTransformation implements Transformation {
  private final Layout layout;
  private final List<SignedPermutation> nodes;

  NetworkTransformation(Layout layout, List<SignedPermutation> nodes) {
    this.layout = layout;
    this.nodes = List.copyOf(nodes);
  }

  static NetworkTransformation identity(Layout layout) {
    return new NetworkTransformation(
        layout, layout.architecture().widths().stream().map(SignedPermutation::identity).toList());
  }

  /** The element that acts on one layer only. */
  static NetworkTransformation ofLayer(Layout layout, int layer, SignedPermutation nodes) {
    return identity(layout).with(layer, nodes);
  }

  /** The element that acts otherwise on one layer. */
  NetworkTransformation with(int layer, SignedPermutation permutation) {
    SignedPermutation[] all = nodes.toArray(SignedPermutation[]::new);
    all[layer] = permutation;
    return new NetworkTransformation(layout, List.of(all));
  }

  /**
   * What happens to the nodes of each layer.
   *
   * @return inputs, hidden layers, outputs
   */
  public List<SignedPermutation> nodes() {
    return nodes;
  }

  @Override
  public double[] apply(double[] x) {
    layout.checkLength(x);
    double[] out = new double[x.length];
    // Adding zero turns a negative zero, which a change of sign leaves, into a positive one.
    move((to, from, sign) -> out[to] = sign * x[from] + 0.0);
    return out;
  }

  /** Receives where a parameter comes from. */
  @FunctionalInterface
  interface Move {
    void accept(int to, int from, int sign);
  }

  /** Reports for each parameter which one comes there, and its change of sign. */
  void move(Move move) {
    for (int l = 1; l < nodes.size(); l++) {
      SignedPermutation units = nodes.get(l);
      SignedPermutation below = nodes.get(l - 1);
      int stride = layout.fromStride(l);
      for (int j = 0; j < units.size(); j++) {
        int source = units.source(j);
        int sign = units.sign(j);
        int to = layout.link(l, j, 0);
        int from = layout.link(l, source, 0);
        for (int k = 0; k < below.size(); k++) {
          move.accept(to + k * stride, from + below.source(k) * stride, sign * below.sign(k));
        }
        move.accept(layout.bias(l, j), layout.bias(l, source), sign);
      }
    }
  }

  @Override
  public NetworkTransformation after(Transformation first) {
    if (!(first instanceof NetworkTransformation other)
        || !other.layout.architecture().equals(layout.architecture())) {
      throw new IllegalArgumentException(
          "a transformation of the network "
              + layout.architecture()
              + " cannot follow one of another network: both must act on the same one");
    }
    List<SignedPermutation> product = new ArrayList<>();
    for (int l = 0; l < nodes.size(); l++) {
      product.add(nodes.get(l).after(other.nodes.get(l)));
    }
    return new NetworkTransformation(layout, product);
  }

  @Override
  public NetworkTransformation inverse() {
    return new NetworkTransformation(
        layout, nodes.stream().map(SignedPermutation::inverse).toList());
  }

  @Override
  public boolean isIdentity() {
    return nodes.stream().allMatch(SignedPermutation::isIdentity);
  }

  /**
   * Of each node with either sign: node {@code j} is the thing {@code 2j}, with a minus the next.
   */
  @Override
  public int[] permutation() {
    int[] image = new int[2 * nodes.stream().mapToInt(SignedPermutation::size).sum()];
    int first = 0;
    for (SignedPermutation layer : nodes) {
      for (int k = 0; k < layer.size(); k++) {
        int from = first + 2 * layer.source(k);
        int flip = layer.sign(k) < 0 ? 1 : 0;
        image[from] = first + 2 * k + flip;
        image[from + 1] = first + 2 * k + 1 - flip;
      }
      first += 2 * layer.size();
    }
    return image;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkTransformation element && nodes.equals(element.nodes);
  }

  @Override
  public int hashCode() {
    return nodes.hashCode();
  }

  /**
   * The element in words.
   *
   * @return {@code identity}, or for example {@code swap inputs, units (0 1), flip 2}: nodes are
   *     counted from 0 and permuted first, in cycles in which each goes to the place of the next
   *     one; then the nodes at the places named change sign. With several hidden layers the units
   *     are those of {@code layer 1} and so on
   */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    int top = nodes.size() - 1;
    describe("inputs", "inputs ", "flip inputs ", nodes.get(0), parts);
    for (int l = 1; l < top; l++) {
      String layer = top == 2 ? "" : "layer " + l + " ";
      describe("", layer + "units ", layer + "flip ", nodes.get(l), parts);
    }
    describe("outputs", "outputs ", "flip outputs ", nodes.get(top), parts);
    return parts.isEmpty() ? "identity" : String.join(", ", parts);
  }

  /** Names a pair, which can only be swapped, if it has a name. */
  private static void describe(
      String pair, String moved, String flipped, SignedPermutation layer, List<String> parts) {
    String cycles = layer.cycles();
    if (!cycles.isEmpty()) {
      parts.add(layer.size() == 2 && !pair.isEmpty() ? "swap " + pair : moved + cycles);
    }
    String flips = layer.flips();
    if (!flips.isEmpty()) {
      parts.add(flipped + flips);
    }
  }
}
