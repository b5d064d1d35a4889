package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.network.LayeredNetwork;
import dev.tarn.network.Network;
import dev.tarn.network.UnitKinds;
import dev.tarn.plot.picture.NetworkDiagram;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.text.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "network",
    header = "Draws the network at a stationary point.",
    description = {
      "",
      "Inputs x on the left, hidden units h in the middle, outputs y on the right; squares are"
          + " biases. Links are as wide as their weights are large, solid for positive weights and"
          + " dashed for negative ones. A node without links is drawn hollow. Of more than eight"
          + " hidden units equal ones are drawn as one, with their number in it.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar plot network --db xor2.db 2 --out network.svg",
      "  java -jar tarn.jar plot network --db xor2.db 2 --out network.png --cutoff 0.1"
    })
final class PlotNetworkCommand extends DatabaseCommand {
  private static final int ONE_BY_ONE = 8;

  @Mixin private final PictureOptions picture = new PictureOptions();

  @Mixin private final GivenPoint given = new GivenPoint();

  @Option(
      names = "--cutoff",
      paramLabel = "C",
      description =
          "Weights of this magnitude and smaller ones are not drawn (default: ${DEFAULT-VALUE}).")
  private double cutoff = 1e-10;

  PlotNetworkCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double width = picture.checkedWidth(this);
    if (!(cutoff >= 0.0)) {
      throw badInput("--cutoff is 0 or more, not " + Numbers.exact(cutoff));
    }
    try (LandscapeDatabase database = read()) {
      Network network = database.network().network();
      StationaryPoint point = given.any(database, database.landscape(), this);
      LayeredNetwork whole = LayeredNetwork.of(network, point.coordinates().toArray());
      Optional<UnitKinds> kinds = kinds(network, point);
      LayeredNetwork drawn = kinds.map(all -> all.shortened(whole)).orElse(whole);
      picture.write(
          this,
          new NetworkDiagram(
              drawn,
              kinds.map(UnitKinds::counts).orElse(List.of()),
              cutoff,
              width,
              given.title() + " of " + database.network()));
      int widest = IntStream.rangeClosed(0, drawn.layers().size()).map(drawn::size).max().orElse(0);
      if (widest > NetworkDiagram.READABLE) {
        console()
            .err()
            .println(
                widest
                    + " units are drawn close together; up to "
                    + NetworkDiagram.READABLE
                    + " can be told apart");
      }
    }
    return ExitCodes.DONE;
  }

  /** The kinds of units, where these are too many to be drawn one by one, and some are equal. */
  private static Optional<UnitKinds> kinds(Network network, StationaryPoint point) {
    return UnitKinds.of(network, point.coordinates().toArray())
        .filter(kinds -> kinds.units() > ONE_BY_ONE && kinds.counts().size() < kinds.units());
  }
}
