package dev.tarn.landscape;

import dev.tarn.path.Pathway.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

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
public record MinimaxPath(List<Step> steps, DisconnectivityTree.Barrier highest) {
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
    return between(DisconnectivityTree.barriersOf(landscape), from, to);
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
    List<Step> steps = new ArrayList<>();
    List<DisconnectivityTree.Barrier> over = new ArrayList<>();
    // The start itself is reached over nothing.
    for (Way way = reachedBy.get(end); way != null; way = reachedBy.get(way.from())) {
      int last = steps.size() - 1;
      if (last >= 0 && steps.get(last).transitionState() == way.over().id()) {
        // A transition state joins each two of the minima that its paths lead to.
        steps.set(last, new Step(way.from(), way.over().id(), steps.get(last).to()));
      } else {
        steps.add(new Step(way.from(), way.over().id(), way.to()));
      }
      over.add(way.over());
    }
    Collections.reverse(steps);
    return new MinimaxPath(steps, over.stream().max(RISING).orElseThrow());
  }

  /**
   * A step of a path from minimum to minimum.
   *
   * @param from the id of the minimum where it begins
   * @param transitionState the id of the transition state that it leads over
   * @param to the id of the minimum where it ends; the same as {@code from} where a minimum is
   *     joined to a symmetry copy of itself
   */
  public record Step(int from, int transitionState, int to) {

    /**
     * The steps over transition states in a given order, each beginning where the one before ends.
     * The first one leads from the minus side of its transition state to the plus side if the
     * others can go on from there, and the other way round if not. Where a side has several minima,
     * its own one is preferred to those of branches if the others can go on from there.
     *
     * @param connections the transition states in their order, with their minima; at least one
     * @return the steps
     * @throws IllegalArgumentException if there is none, or one cannot go on from the one before;
     *     the message names it
     */
    public static List<Step> endToEnd(List<Connection> connections) {
      if (connections.isEmpty()) {
        throw new IllegalArgumentException("a path leads over at least one transition state");
      }
      List<Step> steps = List.of();
      for (Side side : Side.values()) {
        for (int start : connections.get(0).minima(side)) {
          List<Step> found = follow(connections, start);
          steps = found.size() > steps.size() ? found : steps;
        }
      }
      if (steps.size() < connections.size()) {
        Step last = steps.get(steps.size() - 1);
        Connection stuck = connections.get(steps.size());
        throw new IllegalArgumentException(
            "transition state "
                + stuck.transitionState()
                + " joins minima "
                + stuck.minus()
                + " and "
                + stuck.plus()
                + ", but the path over "
                + last.transitionState()
                + " leads from "
                + last.from()
                + " to "
                + last.to());
      }
      return steps;
    }

    /** The steps from a minimum on, as far as they go. */
    private static List<Step> follow(List<Connection> connections, int start) {
      List<Step> longest = List.of();
      if (connections.isEmpty()) {
        return longest;
      }
      Connection first = connections.get(0);
      for (int to : across(first, start)) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(start, first.transitionState(), to));
        steps.addAll(follow(connections.subList(1, connections.size()), to));
        longest = steps.size() > longest.size() ? steps : longest;
      }
      return longest;
    }

    /** The minima on the other side of a transition state; none if it does not lead from here. */
    private static Set<Integer> across(Connection c, int start) {
      Set<Integer> minima = new LinkedHashSet<>();
      for (Side side : Side.values()) {
        if (c.minima(side).contains(start)) {
          minima.addAll(c.minima(side.other()));
        }
      }
      return minima;
    }
  }
}
