package dev.tarn.network;

import dev.tarn.data.DataSet;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shape of a fully connected feed-forward network: each layer is connected to the next one, and
 * every unit and output has a bias. Without hidden layers this is linear or logistic regression.
 *
 * <p>Layers of weights are counted from 1: layer {@code l} leads to hidden layer {@code l}, and the
 * last one to the outputs. Immutable.
 *
 * @param inputs the number of inputs, at least 1
 * @param hidden the hidden layers from the inputs on; may be empty
 * @param outputs the number of outputs: the number of classes for softmax, 1 for logistic
 * @param output what the outputs mean, and the loss
 */
public record Architecture(int inputs, List<HiddenLayer> hidden, int outputs, OutputLayer output)
    implements Serializable {
  private static final int MAX_WIDTH = 1_000_000;
  private static final long MAX_PARAMETERS = 100_000_000L;

  /**
   * Checks the shape.
   *
   * @param inputs as above
   * @param hidden as above
   * @param outputs as above
   * @param output as above
   * @throws IllegalArgumentException if a number is out of range, does not fit the kind of output,
   *     or there would be more than 100 million parameters
   */
  public Architecture {
    hidden = List.copyOf(hidden);
    checkWidth("inputs", inputs);
    checkWidth("outputs", outputs);
    if (output == OutputLayer.SOFTMAX && outputs < 2) {
      throw new IllegalArgumentException(
          "a softmax has an output for each class and needs at least 2, not " + outputs);
    }
    if (output == OutputLayer.LOGISTIC && outputs != 1) {
      throw new IllegalArgumentException("a logistic output is 1 node, not " + outputs);
    }
    long parameters = 0;
    int below = inputs;
    for (HiddenLayer layer : hidden) {
      parameters += layer.units() * (below + 1L);
      below = layer.units();
    }
    parameters += outputs * (below + 1L);
    if (parameters > MAX_PARAMETERS) {
      throw new IllegalArgumentException(
          "a network has at most " + MAX_PARAMETERS + " weights and biases, not " + parameters);
    }
  }

  /**
   * A network whose hidden layers have the same activation.
   *
   * @param inputs the number of inputs, at least 1
   * @param activation the activation of every hidden layer
   * @param widths the numbers of units of the hidden layers, each at least 1; may be empty
   * @param outputs the number of outputs
   * @param output what the outputs mean, and the loss
   * @return the architecture
   * @throws IllegalArgumentException as the constructor
   */
  public static Architecture of(
      int inputs, Activation activation, int[] widths, int outputs, OutputLayer output) {
    List<HiddenLayer> hidden =
        Arrays.stream(widths).mapToObj(units -> new HiddenLayer(units, activation)).toList();
    return new Architecture(inputs, hidden, outputs, output);
  }

  /**
   * The number of units of the one hidden layer.
   *
   * @return the number
   * @throws IllegalArgumentException if there is not exactly one hidden layer
   */
  public int units() {
    if (hidden.size() != 1) {
      throw new IllegalArgumentException("a network of one hidden layer is wanted, not " + this);
    }
    return hidden.get(0).units();
  }

  /**
   * The same network with another number of hidden units.
   *
   * @param units the number of units of its one hidden layer
   * @return the architecture
   * @throws IllegalArgumentException if there is not exactly one hidden layer, or the number is out
   *     of range
   */
  public Architecture withUnits(int units) {
    // Refuses more or fewer layers.
    units();
    HiddenLayer layer = new HiddenLayer(units, hidden.get(0).activation());
    return new Architecture(inputs, List.of(layer), outputs, output);
  }

  /**
   * The number of layers of weights.
   *
   * @return one more than the number of hidden layers
   */
  public int layers() {
    return hidden.size() + 1;
  }

  /**
   * The number of nodes of each layer.
   *
   * @return inputs, hidden layers, outputs: {@code layers() + 1} numbers
   */
  public List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    widths.add(inputs);
    hidden.forEach(layer -> widths.add(layer.units()));
    widths.add(outputs);
    return List.copyOf(widths);
  }

  /**
   * The number of nodes of one layer.
   *
   * @param layer 0 for the inputs, {@code layers()} for the outputs
   * @return the number of nodes
   */
  int width(int layer) {
    if (layer == 0) {
      return inputs;
    }
    return layer == layers() ? outputs : hidden.get(layer - 1).units();
  }

  /**
   * Checks that the network can be applied to some data.
   *
   * @param data the data
   * @throws IllegalArgumentException if they have another number of inputs, of classes or of
   *     targets, or classes where targets are needed or the other way round
   */
  public void checkFit(DataSet data) {
    if (data.inputs() != inputs) {
      throw new IllegalArgumentException(
          "the network "
              + this
              + " has "
              + inputs
              + " inputs, the data \""
              + data.name()
              + "\" have "
              + data.inputs());
    }
    boolean classifier = output.isClassifier();
    if (classifier != data.hasClasses()) {
      throw new IllegalArgumentException(
          classifier
              ? output.label() + " outputs need classes, not targets"
              : "linear outputs need targets, not classes; DataSet.withTargets() makes them");
    }
    int wanted = data.outputNames().size();
    int expected = output == OutputLayer.LOGISTIC ? 2 : outputs;
    if (expected != wanted) {
      throw new IllegalArgumentException(
          "the data \""
              + data.name()
              + "\" have "
              + wanted
              + (classifier ? " classes" : " targets")
              + ", the network "
              + this
              + " is for "
              + expected);
    }
  }

  static void checkWidth(String what, int width) {
    if (width < 1 || width > MAX_WIDTH) {
      throw new IllegalArgumentException(
          "the number of " + what + " is from 1 to " + MAX_WIDTH + ", not " + width);
    }
  }

  /**
   * The shape in words.
   *
   * @return for example {@code 2-4-2 tanh softmax}, {@code 2-4-3-1 tanh,relu logistic} or {@code
   *     2-1 linear}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int width : widths()) {
      text.append(text.isEmpty() ? "" : "-").append(width);
    }
    List<String> names = hidden.stream().map(layer -> layer.activation().label()).toList();
    boolean same = names.stream().distinct().count() == 1;
    if (!names.isEmpty()) {
      text.append(' ').append(same ? names.get(0) : String.join(",", names));
    }
    return text.append(' ').append(output.label()).toString();
  }

  /**
   * One hidden layer of a network.
   *
   * @param units the number of units, from 1 to a million
   * @param activation their activation function
   */
  public record HiddenLayer(int units, Activation activation) implements Serializable {

    /**
     * Checks the number of units.
     *
     * @param units as above
     * @param activation as above
     * @throws IllegalArgumentException if {@code units} is out of range
     */
    public HiddenLayer {
      Architecture.checkWidth("units of a hidden layer", units);
    }
  }
}
