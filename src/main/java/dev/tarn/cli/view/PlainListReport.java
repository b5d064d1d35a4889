package dev.tarn.cli.view;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tarn.cli.view.Table.Rounded;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.text.Numbers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stationary points of a potential that is no network, one line for each. */
public final class PlainListReport extends PointTable {
  private final Landscape landscape;
  private final List<StationaryPoint> points;
  private final boolean withCoordinates;
  private final Proofs proofs;

  /** Lists some points; their coordinates stand in the JSON only. */
  public PlainListReport(
      Landscape landscape,
      Proofs proofs,
      List<StationaryPoint> points,
      boolean withCoordinates,
      Choice choice) {
    super(choice);
    this.landscape = landscape;
    this.proofs = proofs;
    this.points = List.copyOf(points);
    this.withCoordinates = withCoordinates;
  }

  private record Row(
      int id,
      int index,
      double energy,
      BigInteger orbit,
      Optional<Double> smallestEigenvalue,
      long hits,
      @JsonInclude(NON_EMPTY) Optional<Boolean> proven,
      @JsonInclude(NON_EMPTY) List<Integer> minima,
      @JsonInclude(NON_EMPTY) List<Double> barriers,
      @JsonInclude(NON_EMPTY) Optional<Vector> coordinates) {}

  private Row row(StationaryPoint point) {
    Optional<Connection> joined = landscape.connection(point.id());
    List<Integer> ends = joined.stream().flatMap(c -> Stream.of(c.minus(), c.plus())).toList();
    double least = point.smallestMagnitude();
    return new Row(
        point.id(),
        point.index(),
        point.energy(),
        point.orbit(),
        Double.isNaN(least) ? Optional.empty() : Optional.of(least),
        landscape.hits(point.id()),
        proofs.of(point.id()),
        ends,
        ends.stream().map(id -> point.energy() - landscape.get(id).energy()).toList(),
        withCoordinates ? Optional.of(point.coordinates()) : Optional.empty());
  }

  @Override
  public Object json() {
    return points.stream().map(this::row).toList();
  }

  @Override
  List<String> header() {
    List<String> header =
        new ArrayList<>(List.of("id", "index", "energy", "orbit", "|eig|", "hits"));
    if (!proofs.isEmpty()) {
      header.add(Proofs.TITLE);
    }
    header.addAll(List.of("minima", "barriers"));
    return header;
  }

  @Override
  Table table() {
    Table table = new Table(header());
    for (StationaryPoint point : points) {
      Row row = row(point);
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  row.id,
                  row.index,
                  row.energy,
                  row.orbit,
                  row.smallestEigenvalue.<Object>map(value -> new Rounded(value, 4)).orElse(""),
                  row.hits));
      if (!proofs.isEmpty()) {
        cells.add(proofs.word(row.id));
      }
      cells.add(row.minima.stream().map(String::valueOf).collect(Collectors.joining(" ")));
      cells.add(
          row.barriers.stream()
              .map(value -> Numbers.rounded(value, 5))
              .collect(Collectors.joining(" ")));
      table.row(cells);
    }
    return table;
  }
}
