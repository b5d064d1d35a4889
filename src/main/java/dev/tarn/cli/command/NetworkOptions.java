package dev.tarn.cli.command;

import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.Penalty;
import dev.tarn.potential.Vector;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.text.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Which network on which data: the paper's XOR network by its number of hidden units, or any other
 * by its layers.
 */
final class NetworkOptions {
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
      split = ",",
      paramLabel = "L",
      description =
          "The regularisation parameter, positive; with --layers also one for each layer of weights,"
              + " with commas between them. May be left out to go on.")
  private List<Double> lambda = List.of();

  @Option(
      names = "--layers",
      paramLabel = "W",
      description =
          "Any network, on the data of --data: the widths of its layers from the inputs to the"
              + " outputs, like 2-4-2.")
  private Optional<String> layers = Optional.empty();

  @Mixin private final ShapeOptions shape = new ShapeOptions();

  @Option(
      names = "--regularise",
      paramLabel = "P",
      description =
          "Which parameters the squares of --lambda are taken of: all or links (default:"
              + " ${DEFAULT-VALUE}).")
  private String regularise = ALL;

  @Option(
      names = "--lambda-biases",
      split = ",",
      paramLabel = "L",
      description =
          "With --layers: the parameter of the biases, or one for each layer, where it is not that"
              + " of the links.")
  private List<Double> biases = List.of();

  @Mixin private final DataOptions data = new DataOptions();

  /** The network as the options have it, and for the rest as the database has it. */
  NetworkDescription model(DatabaseCommand command) {
    if (hidden.isPresent() && (hidden.get() < 1 || hidden.get() > Grid.MAX_HIDDEN)) {
      throw command.badInput("--hidden is from 1 to " + Grid.MAX_HIDDEN + ", not " + hidden.get());
    }
    if (layers.isPresent()) {
      return general(command, layers.get());
    }
    if (data.isGiven()) {
      throw command.badInput("--data needs --layers, such as --layers 2-4-2");
    }
    if (!biases.isEmpty()) {
      throw command.badInput("--lambda-biases needs --layers, such as --layers 2-4-2");
    }
    if (lambda.size() > 1) {
      throw command.badInput(
          "--lambda is one number for the paper's network; --layers takes one for each layer");
    }
    lambda.forEach(value -> checkPositive(command, value));
    if (hidden.isPresent() && !lambda.isEmpty()) {
      return NetworkDescription.of(Network.xor(hidden.get(), lambda.get(0)));
    }
    if (isNew(command.file())) {
      throw command.badInput(
          "a new database needs --hidden and --lambda, or --data, --layers and --lambda; there is"
              + " none in "
              + command.file());
    }
    try (LandscapeDatabase database = command.read()) {
      if (hidden.isEmpty() && lambda.isEmpty()) {
        return database.network();
      }
      Network held = database.xorNetwork().network();
      return NetworkDescription.of(
          Network.xor(
              hidden.orElse(held.architecture().units()),
              lambda.isEmpty() ? held.penalty().lambda().orElseThrow() : lambda.get(0),
              held.penalty().regularisation().orElseThrow()));
    }
  }

  private static void checkPositive(ConsoleCommand command, double value) {
    if (!(value > 0.0) || Double.isInfinite(value)) {
      throw command.badInput("--lambda is a positive number, not " + value);
    }
  }

  private NetworkDescription general(ConsoleCommand command, String text) {
    if (hidden.isPresent()) {
      throw command.badInput("--hidden is for the paper's XOR network; --layers says it all");
    }
    if (lambda.isEmpty()) {
      throw command.badInput("--layers needs --lambda, the regularisation parameter");
    }
    try {
      Architecture architecture = shape.architecture(text);
      Penalty penalty = penalty(architecture.layers());
      DataOptions.Sets sets = data.read(command, architecture.output());
      return NetworkDescription.of(architecture, penalty, sets.training(), sets.test());
    } catch (IllegalArgumentException e) {
      throw command.badInput(e);
    }
  }

  private Penalty penalty(int layers) {
    Vector links = coefficients("--lambda", lambda, layers);
    boolean positive = links.stream().anyMatch(value -> value > 0.0);
    if (!positive) {
      throw new IllegalArgumentException("--lambda is a positive number, not " + lambda.get(0));
    }
    if (!biases.isEmpty()) {
      if (regularise.equals(LINKS)) {
        throw new IllegalArgumentException("--regularise links leaves nothing to --lambda-biases");
      }
      return new Penalty(links, coefficients("--lambda-biases", biases, layers));
    }
    return switch (regularise) {
      case ALL -> new Penalty(links, links);
      case LINKS -> new Penalty(links, coefficients("--lambda-biases", List.of(0.0), layers));
      default ->
          throw new IllegalArgumentException(
              "--regularise is " + ALL + " or " + LINKS + ", not " + regularise);
    };
  }

  /** A coefficient for each layer of weights, from one for all or one for each. */
  private static Vector coefficients(String option, List<Double> given, int layers) {
    if (given.size() != 1 && given.size() != layers) {
      throw new IllegalArgumentException(
          option
              + " is one number, or one for each of the "
              + Numbers.count(layers, "layer of weights", "layers of weights")
              + ", not "
              + given.size());
    }
    DoubleStream.Builder values = DoubleStream.builder();
    for (int k = 0; k < layers; k++) {
      values.add(given.get(given.size() == 1 ? 0 : k));
    }
    return Vector.of(values.build());
  }

  private static boolean isNew(Path file) {
    try {
      return !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
