package dev.tarn.cli.view;

import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.Reliability.Share;
import dev.tarn.study.volumes.BasinVolumes;
import dev.tarn.text.Numbers;
import dev.tarn.thermo.Superposition.Equilibrium;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which share of starting points leads to which minimum. */
public final class VolumesReport implements Report {
  private static final int DIGITS = 4;

  private final BasinVolumes volumes;
  private final Optional<Equilibrium> equilibrium;
  private final Map<Integer, Double> occupations = new HashMap<>();

  /** Prepares the report. */
  public VolumesReport(
      BasinVolumes volumes, Landscape landscape, Optional<Equilibrium> equilibrium) {
    this.volumes = volumes;
    this.equilibrium = equilibrium;
    List<StationaryPoint> minima = landscape.minima();
    for (int k = 0; k < minima.size() && equilibrium.isPresent(); k++) {
      occupations.put(minima.get(k).id(), equilibrium.get().occupations().get(k));
    }
  }

  private record Row(
      int id, double energy, BigInteger orbit, Share share, Optional<Double> occupation) {}

  private record Whole(
      double radius, int starts, List<Row> basins, Share elsewhere, Optional<Double> temperature) {}

  private List<Row> rows() {
    return volumes.basins().stream()
        .map(
            basin ->
                new Row(
                    basin.minimum().id(),
                    basin.minimum().energy(),
                    basin.minimum().orbit(),
                    basin.share(),
                    Optional.ofNullable(occupations.get(basin.minimum().id()))))
        .toList();
  }

  @Override
  public Object json() {
    return new Whole(
        volumes.radius(),
        volumes.starts(),
        rows(),
        volumes.elsewhere(),
        equilibrium.map(Equilibrium::temperature));
  }

  @Override
  public void print(PrintWriter out) {
    List<String> header = new ArrayList<>(List.of("id", "energy", "orbit", "share", "from", "to"));
    equilibrium.ifPresent(e -> header.add("p at T = " + Numbers.plain(e.temperature())));
    Table table = new Table(header);
    for (Row row : rows()) {
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  row.id,
                  row.energy,
                  row.orbit,
                  Numbers.fixed(row.share.value(), DIGITS),
                  Numbers.fixed(row.share.low(), DIGITS),
                  Numbers.fixed(row.share.high(), DIGITS)));
      row.occupation.ifPresent(p -> cells.add(Numbers.rounded(p, DIGITS)));
      table.row(cells);
    }
    table.print(out);
    Share elsewhere = volumes.elsewhere();
    if (elsewhere.count() > 0) {
      out.println(
          elsewhere.count()
              + " of "
              + elsewhere.trials()
              + " starts led to no minimum of the database");
    }
  }
}
