package dev.tarn.cli.view;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;

/** What is printed of a point whatever its potential. */
final class PointLines {
  private static final int NAME_WIDTH = 17;

  private final Landscape landscape;
  private final StationaryPoint point;
  private final PrintWriter out;

  PointLines(Landscape landscape, StationaryPoint point, PrintWriter out) {
    this.landscape = landscape;
    this.point = point;
    this.out = out;
  }

  void line(String name, Object value) {
    out.println(name + " ".repeat(Math.max(1, NAME_WIDTH - name.length())) + Numbers.cell(value));
  }

  /** What the point is. */
  void printHead() {
    line("id", point.id());
    line(
        "index",
        point.index()
            + (point.isMinimum()
                ? " (minimum)"
                : point.isTransitionState() ? " (transition state)" : " (saddle)"));
    line("energy", point.energy());
    line("rms gradient", point.rms());
    line("symmetry copies", point.orbit());
  }

  /** How it was found, and what it joins. */
  void printOrigin() {
    line("hits", landscape.hits(point.id()));
    line(
        "found by",
        point.provenance().method()
            + ", run "
            + point.provenance().run()
            + ", job "
            + point.provenance().job());
    landscape.connection(point.id()).ifPresent(this::printConnection);
  }

  private void printConnection(Connection c) {
    Table table = new Table("minimum", "energy", "barrier", "path length");
    side(table, c.minus(), c.minusLength());
    side(table, c.plus(), c.plusLength());
    out.println();
    table.print(out);
    if (c.isBranched()) {
      Table branches =
          new Table("or", "energy", "barrier", "path length", "parts from", "at the energy");
      for (Connection.Branch branch : c.branches()) {
        branches.row(
            branch.minimum(),
            landscape.get(branch.minimum()).energy(),
            Sides.barrier(landscape, point, branch.minimum()),
            Numbers.rounded(branch.length(), 6),
            branch.from(),
            branch.barrier());
      }
      out.println();
      branches.print(out);
    }
  }

  private void side(Table table, int minimum, double length) {
    table.row(
        minimum,
        landscape.get(minimum).energy(),
        Sides.barrier(landscape, point, minimum),
        Numbers.rounded(length, 6));
  }

  static void printEigenvalues(PrintWriter out, String title, StationaryPoint point) {
    out.println(title);
    point.eigenvalues().stream().forEach(value -> out.println(Numbers.exact(value)));
  }
}
