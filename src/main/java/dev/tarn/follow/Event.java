package dev.tarn.follow;

import com.google.common.collect.ImmutableList;

/**
 * A place where branches meet.
 *
 * @param place the fold or branch point as the first of the branches found it
 * @param passages the branches that pass it, by id; a branch point on the curve that joins two
 *     points is listed for the nearer of the two only
 */
public record Event(CriticalPoint place, ImmutableList<Passage> passages) {

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
