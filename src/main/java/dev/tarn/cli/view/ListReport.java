package dev.tarn.cli.view;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Pathway.Side;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Stationary points, one line for each. */
public final class ListReport implements Report {
  /** Beside the number of connected units. */
  private static final int UNITS_OF_KINDS = 8;

  private final PointFacts facts;
  private final List<StationaryPoint> points;
  private final boolean withWeights;

  /** Lists some points; their weights stand in the JSON only. */
  public ListReport(PointFacts facts, List<StationaryPoint> points, boolean withWeights) {
    this.facts = facts;
    this.points = List.copyOf(points);
    this.withWeights = withWeights;
  }

  @Override
  public Object json() {
    return points.stream().map(point -> facts.row(point, withWeights)).toList();
  }

  @Override
  public void print(PrintWriter out) {
    Landscape landscape = facts.landscape();
    boolean joins = points.stream().anyMatch(StationaryPoint::isTransitionState);
    Table table = new Table(header(joins));
    for (StationaryPoint point : points) {
      List<Object> row =
          new ArrayList<>(
              List.of(
                  point.id(),
                  point.index(),
                  point.energy(),
                  point.orbit(),
                  Numbers.rounded(point.smallestMagnitude(), 4),
                  Numbers.rounded(point.rms(), 2),
                  facts.score(point),
                  facts.connectedUnits(point),
                  landscape.hits(point.id())));
      facts.kinds(point).ifPresent(kinds -> row.add(UNITS_OF_KINDS, kinds));
      if (facts.hasKinks()) {
        row.add(facts.kinks(point).size());
      }
      if (facts.hasTest()) {
        row.add(Numbers.rounded(facts.testEnergy(point), 5));
        row.add(Numbers.known(facts.testAccuracy(point)));
      }
      if (joins) {
        row.addAll(
            landscape
                .connection(point.id())
                .map(c -> sides(point, c))
                .orElse(List.of("", "", "", "", "")));
      }
      table.row(row);
    }
    table.print(out);
  }

  private List<String> header(boolean joins) {
    List<String> header =
        new ArrayList<>(
            List.of(
                "id",
                "index",
                "energy",
                "orbit",
                "|eig|",
                "rms",
                facts.scoreName(),
                "units",
                "hits"));
    if (facts.hasOneLayer()) {
      header.add(UNITS_OF_KINDS, "kinds");
    }
    if (facts.hasKinks()) {
      header.add("kinks");
    }
    if (facts.hasTest()) {
      header.addAll(List.of("test energy", "test accuracy"));
    }
    if (joins) {
      header.addAll(List.of("minima", "energy 1", "barrier 1", "energy 2", "barrier 2"));
    }
    return header;
  }

  private List<Object> sides(StationaryPoint point, Connection c) {
    List<Integer> minus = risingBarriers(c.minima(Side.MINUS));
    List<Integer> plus = risingBarriers(c.minima(Side.PLUS));
    return List.of(
        joined(minus) + " " + joined(plus),
        facts.energy(minus.get(0)),
        Numbers.rounded(facts.barrier(point, minus.get(0)), 5),
        facts.energy(plus.get(0)),
        Numbers.rounded(facts.barrier(point, plus.get(0)), 5));
  }

  private List<Integer> risingBarriers(List<Integer> minima) {
    return minima.stream()
        .sorted(Comparator.comparingDouble((Integer id) -> facts.energy(id)).reversed())
        .toList();
  }

  private static String joined(List<Integer> minima) {
    return minima.stream().map(String::valueOf).collect(Collectors.joining("/"));
  }
}
