package dev.tarn.cli.command;

import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.Penalty;
import dev.tarn.network.Regularisation;
import dev.tarn.potential.Vector;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.PotentialCodec;
import dev.tarn.text.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Which network on which data: the paper's XOR network by its number of hidden units, or any other
 * by its layers.
 */
final class NetworkOptions {
  private static final String LINKS = "links";
  private static final String ALL = "all";
  private static final String REGULARISE = "--regularise";
  private static final String BIASES = "--lambda-biases";

  /** All options of this class. */
  static final List<String> NAMES =
      Stream.of(
              List.of("--hidden", "--lambda", "--layers", REGULARISE, BIASES),
              ShapeOptions.NAMES,
              DataOptions.NAMES)
          .flatMap(List::stream)
          .toList();

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
      names = REGULARISE,
      paramLabel = "P",
      description =
          "Which parameters the squares of --lambda are taken of: all or links (default:"
              + " ${DEFAULT-VALUE}).")
  private String regularise = ALL;

  @Option(
      names = BIASES,
      split = ",",
      paramLabel = "L",
      description =
          "With --layers: the parameter of the biases, or one for each layer, where it is not that"
              + " of the links.")
  private List<Double> biases = List.of();

  @Mixin private final DataOptions data = new DataOptions();

  /**
   * The network as the options have it, and for the rest as the database has it; what the database
   * holds, a network or not, where no option is given.
   */
  PotentialCodec.Description model(DatabaseCommand command) {
    if (hidden.isPresent() && (hidden.get() < 1 || hidden.get() > Grid.MAX_HIDDEN)) {
      throw command.badInput("--hidden is from 1 to " + Grid.MAX_HIDDEN + ", not " + hidden.get());
    }
    if (layers.isPresent()) {
      return general(command, layers.get());
    }
    refuseGeneral(command);
    if (lambda.size() > 1) {
      throw command.badInput(
          "--lambda is one number for the paper's network; --layers takes one for each layer");
    }
    lambda.forEach(value -> checkPositive(command, value));
    Optional<Regularisation> covered = covered(command);
    if (hidden.isPresent() && !lambda.isEmpty()) {
      return NetworkDescription.of(
          Network.xor(hidden.get(), lambda.get(0), covered.orElse(Regularisation.ALL)));
    }
    if (command.isNew()) {
      throw command.badInput(
          "a new database needs --hidden and --lambda, or --data, --layers and --lambda, or"
              + " --potential; there is none in "
              + command.file());
    }
    try (LandscapeDatabase database = command.read()) {
      if (!(database.description() instanceof NetworkDescription)) {
        command.refuse(
            "is for networks; "
                + command.file()
                + " holds the landscape of "
                + database.description(),
            "--hidden",
            "--lambda",
            REGULARISE);
      }
      return hidden.isEmpty() && lambda.isEmpty() && covered.isEmpty()
          ? database.description()
          : changed(command, database, covered);
    }
  }

  /** What the database holds with what the options say; another network will not be opened. */
  private NetworkDescription changed(
      DatabaseCommand command, LandscapeDatabase database, Optional<Regularisation> covered) {
    if (hidden.isPresent()) {
      // Asks for the paper's network, which the file must hold.
      database.xorNetwork();
    }
    NetworkDescription held = database.network();
    Penalty penalty = held.network().penalty();
    if (penalty.regularisation().isEmpty()) {
      throw command.badInput(
          command.file() + " holds the landscape of " + held + "; to go on, --db alone is enough");
    }
    double coefficient = lambda.isEmpty() ? penalty.links().get(0) : lambda.get(0);
    Regularisation what = covered.orElse(penalty.regularisation().get());
    Network network =
        hidden.isPresent()
            ? Network.xor(hidden.get(), coefficient, what)
            : held.network()
                .withPenalty(Penalty.of(held.network().architecture(), coefficient, what));
    return new NetworkDescription(network, held.test());
  }

  /** What describes the layers and the data of a network of --layers means nothing without them. */
  private void refuseGeneral(ConsoleCommand command) {
    String reason =
        hidden.isPresent()
            ? "means nothing for the paper's network of --hidden; it needs --layers, such as"
                + " --layers 2-4-2"
            : "needs --layers, such as --layers 2-4-2";
    command.refuse(reason, DataOptions.NAMES.toArray(String[]::new));
    command.refuse(reason, ShapeOptions.NAMES.toArray(String[]::new));
    command.refuse(reason, BIASES);
  }

  /** Which parameters --regularise names, if it is given. */
  private Optional<Regularisation> covered(ConsoleCommand command) {
    if (!command.isGiven(REGULARISE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(regularisation());
    } catch (IllegalArgumentException e) {
      throw command.badInput(e);
    }
  }

  private Regularisation regularisation() {
    return switch (regularise) {
      case ALL -> Regularisation.ALL;
      case LINKS -> Regularisation.LINKS;
      default ->
          throw new IllegalArgumentException(
              REGULARISE + " is " + ALL + " or " + LINKS + ", not " + regularise);
    };
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
      Architecture architecture = shape.architecture(command, text);
      Penalty penalty = penalty(command, architecture.layers());
      DataOptions.Sets sets = data.read(command, architecture.output());
      return NetworkDescription.of(architecture, penalty, sets.training(), sets.test());
    } catch (IllegalArgumentException e) {
      throw command.badInput(e);
    }
  }

  private Penalty penalty(ConsoleCommand command, int layers) {
    Vector links = coefficients("--lambda", lambda, layers);
    boolean positive = links.stream().anyMatch(value -> value > 0.0);
    if (!positive) {
      throw new IllegalArgumentException("--lambda is a positive number, not " + lambda.get(0));
    }
    if (!biases.isEmpty()) {
      command.refuse("means nothing with " + BIASES + ", which says how biases are", REGULARISE);
      return new Penalty(links, coefficients(BIASES, biases, layers));
    }
    return switch (regularisation()) {
      case ALL -> new Penalty(links, links);
      case LINKS -> new Penalty(links, coefficients(BIASES, List.of(0.0), layers));
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
}
