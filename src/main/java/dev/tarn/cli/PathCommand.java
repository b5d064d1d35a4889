package dev.tarn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.minimise.NewtonPolish;
import dev.tarn.network.XorNetwork;
import dev.tarn.path.Descent;
import dev.tarn.path.PathPoint;
import dev.tarn.path.PathSettings;
import dev.tarn.path.Pathway;
import dev.tarn.path.SteepestDescent;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.StoreException;
import java.util.List;
import java.util.Optional;
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
final class PathCommand extends DatabaseCommand {
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

  PathCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    try (LandscapeDatabase database = read()) {
      Landscape landscape = database.landscape();
      StationaryPoint point = point(landscape, id);
      if (!point.isTransitionState()) {
        throw badInput(
            "point "
                + id
                + " has index "
                + point.index()
                + ": a path leads through a transition state; \"list --index 1\" shows them");
      }
      XorNetwork network = database.network().network();
      Pathway pathway = follow(network, landscape, point);
      if (format.json) {
        Json.print(json(network, landscape, pathway), out());
      } else if (format.csv) {
        printCsv(network.parameters().names(), pathway);
      } else {
        printTable(landscape, pathway);
      }
    }
    return ExitCodes.DONE;
  }

  private Pathway follow(XorNetwork network, Landscape landscape, StationaryPoint point) {
    Pathway pathway =
        new SteepestDescent(network, PathSettings.defaults())
            .pathway(new NewtonPolish(network).characterise(point.coordinates().toArray()), true);
    if (!pathway.complete()) {
      throw new StoreException("the path from point " + id + " did not reach a minimum");
    }
    // The sign of an eigenvector is arbitrary: the sides shall be those of the database.
    Optional<Connection> known = landscape.connection(id);
    boolean swapped =
        known.isPresent()
            && end(landscape, pathway.minus()).equals(Optional.of(known.get().plus()))
            && end(landscape, pathway.plus()).equals(Optional.of(known.get().minus()));
    Descent minus = swapped ? pathway.plus() : pathway.minus();
    Descent plus = swapped ? pathway.minus() : pathway.plus();
    return new Pathway(pathway.transitionState(), minus, plus);
  }

  private static Optional<Integer> end(Landscape landscape, Descent side) {
    return landscape.find(side.end().energy(), side.end().coordinates()).map(StationaryPoint::id);
  }

  private ObjectNode json(XorNetwork network, Landscape landscape, Pathway pathway) {
    ObjectNode node = Json.object();
    node.put("id", id);
    node.put("energy", pathway.transitionState().energy());
    ArrayNode minima = node.putArray("minima");
    ArrayNode energies = node.putArray("minimumEnergies");
    ArrayNode lengths = node.putArray("pathLengths");
    for (Descent side : List.of(pathway.minus(), pathway.plus())) {
      end(landscape, side).ifPresentOrElse(minima::add, minima::addNull);
      energies.add(side.end().energy());
      lengths.add(side.length());
    }
    ArrayNode names = node.putArray("parameters");
    network.parameters().names().forEach(names::add);
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

  private void printTable(Landscape landscape, Pathway pathway) {
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
                ? minimum(landscape, pathway.minus())
                : at == points.size() - 1
                    ? minimum(landscape, pathway.plus())
                    : at == top ? "transition state " + id : "");
        last = at;
      }
    }
    table.print(out());
  }

  private static String minimum(Landscape landscape, Descent side) {
    return end(landscape, side).map(n -> "minimum " + n).orElse("a minimum not in the database");
  }
}
