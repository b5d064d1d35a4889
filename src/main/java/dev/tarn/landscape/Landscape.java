package dev.tarn.landscape;

import dev.tarn.path.Pathway.Side;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Potential.Scales;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.Tolerances;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The classes of stationary points found so far; the graph of minima joined by transition states.
 *
 * <p>Duplicates are detected exactly: two points are one class when a symmetry copy of the one
 * coincides with the other ({@link OrbitIndex}); the energy is a filter only. Each class keeps the
 * canonical copy of the point that was added first.
 *
 * <p>Thread-safe: every method may be called from any thread. Lists returned are snapshots.
 */
public final class Landscape {
  private final SymmetryGroup symmetry;
  private final Scales scales;
  private final int dimension;
  private final OrbitIndex index;
  private final ClassTable table = new ClassTable();
  private final ClassGraph graph = new ClassGraph();
  private final PointsAside degenerate;

  /**
   * The outcome of adding a point.
   *
   * @param point the class, new or known
   * @param isNew whether it was not known before
   */
  public record Addition(StationaryPoint point, boolean isNew) {}

  /**
   * An empty landscape.
   *
   * @param dimension the number of variables, at least 1
   * @param symmetry the group that makes points equivalent
   * @param tolerances when two points are one
   */
  public Landscape(int dimension, SymmetryGroup symmetry, Tolerances tolerances) {
    this(dimension, symmetry, tolerances, Scales.ONE);
  }

  private Landscape(int dimension, SymmetryGroup symmetry, Tolerances tolerances, Scales scales) {
    this.dimension = dimension;
    this.symmetry = symmetry;
    this.scales = scales;
    index = new OrbitIndex(symmetry, tolerances, scales);
    degenerate = new PointsAside(new OrbitIndex(symmetry, tolerances, scales));
  }

  /**
   * An empty landscape of a potential, with the default tolerances, in its {@linkplain
   * Potential#measured measured} scales.
   *
   * @param potential the potential
   * @return a landscape of its dimension and symmetry
   */
  public static Landscape of(Potential potential) {
    Scales scales = potential.measured().scales().orElse(Scales.ONE);
    return new Landscape(
        potential.dimension(), potential.symmetry(), Tolerances.defaults(), scales);
  }

  /**
   * The units of the tolerances.
   *
   * @return the potential's scales, or 1
   */
  public Scales scales() {
    return scales;
  }

  /**
   * The number of variables.
   *
   * @return the length of a point
   */
  public int dimension() {
    return dimension;
  }

  /**
   * What makes points equivalent.
   *
   * @return the group
   */
  public SymmetryGroup symmetry() {
    return symmetry;
  }

  /**
   * Adds a stationary point, or recognises it, and counts one hit.
   *
   * @param found the point as polished
   * @param provenance what found it; kept if the point is new
   * @return its class
   * @throws IllegalArgumentException if the point is not stationary, is degenerate or has another
   *     dimension
   */
  public synchronized Addition add(PolishedPoint found, StationaryPoint.Provenance provenance) {
    ClassTable.checkLength("the point", found.coordinates().length, dimension);
    ClassTable.checkProper(found);
    int known = index.find(found);
    if (known != OrbitIndex.ABSENT) {
      table.hit(known, 1L);
      return new Addition(get(known), false);
    }
    StationaryPoint point = StationaryPoint.of(table.lastId() + 1, found, symmetry, provenance);
    restore(point, 1L);
    return new Addition(point, true);
  }

  /**
   * Puts back a class that was stored, with its id.
   *
   * @param point the class
   * @param hitCount how often searches have ended in it
   * @throws IllegalArgumentException if the id is taken or the dimension is another
   */
  public synchronized void restore(StationaryPoint point, long hitCount) {
    ClassTable.checkLength("point " + point.id(), point.coordinates().length(), dimension);
    table.put(point, hitCount);
    index.add(point.id(), point.index(), point.energy(), point.coordinates().toArray());
    if (point.isMinimum()) {
      graph.addMinimum(point.id());
    }
  }

  /**
   * Adds the connection of a transition state, if it has none yet.
   *
   * @param connection the connection
   * @throws IllegalArgumentException if an id is unknown or is not of a transition state and of
   *     minima
   */
  public synchronized void connect(Connection connection) {
    boolean joinsMinima =
        Arrays.stream(Side.values())
            .flatMap(side -> connection.minima(side).stream())
            .allMatch(id -> get(id).isMinimum());
    if (!get(connection.transitionState()).isTransitionState() || !joinsMinima) {
      throw new IllegalArgumentException(
          "minima join over a transition state, not over point " + connection.transitionState());
    }
    graph.connect(connection);
  }

