package dev.tarn.follow;

import java.util.List;
import java.util.OptionalInt;

/**
 * The branches of many points, and where they meet: a bifurcation diagram.
 *
 * @param branches a branch for each point, in the order in which the points were given
 * @param events the folds and branch points by ascending parameter, each once
 * @param born the branches that split off at branch points on the way and arrived at further points
 */
public record Diagram(List<Followed> branches, List<Event> events, List<Born> born) {

  /**
   * Takes copies of the lists.
   *
   * @param branches as above
   * @param events as above
   * @param born as above
   */
  public Diagram {
    branches = List.copyOf(branches);
    events = List.copyOf(events);
    born = List.copyOf(born);
  }

  /**
   * The number of branches that ended in one way.
   *
   * @param end the way
   * @return how many
   */
  public long count(Branch.End end) {
    return branches.stream().filter(followed -> followed.branch().end() == end).count();
  }

  /**
   * A place where branches meet.
   *
   * @param place the fold or branch point as the first of the branches found it
   * @param passages the branches that pass it, by id; a branch point on the curve that joins two
   *     points is listed for the nearer of the two only
   */
  public record Event(Branch.CriticalPoint place, List<Passage> passages) {

    /**
     * Takes a copy of the list.
     *
     * @param place as above
     * @param passages as above
     */
    public Event {
      passages = List.copyOf(passages);
    }

    /**
     * The passage of one branch through a place.
     *
     * @param id the number of the point that the branch starts from
     * @param indexBefore its index on the way in
     * @param indexAfter its index on the way out
     * @param turns whether it turns round there
     */
    public record Passage(int id, int indexBefore, int indexAfter, boolean turns) {}
  }

  /**
   * The branch of one of the points that a {@link Follower} was given.
   *
   * @param id the number of the point
   * @param branch its branch
   * @param partner the number of the point that a branch that returned ends in, up to symmetry:
   *     {@code id} itself for a mirror copy; empty for a branch that did not return, and where the
   *     end is none of the points given
   * @param doubtful whether the branch contradicts another one: both arrive at the same point, or
   *     it returns to a point whose own branch ends elsewhere; one of the two has jumped then
   */
  public record Followed(int id, Branch branch, OptionalInt partner, boolean doubtful) {}

  /**
   * A branch that splits off another one at a branch point and arrives at a point that no other
   * branch arrives at.
   *
   * @param parent the number of the point whose branch, or a branch split off from it, it leaves
   * @param branch the branch, from beside the branch point on
   */
  public record Born(int parent, Branch branch) {}
}
