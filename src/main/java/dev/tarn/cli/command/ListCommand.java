package dev.tarn.cli.command;

import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.ListReport;
import dev.tarn.cli.view.PlainListReport;
import dev.tarn.cli.view.PointFacts;
import dev.tarn.cli.view.PointTable;
import dev.tarn.cli.view.Proofs;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
          + " point stands; proven, after \"certify\", whether the point is proven to be what the"
          + " line says.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar list --db xor2.db",
      "  java -jar tarn.jar list --db xor2.db --index 1",
      "  java -jar tarn.jar list --db xor2.db --index 0 --json --weights",
      "  java -jar tarn.jar list --db xor2.db --columns id,energy,auc --limit 10 --csv"
    })
public final class ListCommand extends DatabaseCommand {
  @Option(
      names = "--index",
      paramLabel = "K",
      description =
          "Only points of this index: 0 for minima, 1 for transition states, 2 and more for saddles.")
  private Optional<Integer> index = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", description = "Only the N lowest of them.")
  private Optional<Integer> limit = Optional.empty();

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "C",
      description =
          "Only these columns, in this order, by their names with - for a blank (default: all; on a"
              + " terminal as many as there is room for).")
  private List<String> columns = List.of();

  @Mixin private final FormatOptions format = new FormatOptions();

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
    if (weights && !format.isJson()) {
      throw badInput("--weights needs --json; \"show\" prints the weights of one point");
    }
    if (limit.isPresent() && limit.get() < 1) {
      throw badInput("--limit is 1 or more, not " + limit.get());
    }
    if (format.isJson()) {
      refuse("is for tables; --json has all there is", "--columns");
    }
    double tolerance = aucTolerance.checked(this);
    try (LandscapeDatabase database = read()) {
      refuseWithoutNetwork(database, AucTolerance.NAME);
      PointTable report = report(database, tolerance);
      try {
        report.check();
      } catch (IllegalArgumentException e) {
        throw badInput("--columns: " + e.getMessage());
      }
      format.print(report, out());
    }
    return ExitCodes.DONE;
  }

  private PointTable report(LandscapeDatabase database, double tolerance) {
    Landscape landscape = database.landscape();
    List<StationaryPoint> points = index.map(landscape::points).orElseGet(landscape::points);
    List<StationaryPoint> some =
        points.subList(0, Math.min(points.size(), limit.orElse(points.size())));
    boolean forPeople = !format.isJson() && !format.isCsv();
    PointTable.Choice choice =
        new PointTable.Choice(columns, forPeople ? console().width().get() : OptionalInt.empty());
    return database.description() instanceof NetworkDescription
        ? new ListReport(new PointFacts(database, landscape, tolerance), some, weights, choice)
        : new PlainListReport(landscape, Proofs.of(database), some, weights, choice);
  }
}