  /**
   * Looks a point up without adding it.
   *
   * @param point the point as polished
   * @return its class, if known
   */
  public synchronized Optional<StationaryPoint> find(PolishedPoint point) {
    return byLabel(index.find(point));
  }

  /**
   * Looks a point up of which no more is known than where it is.
   *
   * @param energy its energy
   * @param x the point; not modified
   * @return its class, if known
   */
  public synchronized Optional<StationaryPoint> find(double energy, double[] x) {
    return byLabel(index.find(energy, x));
  }

  private Optional<StationaryPoint> byLabel(int known) {
    return known == OrbitIndex.ABSENT ? Optional.empty() : Optional.of(get(known));
  }

  /**
   * Counts further hits of a class.
   *
   * @param id the class
   * @param count how many
   * @throws IllegalArgumentException if there is no such class
   */
  public synchronized void hit(int id, long count) {
    table.hit(id, count);
  }

  /**
   * How often searches have ended in a class.
   *
   * @param id the class
   * @return the number of hits
   * @throws IllegalArgumentException if there is no such class
   */
  public synchronized long hits(int id) {
    return table.hits(id);
  }

  /**
   * The class of an id.
   *
   * @param id the id
   * @return the class
   * @throws IllegalArgumentException if there is none
   */
  public synchronized StationaryPoint get(int id) {
    return table.get(id);
  }

  /**
   * All classes.
   *
   * @return the classes by ascending energy
   */
  public synchronized List<StationaryPoint> points() {
    return table.where(point -> true);
  }

  /**
   * The classes of one index.
   *
   * @param wanted the index
   * @return the classes by ascending energy, possibly none
   */
  public synchronized List<StationaryPoint> points(int wanted) {
    return table.where(point -> point.index() == wanted);
  }

  /**
   * The minima.
   *
   * @return the classes of index 0 by ascending energy
   */
  public List<StationaryPoint> minima() {
    return points(0);
  }

  /**
   * The transition states.
   *
   * @return the classes of index 1 by ascending energy
   */
  public List<StationaryPoint> transitionStates() {
    return points(1);
  }

  /**
   * The number of classes.
   *
   * @return the number of classes of any index
   */
  public synchronized int size() {
    return table.size();
  }

  /**
   * The number of classes of one index.
   *
   * @param wanted the index
   * @return the number of classes
   */
  public synchronized int count(int wanted) {
    return table.count(wanted);
  }

  /**
   * The Morse sum: {@code sum (-1)^index} over all points, every symmetry copy counted.
   *
   * <p>A function that grows without bound in every direction and has no degenerate stationary
   * point has the sum 1. Another sum proves that points are missing; 1 does not prove that none is.
   *
   * @return the sum over the classes found so far
   */
  public synchronized BigInteger morseSum() {
    return table.morseSum();
  }

  /**
   * Notes a degenerate point, which is kept out of the landscape.
   *
   * @param found the point as polished
   * @return whether it was not noted before
   */
  public synchronized boolean noteDegenerate(PolishedPoint found) {
    return degenerate.add(found);
  }

  /**
   * The degenerate points noted, one of each class; without those that a smaller cutoff has let
   * into the landscape since.
   *
   * @return the points that are put aside
   */
  public synchronized List<PolishedPoint> degeneratePoints() {
    return degenerate.notIn(this);
  }

  /**
   * The highest id in use.
   *
   * @return the id, 0 for an empty landscape
   */
  public synchronized int lastId() {
    return table.lastId();
  }

  /**
   * The connection of a transition state.
   *
   * @param transitionState its id
   * @return the connection, if the transition state is known and was followed down
   */
  public synchronized Optional<Connection> connection(int transitionState) {
    return graph.connection(transitionState);
  }

  /**
   * All connections.
   *
   * @return the connections in the order of their transition states' ids
   */
  public synchronized List<Connection> connections() {
    return graph.connections();
  }

  /**
   * The connected components of the graph of classes.
   *
   * @return the ids of the minima of each component, by the smallest id
   */
  public synchronized List<Set<Integer>> components() {
    return graph.components();
  }

  /**
   * The minimum of lowest energy.
   *
   * @return the global minimum of those found, if any
   */
  public Optional<StationaryPoint> globalMinimum() {
    return minima().stream().findFirst();
  }
}
