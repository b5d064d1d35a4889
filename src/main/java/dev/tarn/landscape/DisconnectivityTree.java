package dev.tarn.landscape;

import dev.tarn.stationary.StationaryPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The tree behind a disconnectivity graph (Becker and Karplus, J. Chem. Phys. 106, 1495 (1997);
 * Wales, Miller and Walsh, Nature 394, 758 (1998)).
 *
 * <p>At a threshold energy the minima fall into superbasins: two of them are in one superbasin if a
 * path over transition states no higher than the threshold joins them, which makes superbasins the
 * connected components of the graph of minima restricted to those transition states. As the
 * threshold rises superbasins merge, and the merges form a tree, or several where the graph is not
 * connected. Its leaves are minima, at their energies; every other node is a superbasin, at the
 * lowest threshold at which it exists. Here that is exactly the energy of the transition state that
 * joins its parts; {@link #at} gives the tree of a finite number of thresholds.
 *
 * <p>Nodes are numbered so that children come before their parent: leaves by energy first, then
 * superbasins as the threshold rises. Immutable; cost {@code O((V + E) log E)}.
 */
public final class DisconnectivityTree {
  /** The parent of a node that has none. */
  public static final int NONE = -1;

  /**
   * A minimum.
   *
   * @param id what names it, unique among the minima
   * @param energy its energy, finite
   */
  public record Minimum(int id, double energy) {}

  /**
   * A transition state between two minima, which may be the same.
   *
   * @param id what names it
   * @param energy its energy, finite; where two minima lie on the same side of the transition
   *     state, that of the saddle below it where the paths to them part
   * @param minus the id of one minimum
   * @param plus the id of the other minimum
   */
  public record Barrier(int id, double energy, int minus, int plus) {}

  /**
   * A leaf or a superbasin.
   *
   * @param number its place in {@link #nodes}
   * @param energy for a leaf the minimum's energy, for a superbasin the threshold at which it forms
   * @param id for a leaf the id of the minimum, for a superbasin that of the transition state whose
   *     energy joins its parts
   * @param children the numbers of the parts, that of the lowest minimum first; empty for a leaf
   * @param parent the number of the superbasin that this one merges into, or {@link #NONE}
   * @param minima how many minima it holds
   * @param lowest the number of the leaf of the lowest minimum in it
   */
  public record Node(
      int number,
      double energy,
      int id,
      List<Integer> children,
      int parent,
      int minima,
      int lowest) {

    /**
     * Takes a copy of the list.
     *
     * @param number as above
     * @param energy as above
     * @param id as above
     * @param children as above
     * @param parent as above
     * @param minima as above
     * @param lowest as above
     */
    public Node {
      children = List.copyOf(children);
    }

    /**
     * Whether this is a minimum.
     *
     * @return true for a leaf
     */
    public boolean isLeaf() {
      return children.isEmpty();
    }
  }

  private final List<Minimum> leaves;
  private final List<Barrier> barriers;
  private final List<Node> nodes;

  private DisconnectivityTree(List<Minimum> leaves, List<Barrier> barriers, List<Node> nodes) {
    this.leaves = leaves;
    this.barriers = barriers;
    this.nodes = List.copyOf(nodes);
  }

  /**
   * The tree of a graph.
   *
   * @param minima the minima, in any order
   * @param barriers the transition states, in any order; one that joins a minimum to itself changes
   *     nothing, nor does one that lies above the lowest path between its minima
   * @return the tree, with a root for each connected component
   * @throws IllegalArgumentException if an id of a minimum is repeated, a barrier names a minimum
   *     that is not there, or an energy is not finite
   */
  public static DisconnectivityTree of(List<Minimum> minima, List<Barrier> barriers) {
    List<Minimum> leaves =
        minima.stream()
            .sorted(Comparator.comparingDouble(Minimum::energy).thenComparing(Minimum::id))
            .toList();
    Map<Integer, Integer> places = new LinkedHashMap<>();
    for (Minimum minimum : leaves) {
      checkFinite("minimum", minimum.id(), minimum.energy());
      if (places.put(minimum.id(), places.size()) != null) {
        throw new IllegalArgumentException("there are two minima with the id " + minimum.id());
      }
    }
    List<Barrier> rising =
        barriers.stream()
            .sorted(Comparator.comparingDouble(Barrier::energy).thenComparing(Barrier::id))
            .toList();
    SuperbasinMerger merger = new SuperbasinMerger(leaves);
    for (Barrier barrier : rising) {
      checkFinite("transition state", barrier.id(), barrier.energy());
      merger.join(
          place(places, barrier, barrier.minus()), place(places, barrier, barrier.plus()), barrier);
    }
    return new DisconnectivityTree(leaves, rising, merger.nodes());
  }

  /**
   * The tree of a landscape's minima, each class being one.
   *
   * @param landscape the landscape; not modified
   * @param shown which minima to keep, by id; a transition state from or to another is left out
   * @return the tree
   */
  public static DisconnectivityTree of(Landscape landscape, IntPredicate shown) {
    List<Minimum> minima = new ArrayList<>();
    for (StationaryPoint point : landscape.minima()) {
      if (shown.test(point.id())) {
        minima.add(new Minimum(point.id(), point.energy()));
      }
    }
    return of(
        minima,
        barriersOf(landscape).stream()
            .filter(barrier -> shown.test(barrier.minus()) && shown.test(barrier.plus()))
            .toList());
  }

  /** What separates a landscape's minima, in the order of their transition states' ids. */
  static List<Barrier> barriersOf(Landscape landscape) {
    return landscape.connections().stream()
        .flatMap(c -> c.barriers(landscape.get(c.transitionState()).energy()).stream())
        .toList();
  }

  /**
   * All nodes, children before parents.
   *
   * @return leaves by energy, then superbasins as the threshold rises
   */
  public List<Node> nodes() {
    return nodes;
  }

  /**
   * The minima.
   *
   * @return the leaves by energy; they are the first nodes
   */
  public List<Node> leaves() {
    return nodes.subList(0, leaves.size());
  }

  /**
   * The number of minima.
   *
   * @return how many leaves there are; they are the first nodes
   */
  public int leafCount() {
    return leaves.size();
  }

  /**
   * The top of each unconnected part.
   *
   * @return the nodes without parent, that of the lowest minimum first
   */
  public List<Node> roots() {
    return nodes.stream()
        .filter(node -> node.parent() == NONE)
        .sorted(Comparator.comparingInt(Node::lowest))
        .toList();
  }

  /**
   * The superbasins at a threshold, straight from the tree.
   *
   * @param threshold an energy; minima above it are not in any superbasin
   * @return the ids of the minima of each superbasin, that of the lowest minimum first
   */
  public List<Set<Integer>> superbasins(double threshold) {
    int[] top = new int[nodes.size()];
    for (int n = nodes.size() - 1; n >= 0; n--) {
      int parent = nodes.get(n).parent();
      top[n] = parent != NONE && nodes.get(parent).energy() <= threshold ? top[parent] : n;
    }
    Map<Integer, Set<Integer>> basins = new LinkedHashMap<>();
    for (int n = 0; n < leaves.size(); n++) {
      if (leaves.get(n).energy() <= threshold) {
        basins.computeIfAbsent(top[n], key -> new LinkedHashSet<>()).add(leaves.get(n).id());
      }
    }
    return List.copyOf(basins.values());
  }

  /**
   * The tree seen at a finite number of thresholds, as disconnectivity graphs are usually drawn: a
   * superbasin forms at the lowest threshold that is not below the transition state that joins its
   * parts, and parts that merge between two thresholds merge at once. What would merge above the
   * highest threshold stays apart.
   *
   * @param thresholds the energies, in any order, at least one, finite
   * @return the tree of the same minima
   * @throws IllegalArgumentException if there is no threshold or one is not finite
   */
  public DisconnectivityTree at(double... thresholds) {
    double[] levels = thresholds.clone();
    Arrays.sort(levels);
    if (levels.length == 0) {
      throw new IllegalArgumentException("at least one threshold is needed");
    }
    for (double level : levels) {
      if (!Double.isFinite(level)) {
        throw new IllegalArgumentException("a threshold is a finite energy, not " + level);
      }
    }
    List<Barrier> raised = new ArrayList<>();
    for (Barrier barrier : barriers) {
      int place = Arrays.binarySearch(levels, barrier.energy());
      int above = place >= 0 ? place : -place - 1;
      if (above < levels.length) {
        raised.add(new Barrier(barrier.id(), levels[above], barrier.minus(), barrier.plus()));
      }
    }
    return of(leaves, raised);
  }

  private static int place(Map<Integer, Integer> places, Barrier barrier, int id) {
    Integer place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException(
          "transition state " + barrier.id() + " joins minimum " + id + ", which is not there");
    }
    return place;
  }

  private static void checkFinite(String kind, int id, double energy) {
    if (!Double.isFinite(energy)) {
      throw new IllegalArgumentException(
          "the energy of " + kind + " " + id + " is finite, not " + energy);
    }
  }
}
