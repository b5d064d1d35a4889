package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.PathReport;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Pathways;
import dev.tarn.network.Network;
import dev.tarn.path.Pathway;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "path",
    header = "Follows the steepest-descent path through a transition state.",
    description = {
      "",
      "From the one minimum over the transition state to the other: arc length, energy and, with"
          + " --json or --csv, the coordinates of each point. The table shows a part of the points.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar path --db xor2.db 7",
      "  java -jar tarn.jar path --db xor2.db 7 --csv > path.csv"
    })
public final class PathCommand extends DatabaseCommand {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The id of the transition state, as in \"list --index 1\".")
  private int id;

  @Mixin private final FormatOptions format = new FormatOptions();

  public PathCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      StationaryPoint point = transitionState(landscape, id);
      Network network = database.network().network();
      Pathways pathways = new Pathways(network, landscape);
      Pathway pathway =
          pathways
              .through(point)
              .orElseThrow(
                  () ->
                      new StoreException("the path from point " + id + " did not reach a minimum"));
      format.print(new PathReport(id, network.layout().names(), pathways, pathway), out());
    }
    return ExitCodes.DONE;
  }
}
