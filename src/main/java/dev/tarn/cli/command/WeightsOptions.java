package dev.tarn.cli.command;

import dev.tarn.cli.view.WeightsAsRead;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Layout;
import dev.tarn.network.Network;
import dev.tarn.store.weights.NamedWeights;
import dev.tarn.store.weights.WeightOrder;
import dev.tarn.store.weights.WeightsFile;
import dev.tarn.text.Numbers;
import dev.tarn.text.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How files of weights are read. */
final class WeightsOptions {
  static final String MAP = "--map";
  static final String ORDER = "--order";

  @Option(
      names = MAP,
      paramLabel = "NAME=ARRAY",
      description =
          "What an array of a file of weights is, where its name does not say: 1.weight, a row for"
              + " each unit of the first layer, as in PyTorch; 1.kernel, a column for each, as in"
              + " Keras; 1.bias. May be repeated.")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(
      names = ORDER,
      paramLabel = "ORDER",
      description =
          "The order of weights without names: show (default), that of \"show\"; torch, that of"
              + " PyTorch's parameters_to_vector; keras, that of Keras' get_weights.")
  private Optional<WeightOrder> order = Optional.empty();

  /** Refuses these options where no file of weights is given. */
  void refuseWithoutFile(ConsoleCommand command) {
    command.refuse("says how a file of weights is read, and none is given", MAP, ORDER);
  }

  /**
   * The weights of a file. What they are as read goes to standard error, so that weights in a wrong
   * order are noticed.
   */
  WeightsAsRead read(String name, Network network, Landscape landscape, ConsoleCommand command) {
    Path file = Path.of(name);
    if (!Files.exists(file)) {
      throw command.badInput(name + " is neither an id nor a file");
    }
    List<Tensor> tensors = WeightsFile.read(file);
    try {
      Layout layout = network.layout();
      Optional<double[]> named = named(layout, tensors);
      double[] x = named.orElseGet(() -> inOrder(layout, tensors));
      WeightsAsRead read = WeightsAsRead.of(name, network, landscape, x);
      read.print(command.console().err());
      if (named.isEmpty() && order.isEmpty()) {
        suggest(name, tensors.get(0).values(), network, read.energy(), command);
      }
      return read;
    } catch (IllegalArgumentException e) {
      throw command.badInput(name + ": " + e.getMessage());
    }
  }

  /** The weights by their names; empty where nothing but an order says what they are. */
  private Optional<double[]> named(Layout layout, List<Tensor> tensors) {
    Optional<double[]> named = NamedWeights.of(layout, tensors, map);
    if (named.isPresent() && order.isPresent()) {
      throw new IllegalArgumentException(
          ORDER + " is of weights without names; these have names or shapes");
    }
    return named;
  }

  private double[] inOrder(Layout layout, List<Tensor> tensors) {
    return order.orElse(WeightOrder.SHOW).arrange(tensors.get(0).values(), layout);
  }

  /** The weights of a training run step by step, from arrays whose first axis is the steps. */
  List<double[]> readSteps(String name, Network network, ConsoleCommand command) {
    List<Tensor> tensors = WeightsFile.read(Path.of(name));
    Layout layout = network.layout();
    try {
      List<double[]> steps = new ArrayList<>();
      for (List<Tensor> step : Tensor.steps(tensors)) {
        steps.add(named(layout, step).orElseGet(() -> inOrder(layout, step)));
      }
      return steps;
    } catch (IllegalArgumentException e) {
      throw command.badInput(name + ": " + e.getMessage());
    }
  }

  /** Says where another order makes better weights of the same numbers. */
  private static void suggest(
      String name, double[] numbers, Network network, double energy, ConsoleCommand command) {
    WeightOrder best = WeightOrder.SHOW;
    double lowest = energy;
    for (WeightOrder other : WeightOrder.values()) {
      double there = network.evaluator().energy(other.arrange(numbers, network.layout()));
      if (there < lowest) {
        best = other;
        lowest = there;
      }
    }
    if (best != WeightOrder.SHOW) {
      command
          .console()
          .err()
          .println(
              name
                  + " was read "
                  + WeightOrder.SHOW.words()
                  + "; in another order, "
                  + best.words()
                  + ", its energy is "
                  + Numbers.rounded(lowest, 6)
                  + ": "
                  + ORDER
                  + " "
                  + best.label());
    }
  }
}
