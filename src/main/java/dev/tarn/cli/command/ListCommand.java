package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.ListReport;
import dev.tarn.cli.view.PlainListReport;
import dev.tarn.cli.view.PointFacts;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    header = "Lists the stationary points, by energy.",
    description = {
      "",
      "One line for each class. For a transition state also the two minima that the"
          + " steepest-descent paths lead to, their energies and the barriers from them. Where"
          + " symmetry leaves a side several inequivalent minima, all are named, and the energy and"
          + " the barrier are those of the first one, from which the barrier is lowest.",
      "|eig| is the smallest magnitude of a Hessian eigenvalue; AUC the area under the ROC curve of"
          + " p(class 1) over the data; units the number of hidden units with a weight beyond"
          + " 1e-10; kinks, for ReLU networks, the number of units and examples on whose kink the"
          + " point stands.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar list --db xor2.db",
      "  java -jar tarn.jar list --db xor2.db --index 1",
      "  java -jar tarn.jar list --db xor2.db --index 0 --json --weights"
    })
public final class ListCommand extends DatabaseCommand {
  @Option(
      names = "--index",
      paramLabel = "K",
      description =
          "Only points of this index: 0 for minima, 1 for transition states, 2 and more for saddles.")
  private Optional<Integer> index = Optional.empty();

  @Mixin private final JsonOption json = new JsonOption();

  @Option(names = "--weights", description = "With --json: all weights too.")
  private boolean weights;

  @Mixin private final AucTolerance aucTolerance = new AucTolerance();

  public ListCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (index.isPresent() && index.get() < 0) {
      throw badInput("--index is 0 or more, not " + index.get());
    }
    if (weights && !json.isGiven()) {
      throw badInput("--weights needs --json; \"show\" prints the weights of one point");
    }
    double tolerance = aucTolerance.checked(this);
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      if (!(database.description() instanceof NetworkDescription)) {
        List<StationaryPoint> some = index.map(landscape::points).orElseGet(landscape::points);
        json.print(new PlainListReport(landscape, some, weights), out());
        return ExitCodes.DONE;
      }
      PointFacts facts = new PointFacts(database, landscape, tolerance);
      List<StationaryPoint> points = index.map(landscape::points).orElseGet(landscape::points);
      json.print(new ListReport(facts, points, weights), out());
    }
    return ExitCodes.DONE;
  }
}
