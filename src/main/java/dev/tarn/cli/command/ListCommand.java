package dev.tarn.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.Json;
import dev.tarn.cli.view.Numbers;
import dev.tarn.cli.view.PointReport;
import dev.tarn.cli.view.Table;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import java.util.ArrayList;
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
          + " steepest-descent paths lead to, their energies and the barriers from them.",
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

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

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
    if (weights && !json) {
      throw badInput("--weights needs --json; \"show\" prints the weights of one point");
    }
    double tolerance = aucTolerance.checked(this);
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      PointReport report = new PointReport(database, landscape, tolerance);
      List<StationaryPoint> points = index.map(landscape::points).orElseGet(landscape::points);
      if (json) {
        Json.print(array(report, points), out());
      } else {
        table(report, landscape, points).print(out());
      }
    }
    return ExitCodes.DONE;
  }

  private ArrayNode array(PointReport report, List<StationaryPoint> points) {
    ArrayNode array = Json.array();
    for (StationaryPoint point : points) {
      ObjectNode row = report.row(point);
      if (weights) {
        row.set("weights", report.weights(point));
      }
      array.add(row);
    }
    return array;
  }

  private static Table table(
      PointReport report, Landscape landscape, List<StationaryPoint> points) {
    boolean joins = points.stream().anyMatch(StationaryPoint::isTransitionState);
    List<String> header =
        new ArrayList<>(
            List.of(
                "id",
                "index",
                "energy",
                "orbit",
                "|eig|",
                "rms",
                report.scoreName(),
                "units",
                "hits"));
    if (report.hasKinks()) {
      header.add("kinks");
    }
    if (report.hasTest()) {
      header.addAll(List.of("test energy", "test accuracy"));
    }
    if (joins) {
      header.addAll(List.of("minima", "energy 1", "barrier 1", "energy 2", "barrier 2"));
    }
    Table table = new Table(header.toArray(String[]::new));
    for (StationaryPoint point : points) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  Integer.toString(point.id()),
                  Integer.toString(point.index()),
                  Numbers.exact(point.energy()),
                  point.orbit().toString(),
                  Numbers.rounded(point.smallestMagnitude(), 4),
                  Numbers.rounded(point.rms(), 2),
                  Numbers.exact(report.score(point)),
                  Integer.toString(report.connectedUnits(point)),
                  Long.toString(landscape.hits(point.id()))));
      if (report.hasKinks()) {
        row.add(Integer.toString(report.kinks(point).size()));
      }
      if (report.hasTest()) {
        row.add(Numbers.rounded(report.testEnergy(point), 5));
        row.add(Numbers.known(report.testAccuracy(point)));
      }
      if (joins) {
        row.addAll(
            landscape
                .connection(point.id())
                .map(c -> sides(report, point, c))
                .orElse(List.of("", "", "", "", "")));
      }
      table.row(row.toArray(String[]::new));
    }
    return table;
  }

  private static List<String> sides(PointReport report, StationaryPoint point, Connection c) {
    return List.of(
        c.minus() + " " + c.plus(),
        Numbers.exact(report.energy(c.minus())),
        Numbers.rounded(report.barrier(point, c.minus()), 5),
        Numbers.exact(report.energy(c.plus())),
        Numbers.rounded(report.barrier(point, c.plus()), 5));
  }
}
