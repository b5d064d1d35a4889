package dev.tarn.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.HiddenLayer;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.network.Regularisation;
import dev.tarn.store.DenseDescription;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.ModelDescription;
import dev.tarn.store.NetworkDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Which network on which data: the paper's XOR network by its number of hidden units, or any other
 * by its layers.
 */
final class NetworkOptions {
  private static final Splitter WIDTHS = Splitter.on('-');
  private static final Splitter NAMES = Splitter.on(',');
  private static final String LINKS = "links";
  private static final String ALL = "all";

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description =
          "The paper's XOR network with this number of hidden units, from 1 to 200. May be left out"
              + " to go on.")
  private Optional<Integer> hidden = Optional.empty();

  @Option(
      names = "--lambda",
      paramLabel = "L",
      description = "The regularisation parameter, positive. May be left out to go on.")
  private Optional<Double> lambda = Optional.empty();

  @Option(
      names = "--layers",
      paramLabel = "W",
      description =
          "Any network, on the data of --data: the widths of its layers from the inputs to the"
              + " outputs, like 2-4-2.")
  private Optional<String> layers = Optional.empty();

  @Option(
      names = "--activation",
      paramLabel = "A",
      description =
          "tanh, logistic, elu, softplus or relu; one for all hidden layers, or one for each with"
              + " commas between them (default: ${DEFAULT-VALUE}).")
  private String activation = "tanh";

  @Option(
      names = "--loss",
      paramLabel = "O",
      description =
          "The outputs with their loss: softmax or logistic, with cross-entropy, or linear, with the"
              + " mean squared error (default: logistic for one output, else softmax).")
  private Optional<String> loss = Optional.empty();

  @Option(
      names = "--regularise",
      paramLabel = "P",
      description =
          "Which parameters the squares of --lambda are taken of: all or links (default:"
              + " ${DEFAULT-VALUE}).")
  private String regularise = ALL;

  @Mixin private final DataOptions data = new DataOptions();

  /** The network as the options have it, and for the rest as the database has it. */
  ModelDescription model(DatabaseCommand command) {
    if (hidden.isPresent() && (hidden.get() < 1 || hidden.get() > Grid.MAX_HIDDEN)) {
      throw command.badInput("--hidden is from 1 to " + Grid.MAX_HIDDEN + ", not " + hidden.get());
    }
    if (lambda.isPresent() && (!(lambda.get() > 0.0) || lambda.get().isInfinite())) {
      throw command.badInput("--lambda is a positive number, not " + lambda.get());
    }
    if (layers.isPresent()) {
      return general(command, layers.get());
    }
    if (data.isGiven()) {
      throw command.badInput("--data needs --layers, such as --layers 2-4-2");
    }
    if (hidden.isPresent() && lambda.isPresent()) {
      return new NetworkDescription(hidden.get(), lambda.get(), Regularisation.ALL);
    }
    if (isNew(command.file())) {
      throw command.badInput(
          "a new database needs --hidden and --lambda, or --data, --layers and --lambda; there is"
              + " none in "
              + command.file());
    }
    try (LandscapeDatabase database = command.read()) {
      if (hidden.isEmpty() && lambda.isEmpty()) {
        return database.model();
      }
      NetworkDescription held = database.network();
      return new NetworkDescription(
          hidden.orElse(held.hidden()), lambda.orElse(held.lambda()), held.regularisation());
    }
  }

  private ModelDescription general(ConsoleCommand command, String text) {
    if (hidden.isPresent()) {
      throw command.badInput("--hidden is for the paper's XOR network; --layers says it all");
    }
    if (lambda.isEmpty()) {
      throw command.badInput("--layers needs --lambda, the regularisation parameter");
    }
    try {
      Architecture architecture = architecture(text);
      Penalty penalty = penalty(architecture, lambda.get());
      DataOptions.Sets sets = data.read(command, architecture.output());
      return new DenseDescription(architecture, penalty, sets.training(), sets.test());
    } catch (IllegalArgumentException e) {
      throw command.badInput(e);
    }
  }

  private Architecture architecture(String text) {
    List<Integer> widths = new ArrayList<>();
    for (String width : WIDTHS.split(text)) {
      try {
        widths.add(Integer.parseInt(width));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "--layers are widths with dashes between them, such as 2-4-2, not " + text, e);
      }
    }
    if (widths.size() < 2) {
      throw new IllegalArgumentException(
          "--layers name inputs and outputs at least, such as 2-4-2, not " + text);
    }
    List<String> names = NAMES.splitToList(activation);
    int count = widths.size() - 2;
    if (names.size() != 1 && names.size() != count) {
      throw new IllegalArgumentException(
          "--activation names one for all hidden layers or one for each of the "
              + count
              + ", not "
              + names.size());
    }
    ImmutableList.Builder<HiddenLayer> hiddenLayers = ImmutableList.builder();
    for (int k = 0; k < count; k++) {
      hiddenLayers.add(
          new HiddenLayer(widths.get(k + 1), Activation.of(names.get(names.size() == 1 ? 0 : k))));
    }
    int outputs = widths.get(widths.size() - 1);
    OutputLayer output =
        loss.map(OutputLayer::of).orElse(outputs == 1 ? OutputLayer.LOGISTIC : OutputLayer.SOFTMAX);
    return new Architecture(widths.get(0), hiddenLayers.build(), outputs, output);
  }

  private Penalty penalty(Architecture architecture, double coefficient) {
    return switch (regularise) {
      case ALL -> Penalty.all(architecture, coefficient);
      case LINKS -> Penalty.links(architecture, coefficient);
      default ->
          throw new IllegalArgumentException(
              "--regularise is " + ALL + " or " + LINKS + ", not " + regularise);
    };
  }

  private static boolean isNew(Path file) {
    try {
      return !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
