package dev.tarn.cli.view;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.UnfoldedLandscape;
import dev.tarn.landscape.UnfoldedLandscape.Component;
import dev.tarn.landscape.UnfoldedLandscape.SelfConnection;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A landscape with every symmetry copy a point of its own. */
public final class UnfoldReport implements Report {
  private final String network;
  private final Landscape landscape;
  private final UnfoldedLandscape unfolded;

  public UnfoldReport(String network, Landscape landscape, UnfoldedLandscape unfolded) {
    this.network = network;
    this.landscape = landscape;
    this.unfolded = unfolded;
  }

  private record Whole(
      BigInteger groupOrder,
      Map<Integer, BigInteger> copies,
      int components,
      BigInteger unfoldedComponents,
      List<ComponentRow> byComponent,
      List<LoopRow> selfConnections,
      List<Integer> choices,
      List<Integer> openPaths) {}

  private record ComponentRow(
      List<Integer> minima, BigInteger unfoldedComponents, BigInteger stabiliser) {}

  private record LoopRow(int id, int minimum, String symmetry, boolean choice) {}

  @Override
  public Object json() {
    return new Whole(
        unfolded.groupOrder(),
        unfolded.copies(),
        unfolded.components().size(),
        unfolded.unfoldedComponents(),
        unfolded.components().stream()
            .map(c -> new ComponentRow(c.minima(), c.unfolded(), c.stabiliser()))
            .toList(),
        unfolded.selfConnections().stream()
            .map(
                loop ->
                    new LoopRow(
                        loop.transitionState(),
                        loop.minimum(),
                        loop.symmetry().toString(),
                        loop.chosen()))
            .toList(),
        unfolded.choices(),
        unfolded.open());
  }

  @Override
  public void print(PrintWriter out) {
    out.println(network + ": a symmetry group of order " + unfolded.groupOrder());
    printCopies(out);
    printComponents(out);
    printSelfConnections(out);
    printNotes(out);
  }

  private void printCopies(PrintWriter out) {
    Table table = new Table("id", "index", "energy", "copies");
    for (StationaryPoint point : landscape.points()) {
      table.row(
          point.id(),
          point.index(),
          point.energy(),
          String.valueOf(unfolded.copies().get(point.id())));
    }
    out.println();
    table.print(out);
  }

  private void printComponents(PrintWriter out) {
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
          number++,
          lowest,
          component.minima().size(),
          copies,
          component.unfolded(),
          copies.divide(component.unfolded()));
    }
    out.println();
    table.print(out);
    out.println();
    out.println(
        Numbers.count(unfolded.components().size(), "component", "components")
            + " of classes, "
            + unfolded.unfoldedComponents()
            + " of all copies");
  }

  private void printSelfConnections(PrintWriter out) {
    List<SelfConnection> loops = unfolded.selfConnections();
    out.println();
    if (loops.isEmpty()) {
      out.println("no transition state joins a minimum to a copy of itself");
      return;
    }
    out.println("transition states that join a minimum to a copy of itself");
    out.println();
    Table table = new Table("id", "energy", "minimum", "by", "");
    for (SelfConnection loop : loops) {
      table.row(
          loop.transitionState(),
          landscape.get(loop.transitionState()).energy(),
          loop.minimum(),
          loop.symmetry(),
          loop.chosen() ? "(a choice)" : "");
    }
    table.print(out);
  }

  private void printNotes(PrintWriter out) {
    if (!unfolded.choices().isEmpty()) {
      out.println();
      out.println(
          "a choice: symmetry leads a path into a saddle, from where it has several ways on");
      out.println("so it is with the paths from " + ids(unfolded.choices()));
    }
    if (!unfolded.open().isEmpty()) {
      out.println();
      out.println("no minimum of the database at the end of a path; these join nothing here:");
      out.println(ids(unfolded.open()));
    }
  }

  private static String ids(List<Integer> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
