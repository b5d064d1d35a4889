package dev.tarn.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * can go on from there, and the other way round if not.
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
    Connection first = connections.get(0);
    List<PathStep> forward = follow(connections, first.minus());
    List<PathStep> backward = follow(connections, first.plus());
    List<PathStep> steps = forward.size() >= backward.size() ? forward : backward;
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
    List<PathStep> steps = new ArrayList<>();
    int at = start;
    for (Connection connection : connections) {
      Optional<PathStep> step = from(connection, at);
      if (step.isEmpty()) {
        break;
      }
      steps.add(step.get());
      at = step.get().to();
    }
    return steps;
  }

  private static Optional<PathStep> from(Connection c, int start) {
    if (c.minus() != start && c.plus() != start) {
      return Optional.empty();
    }
    int to = c.minus() == start ? c.plus() : c.minus();
    return Optional.of(new PathStep(start, c.transitionState(), to));
  }
}
