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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which share of starting points leads to which minimum. */
public final class VolumesReport implements Report {
  private static final int DIGITS = 4;

  private final BasinVolumes volumes;
  private final Optional<Double> radius;
  private final Optional<Equilibrium> equilibrium;
  private final Map<Integer, Double> occupations = new HashMap<>();

  /**
   * Prepares the report.
   *
   * @param volumes the volumes
   * @param radius of the ball where starts are uniform, if they are
   * @param landscape whose basins these are
   * @param equilibrium what is occupied at a temperature, if that is to be shown
   */
  public VolumesReport(
      BasinVolumes volumes,
      Optional<Double> radius,
      Landscape landscape,
      Optional<Equilibrium> equilibrium) {
    this.radius = radius;
    this.volumes = volumes;
    this.equilibrium = equilibrium;
    List<StationaryPoint> minima = landscape.minima();
    for (int k = 0; k < minima.size() && equilibrium.isPresent(); k++) {
      occupations.put(minima.get(k).id(), equilibrium.get().occupations().get(k));
    }
  }

  private record Row(
      int id,
      double energy,
      BigInteger orbit,
      Map<String, Share> shares,
      Optional<Double> occupation) {}

  private record Whole(
      Optional<Double> radius,
      int starts,
      List<Row> basins,
      Map<String, Share> elsewhere,
      Optional<Double> temperature) {}

  private Map<String, Share> named(List<Share> shares) {
    Map<String, Share> named = new LinkedHashMap<>();
    for (int w = 0; w < shares.size(); w++) {
      named.put(volumes.ways().get(w), shares.get(w));
    }
    return named;
  }

  @Override
  public Object json() {
    return new Whole(
        radius,
        volumes.starts(),
        volumes.basins().stream()
            .map(
                basin ->
                    new Row(
                        basin.minimum().id(),
                        basin.minimum().energy(),
                        basin.minimum().orbit(),
                        named(basin.shares()),
                        Optional.ofNullable(occupations.get(basin.minimum().id()))))
            .toList(),
        named(volumes.elsewhere()),
        equilibrium.map(Equilibrium::temperature));
  }

  @Override
  public void print(PrintWriter out) {
    boolean one = volumes.ways().size() == 1;
    List<String> header = new ArrayList<>(List.of("id", "energy", "orbit"));
    for (String way : volumes.ways()) {
      header.addAll(List.of(one ? "share" : way, "from", "to"));
    }
    equilibrium.ifPresent(e -> header.add("p at T = " + Numbers.plain(e.temperature())));
    Table table = new Table(header);
    for (BasinVolumes.Basin basin : volumes.basins()) {
      StationaryPoint minimum = basin.minimum();
      List<Object> cells =
          new ArrayList<>(List.of(minimum.id(), minimum.energy(), minimum.orbit()));
      for (Share share : basin.shares()) {
        cells.add(Numbers.fixed(share.value(), DIGITS));
        cells.add(Numbers.fixed(share.low(), DIGITS));
        cells.add(Numbers.fixed(share.high(), DIGITS));
      }
      if (equilibrium.isPresent()) {
        cells.add(Numbers.rounded(occupations.getOrDefault(minimum.id(), 0.0), DIGITS));
      }
      table.row(cells);
    }
    table.print(out);
    named(volumes.elsewhere())
        .forEach(
            (way, share) -> {
              if (share.count() > 0) {
                out.println(
                    share.count()
                        + " of "
                        + share.trials()
                        + " starts led to no minimum of the database"
                        + (one ? "" : " by " + way));
              }
            });
  }
}
