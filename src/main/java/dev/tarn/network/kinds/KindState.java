package dev.tarn.network.kinds;

import dev.tarn.potential.Vector;
import java.util.List;

/**
 * Where an enumeration by kinds goes on. Immutable.
 *
 * @param jobs the number of jobs merged
 * @param searches the number of searches merged
 * @param weights how much each way of making starting points pays; empty before the first job
 * @param levels the levels from no unit on
 */
public record KindState(long jobs, long searches, Vector weights, List<Level> levels) {

  /**
   * How far a level is.
   *
   * @param quiet the number of searches since its last new class
   * @param below how many classes of the level below it have given their starting points
   * @param beforeThat the same for the level below that
   */
  public record Level(long quiet, int below, int beforeThat) {}

  /**
   * Keeps an unmodifiable copy of the list.
   *
   * @param jobs as above
   * @param searches as above
   * @param weights as above
   * @param levels as above
   */
  public KindState {
    levels = List.copyOf(levels);
  }

  /**
   * A beginning from nothing.
   *
   * @return no job, no level
   */
  public static KindState fresh() {
    return new KindState(0L, 0L, Vector.of(), List.of());
  }

  /**
   * The same with all levels to be searched anew, their classes kept.
   *
   * @return a copy in which no level has any quiet search behind it
   */
  public KindState restless() {
    return new KindState(
        jobs, searches, weights, levels.stream().map(level -> new Level(0L, 0, 0)).toList());
  }
}
