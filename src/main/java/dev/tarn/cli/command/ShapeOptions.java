package dev.tarn.cli.command;

import com.google.common.base.Splitter;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Architecture.HiddenLayer;
import dev.tarn.network.OutputLayer;
import dev.tarn.text.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the layers of a network are like, whatever their widths. */
final class ShapeOptions {
  private static final String ACTIVATION = "--activation";

  /** All options of this class. */
  static final List<String> NAMES = List.of(ACTIVATION, "--loss");

  private static final Splitter WIDTHS = Splitter.on('-');
  private static final Splitter COMMAS = Splitter.on(',');

  @Option(
      names = ACTIVATION,
      paramLabel = "A",
      description =
          "tanh, logistic, elu, softplus or relu; one for all hidden layers, or one for each with"
              + " commas between them (default: ${DEFAULT-VALUE}).")
  private String activation = "tanh";

  @Option(
      names = "--loss",
      paramLabel = "O",
      description =
          "The outputs with their loss: softmax or logistic, with cross-entropy, or linear, with"
              + " the mean squared error (default: logistic for one output, else softmax).")
  private Optional<String> loss = Optional.empty();

  /** Whether an option says that the network is not the paper's. */
  boolean isGiven(ConsoleCommand command) {
    return NAMES.stream().anyMatch(command::isGiven);
  }

  /** The kind of outputs asked for, if any is. */
  Optional<OutputLayer> output() {
    return loss.map(OutputLayer::of);
  }

  /**
   * The network of some widths.
   *
   * @throws IllegalArgumentException if the widths or another option is wrong
   */
  Architecture architecture(ConsoleCommand command, String text) {
    List<Integer> widths = new ArrayList<>();
    for (String width : WIDTHS.split(text)) {
      widths.add(
          Decimal.count(width)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "--layers are widths with dashes between them, such as 2-4-2, not "
                              + text)));
    }
    if (widths.size() < 2) {
      throw new IllegalArgumentException(
          "--layers name inputs and outputs at least, such as 2-4-2, not " + text);
    }
    List<String> names = COMMAS.splitToList(activation);
    int count = widths.size() - 2;
    if (count == 0) {
      command.refuse("is for hidden layers; --layers " + text + " has none", ACTIVATION);
    }
    if (names.size() != 1 && names.size() != count) {
      throw new IllegalArgumentException(
          "--activation names one for all hidden layers or one for each of the "
              + count
              + ", not "
              + names.size());
    }
    List<HiddenLayer> hiddenLayers = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      hiddenLayers.add(
          new HiddenLayer(widths.get(k + 1), Activation.of(names.get(names.size() == 1 ? 0 : k))));
    }
    int outputs = widths.get(widths.size() - 1);
    OutputLayer output = output().orElse(outputs == 1 ? OutputLayer.LOGISTIC : OutputLayer.SOFTMAX);
    return new Architecture(widths.get(0), hiddenLayers, outputs, output);
  }
}
