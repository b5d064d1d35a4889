package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.UnfoldReport;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.UnfoldedLandscape;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "unfold",
    header = "Shows the landscape with every symmetry copy a point of its own.",
    description = {
      "",
      "The number of copies of each class; into how many connected components the graph of minima"
          + " and transition states falls when all copies are counted; and which transition states"
          + " join a minimum to a copy of itself, and by which symmetry.",
      "Whatever hangs together with the zero point is one component, since that point is its only"
          + " copy. --below leaves out the points from an energy on, as for a superbasin.",
      "A symmetry is named by what it does: the inputs swapped; hidden units, counted from 0,"
          + " permuted in cycles; then the signs of the units at the places named flipped.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar unfold --db xor2.db",
      "  java -jar tarn.jar unfold --db xor2.db --below 0.6",
      "  java -jar tarn.jar unfold --db xor2.db --json"
    })
public final class UnfoldCommand extends DatabaseCommand {
  @Option(names = "--below", paramLabel = "E", description = "Only points of an energy below E.")
  private double below = Double.POSITIVE_INFINITY;

  @Mixin private final JsonOption json = new JsonOption();

  public UnfoldCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (Double.isNaN(below)) {
      throw badInput("--below is an energy, not " + below);
    }
    try (LandscapeDatabase database = read()) {
      Network network = database.network().network();
      Landscape landscape = Landscape.of(network);
      for (StationaryPoint point : database.landscape().points()) {
        if (point.energy() < below) {
          landscape.restore(point, 0L);
        }
      }
      UnfoldedLandscape unfolded = UnfoldedLandscape.of(network, landscape);
      json.print(new UnfoldReport(database.network().toString(), landscape, unfolded), out());
    }
    return ExitCodes.DONE;
  }
}
