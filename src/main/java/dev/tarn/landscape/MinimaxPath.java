package dev.tarn.landscape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The path between two minima whose highest transition state is as low as possible: the one that
 * decides the rate when temperatures are low.
 *
 * <p>Of several such paths it is the one whose second highest transition state is lowest, and so
 * on; of transition states of equal energy the one with the smaller id counts as lower. So there is
 * exactly one such path, that of the minimum spanning tree (Kruskal 1956, Prim 1957): where two
 * paths differ, they form loops, and the tree leaves out the highest transition state of each loop.
 * The path need not be the one of fewest steps.
 *
 * <p>It is found as Dijkstra's algorithm finds it with the highest transition state in place of the
 * length: minima are reached from the start over the lowest transition state that leads on. Cost
 * {@code O(E log E)}. Immutable.
 *
 * @param steps the steps, at least one
 * @param highest the highest transition state on the way
 */
public record MinimaxPath(List<PathStep> steps, DisconnectivityTree.Barrier highest) {
  private static final Comparator<DisconnectivityTree.Barrier> RISING =
      Comparator.comparingDouble(DisconnectivityTree.Barrier::energy)
          .thenComparingInt(DisconnectivityTree.Barrier::id);

  /** A way on to a minimum that may have been reached before. */
  private record Way(int from, DisconnectivityTree.Barrier over, int to) {}

  /**
   * Takes a copy of the list.
   *
   * @param steps as above
   * @param highest as above
   */
  public MinimaxPath {
    steps = List.copyOf(steps);
  }

  /**
   * The path between two minima of a landscape, every symmetry copy of a minimum being the same.
   *
   * @param landscape the landscape; not modified
   * @param from the id of the minimum where the path begins
   * @param to the id of the minimum where it ends
   * @return the path, or empty if no transition states join the two
   * @throws IllegalArgumentException if an id is not that of a minimum, or both are the same
   */
  public static Optional<MinimaxPath> between(Landscape landscape, int from, int to) {
    for (int id : new int[] {from, to}) {
      int index = landscape.get(id).index();
      if (index != 0) {
        throw new IllegalArgumentException(
            "a path leads from minimum to minimum; point " + id + " has index " + index);
      }
    }
    return between(landscape.barriers(), from, to);
  }

  /**
   * The path between two minima of a graph.
   *
   * @param barriers the transition states, in any order, with different ids and energies that are
   *     numbers
   * @param from the minimum where the path begins
   * @param to the minimum where it ends
   * @return the path, or empty if there is none
   * @throws IllegalArgumentException if the minima are the same
   */
  public static Optional<MinimaxPath> between(
      List<DisconnectivityTree.Barrier> barriers, int from, int to) {
    if (from == to) {
      throw new IllegalArgumentException(
          "a path leads to another minimum, not from " + from + " to itself");
    }
    Map<Integer, List<Way>> ways = new HashMap<>();
    for (DisconnectivityTree.Barrier b : barriers) {
      ways.computeIfAbsent(b.minus(), id -> new ArrayList<>()).add(new Way(b.minus(), b, b.plus()));
      ways.computeIfAbsent(b.plus(), id -> new ArrayList<>()).add(new Way(b.plus(), b, b.minus()));
    }
    Map<Integer, Way> reachedBy = new HashMap<>();
    PriorityQueue<Way> next = new PriorityQueue<>(Comparator.comparing(Way::over, RISING));
    next.addAll(ways.getOrDefault(from, List.of()));
    while (!next.isEmpty() && !reachedBy.containsKey(to)) {
      Way way = next.remove();
      if (way.to() != from && reachedBy.putIfAbsent(way.to(), way) == null) {
        next.addAll(ways.getOrDefault(way.to(), List.of()));
      }
    }
    return reachedBy.containsKey(to) ? Optional.of(backFrom(to, reachedBy)) : Optional.empty();
  }

  private static MinimaxPath backFrom(int end, Map<Integer, Way> reachedBy) {
    List<PathStep> steps = new ArrayList<>();
    List<DisconnectivityTree.Barrier> over = new ArrayList<>();
    // The start itself is reached over nothing.
    for (Way way = reachedBy.get(end); way != null; way = reachedBy.get(way.from())) {
      int last = steps.size() - 1;
      if (last >= 0 && steps.get(last).transitionState() == way.over().id()) {
        // A transition state joins each two of the minima that its paths lead to.
        steps.set(last, new PathStep(way.from(), way.over().id(), steps.get(last).to()));
      } else {
        steps.add(new PathStep(way.from(), way.over().id(), way.to()));
      }
      over.add(way.over());
    }
    Collections.reverse(steps);
    return new MinimaxPath(steps, over.stream().max(RISING).orElseThrow());
  }
}
