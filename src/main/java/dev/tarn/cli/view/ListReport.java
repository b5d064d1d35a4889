package dev.tarn.cli.view;

import dev.tarn.cli.view.Table.Rounded;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Pathway.Side;
import dev.tarn.stationary.StationaryPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Stationary points, one line for each. */
public final class ListReport extends PointTable {
  private final PointFacts facts;
  private final List<StationaryPoint> points;
  private final boolean withWeights;

  /** Lists some points; their weights stand in the JSON only. */
  public ListReport(
      PointFacts facts, List<StationaryPoint> points, boolean withWeights, Choice choice) {
    super(choice);
    this.facts = facts;
    this.points = List.copyOf(points);
    this.withWeights = withWeights;
  }

  @Override
  public Object json() {
    return points.stream().map(point -> facts.row(point, withWeights)).toList();
  }

  private boolean joins() {
    return points.stream().anyMatch(StationaryPoint::isTransitionState);
  }

  @Override
  Table table() {
    Landscape landscape = facts.landscape();
    boolean joins = joins();
    Table table = new Table(header());
    for (StationaryPoint point : points) {
      List<Object> row =
          new ArrayList<>(
              List.of(
                  point.id(),
                  point.index(),
                  point.energy(),
                  point.orbit(),
                  new Rounded(point.smallestMagnitude(), 4),
                  new Rounded(point.rms(), 2)));
      facts.score(point).ifPresent(row::add);
      row.add(facts.connectedUnits(point));
      facts.kinds(point).ifPresent(row::add);
      row.add(landscape.hits(point.id()));
      if (facts.hasKinks()) {
        row.add(facts.kinks(point).size());
      }
      if (facts.hasTest()) {
        row.add(new Rounded(facts.testEnergy(point), 5));
        facts.testAccuracy(point).ifPresent(row::add);
      }
      if (!facts.proofs().isEmpty()) {
        row.add(facts.proofs().word(point.id()));
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
    return table;
  }

  @Override
  List<String> header() {
    List<String> header =
        new ArrayList<>(List.of("id", "index", "energy", "orbit", "|eig|", "rms"));
    facts.scoreName().ifPresent(header::add);
    header.add("units");
    if (facts.hasOneLayer()) {
      header.add("kinds");
    }
    header.add("hits");
    if (facts.hasKinks()) {
      header.add("kinks");
    }
    if (facts.hasTest()) {
      header.add("test energy");
      facts.scoreName().ifPresent(score -> header.add("test accuracy"));
    }
    if (!facts.proofs().isEmpty()) {
      header.add(Proofs.TITLE);
    }
    if (joins()) {
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
        new Rounded(facts.barrier(point, minus.get(0)), 5),
        facts.energy(plus.get(0)),
        new Rounded(facts.barrier(point, plus.get(0)), 5));
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
