package dev.tarn.store.foreign;

import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.Tolerances;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a foreign file holds: minima, transition states with the two minima that each joins, and
 * what the file knows of each of them. Immutable.
 *
 * @param source where it was read from, for messages
 * @param dimension the number of coordinates of a point
 * @param vibrations the number of positive eigenvalues of a minimum
 * @param minima the minima in the order of the file
 * @param states the transition states in the order of the file
 * @param a the numbers of the minima of the set A, from 0; possibly none
 * @param b the numbers of the minima of the set B, from 0; possibly none
 */
record ForeignLandscape(
    Path source,
    int dimension,
    int vibrations,
    List<Point> minima,
    List<State> states,
    List<Integer> a,
    List<Integer> b) {
  private static final String METHOD = "import";
  private static final int ATOM = 3;

  /** Rigid motions in space. */
  private static final int MOTIONS = 6;

  /**
   * A stationary point.
   *
   * @param energy its energy
   * @param logProduct the logarithm of the product of its positive Hessian eigenvalues, if known
   * @param pointGroup the order {@code h} of its point group, at least 1: a minimum of a system
   *     with {@code |G|} symmetries has {@code |G| / h} copies
   * @param inertia the three principal moments of inertia, empty if not known
   * @param coordinates the point
   * @param eigenvalues the Hessian eigenvalues that are known and not zero, ascending
   * @param mode the eigenvector of the lowest eigenvalue, empty if not known
   */
  record Point(
      double energy,
      OptionalDouble logProduct,
      long pointGroup,
      Vector inertia,
      Vector coordinates,
      Vector eigenvalues,
      Vector mode) {

    /** A point whose eigenvectors are not known. */
    Point(
        double energy,
        OptionalDouble logProduct,
        long pointGroup,
        Vector inertia,
        Vector coordinates,
        Vector eigenvalues) {
      this(energy, logProduct, pointGroup, inertia, coordinates, eigenvalues, Vector.of());
    }

    /** The same point but for the order of its point group. */
    Point withPointGroup(long order) {
      return new Point(energy, logProduct, order, inertia, coordinates, eigenvalues, mode);
    }

    /** The same point but for its eigenvector. */
    Point withMode(Vector known) {
      return new Point(energy, logProduct, pointGroup, inertia, coordinates, eigenvalues, known);
    }
  }

  /**
   * A transition state.
   *
   * @param point the point
   * @param plus the number of a minimum, from 0
   * @param minus the number of the other one, from 0; the same for a degenerate rearrangement
   */
  record State(Point point, int plus, int minus) {}

  /**
   * Takes copies of the lists, and checks that the parts fit together.
   *
   * @throws UnusableFileException if there is no minimum, a number is not finite, or a transition
   *     state or set names a minimum that is not there
   */
  ForeignLandscape {
    minima = List.copyOf(minima);
    states = List.copyOf(states);
    a = List.copyOf(a);
    b = List.copyOf(b);
    if (minima.isEmpty()) {
      throw new UnusableFileException(source + " holds no minimum");
    }
    for (int k = 0; k < minima.size(); k++) {
      check(source, "minimum " + (k + 1), minima.get(k), dimension);
    }
    for (int k = 0; k < states.size(); k++) {
      State state = states.get(k);
      String name = "transition state " + (k + 1);
      check(source, name, state.point, dimension);
      checkPlace(source, name + " joins", state.plus, minima.size());
      checkPlace(source, name + " joins", state.minus, minima.size());
    }
    for (int place : a) {
      checkPlace(source, "the set A holds", place, minima.size());
    }
    for (int place : b) {
      checkPlace(source, "the set B holds", place, minima.size());
    }
  }

  /**
   * A landscape of files that say nothing of sets, nor of what is counted as vibrations: a multiple
   * of three coordinates is taken for atoms in space.
   */
  static ForeignLandscape of(Path source, List<Point> minima, List<State> states) {
    int dimension = minima.isEmpty() ? 0 : minima.get(0).coordinates().length();
    int vibrations = dimension % ATOM == 0 ? Math.max(0, dimension - MOTIONS) : dimension;
    return new ForeignLandscape(
        source, dimension, vibrations, minima, states, List.of(), List.of());
  }

  private static void checkPlace(Path source, String who, int place, int size) {
    if (place < 0 || place >= size) {
      throw new UnusableFileException(
          source + ": " + who + " minimum " + (place + 1L) + "; there are " + size);
    }
  }

  private static void check(Path source, String name, Point point, int dimension) {
    boolean finite = Double.isFinite(point.energy);
    finite &= point.coordinates.stream().allMatch(Double::isFinite);
    finite &= Double.isFinite(point.logProduct.orElse(0.0));
    finite &= point.mode.stream().allMatch(Double::isFinite);
    if (!finite || point.pointGroup < 1 || point.coordinates.length() != dimension) {
      throw new UnusableFileException(
          source
              + ": "
              + name
              + " has energy "
              + point.energy
              + ", a point group of order "
              + point.pointGroup
              + " and "
              + point.coordinates.length()
              + " coordinates"
              + (finite ? "" : ", and a number that is not finite"));
    }
  }

  /** All points, the minima first; the id of each is its place from 1. */
  List<Point> points() {
    return Stream.concat(minima.stream(), states.stream().map(State::point)).toList();
  }

  /** The least common multiple of the orders of the point groups, for the numbers of copies. */
  BigInteger groupOrder() {
    BigInteger order = BigInteger.ONE;
    for (Point point : points()) {
      BigInteger h = BigInteger.valueOf(point.pointGroup);
      order = order.multiply(h.divide(order.gcd(h)));
    }
    return order;
  }

  /** The landscape of a potential that nobody knows: all points as the file has them. */
  Landscape landscape() {
    Landscape landscape = new Landscape(dimension, SymmetryGroup.trivial(), Tolerances.defaults());
    BigInteger order = groupOrder();
    List<Point> points = points();
    for (int k = 0; k < points.size(); k++) {
      Point point = points.get(k);
      landscape.restore(
          new StationaryPoint(
              k + 1,
              k < minima.size() ? 0 : 1,
              point.energy,
              point.coordinates,
              point.eigenvalues,
              Double.NaN,
              order.divide(BigInteger.valueOf(point.pointGroup)),
              new StationaryPoint.Provenance(1, k, METHOD)),
          0L);
    }
    for (int k = 0; k < states.size(); k++) {
      State state = states.get(k);
      landscape.connect(
          new Connection(minima.size() + k + 1, state.minus + 1, state.plus + 1, 0.0, 0.0, 0));
    }
    return landscape;
  }
}
