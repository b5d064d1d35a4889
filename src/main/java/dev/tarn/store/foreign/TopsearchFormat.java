package dev.tarn.store.foreign;

import static dev.tarn.store.foreign.FortranText.integer;
import static dev.tarn.store.foreign.FortranText.number;
import static dev.tarn.store.foreign.FortranText.place;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.foreign.ForeignLandscape.Point;
import dev.tarn.store.foreign.ForeignLandscape.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A folder of TopSearch: {@code min.data} with the number of a minimum from 0 and its energy,
 * {@code ts.data} with two such numbers and an energy, {@code min.coords} and {@code ts.coords}
 * with a point on each line. Names are those of PATHSAMPLE, columns are fewer. Stateless.
 */
public final class TopsearchFormat extends ForeignFormat {
  private static final int MIN_COLUMNS = 2;
  private static final int TS_COLUMNS = 3;

  /** For {@link java.util.ServiceLoader}. */
  public TopsearchFormat() {
    super("topsearch", false, TopsearchFormat::write);
  }

  @Override
  public boolean fits(Path place) throws IOException {
    Path minima = place.resolve("min.data");
    return Files.isRegularFile(minima)
        && Files.isRegularFile(place.resolve("min.coords"))
        && FortranText.lines(minima).stream()
            .allMatch(line -> FortranText.words(line).size() == MIN_COLUMNS);
  }

  @Override
  ForeignLandscape readForeign(Path place) throws IOException {
    List<List<String>> minRows = rows(place.resolve("min.data"), MIN_COLUMNS);
    List<List<String>> tsRows = rows(place.resolve("ts.data"), TS_COLUMNS);
    List<Vector> minPoints = points(place.resolve("min.coords"), minRows.size());
    List<Vector> tsPoints = points(place.resolve("ts.coords"), tsRows.size());
    List<Point> minima = new ArrayList<>();
    for (int k = 0; k < minRows.size(); k++) {
      String where = place(place.resolve("min.data"), k);
      if (integer(minRows.get(k).get(0), where) != k) {
        throw new UnusableFileException(
            where + ": minima are numbered from 0 on, not " + minRows.get(k).get(0));
      }
      minima.add(point(number(minRows.get(k).get(1), where), minPoints.get(k)));
    }
    List<State> states = new ArrayList<>();
    for (int k = 0; k < tsRows.size(); k++) {
      String where = place(place.resolve("ts.data"), k);
      List<String> row = tsRows.get(k);
      states.add(
          new State(
              point(number(row.get(2), where), tsPoints.get(k)),
              integer(row.get(0), where),
              integer(row.get(1), where)));
    }
    return ForeignLandscape.of(place, minima, states);
  }

  private static Point point(double energy, Vector x) {
    return new Point(energy, OptionalDouble.empty(), 1L, Vector.of(), x, Vector.of());
  }

  private static List<List<String>> rows(Path file, int columns) throws IOException {
    needed(file);
    List<List<String>> rows = new ArrayList<>();
    for (String line : FortranText.lines(file)) {
      List<String> words = FortranText.words(line);
      if (words.size() != columns) {
        throw new UnusableFileException(
            place(file, rows.size()) + ": " + words.size() + " columns where there are " + columns);
      }
      rows.add(words);
    }
    return rows;
  }

  private static List<Vector> points(Path file, int count) throws IOException {
    List<Vector> points = new ArrayList<>();
    if (count > 0) {
      needed(file);
      for (String line : FortranText.lines(file)) {
        String where = place(file, points.size());
        points.add(Vector.of(FortranText.numbers(FortranText.words(line), where)));
      }
    }
    if (points.size() != count) {
      throw new UnusableFileException(
          file + " has " + points.size() + " points; there are " + count + " energies");
    }
    return points;
  }

  private static void needed(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnusableFileException("there is no file " + file);
    }
  }

  private static void write(Landscape landscape, Potential potential, Path folder)
      throws IOException {
    FileOrder order = new FileOrder(landscape, potential);
    List<String> minRows = new ArrayList<>();
    for (StationaryPoint minimum : order.minima()) {
      minRows.add(minRows.size() + " " + FortranText.scientific(minimum.energy(), 16));
    }
    List<String> tsRows = new ArrayList<>();
    for (FileOrder.Row row : order.rows()) {
      String energy = FortranText.scientific(row.point().energy(), 16);
      tsRows.add(row.plus() + " " + row.minus() + " " + energy);
    }
    Files.createDirectories(folder);
    Files.write(folder.resolve("min.data"), minRows);
    Files.write(folder.resolve("ts.data"), tsRows);
    Files.write(folder.resolve("min.coords"), coordinates(order.minima()));
    Files.write(folder.resolve("ts.coords"), coordinates(order.states()));
    Files.write(folder.resolve("pairlist"), List.of());
  }

  private static List<String> coordinates(List<StationaryPoint> points) {
    return points.stream()
        .map(
            point ->
                point.coordinates().stream()
                    .mapToObj(x -> FortranText.scientific(x, 18))
                    .collect(Collectors.joining(" ")))
        .toList();
  }
}
