package dev.tarn.store.foreign;

import static dev.tarn.store.foreign.FortranText.integer;
import static dev.tarn.store.foreign.FortranText.number;

import dev.tarn.data.UnusableFileException;
import dev.tarn.potential.Vector;
import dev.tarn.store.foreign.ForeignLandscape.Point;
import dev.tarn.store.foreign.ForeignLandscape.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The file {@code path.info} of OPTIM: minimum, transition state, minimum, and so on in triples.
 * Each point has a line with its energy, one with the order and the name of its point group, its
 * Hessian eigenvalues, descending with zeros after the positive ones, and its coordinates, three on
 * a line. Minima of the same energy, order and curvature are one. An incomplete last triple is left
 * out. Stateless.
 */
public final class PathInfoFormat extends ForeignFormat {
  private static final Pattern GROUP = Pattern.compile("\\s*\\d+\\s+[A-Za-z]\\S*\\s*");
  private static final double SAME_ENERGY = 1e-7;
  private static final double SAME_PRODUCT = 1e-4;

  /** An eigenvalue of smaller magnitude is one of rigid motion. */
  private static final double ZERO = 1e-6;

  private static final int ATOM = 3;
  private static final int RIGID = 6;

  /** For {@link java.util.ServiceLoader}. */
  public PathInfoFormat() {}

  @Override
  public String name() {
    return "path.info";
  }

  @Override
  public boolean fits(Path place) throws IOException {
    if (!Files.isRegularFile(place) || place.toString().endsWith(".db")) {
      return false;
    }
    byte[] start;
    try (var in = Files.newInputStream(place)) {
      start = in.readNBytes(4);
    }
    if (start.length < 4 || start[0] == 'S') {
      return false;
    }
    List<String> lines = FortranText.lines(place);
    return lines.size() > 2
        && FortranText.words(lines.get(0)).size() == 1
        && GROUP.matcher(lines.get(1)).matches();
  }

  @Override
  ForeignLandscape readForeign(Path place) throws IOException {
    List<Point> points = points(place, FortranText.lines(place));
    List<Point> minima = new ArrayList<>();
    List<State> states = new ArrayList<>();
    for (int k = 0; k + 2 < points.size(); k += 3) {
      int plus = placeOf(points.get(k), minima);
      int minus = placeOf(points.get(k + 2), minima);
      states.add(new State(points.get(k + 1), plus, minus));
    }
    int dimension = points.isEmpty() ? 0 : points.get(0).coordinates().length();
    return new ForeignLandscape(
        place,
        dimension,
        dimension % ATOM == 0 ? Math.max(0, dimension - RIGID) : dimension,
        minima,
        states,
        List.of(),
        List.of());
  }

  private static int placeOf(Point point, List<Point> minima) {
    for (int k = 0; k < minima.size(); k++) {
      Point known = minima.get(k);
      boolean same = Math.abs(known.energy() - point.energy()) < SAME_ENERGY;
      same &= known.pointGroup() == point.pointGroup();
      double difference = known.logProduct().orElse(0.0) - point.logProduct().orElse(0.0);
      if (same && Math.abs(difference) < SAME_PRODUCT) {
        return k;
      }
    }
    minima.add(point);
    return minima.size() - 1;
  }

  private static List<Point> points(Path place, List<String> lines) {
    List<Point> points = new ArrayList<>();
    int at = 0;
    while (at + 1 < lines.size()) {
      String where = place + ", point " + (points.size() + 1);
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
      if (words.isEmpty() || words.size() % 2 != 0) {
        throw new UnusableFileException(
            where + ": " + words.size() + " numbers are no eigenvalues with as many coordinates");
      }
      int n = words.size() / 2;
      double[] eigenvalues = FortranText.numbers(words.subList(0, n), where);
      double[] known =
          Arrays.stream(eigenvalues).filter(value -> Math.abs(value) > ZERO).sorted().toArray();
      double log = Arrays.stream(known).filter(value -> value > 0.0).map(Math::log).sum();
      points.add(
          new Point(
              number(energy.get(0), where),
              OptionalDouble.of(log),
              integer(FortranText.words(lines.get(at + 1)).get(0), where),
              Vector.of(),
              Vector.of(FortranText.numbers(words.subList(n, 2 * n), where)),
              Vector.of(known)));
      at = next;
    }
    return points;
  }
}
