package dev.tarn.store.foreign;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Descent;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeFormat;
import dev.tarn.store.foreign.FollowedPaths.Followed;
import dev.tarn.text.Csv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder of tables: {@code points.csv}, {@code edges.csv} and {@code eigenvalues.csv}, by
 * ascending energy, and on request {@code paths.csv}. Stateless.
 */
public final class CsvFormat implements LandscapeFormat {
  /** For {@link java.util.ServiceLoader}. */
  public CsvFormat() {}

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public Optional<Writer> writer() {
    return Optional.of(
        (landscape, potential, folder) -> write(landscape, potential, folder, ExportExtras.NONE));
  }

  static void write(Landscape landscape, Potential potential, Path folder, ExportExtras extras)
      throws IOException {
    Optional<List<Followed>> paths = FollowedPaths.of(landscape, potential, extras);
    Files.createDirectories(folder);
    List<String> header = new ArrayList<>(List.of("id", "index", "energy", "orbit", "hits"));
    for (int k = 0; k < potential.dimension(); k++) {
      header.add("x" + k);
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("points.csv"))) {
      Csv csv = new Csv(out, header);
      for (StationaryPoint point : landscape.points()) {
        List<Object> row =
            new ArrayList<>(
                List.of(
                    point.id(),
                    point.index(),
                    point.energy(),
                    point.orbit(),
                    landscape.hits(point.id())));
        point.coordinates().stream().forEach(row::add);
        csv.row(row);
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("eigenvalues.csv"))) {
      Csv csv = new Csv(out, List.of("id", "number", "eigenvalue"));
      for (StationaryPoint point : landscape.points()) {
        for (int k = 0; k < point.eigenvalues().length(); k++) {
          csv.row(List.of(point.id(), k, point.eigenvalues().get(k)));
        }
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("edges.csv"))) {
      Csv csv =
          new Csv(
              out,
              List.of(
                  "transition_state", "minus", "plus", "energy", "minus_barrier", "plus_barrier"));
      for (Connection joined : landscape.connections()) {
        double top = landscape.get(joined.transitionState()).energy();
        csv.row(
            List.of(
                joined.transitionState(),
                joined.minus(),
                joined.plus(),
                top,
                top - landscape.get(joined.minus()).energy(),
                top - landscape.get(joined.plus()).energy()));
      }
    }
    if (paths.isPresent()) {
      paths(folder.resolve("paths.csv"), paths.get(), potential.dimension());
    }
  }

  private static void paths(Path file, List<Followed> paths, int dimension) throws IOException {
    List<String> header = new ArrayList<>(List.of("transition_state", "length", "energy"));
    for (int k = 0; k < dimension; k++) {
      header.add("x" + k);
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      Csv csv = new Csv(out, header);
      for (Followed path : paths) {
        for (Descent.Point point : path.points()) {
          List<Object> row =
              new ArrayList<>(List.of(path.transitionState(), point.arcLength(), point.energy()));
          for (double x : point.coordinates()) {
            row.add(x);
          }
          csv.row(row);
        }
      }
    }
  }
}
