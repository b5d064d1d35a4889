package dev.tarn.store.foreign;

import static dev.tarn.store.foreign.FortranText.integer;
import static dev.tarn.store.foreign.FortranText.number;
import static dev.tarn.store.foreign.FortranText.place;

import dev.tarn.data.UnusableFileException;
import dev.tarn.potential.Vector;
import dev.tarn.store.foreign.ForeignLandscape.Point;
import dev.tarn.store.foreign.ForeignLandscape.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Reads a folder of PATHSAMPLE: {@code min.data}, {@code ts.data}, {@code points.min}, {@code
 * points.ts}, and if there are any {@code min.A}, {@code min.B} and {@code pathdata}.
 *
 * <p>A line of {@code min.data} holds the energy, the logarithm of the product of positive Hessian
 * eigenvalues, the order of the point group and three moments of inertia; one of {@code ts.data}
 * two minima before the moments, from 1, and with some keywords a negative eigenvalue at the end.
 * Points are little-endian doubles, one record after the other without marks. Stateless.
 */
final class PathsampleReader {
  private static final int MIN_COLUMNS = 6;
  private static final int TS_COLUMNS = 8;

  /** Coordinates of this size are another order of bytes, or other data. */
  private static final double LARGEST = 1e15;

  private static final double SMALLEST = 1e-200;

  private PathsampleReader() {}

  static ForeignLandscape read(Path folder) throws IOException {
    Path minData = needed(folder, "min.data");
    Path tsData = needed(folder, "ts.data");
    List<List<String>> minRows = FortranText.records(minData, MIN_COLUMNS);
    List<List<String>> tsRows = FortranText.records(tsData, TS_COLUMNS);
    PathData told = PathData.of(folder.resolve("pathdata"));
    double[][] minPoints = points(needed(folder, "points.min"), minRows.size(), told);
    double[][] tsPoints = points(needed(folder, "points.ts"), tsRows.size(), told);
    List<Point> minima = new ArrayList<>();
    for (int k = 0; k < minRows.size(); k++) {
      minima.add(point(minRows.get(k), 3, place(minData, k), minPoints[k], Vector.of()));
    }
    List<State> states = new ArrayList<>();
    for (int k = 0; k < tsRows.size(); k++) {
      List<String> row = tsRows.get(k);
      String where = place(tsData, k);
      Vector lowest =
          row.size() > TS_COLUMNS
              ? Vector.of(negative(number(row.get(TS_COLUMNS), where), where))
              : Vector.of();
      states.add(
          new State(
              point(row, 5, where, tsPoints[k], lowest),
              integer(row.get(3), where) - 1,
              integer(row.get(4), where) - 1));
    }
    int dimension = minPoints.length == 0 ? 0 : minPoints[0].length;
    return new ForeignLandscape(
        folder,
        dimension,
        told.vibrations(dimension),
        minima,
        states,
        set(folder.resolve("min.A")),
        set(folder.resolve("min.B")));
  }

  private static double negative(double value, String where) {
    if (value >= 0.0) {
      throw new UnusableFileException(
          where + ": the last column is the negative eigenvalue, not " + value);
    }
    return value;
  }

  private static Path needed(Path folder, String name) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new UnusableFileException("there is no file " + file);
    }
    return file;
  }

  private static Point point(
      List<String> row, int inertia, String where, double[] x, Vector eigenvalues) {
    return new Point(
        number(row.get(0), where),
        OptionalDouble.of(number(row.get(1), where)),
        integer(row.get(2), where),
        Vector.of(FortranText.numbers(row.subList(inertia, inertia + 3), where)),
        Vector.of(x),
        eigenvalues);
  }

  /** Records of doubles, as many as there are points. */
  private static double[][] points(Path file, int count, PathData told) throws IOException {
    long size = Files.size(file);
    if (count == 0) {
      return new double[0][];
    }
    long record = size / count;
    if (size % ((long) Double.BYTES * count) != 0 || record == 0) {
      throw new UnusableFileException(
          file
              + " has "
              + size
              + " bytes, which are not whole records of doubles for "
              + count
              + " points");
    }
    int length = Math.toIntExact(record / Double.BYTES);
    if (told.variables() > 0 && length != told.variables()) {
      throw new UnusableFileException(
          file
              + " has "
              + length
              + " numbers for each of "
              + count
              + " points, pathdata says "
              + told.variables()
              + (length == 4 * told.variables()
                  ? ": it was written with records counted in words"
                  : ""));
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    DoubleBuffer numbers = bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
    if (!plausible(numbers)) {
      boolean other = plausible(bytes.order(ByteOrder.BIG_ENDIAN).asDoubleBuffer());
      throw new UnusableFileException(
          file
              + (other
                  ? " has its bytes in big-endian order; little-endian is expected"
                  : " holds numbers that are no coordinates"));
    }
    double[][] points = new double[count][length];
    for (double[] point : points) {
      numbers.get(point);
    }
    return points;
  }

  private static boolean plausible(DoubleBuffer numbers) {
    for (int k = 0; k < numbers.limit(); k++) {
      double size = Math.abs(numbers.get(k));
      if (!(size < LARGEST) || (size < SMALLEST && size > 0.0)) {
        return false;
      }
    }
    return true;
  }

  /** A count, then that many numbers of minima; nothing if there is no file. */
  private static List<Integer> set(Path file) throws IOException {
    List<Integer> places = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      List<String> words = new ArrayList<>();
      FortranText.lines(file).forEach(line -> words.addAll(FortranText.words(line)));
      int count = words.isEmpty() ? 0 : integer(words.get(0), file.toString());
      if (words.size() != count + 1) {
        throw new UnusableFileException(
            file + " announces " + count + " minima and names " + (words.size() - 1));
      }
      words.stream().skip(1).forEach(word -> places.add(integer(word, file.toString()) - 1));
    }
    return places;
  }

  /**
   * What {@code pathdata} says of the system.
   *
   * @param variables the number of coordinates, 0 if it does not say
   * @param kind what is counted as vibrations
   */
  private record PathData(int variables, Kind kind) {
    private enum Kind {
      ATOMS,
      FLAT,
      FIXED,
      NETWORK
    }

    static PathData of(Path file) throws IOException {
      int atoms = 0;
      Kind kind = Kind.ATOMS;
      if (Files.isRegularFile(file)) {
        for (String line : FortranText.lines(file)) {
          List<String> words = FortranText.words(line);
          String keyword = words.get(0).toUpperCase(Locale.ROOT);
          if (keyword.equals("NATOMS") && words.size() > 1) {
            atoms = integer(words.get(1), file + ", NATOMS");
          } else if (keyword.startsWith("MLP")) {
            kind = Kind.NETWORK;
          } else if (keyword.equals("TWOD")) {
            kind = Kind.FLAT;
          } else if (keyword.equals("BULK") || keyword.equals("GTHOMSON")) {
            kind = Kind.FIXED;
          }
        }
      }
      return new PathData(kind == Kind.NETWORK ? atoms : 3 * atoms, kind);
    }

    /** As PATHSAMPLE counts them. */
    int vibrations(int dimension) {
      return Math.max(
          0,
          switch (kind) {
            case ATOMS -> dimension - 6;
            case FLAT -> dimension / 3 * 2 - 3;
            case FIXED -> dimension - 3;
            case NETWORK -> dimension - 1;
          });
    }
  }
}
