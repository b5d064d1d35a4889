package dev.tarn.follow;

import com.google.common.collect.ImmutableList;

/**
 * The branches of many points, and where they meet: a bifurcation diagram.
 *
 * @param branches a branch for each point, in the order in which the points were given
 * @param events the folds and branch points by ascending parameter, each once
 * @param born the branches that split off at branch points on the way and arrived at further points
 */
public record Diagram(
    ImmutableList<Followed> branches, ImmutableList<Event> events, ImmutableList<Born> born) {

  /**
   * The number of branches that ended in one way.
   *
   * @param end the way
   * @return how many
   */
  public long count(Branch.End end) {
    return branches.stream().filter(followed -> followed.branch().end() == end).count();
  }
}
