package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.PlainShowReport;
import dev.tarn.cli.view.PointFacts;
import dev.tarn.cli.view.ShowReport;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "show",
    header = "Shows one stationary point whole.",
    description = {
      "",
      "Weights by name, Hessian eigenvalues, output probabilities on the four inputs, and what"
          + " found it; for a transition state also its two minima and barriers. Of a potential that"
          + " is no network, its variables take the place of weights.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar show --db xor2.db 4",
      "  java -jar tarn.jar show --db xor2.db 4 --json"
    })
public final class ShowCommand extends DatabaseCommand {
  @Mixin private final PointParameter id = new PointParameter();

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final AucTolerance aucTolerance = new AucTolerance();

  public ShowCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    double tolerance = aucTolerance.checked(this);
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      StationaryPoint point = id.in(landscape, this);
      refuseWithoutNetwork(database, AucTolerance.NAME);
      json.print(
          database.description() instanceof NetworkDescription
              ? new ShowReport(new PointFacts(database, landscape, tolerance), point)
              : new PlainShowReport(database.description(), landscape, point),
          out());
    }
    return ExitCodes.DONE;
  }
}
