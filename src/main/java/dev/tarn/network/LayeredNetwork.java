package dev.tarn.network;

import dev.tarn.potential.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The weights of a feed-forward network, layer by layer, for pictures and counts. Immutable.
 *
 * @param inputs the number of input nodes, at least 1
 * @param layers the layers of units, hidden ones first, the outputs last; at least one
 */
public record LayeredNetwork(int inputs, List<Layer> layers) {
  /**
   * A layer of units.
   *
   * @param links for each unit the weights of its links from all nodes of the layer before; at
   *     least one unit
   * @param biases the bias of each unit
   */
  public record Layer(List<Vector> links, Vector biases) {
    /**
     * Takes a copy of the list and checks its length.
     *
     * @param links as above
     * @param biases as above
     * @throws IllegalArgumentException if there is no unit, or not one bias for each
     */
    public Layer {
      links = List.copyOf(links);
      if (links.isEmpty() || links.size() != biases.length()) {
        throw new IllegalArgumentException(
            "a layer has at least one unit and a bias for each, not "
                + biases.length()
                + " for "
                + links.size());
      }
    }

    /**
     * The number of units.
     *
     * @return at least 1
     */
    public int size() {
      return links.size();
    }
  }

  /**
   * Takes a copy of the list and checks that the layers fit.
   *
   * @param inputs as above
   * @param layers as above
   * @throws IllegalArgumentException if there is no input or no layer, a unit has not as many links
   *     as the layer before has nodes, or a weight is not finite
   */
  public LayeredNetwork {
    layers = List.copyOf(layers);
    if (inputs < 1 || layers.isEmpty()) {
      throw new IllegalArgumentException(
          "a network has inputs and layers, not " + inputs + " and " + layers.size());
    }
    int before = inputs;
    for (Layer layer : layers) {
      for (Vector links : layer.links()) {
        if (links.length() != before) {
          throw new IllegalArgumentException(
              "a unit has " + links.length() + " links to the " + before + " nodes before it");
        }
      }
      if (!weights(layer).allMatch(w -> Double.isFinite(w))) {
        throw new IllegalArgumentException("a weight is a finite number");
      }
      before = layer.size();
    }
  }

  /**
   * A network at a point of its landscape.
   *
   * @param network the network
   * @param x its parameters; not modified
   * @return its layers with their weights
   * @throws IllegalArgumentException if {@code x} has another length than the dimension
   */
  public static LayeredNetwork of(Network network, double[] x) {
    if (x.length != network.dimension()) {
      throw new IllegalArgumentException(
          "the network has " + network.dimension() + " parameters, not " + x.length);
    }
    List<Integer> widths = network.architecture().widths();
    List<Layer> layers = new ArrayList<>();
    for (int layer = 1; layer < widths.size(); layer++) {
      List<Vector> links = new ArrayList<>();
      double[] biases = new double[widths.get(layer)];
      for (int unit = 0; unit < biases.length; unit++) {
        DoubleStream.Builder row = DoubleStream.builder();
        for (int from = 0; from < widths.get(layer - 1); from++) {
          row.add(x[network.layout().link(layer, unit, from)]);
        }
        links.add(Vector.of(row.build()));
        biases[unit] = x[network.layout().bias(layer, unit)];
      }
      layers.add(new Layer(links, Vector.of(biases)));
    }
    return new LayeredNetwork(widths.get(0), layers);
  }

  /**
   * The number of nodes of a column, without its bias node.
   *
   * @param column 0 for the inputs, then the layers
   * @return at least 1
   */
  public int size(int column) {
    return column == 0 ? inputs : layers.get(column - 1).size();
  }

  /**
   * The largest magnitude of a weight or bias.
   *
   * @return 0 or more
   */
  public double largest() {
    return layers.stream()
        .flatMapToDouble(LayeredNetwork::weights)
        .map(Math::abs)
        .max()
        .orElse(0.0);
  }

  /**
   * How many weights and biases count.
   *
   * @param cutoff the largest magnitude that counts as zero
   * @return the number of weights and biases beyond the cutoff
   */
  public long count(double cutoff) {
    return layers.stream()
        .flatMapToDouble(LayeredNetwork::weights)
        .filter(w -> Math.abs(w) > cutoff)
        .count();
  }

  /**
   * Whether a node has any link that counts, in or out; a bias counts as a link.
   *
   * @param column 0 for the inputs, then the layers
   * @param node its number in the column, from 0
   * @param cutoff the largest magnitude that counts as zero
   * @return true if a weight or bias of the node is beyond the cutoff
   */
  public boolean isConnected(int column, int node, double cutoff) {
    boolean connected = false;
    if (column > 0) {
      Layer own = layers.get(column - 1);
      connected =
          Math.abs(own.biases().get(node)) > cutoff
              || own.links().get(node).stream().anyMatch(w -> Math.abs(w) > cutoff);
    }
    if (column < layers.size()) {
      connected |=
          layers.get(column).links().stream().anyMatch(w -> Math.abs(w.get(node)) > cutoff);
    }
    return connected;
  }

  private static DoubleStream weights(Layer layer) {
    return DoubleStream.concat(
        layer.links().stream().flatMapToDouble(Vector::stream), layer.biases().stream());
  }
}
