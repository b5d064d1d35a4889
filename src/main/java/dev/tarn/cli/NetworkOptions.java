package dev.tarn.cli;

import dev.tarn.network.Architecture;
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
import java.util.Optional;
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

  @Mixin private final ShapeOptions shape = new ShapeOptions();

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
      Architecture architecture = shape.architecture(text);
      Penalty penalty = penalty(architecture, lambda.get());
      DataOptions.Sets sets = data.read(command, architecture.output());
      return new DenseDescription(architecture, penalty, sets.training(), sets.test());
    } catch (IllegalArgumentException e) {
      throw command.badInput(e);
    }
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
