package dev.tarn.network;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * One element of the symmetry group of a fully connected network's energy: the nodes of each layer,
 * inputs and outputs included, are permuted and change sign, and each weight goes with its two
 * nodes:
 *
 * <pre>
 *   w'(l)_jk = s(l)_j s(l-1)_k w(l)_{p(l)(j) p(l-1)(k)},   b'(l)_j = s(l)_j b(l)_{p(l)(j)}
 * </pre>
 *
 * <p>Every element is a signed permutation of the parameters, which maps links to links and biases
 * to biases of the same layer: an isometry that leaves each group of the {@link Penalty} its sum of
 * squares. Whether it leaves the loss unchanged is known to the {@link DenseSymmetry} that made it.
 *
 * <p>Immutable; two elements of a network are equal when they are the same transformation. Applying
 * costs {@code O(n)} for {@code n} parameters.
 */
public final class DenseElement {
  private final DenseParameters parameters;
  private final ImmutableList<SignedPermutation> nodes;

  DenseElement(DenseParameters parameters, List<SignedPermutation> nodes) {
    this.parameters = parameters;
    this.nodes = ImmutableList.copyOf(nodes);
  }

  static DenseElement identity(DenseParameters parameters) {
    return new DenseElement(
        parameters,
        parameters.architecture().widths().stream().map(SignedPermutation::identity).toList());
  }

  /** The element that acts on one layer only. */
  static DenseElement ofLayer(DenseParameters parameters, int layer, SignedPermutation nodes) {
    List<SignedPermutation> all = new ArrayList<>(identity(parameters).nodes);
    all.set(layer, nodes);
    return new DenseElement(parameters, all);
  }

  /**
   * What happens to the nodes of each layer.
   *
   * @return inputs, hidden layers, outputs
   */
  public ImmutableList<SignedPermutation> nodes() {
    return nodes;
  }

  /**
   * Applies the transformation to a point.
   *
   * @param x the parameters; not modified
   * @return the copy of the point, a new array
   * @throws IllegalArgumentException if {@code x} has another length than the network's dimension
   */
  public double[] apply(double[] x) {
    parameters.checkLength(x);
    double[] out = new double[x.length];
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
      for (int j = 0; j < units.size(); j++) {
        int to = parameters.row(l, j);
        int from = parameters.row(l, units.source(j));
        int sign = units.sign(j);
        for (int k = 0; k < below.size(); k++) {
          move.accept(to + k, from + below.source(k), sign * below.sign(k));
        }
        move.accept(to + below.size(), from + below.size(), sign);
      }
    }
  }

  /**
   * The product of two elements: first the other one, then this one.
   *
   * @param first the transformation that is applied first
   * @return the element {@code g} with {@code g(x) = this(first(x))}
   * @throws IllegalArgumentException if the two are of different networks
   */
  public DenseElement after(DenseElement first) {
    if (first.nodes.size() != nodes.size()) {
      throw new IllegalArgumentException(
          "symmetries of networks of "
              + (first.nodes.size() - 1)
              + " and of "
              + (nodes.size() - 1)
              + " layers have no product");
    }
    List<SignedPermutation> product = new ArrayList<>();
    for (int l = 0; l < nodes.size(); l++) {
      product.add(nodes.get(l).after(first.nodes.get(l)));
    }
    return new DenseElement(parameters, product);
  }

  /**
   * The transformation that undoes this one.
   *
   * @return the inverse element
   */
  public DenseElement inverse() {
    return new DenseElement(parameters, nodes.stream().map(SignedPermutation::inverse).toList());
  }

  /**
   * Whether this is the identity.
   *
   * @return true if the transformation leaves every point in place
   */
  public boolean isIdentity() {
    return nodes.stream().allMatch(SignedPermutation::isIdentity);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DenseElement element && nodes.equals(element.nodes);
  }

  @Override
  public int hashCode() {
    return nodes.hashCode();
  }

  /**
   * The element in words.
   *
   * @return {@code identity}, or for example {@code inputs (1 0), layer 1 (0 -1)}: for each layer
   *     that is changed the nodes that come to its places, with a minus where the sign changes
   */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    for (int l = 0; l < nodes.size(); l++) {
      if (!nodes.get(l).isIdentity()) {
        String layer = l == 0 ? "inputs" : l == nodes.size() - 1 ? "outputs" : "layer " + l;
        parts.add(layer + " " + nodes.get(l));
      }
    }
    return parts.isEmpty() ? "identity" : String.join(", ", parts);
  }
}
