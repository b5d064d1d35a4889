package dev.tarn.store.foreign;

import static dev.tarn.store.foreign.FortranText.integer;
import static dev.tarn.store.foreign.FortranText.number;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.foreign.ForeignLandscape.Point;
import dev.tarn.store.foreign.ForeignLandscape.State;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The file {@code path.info} of OPTIM: minimum, transition state, minimum, and so on in triples.
 * Each point has a line with its energy, one with the order and the name of its point group, its
 * Hessian eigenvalues, descending with zeros after the positive ones, and its coordinates, three on
 * a line. Without frequencies (keyword NOFRQS) there are no eigenvalues. An incomplete last triple
 * is left out. Stateless.
 */
public final class PathInfoFormat extends OptimFile {
  private static final Pattern GROUP = Pattern.compile("\\s*\\d+\\s+[A-Za-z]\\S*\\s*");

  /** Where no eigenvalue is exactly zero, those of rigid motions are smaller than this. */
  private static final double ZERO = 1e-6;

  /** Rigid motions in a plane, of atoms on a line, in space: fewer small ones are soft modes. */
  private static final Set<Long> MOTIONS = Set.of(3L, 5L, 6L);

  /** For {@link java.util.ServiceLoader}. */
  public PathInfoFormat() {
    super("path.info", PathInfoFormat::write);
  }

  @Override
  boolean fits(List<String> lines) {
    return lines.size() > 2
        && FortranText.words(lines.get(0)).size() == 1
        && GROUP.matcher(lines.get(1)).matches();
  }

  @Override
  ForeignLandscape readForeign(Path place) throws IOException {
    List<Point> points = points(place, FortranText.lines(place));
    PointList minima = new PointList();
    List<State> states = new ArrayList<>();
    for (int k = 0; k + 2 < points.size(); k += 3) {
      int plus = minima.place(points.get(k));
      int minus = minima.place(points.get(k + 2));
      Point state = points.get(k + 1);
      if (state.logProduct().isPresent()
          && !(state.eigenvalues().length() > 0 && state.eigenvalues().get(0) < 0.0)) {
        throw new UnusableFileException(
            where(place, k + 1)
                + ": the middle of a triple is a transition state, and none of its eigenvalues is"
                + " negative");
      }
      states.add(new State(state, plus, minus));
    }
    return ForeignLandscape.of(place, minima.minima(), states);
  }

  private static String where(Path place, int point) {
    return place + ", point " + (point + 1);
  }

  private static List<Point> points(Path place, List<String> lines) {
    List<Point> points = new ArrayList<>();
    int at = 0;
    boolean spectra = true;
    int length = 0;
    while (at + 1 < lines.size()) {
      String where = where(place, points.size());
      List<String> energy = FortranText.words(lines.get(at));
      if (energy.size() != 1 || !GROUP.matcher(lines.get(at + 1)).matches()) {
        throw new UnusableFileException(
            where + ": an energy and a line with order and point group are expected");
      }
      int next = at + 2;
      List<String> words = new ArrayList<>();
      // The next point begins with the line before the one with a point group.
      while (next < lines.size()
          && !(next + 1 < lines.size() && GROUP.matcher(lines.get(next + 1)).matches())) {
        words.addAll(FortranText.words(lines.get(next)));
        next++;
      }
      double[] numbers = FortranText.numbers(words, where);
      if (points.isEmpty()) {
        length = numbers.length;
        spectra = numbers.length > 1 && numbers.length % 2 == 0 && descending(numbers);
      } else if (numbers.length != length) {
        throw new UnusableFileException(
            where + ": " + numbers.length + " numbers, where point 1 has " + length);
      } else if (spectra && !descending(numbers)) {
        throw new UnusableFileException(where + ": its eigenvalues are not in descending order");
      }
      if (numbers.length == 0) {
        throw new UnusableFileException(where + " has no coordinates");
      }
      int n = spectra ? numbers.length / 2 : 0;
      double zero = zero(Arrays.copyOf(numbers, n));
      double[] known =
          Arrays.stream(numbers, 0, n).filter(value -> Math.abs(value) > zero).sorted().toArray();
      double log = Arrays.stream(known).filter(value -> value > 0.0).map(Math::log).sum();
      points.add(
          new Point(
              number(energy.get(0), where),
              spectra ? OptionalDouble.of(log) : OptionalDouble.empty(),
              integer(FortranText.words(lines.get(at + 1)).get(0), where),
              Vector.of(),
              Vector.of(Arrays.copyOfRange(numbers, n, numbers.length)),
              Vector.of(known)));
      at = next;
    }
    return points;
  }

  /** The largest magnitude of what is no eigenvalue of a shape. */
  private static double zero(double[] eigenvalues) {
    boolean exact = Arrays.stream(eigenvalues).anyMatch(value -> value == 0.0);
    long small = Arrays.stream(eigenvalues).filter(value -> Math.abs(value) <= ZERO).count();
    return !exact && MOTIONS.contains(small) ? ZERO : 0.0;
  }

  /** Whether the first half is a spectrum. */
  private static boolean descending(double[] numbers) {
    for (int k = 1; k < numbers.length / 2; k++) {
      if (numbers[k] > numbers[k - 1]) {
        return false;
      }
    }
    return true;
  }

  private static void write(Landscape landscape, Potential potential, Path file)
      throws IOException {
    FileOrder order = new FileOrder(landscape, potential);
    List<String> lines = new ArrayList<>();
    for (FileOrder.Row row : order.rows()) {
      StationaryPoint plus = order.minima().get(row.plus());
      StationaryPoint minus = order.minima().get(row.minus());
      add(lines, plus, order.pointGroup(plus), order);
      add(lines, row.point(), order.pointGroup(row), order);
      add(lines, minus, order.pointGroup(minus), order);
    }
    Files.write(file, lines);
  }

  private static void add(
      List<String> lines, StationaryPoint point, BigInteger group, FileOrder order) {
    double[] known = point.eigenvalues().toArray();
    int n = point.coordinates().length();
    if (known.length <= point.index() || order.logProduct(point).isEmpty()) {
      throw FileOrder.unknownCurvature("path.info", point);
    }
    double[] values = new double[n];
    for (int k = 0; k < known.length; k++) {
      // Ascending here, descending there; in between there may be zeros of null directions.
      values[known[k] > 0.0 ? known.length - 1 - k : n - 1 - k] = known[k];
    }
    String h = FortranText.order(group, point.id());
    lines.add(FortranText.fixed(point.energy()));
    // The names of point groups are not known, nor does any program that reads them use them.
    lines.add(String.format(Locale.ROOT, "%6s %s", h, h.equals("1") ? "C1" : "G" + h));
    lines.addAll(FortranText.threeALine(values));
    lines.addAll(FortranText.threeALine(order.inTheirOrder(point)));
  }
}
