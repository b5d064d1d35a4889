package dev.tarn.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.view.Console;
import dev.tarn.cli.view.Json;
import dev.tarn.cli.view.Numbers;
import dev.tarn.cli.view.Table;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.UnfoldedLandscape;
import dev.tarn.landscape.UnfoldedLandscape.Component;
import dev.tarn.landscape.UnfoldedLandscape.SelfConnection;
import dev.tarn.network.XorNetwork;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
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

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  public UnfoldCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (Double.isNaN(below)) {
      throw badInput("--below is an energy, not " + below);
    }
    try (LandscapeDatabase database = read()) {
      XorNetwork network = database.network().network();
      Landscape landscape = new Landscape(network.dimension(), network.symmetry());
      for (StationaryPoint point : database.landscape().points()) {
        if (point.energy() < below) {
          landscape.restore(point, 0L);
        }
      }
      UnfoldedLandscape unfolded = UnfoldedLandscape.of(network, landscape);
      if (json) {
        Json.print(json(unfolded), out());
      } else {
        out().println(database.network() + ": a symmetry group of order " + unfolded.groupOrder());
        printCopies(landscape, unfolded);
        printComponents(landscape, unfolded);
        printSelfConnections(landscape, unfolded);
        printNotes(unfolded);
      }
    }
    return ExitCodes.DONE;
  }

  private static ObjectNode json(UnfoldedLandscape unfolded) {
    ObjectNode node = Json.object();
    node.put("groupOrder", unfolded.groupOrder());
    ObjectNode copies = node.putObject("copies");
    unfolded.copies().forEach((id, count) -> copies.put(Integer.toString(id), count));
    node.put("components", unfolded.components().size());
    node.put("unfoldedComponents", unfolded.unfoldedComponents());
    ArrayNode components = node.putArray("byComponent");
    for (Component component : unfolded.components()) {
      ObjectNode row = components.addObject();
      component.minima().forEach(row.putArray("minima")::add);
      row.put("unfoldedComponents", component.unfolded());
      row.put("stabiliser", component.stabiliser());
    }
    ArrayNode loops = node.putArray("selfConnections");
    for (SelfConnection loop : unfolded.selfConnections()) {
      loops
          .addObject()
          .put("id", loop.transitionState())
          .put("minimum", loop.minimum())
          .put("symmetry", loop.symmetry().toString())
          .put("choice", loop.chosen());
    }
    unfolded.choices().forEach(node.putArray("choices")::add);
    unfolded.open().forEach(node.putArray("openPaths")::add);
    return node;
  }

  private void printCopies(Landscape landscape, UnfoldedLandscape unfolded) {
    Table table = new Table("id", "index", "energy", "copies");
    for (StationaryPoint point : landscape.points()) {
      table.row(
          Integer.toString(point.id()),
          Integer.toString(point.index()),
          Numbers.exact(point.energy()),
          String.valueOf(unfolded.copies().get(point.id())));
    }
    out().println();
    table.print(out());
  }

  private void printComponents(Landscape landscape, UnfoldedLandscape unfolded) {
    Table table =
        new Table("component", "lowest minimum", "classes", "copies", "unfolds into", "of each");
    int number = 1;
    for (Component component : unfolded.components()) {
      int lowest = component.minima().get(0);
      BigInteger copies = BigInteger.ZERO;
      for (int id : component.minima()) {
        copies = copies.add(landscape.get(id).orbit());
        lowest = landscape.get(id).energy() < landscape.get(lowest).energy() ? id : lowest;
      }
      table.row(
          Integer.toString(number++),
          Integer.toString(lowest),
          Integer.toString(component.minima().size()),
          copies.toString(),
          component.unfolded().toString(),
          copies.divide(component.unfolded()).toString());
    }
    out().println();
    table.print(out());
    out().println();
    out()
        .println(
            Numbers.count(unfolded.components().size(), "component", "components")
                + " of classes, "
                + unfolded.unfoldedComponents()
                + " of all copies");
  }

  private void printSelfConnections(Landscape landscape, UnfoldedLandscape unfolded) {
    List<SelfConnection> loops = unfolded.selfConnections();
    out().println();
    if (loops.isEmpty()) {
      out().println("no transition state joins a minimum to a copy of itself");
      return;
    }
    out().println("transition states that join a minimum to a copy of itself");
    out().println();
    Table table = new Table("id", "energy", "minimum", "by", "");
    for (SelfConnection loop : loops) {
      table.row(
          Integer.toString(loop.transitionState()),
          Numbers.exact(landscape.get(loop.transitionState()).energy()),
          Integer.toString(loop.minimum()),
          loop.symmetry().toString(),
          loop.chosen() ? "(a choice)" : "");
    }
    table.print(out());
  }

  private void printNotes(UnfoldedLandscape unfolded) {
    if (!unfolded.choices().isEmpty()) {
      out().println();
      out()
          .println(
              "a choice: symmetry leads a path into a saddle, from where it has several equivalent"
                  + " ways on");
      out().println("so it is with the paths from " + ids(unfolded.choices()));
    }
    if (!unfolded.open().isEmpty()) {
      out().println();
      out().println("no minimum of the database at the end of a path; these join nothing here:");
      out().println(ids(unfolded.open()));
    }
  }

  private static String ids(List<Integer> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
