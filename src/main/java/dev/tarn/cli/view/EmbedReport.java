package dev.tarn.cli.view;

import dev.tarn.network.Embedding;
import dev.tarn.network.Network;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What the stationary points of a network are in one with more hidden units. */
public final class EmbedReport implements Report {
  private final Network network;
  private final int extra;
  private final List<Embedding.Padded> points;
  private final List<Embedding.Padded> exceptions;

  public EmbedReport(Network network, int extra, List<Embedding.Padded> points) {
    this.network = network;
    this.extra = extra;
    this.points = List.copyOf(points);
    exceptions = points.stream().filter(p -> !p.agrees()).toList();
  }

  /** Whether every point is as the rule says. */
  public boolean allAgree() {
    return exceptions.isEmpty();
  }

  private record Row(
      int id,
      int sourceIndex,
      int extra,
      double gradient,
      int predictedIndex,
      int index,
      boolean minimum,
      boolean degenerate,
      double energy,
      double coupling) {}

  @Override
  public Object json() {
    return points.stream()
        .map(
            p ->
                new Row(
                    p.id(),
                    p.sourceIndex(),
                    p.extra(),
                    p.gradient(),
                    p.predictedIndex(),
                    p.index(),
                    p.isMinimum(),
                    p.degenerate(),
                    p.energy(),
                    p.coupling()))
        .toList();
  }

  @Override
  public void print(PrintWriter out) {
    int hidden = network.architecture().units();
    OptionalDouble lambda = network.penalty().lambda();
    out.println(
        "from "
            + Numbers.count(hidden, "hidden unit", "hidden units")
            + " to "
            + (hidden + extra)
            + (lambda.isPresent()
                ? ", 2 lambda = " + Numbers.exact(2.0 * lambda.getAsDouble())
                : ""));
    out.println();
    Table table =
        new Table(
            "id",
            "energy",
            "index",
            network.isXor() ? "sqrt(2)|g|" : "coupling",
            "predicted",
            "found",
            "rms gradient",
            "");
    for (Embedding.Padded point : points) {
      table.row(
          point.id(),
          point.energy(),
          point.sourceIndex(),
          Numbers.rounded(point.coupling(), 4),
          point.predictedIndex(),
          point.index(),
          Numbers.rounded(point.gradient(), 2),
          remark(point));
    }
    table.print(out);
    out.println();
    out.println(
        allAgree()
            ? "the rule holds for " + (points.size() == 1 ? "the point" : "all points")
            : "the rule FAILS for " + Numbers.count(exceptions.size(), "point", "points"));
  }

  private static String remark(Embedding.Padded point) {
    if (!point.agrees()) {
      return "EXCEPTION";
    }
    return point.isMinimum() ? "minimum" : point.degenerate() ? "degenerate" : "";
  }

  /** Prints everything that is needed to look into the points that are not as the rule says. */
  public void printExceptions(PrintWriter err) {
    List<String> names = network.withUnits(network.architecture().units() + extra).layout().names();
    exceptions.forEach(point -> explain(point, names, err));
  }

  private static void explain(Embedding.Padded point, List<String> names, PrintWriter err) {
    err.println(
        "point "
            + point.id()
            + " with "
            + Numbers.count(point.extra(), "zero unit", "zero units")
            + " added: predicted index "
            + point.predictedIndex()
            + ", found "
            + point.index()
            + ", rms gradient "
            + Numbers.exact(point.gradient()));
    err.println("energy       " + Numbers.exact(point.energy()));
    for (int i = 0; i < names.size(); i++) {
      err.println(names.get(i) + " = " + Numbers.exact(point.coordinates().get(i)));
    }
    err.println("eigenvalues  " + list(point.eigenvalues().toArray()));
    err.println("predicted    " + list(point.predictedEigenvalues().toArray()));
  }

  private static String list(double[] values) {
    return Arrays.stream(values).mapToObj(Numbers::exact).collect(Collectors.joining(" "));
  }
}
