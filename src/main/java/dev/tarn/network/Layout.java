package dev.tarn.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where each weight and bias of a network stands in the array of parameters. There are two orders.
 *
 * <p><b>By layer</b>, that of all networks but one: layer by layer from the inputs on, in each
 * layer unit by unit, and for a unit the weights of the links that come in, in the order of the
 * nodes below, and then its bias: for layer {@code l}, unit {@code j} of {@code K + 1} numbers
 * {@code w_j0 .. w_j(K-1), b_j}. So a bias stands like the weight from one more node whose value is
 * always 1.
 *
 * <p><b>By unit</b>, that of the XOR network of Mehta, Zhao, Bernal and Wales, Phys. Rev. E 97,
 * 052307 (2018): for hidden unit {@code j = 0 .. N_h - 1} the numbers {@code w(1)_0j, w(1)_1j,
 * w(2)_j1, w(2)_j2, b_j} of their equation 1, that is, its links to the outputs, those from the
 * inputs, and its bias; the biases of the outputs come last. Any network of one hidden layer can be
 * laid out so.
 *
 * <p>Layers are counted from 1 ({@link Architecture}), nodes from 0. Immutable.
 */
public final class Layout {
  private final Architecture architecture;
  private final int[] widths;
  private final boolean byUnit;
  private final int dimension;
  private final Level[] levels;

  /** One layer of weights: where the first link and bias stand, and how far the next ones are. */
  private record Level(int links, int unitStride, int fromStride, int biases, int biasStride) {}

  private Layout(Architecture architecture, int[] widths, boolean byUnit) {
    this.architecture = architecture;
    this.widths = widths;
    this.byUnit = byUnit;
    levels = byUnit ? levelsByUnit(widths) : levelsByLayer(widths);
    dimension = IntStream.range(1, widths.length).map(l -> widths[l] * (widths[l - 1] + 1)).sum();
  }

  private static Level[] levelsByLayer(int[] widths) {
    Level[] levels = new Level[widths.length - 1];
    int offset = 0;
    for (int l = 1; l < widths.length; l++) {
      int row = widths[l - 1] + 1;
      levels[l - 1] = new Level(offset, row, 1, offset + widths[l - 1], row);
      offset += widths[l] * row;
    }
    return levels;
  }

  private static Level[] levelsByUnit(int[] widths) {
    int inputs = widths[0];
    int outputs = widths[2];
    int unit = outputs + inputs + 1;
    return new Level[] {
      new Level(outputs, unit, 1, outputs + inputs, unit),
      new Level(0, 1, unit, unit * widths[1], 1)
    };
  }

