package dev.tarn.network.kinds;

import dev.tarn.explore.ExplorerEvent.Progress;
import dev.tarn.potential.Vector;
import java.util.List;

/**
 * Where the levels are kept while they are searched. The enumeration's thread calls it, once for
 * each job, in job order.
 */
public interface KindJournal {

  /**
   * A class that is kept.
   *
   * @param parts what it is made of
   * @param hits the number of searches that ended there and did not begin beside it
   */
  record Known(KindClass.Parts parts, long hits) {}

  /**
   * What is kept.
   *
   * @param classes the classes of all levels in the order in which they were found
   * @param state where to go on
   */
  record Kept(List<Known> classes, State state) {}

  /**
   * What is kept so far; asked for once, before the first job.
   *
   * @return the classes, and where to go on
   */
  Kept kept();

  /**
   * Notes what a job brought. When this returns, a class that the job found is kept; counters may
   * be kept back for a while.
   *
   * @param report what the job brought
   * @param state where to go on after it
   */
  void append(Report report, State state);

  /** Writes what is kept back. */
  void flush();

  /**
   * Keeps nothing.
   *
   * @return a journal with nothing in it, that stays so
   */
  static KindJournal none() {
    return new NoJournal();
  }

  /**
   * What a job of an enumeration by kinds brought.
   *
   * @param level the level that it searched
   * @param newClasses the classes that it found first, of whatever level; their numbers follow
   *     those of the classes before
   * @param hits the numbers of the known classes that its searches ended in, each once for each
   *     search
   * @param progress how the network with as many units as the level stands ({@link
   *     KindEnumeration#progress})
   */
  public record Report(
      int level, List<KindClass> newClasses, List<Integer> hits, Progress progress) {

    /**
     * Keeps unmodifiable copies of the lists.
     *
     * @param level as above
     * @param newClasses as above
     * @param hits as above
     * @param progress as above
     */
    public Report {
      newClasses = List.copyOf(newClasses);
      hits = List.copyOf(hits);
    }
  }

  /**
   * Where an enumeration by kinds goes on. Immutable.
   *
   * @param jobs the number of jobs merged
   * @param searches the number of searches merged
   * @param weights how much each way of making starting points pays; empty before the first job
   * @param levels the levels from no unit on
   */
  public record State(long jobs, long searches, Vector weights, List<Level> levels) {

    /**
     * How far a level is.
     *
     * @param quiet the number of searches since its last new class
     * @param below how many classes of the level below it have given their starting points
     * @param beforeThat the same for the level below that
     * @param parted how many classes of the level itself have let copies of a unit part
     */
    public record Level(long quiet, int below, int beforeThat, int parted) {}

    /**
     * Keeps an unmodifiable copy of the list.
     *
     * @param jobs as above
     * @param searches as above
     * @param weights as above
     * @param levels as above
     */
    public State {
      levels = List.copyOf(levels);
    }

    /**
     * A beginning from nothing.
     *
     * @return no job, no level
     */
    public static State fresh() {
      return new State(0L, 0L, Vector.of(), List.of());
    }

    /**
     * The same with all levels to be searched anew, their classes kept.
     *
     * @return a copy in which no level has any quiet search behind it
     */
    public State restless() {
      return new State(
          jobs, searches, weights, levels.stream().map(level -> new Level(0L, 0, 0, 0)).toList());
    }
  }
}
