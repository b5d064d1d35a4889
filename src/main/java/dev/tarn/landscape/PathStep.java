package dev.tarn.landscape;

import dev.tarn.path.Pathway.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A step of a path from minimum to minimum.
 *
 * @param from the id of the minimum where it begins
 * @param transitionState the id of the transition state that it leads over
 * @param to the id of the minimum where it ends; the same as {@code from} where a minimum is joined
 *     to a symmetry copy of itself
 */
public record PathStep(int from, int transitionState, int to) {

  /**
   * The steps over transition states in a given order, each beginning where the one before ends.
   * The first one leads from the minus side of its transition state to the plus side if the others
   * can go on from there, and the other way round if not. Where a side has several minima, its own
   * one is preferred to those of branches if the others can go on from there.
   *
   * @param connections the transition states in their order, with their minima; at least one
   * @return the steps
   * @throws IllegalArgumentException if there is none, or one cannot go on from the one before; the
   *     message names it
   */
  public static List<PathStep> endToEnd(List<Connection> connections) {
    if (connections.isEmpty()) {
      throw new IllegalArgumentException("a path leads over at least one transition state");
    }
    List<PathStep> steps = List.of();
    for (Side side : Side.values()) {
      for (int start : connections.get(0).minima(side)) {
        List<PathStep> found = follow(connections, start);
        steps = found.size() > steps.size() ? found : steps;
      }
    }
    if (steps.size() < connections.size()) {
      PathStep last = steps.get(steps.size() - 1);
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
  private static List<PathStep> follow(List<Connection> connections, int start) {
    List<PathStep> longest = List.of();
    if (connections.isEmpty()) {
      return longest;
    }
    Connection first = connections.get(0);
    for (int to : across(first, start)) {
      List<PathStep> steps = new ArrayList<>();
      steps.add(new PathStep(start, first.transitionState(), to));
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
