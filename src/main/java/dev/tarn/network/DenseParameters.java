package dev.tarn.network;

import java.util.List;

/**
 * Where each weight and bias of a fully connected network stands in the array of parameters.
 *
 * <p>The order is layer by layer from the inputs on, in each layer unit by unit, and for a unit the
 * weights of the links that come in, in the order of the nodes below, and then its bias: for layer
 * {@code l}, unit {@code j} of {@code K + 1} numbers {@code w_j0 .. w_j(K-1), b_j}. So a bias
 * stands like the weight from one more node whose value is always 1.
 *
 * <p>Layers are counted from 1 ({@link Architecture}), nodes from 0. Immutable.
 */
public final class DenseParameters {
  private final Architecture architecture;
  private final int[] offset;

  /**
   * The layout for a network.
   *
   * @param architecture the network
   */
  public DenseParameters(Architecture architecture) {
    this.architecture = architecture;
    offset = new int[architecture.layers() + 1];
    for (int l = 1; l <= architecture.layers(); l++) {
      offset[l] = offset[l - 1] + architecture.width(l) * (architecture.width(l - 1) + 1);
    }
  }

  /**
   * The network.
   *
   * @return its architecture
   */
  public Architecture architecture() {
    return architecture;
  }

  /**
   * The number of parameters.
   *
   * @return the length of the array
   */
  public int dimension() {
    return offset[architecture.layers()];
  }

  /**
   * The position of the weight of a link.
   *
   * @param layer the layer of weights, from 1 to {@link Architecture#layers()}
   * @param unit the node that the link leads to, from 0
   * @param from the node of the layer below that it comes from, from 0
   * @return the index into the array of parameters
   * @throws IndexOutOfBoundsException if there is no such link
   */
  public int link(int layer, int unit, int from) {
    int row = row(layer, unit);
    return row + check("node below", from, 0, architecture.width(layer - 1) - 1);
  }

  /**
   * The position of a bias.
   *
   * @param layer the layer of weights, from 1 to {@link Architecture#layers()}
   * @param unit the node, from 0
   * @return the index into the array of parameters
   * @throws IndexOutOfBoundsException if there is no such node
   */
  public int bias(int layer, int unit) {
    return row(layer, unit) + architecture.width(layer - 1);
  }

  /** Where the numbers of a unit begin: its links in the order of the nodes below, its bias. */
  int row(int layer, int unit) {
    check("layer", layer, 1, architecture.layers());
    check("unit", unit, 0, architecture.width(layer) - 1);
    return offset[layer - 1] + unit * (architecture.width(layer - 1) + 1);
  }

  /**
   * The names of all parameters in their order.
   *
   * @return for example {@code link[1][3][0]} for layer 1, unit 3, from input 0, and {@code
   *     bias[1][3]}
   */
  public List<String> names() {
    String[] names = new String[dimension()];
    for (int l = 1; l <= architecture.layers(); l++) {
      for (int j = 0; j < architecture.width(l); j++) {
        for (int k = 0; k < architecture.width(l - 1); k++) {
          names[link(l, j, k)] = "link[" + l + "][" + j + "][" + k + "]";
        }
        names[bias(l, j)] = "bias[" + l + "][" + j + "]";
      }
    }
    return List.of(names);
  }

  /**
   * Checks an array of parameters.
   *
   * @param x the parameters
   * @throws IllegalArgumentException if the length is not {@link #dimension()}
   */
  public void checkLength(double[] x) {
    if (x.length != dimension()) {
      throw new IllegalArgumentException(
          "the network " + architecture + " has " + dimension() + " parameters, not " + x.length);
    }
  }

  private static int check(String what, int index, int first, int last) {
    if (index < first || index > last) {
      throw new IndexOutOfBoundsException(
          "the " + what + " is from " + first + " to " + last + ", not " + index);
    }
    return index;
  }
}
