package dev.tarn.landscape;

import com.google.common.graph.ImmutableNetwork;
import com.google.common.graph.MutableNetwork;
import com.google.common.graph.Network;
import com.google.common.graph.NetworkBuilder;
import com.google.common.graph.Traverser;
import dev.tarn.path.Pathway.Side;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.Provenance;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.Tolerances;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The classes of stationary points found so far, and the graph of minima joined by transition
 * states.
 *
 * <p>Duplicates are detected exactly: two points are one class when a symmetry copy of the one
 * coincides with the other ({@link OrbitIndex}); the energy is a filter only. Each class keeps the
 * canonical copy of the point that was added first.
 *
 * <p>Thread-safe: every method may be called from any thread. Lists and graphs that are returned
 * are snapshots.
 */
public final class Landscape {
  private static final Comparator<StationaryPoint> BY_ENERGY =
      Comparator.comparingDouble(StationaryPoint::energy).thenComparingInt(StationaryPoint::id);

  private final SymmetryGroup symmetry;
  private final int dimension;
  private final OrbitIndex index;
  private final TreeMap<Integer, StationaryPoint> points = new TreeMap<>();
  private final TreeMap<Integer, Connection> connections = new TreeMap<>();
  private final Map<Integer, Long> hits = new TreeMap<>();
  private final Map<Integer, Integer> counts = new TreeMap<>();
  private final PointsAside degenerate;
  private BigInteger morseSum = BigInteger.ZERO;
  private final MutableNetwork<Integer, PathStep> graph =
      NetworkBuilder.undirected().allowsParallelEdges(true).allowsSelfLoops(true).build();

  /**
   * The outcome of adding a point.
   *
   * @param point the class, new or known
   * @param isNew whether it was not known before
   */
  public record Addition(StationaryPoint point, boolean isNew) {}

  /**
   * An empty landscape with the default tolerances.
   *
   * @param dimension the number of variables, at least 1
   * @param symmetry the group that makes points equivalent
   */
  public Landscape(int dimension, SymmetryGroup symmetry) {
    this(dimension, symmetry, Tolerances.defaults());
  }

  /**
   * An empty landscape.
   *
   * @param dimension the number of variables, at least 1
   * @param symmetry the group that makes points equivalent
   * @param tolerances when two points are one
   */
  public Landscape(int dimension, SymmetryGroup symmetry, Tolerances tolerances) {
    this.dimension = dimension;
    this.symmetry = symmetry;
    index = new OrbitIndex(symmetry, tolerances);
    degenerate = new PointsAside(symmetry, tolerances);
  }

