package dev.tarn.store.foreign;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Descent;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeFormat;
import dev.tarn.store.foreign.FollowedPaths.Followed;
import dev.tarn.store.weights.Npz;
import dev.tarn.text.Npy;
import dev.tarn.text.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipOutputStream;

/**
 * Arrays for NumPy: {@code id}, {@code index}, {@code energy}, {@code orbit}, {@code coordinates}
 * and {@code eigenvalues} of all points by ascending energy, and {@code edges} with the ids of a
 * transition state and its two minima. Eigenvalues that are not known are NaN. On request {@code
 * path_state}, {@code path_length}, {@code path_energy} and {@code path_coordinates} of all points
 * of steepest-descent paths. Stateless.
 */
public final class NpzFormat implements LandscapeFormat {
  /** For {@link java.util.ServiceLoader}. */
  public NpzFormat() {}

  @Override
  public String name() {
    return "npz";
  }

  @Override
  public Optional<Writer> writer() {
    return Optional.of(
        (landscape, potential, file) -> write(landscape, potential, file, ExportExtras.NONE));
  }

  static void write(Landscape landscape, Potential potential, Path file, ExportExtras extras)
      throws IOException {
    Optional<List<Followed>> paths = FollowedPaths.of(landscape, potential, extras);
    List<StationaryPoint> points = landscape.points();
    int size = points.size();
    int most = points.stream().mapToInt(p -> p.eigenvalues().length()).max().orElse(0);
    WholeFile.write(
        file,
        out -> {
          // The stream is the caller's.
          ZipOutputStream zip = new ZipOutputStream(out);
          whole(zip, "id", points.stream().mapToLong(StationaryPoint::id).toArray(), size);
          whole(zip, "index", points.stream().mapToLong(StationaryPoint::index).toArray(), size);
          real(zip, "energy", points.stream().mapToDouble(StationaryPoint::energy).toArray(), size);
          real(
              zip,
              "orbit",
              points.stream().mapToDouble(p -> p.orbit().doubleValue()).toArray(),
              size);
          real(
              zip,
              "coordinates",
              points.stream().flatMapToDouble(p -> p.coordinates().stream()).toArray(),
              size,
              potential.dimension());
          real(zip, "eigenvalues", eigenvalues(points, most), size, most);
          List<Connection> joined = landscape.connections();
          long[] edges = new long[3 * joined.size()];
          for (int k = 0; k < joined.size(); k++) {
            edges[3 * k] = joined.get(k).transitionState();
            edges[3 * k + 1] = joined.get(k).minus();
            edges[3 * k + 2] = joined.get(k).plus();
          }
          whole(zip, "edges", edges, joined.size(), 3);
          if (paths.isPresent()) {
            paths(zip, paths.get(), potential.dimension());
          }
          zip.finish();
        });
  }

  /** A row for each point of a path; points of one path stand together. */
  private static void paths(ZipOutputStream zip, List<Followed> paths, int dimension)
      throws IOException {
    List<Descent.Point> points = paths.stream().flatMap(path -> path.points().stream()).toList();
    int size = points.size();
    long[] states =
        paths.stream()
            .flatMapToLong(path -> path.points().stream().mapToLong(p -> path.transitionState()))
            .toArray();
    whole(zip, "path_state", states, size);
    real(zip, "path_length", points.stream().mapToDouble(Descent.Point::arcLength).toArray(), size);
    real(zip, "path_energy", points.stream().mapToDouble(Descent.Point::energy).toArray(), size);
    real(
        zip,
        "path_coordinates",
        points.stream().flatMapToDouble(p -> Arrays.stream(p.coordinates())).toArray(),
        size,
        dimension);
  }

  private static double[] eigenvalues(List<StationaryPoint> points, int most) {
    double[] values = new double[points.size() * most];
    for (int k = 0; k < points.size(); k++) {
      for (int j = 0; j < most; j++) {
        boolean known = j < points.get(k).eigenvalues().length();
        values[k * most + j] = known ? points.get(k).eigenvalues().get(j) : Double.NaN;
      }
    }
    return values;
  }

  private static void real(ZipOutputStream zip, String name, double[] values, Integer... shape)
      throws IOException {
    Npz.begin(zip, name);
    Npy.write(zip, List.of(shape), values);
    zip.closeEntry();
  }

  private static void whole(ZipOutputStream zip, String name, long[] values, Integer... shape)
      throws IOException {
    Npz.begin(zip, name);
    Npy.write(zip, List.of(shape), values);
    zip.closeEntry();
  }
}