  private static int[] widths(Architecture architecture) {
    return architecture.widths().stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The layout by layer.
   *
   * @param architecture the network
   * @return the layout
   */
  public static Layout byLayer(Architecture architecture) {
    return new Layout(architecture, widths(architecture), false);
  }

  /**
   * The layout by unit.
   *
   * @param architecture the network
   * @return the layout
   * @throws IllegalArgumentException if the network has not exactly one hidden layer
   */
  public static Layout byUnit(Architecture architecture) {
    if (architecture.hidden().size() != 1) {
      throw new IllegalArgumentException(
          "a layout by unit is for one hidden layer, not for " + architecture);
    }
    return new Layout(architecture, widths(architecture), true);
  }

  /** The same order with one output less, for {@link CentredNetwork}. */
  Layout centred() {
    int[] narrower = widths.clone();
    narrower[narrower.length - 1]--;
    return new Layout(architecture, narrower, byUnit);
  }

  /** The layout by layer of the same nodes. */
  Layout byLayer() {
    return new Layout(architecture, widths, false);
  }

  /** Whether this is a layout with one output less than the network has. */
  boolean isCentred() {
    return widths[levels.length] < architecture.outputs();
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
   * Which of the two orders this is.
   *
   * @return true for the order by unit
   */
  public boolean isByUnit() {
    return byUnit;
  }

  /**
   * The number of parameters.
   *
   * @return the length of the array
   */
  public int dimension() {
    return dimension;
  }

  /** The number of layers of weights. */
  int layers() {
    return levels.length;
  }

  /**
   * The number of nodes of a layer.
   *
   * @param layer the layer: 0 for the inputs, then the hidden ones, then the outputs
   * @return how many; one less than the architecture's outputs where these are centred
   */
  public int width(int layer) {
    return widths[layer];
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
    check("layer", layer, 1, levels.length);
    check("unit", unit, 0, widths[layer] - 1);
    check("node below", from, 0, widths[layer - 1] - 1);
    Level level = levels[layer - 1];
    return level.links + unit * level.unitStride + from * level.fromStride;
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
    check("layer", layer, 1, levels.length);
    check("unit", unit, 0, widths[layer] - 1);
    return levels[layer - 1].biases + unit * levels[layer - 1].biasStride;
  }

  /** How far apart the links to one unit stand that come from neighbours below. */
  int fromStride(int layer) {
    return levels[layer - 1].fromStride;
  }

  /** How far apart the links from one node to neighbouring outputs stand. */
  int outputStride() {
    return levels[levels.length - 1].unitStride;
  }

  /** How far apart the biases of neighbours stand. */
  int biasStride(int layer) {
    return levels[layer - 1].biasStride;
  }

  /**
   * The positions of what goes with a hidden unit: its links, in and out, and its bias; ascending.
   */
  int[] unit(int layer, int unit) {
    int below = widths[layer - 1];
    int above = widths[layer + 1];
    int[] places = new int[below + 1 + above];
    for (int k = 0; k < below; k++) {
      places[k] = link(layer, unit, k);
    }
    places[below] = bias(layer, unit);
    for (int i = 0; i < above; i++) {
      places[below + 1 + i] = link(layer + 1, i, unit);
    }
    Arrays.sort(places);
    return places;
  }

  /**
   * The names of all parameters in their order.
   *
   * @return by layer for example {@code link[1][3][0]} for layer 1, unit 3, from input 0, and
   *     {@code bias[1][3]}; by unit {@code output[0][3]}, {@code hidden[3][1]}, {@code
   *     hiddenBias[3]}, {@code outputBias[0]}
   */
  public List<String> names() {
    String[] names = new String[dimension];
    for (int l = 1; l <= levels.length; l++) {
      String links = byUnit ? (l == 1 ? "hidden" : "output") : "link[" + l + "]";
      String biases = byUnit ? (l == 1 ? "hiddenBias" : "outputBias") : "bias[" + l + "]";
      for (int j = 0; j < widths[l]; j++) {
        for (int k = 0; k < widths[l - 1]; k++) {
          names[link(l, j, k)] = links + "[" + j + "][" + k + "]";
        }
        names[bias(l, j)] = biases + "[" + j + "]";
      }
    }
    return List.of(names);
  }

  /**
   * Brings parameters into this order. Where there are more hidden units than the parameters are
   * for, the further ones get zeros.
   *
   * @param x the parameters in the order of another layout; not modified
   * @param from that layout, of a network of the same inputs and outputs whose hidden layers are
   *     not wider than these
   * @return the parameters in this order, a new array
   * @throws IllegalArgumentException if the networks do not fit, or {@code x} has another length
   */
  public double[] arrange(double[] x, Layout from) {
    from.checkLength(x);
    checkHolds(from);
    double[] arranged = new double[dimension];
    for (int l = 1; l <= levels.length; l++) {
      for (int j = 0; j < from.widths[l]; j++) {
        for (int k = 0; k < from.widths[l - 1]; k++) {
          arranged[link(l, j, k)] = x[from.link(l, j, k)];
        }
        arranged[bias(l, j)] = x[from.bias(l, j)];
      }
    }
    return arranged;
  }

  private void checkHolds(Layout from) {
    int last = widths.length - 1;
    boolean fits = last == from.widths.length - 1;
    for (int l = 0; fits && l <= last; l++) {
      boolean hidden = l > 0 && l < last;
      fits = hidden ? from.widths[l] <= widths[l] : from.widths[l] == widths[l];
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "parameters of a network of the widths "
              + Arrays.toString(from.widths)
              + " do not fit into one of "
              + Arrays.toString(widths));
    }
  }

  /**
   * Checks an array of parameters.
   *
   * @param x the parameters
   * @throws IllegalArgumentException if the length is not {@link #dimension()}
   */
  public void checkLength(double[] x) {
    if (x.length != dimension) {
      throw new IllegalArgumentException(
          "the network " + architecture + " has " + dimension + " parameters, not " + x.length);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layout layout
        && byUnit == layout.byUnit
        && architecture.equals(layout.architecture)
        && Arrays.equals(widths, layout.widths);
  }

  @Override
  public int hashCode() {
    return 31 * architecture.hashCode() + Boolean.hashCode(byUnit);
  }

  private static void check(String what, int index, int first, int last) {
    if (index < first || index > last) {
      throw new IndexOutOfBoundsException(
          "the " + what + " is from " + first + " to " + last + ", not " + index);
    }
  }
}
