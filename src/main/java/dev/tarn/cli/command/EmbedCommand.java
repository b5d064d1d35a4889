package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.EmbedReport;
import dev.tarn.cli.view.WeightsAsRead;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Embedding;
import dev.tarn.network.Network;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.text.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "embed",
    header = "Shows what the stationary points are in a network with more hidden units.",
    description = {
      "",
      "Each stationary point with M zero units added: the gradient measured in the larger network,"
          + " the index by the rule and by the Hessian.",
      "The rule: with g = 1/4 sum over the data of (p(class 1) - class) (1, x1, x2), each added"
          + " unit raises the index by one if sqrt(2) |g| > 2 lambda, and leaves it otherwise.",
      "The exit code is 1 if a point is not as the rule says; it is then printed on standard"
          + " error.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar embed --db xor2.db",
      "  java -jar tarn.jar embed --db xor2.db --extra 3 --json",
      "  java -jar tarn.jar embed --db xor2.db trained.safetensors"
    })
public final class EmbedCommand extends DatabaseCommand {
  @Option(
      names = "--extra",
      paramLabel = "M",
      description = "How many zero units to add (default: ${DEFAULT-VALUE}).")
  private int extra = 1;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID|FILE",
      description =
          "One point only: an id, or a file of weights, of which the point is taken that they lead"
              + " to.")
  private Optional<String> given = Optional.empty();

  @Mixin private final WeightsOptions weights = new WeightsOptions();

  @Mixin private final JsonOption json = new JsonOption();

  public EmbedCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (extra < 1) {
      throw badInput("--extra is at least 1, not " + extra);
    }
    List<Embedding.Padded> points = new ArrayList<>();
    Network network;
    try (LandscapeDatabase database = readAsItIs()) {
      network = database.network().network();
      checkSize(network);
      Embedding embedding = embedding(network);
      for (StationaryPoint point : points(network, database.landscape())) {
        points.add(embedding.pad(point));
      }
    }
    EmbedReport report = new EmbedReport(network, extra, points);
    json.print(report, out());
    report.printExceptions(console().err());
    return report.allAgree() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private List<StationaryPoint> points(Network network, Landscape landscape) {
    Optional<Integer> id = given.flatMap(Decimal::count);
    if (given.isEmpty() || id.isPresent()) {
      weights.refuseWithoutFile(this);
      return id.map(one -> List.of(point(landscape, one))).orElseGet(landscape::points);
    }
    WeightsAsRead read = weights.read(given.get(), network, landscape, this);
    PolishedPoint settled = read.leads().settled();
    if (!settled.converged()) {
      throw badInput(given.get() + " leads to no stationary point");
    }
    return List.of(
        read.leads()
            .minimum()
            .orElseGet(
                () ->
                    StationaryPoint.of(0, settled, network.symmetry(), WeightsAsRead.PROVENANCE)));
  }

  private Embedding embedding(Network network) {
    try {
      return new Embedding(network, extra);
    } catch (IllegalArgumentException e) {
      throw badInput(file() + ": " + e.getMessage());
    }
  }

  private void checkSize(Network network) {
    if (network.architecture().hidden().size() != 1) {
      throw badInput(
          file()
              + " holds the landscape of "
              + network
              + "; units are added to a network of one hidden layer");
    }
    int hidden = network.architecture().units();
    if (extra > Grid.MAX_HIDDEN - hidden) {
      throw badInput(
          "--extra is at most "
              + (Grid.MAX_HIDDEN - hidden)
              + ", for "
              + Grid.MAX_HIDDEN
              + " hidden units in all, not "
              + extra);
    }
    if (!StationaryPolish.usesHessian(network)) {
      throw badInput(
          file()
              + " holds the lowest eigenvalues only; a prediction needs all, which are known up to "
              + StationaryPolish.FULL_DIMENSION
              + " parameters");
    }
  }
}
