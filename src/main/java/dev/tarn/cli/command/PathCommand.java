package dev.tarn.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.Json;
import dev.tarn.cli.view.Numbers;
import dev.tarn.cli.view.Table;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Pathways;
import dev.tarn.network.NetworkModel;
import dev.tarn.path.Descent;
import dev.tarn.path.PathPoint;
import dev.tarn.path.Pathway;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.StoreException;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
  private static final int ROWS_PER_SIDE = 12;

  /** The output other than a table. */
  private static final class Format {
    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(
        names = "--csv",
        description = "Prints comma-separated values, one line for each point.")
    private boolean csv;
  }

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The id of the transition state, as in \"list --index 1\".")
  private int id;

  @ArgGroup private final Format format = new Format();

  public PathCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      StationaryPoint point = transitionState(this, landscape, id);
      NetworkModel network = database.model().network();
      Pathways pathways = new Pathways(network, landscape);
      Pathway pathway =
          pathways
              .through(point)
              .orElseThrow(
                  () ->
                      new StoreException("the path from point " + id + " did not reach a minimum"));
      if (format.json) {
        Json.print(json(network, pathways, pathway), out());
      } else if (format.csv) {
        printCsv(network.parameterNames(), pathway);
      } else {
        printTable(pathways, pathway);
      }
    }
    return ExitCodes.DONE;
  }

  /** The transition state of an id that the user typed. */
  static StationaryPoint transitionState(DatabaseCommand command, Landscape landscape, int id) {
    StationaryPoint point = command.point(landscape, id);
    if (!point.isTransitionState()) {
      throw command.badInput(
          "point "
              + id
              + " has index "
              + point.index()
              + ": a path leads through a transition state; \"list --index 1\" shows them");
    }
    return point;
  }

  private ObjectNode json(NetworkModel network, Pathways pathways, Pathway pathway) {
    ObjectNode node = Json.object();
    node.put("id", id);
    node.put("energy", pathway.transitionState().energy());
    ArrayNode minima = node.putArray("minima");
    ArrayNode energies = node.putArray("minimumEnergies");
    ArrayNode lengths = node.putArray("pathLengths");
    for (Descent side : List.of(pathway.minus(), pathway.plus())) {
      pathways.end(side).ifPresentOrElse(minima::add, minima::addNull);
      energies.add(side.end().energy());
      lengths.add(side.length());
    }
    ArrayNode names = node.putArray("parameters");
    network.parameterNames().forEach(names::add);
    ArrayNode points = node.putArray("points");
    for (PathPoint p : pathway.points()) {
      ObjectNode row = points.addObject();
      row.put("arcLength", p.arcLength());
      row.put("energy", p.energy());
      row.set("coordinates", Json.array(p.coordinates()));
    }
    return node;
  }

  private void printCsv(List<String> names, Pathway pathway) {
    out().println("arcLength,energy," + String.join(",", names));
    for (PathPoint p : pathway.points()) {
      StringBuilder line = new StringBuilder(Numbers.exact(p.arcLength()));
      line.append(',').append(Numbers.exact(p.energy()));
      for (double x : p.coordinates()) {
        line.append(',').append(Numbers.exact(x));
      }
      out().println(line);
    }
  }

  private void printTable(Pathways pathways, Pathway pathway) {
    List<PathPoint> points = pathway.points();
    int top = pathway.minus().points().size() - 1;
    Table table = new Table("point", "arc length", "energy", "below the top", "");
    int last = -1;
    for (int k = 0; k <= 2 * ROWS_PER_SIDE; k++) {
      int at =
          k <= ROWS_PER_SIDE
              ? top * k / ROWS_PER_SIDE
              : top + (points.size() - 1 - top) * (k - ROWS_PER_SIDE) / ROWS_PER_SIDE;
      if (at != last) {
        PathPoint p = points.get(at);
        table.row(
            Integer.toString(at),
            Numbers.rounded(p.arcLength(), 7),
            Numbers.exact(p.energy()),
            Numbers.rounded(pathway.transitionState().energy() - p.energy(), 5),
            at == 0
                ? minimum(pathways, pathway.minus())
                : at == points.size() - 1
                    ? minimum(pathways, pathway.plus())
                    : at == top ? "transition state " + id : "");
        last = at;
      }
    }
    table.print(out());
  }

  private static String minimum(Pathways pathways, Descent side) {
    return pathways.end(side).map(n -> "minimum " + n).orElse("a minimum not in the database");
  }
}