  /**
   * An empty landscape of a potential.
   *
   * @param potential the potential
   * @return a landscape of its dimension and symmetry
   */
  public static Landscape of(Potential potential) {
    return new Landscape(potential.dimension(), potential.symmetry());
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
  public synchronized Addition add(PolishedPoint found, Provenance provenance) {
    if (found.coordinates().length != dimension) {
      throw new IllegalArgumentException(
          "the point has " + found.coordinates().length + " components, not " + dimension);
    }
    if (!found.converged() || found.degenerate()) {
      throw new IllegalArgumentException(
          "a landscape holds proper stationary points; this one has root-mean-square gradient "
              + found.rms()
              + " and smallest eigenvalue "
              + found.smallestMagnitude());
    }
    int known = index.find(found);
    if (known != OrbitIndex.ABSENT) {
      hits.merge(known, 1L, Long::sum);
      return new Addition(get(known), false);
    }
    double[] canonical = new double[dimension];
    symmetry.canonical(found.coordinates(), canonical);
    StationaryPoint point =
        new StationaryPoint(
            points.isEmpty() ? 1 : points.lastKey() + 1,
            found.index(),
            found.energy(),
            Vector.of(canonical),
            Vector.of(found.eigenvalues()),
            found.rms(),
            symmetry.orbitSize(canonical),
            provenance);
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
    if (point.coordinates().length() != dimension) {
      throw new IllegalArgumentException(
          "point "
              + point.id()
              + " has "
              + point.coordinates().length()
              + " components, not "
              + dimension);
    }
    if (points.containsKey(point.id())) {
      throw new IllegalArgumentException("there is a point with the id " + point.id());
    }
    points.put(point.id(), point);
    hits.put(point.id(), hitCount);
    index.add(point.id(), point.index(), point.energy(), point.coordinates().toArray());
    counts.merge(point.index(), 1, Integer::sum);
    morseSum =
        point.index() % 2 == 0 ? morseSum.add(point.orbit()) : morseSum.subtract(point.orbit());
    if (point.isMinimum()) {
      graph.addNode(point.id());
    }
  }

  /**
   * Adds the connection of a transition state. A second connection of the same transition state is
   * ignored.
   *
   * @param connection the connection
   * @throws IllegalArgumentException if an id is unknown or is not of a transition state and of
   *     minima
   */
  public synchronized void connect(Connection connection) {
    int top = connection.transitionState();
    boolean joinsMinima =
        Arrays.stream(Side.values())
            .flatMap(side -> connection.minima(side).stream())
            .allMatch(id -> get(id).isMinimum());
    if (!get(top).isTransitionState() || !joinsMinima) {
      throw new IllegalArgumentException(
          "a connection joins minima over a transition state: " + connection);
    }
    if (connections.putIfAbsent(top, connection) == null) {
      addEdge(connection.minus(), top, connection.plus());
      connection.branches().forEach(b -> addEdge(b.from(), top, b.minimum()));
    }
  }

  private void addEdge(int from, int over, int to) {
    graph.addEdge(from, to, new PathStep(from, over, to));
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
    hits.merge(get(id).id(), count, Long::sum);
  }

  /**
   * How often searches have ended in a class.
   *
   * @param id the class
   * @return the number of hits
   * @throws IllegalArgumentException if there is no such class
   */
  public synchronized long hits(int id) {
    return hits.getOrDefault(get(id).id(), 0L);
  }

  /**
   * The class of an id.
   *
   * @param id the id
   * @return the class
   * @throws IllegalArgumentException if there is none
   */
  public synchronized StationaryPoint get(int id) {
    StationaryPoint point = points.get(id);
    if (point == null) {
      throw new IllegalArgumentException("there is no stationary point with the id " + id);
    }
    return point;
  }

  /**
   * All classes.
   *
   * @return the classes by ascending energy
   */
  public synchronized List<StationaryPoint> points() {
    List<StationaryPoint> all = new ArrayList<>(points.values());
    all.sort(BY_ENERGY);
    return all;
  }

  /**
   * The classes of one index.
   *
   * @param wanted the index
   * @return the classes by ascending energy, possibly none
   */
  public synchronized List<StationaryPoint> points(int wanted) {
    List<StationaryPoint> all = new ArrayList<>();
    for (StationaryPoint point : points.values()) {
      if (point.index() == wanted) {
        all.add(point);
      }
    }
    all.sort(BY_ENERGY);
    return all;
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
    return points.size();
  }

  /**
   * The number of classes of one index.
   *
   * @param wanted the index
   * @return the number of classes
   */
  public synchronized int count(int wanted) {
    return counts.getOrDefault(wanted, 0);
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
    return morseSum;
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
   * The Morse sum if the degenerate points counted too, by the signs that rounding gives their
   * eigenvalues. Where they are not degenerate but only very soft, this is the sum that tells.
   *
   * @return the sum over the classes found and the points put aside
   */
  public synchronized BigInteger morseSumWithDegenerate() {
    BigInteger sum = morseSum;
    for (PolishedPoint point : degeneratePoints()) {
      BigInteger orbit = symmetry.orbitSize(point.coordinates());
      sum = point.index() % 2 == 0 ? sum.add(orbit) : sum.subtract(orbit);
    }
    return sum;
  }

  /**
   * The highest id in use.
   *
   * @return the id, 0 for an empty landscape
   */
  public synchronized int lastId() {
    return points.isEmpty() ? 0 : points.lastKey();
  }

  /**
   * The connection of a transition state.
   *
   * @param transitionState its id
   * @return the connection, if the transition state is known and was followed down
   */
  public synchronized Optional<Connection> connection(int transitionState) {
    return Optional.ofNullable(connections.get(transitionState));
  }

  /**
   * All connections.
   *
   * @return the connections in the order of their transition states' ids
   */
  public synchronized List<Connection> connections() {
    return new ArrayList<>(connections.values());
  }

  /**
   * What separates the minima that transition states join ({@link Connection#barriers}).
   *
   * @return the barriers, in the order of their transition states' ids
   */
  public synchronized List<DisconnectivityTree.Barrier> barriers() {
    List<DisconnectivityTree.Barrier> barriers = new ArrayList<>();
    for (Connection connection : connections.values()) {
      barriers.addAll(connection.barriers(get(connection.transitionState()).energy()));
    }
    return barriers;
  }

  /**
   * The graph of classes: a node for each minimum, an edge for each transition state and one for
   * each further minimum that its paths lead to, with parallel edges, and loops where a minimum is
   * joined to a copy of itself.
   *
   * @return a snapshot, nodes named by id
   */
  public synchronized Network<Integer, PathStep> network() {
    return ImmutableNetwork.copyOf(graph);
  }

  /**
   * The connected components of the graph of classes.
   *
   * @return the ids of the minima of each component, by the smallest id
   */
  public synchronized List<Set<Integer>> components() {
    List<Set<Integer>> components = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    Traverser<Integer> traverser = Traverser.forGraph(graph);
    for (Integer id : points.keySet()) {
      if (graph.nodes().contains(id) && !seen.contains(id)) {
        Set<Integer> component = new HashSet<>();
        traverser.breadthFirst(id).forEach(component::add);
        seen.addAll(component);
        components.add(component);
      }
    }
    return components;
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
