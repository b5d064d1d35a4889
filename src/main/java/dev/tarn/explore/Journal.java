package dev.tarn.explore;

import dev.tarn.landscape.Landscape;
import java.util.List;
import java.util.Set;

/**
 * Where an exploration is kept while it runs. The explorer's thread calls it once for each job, in
 * job order.
 */
public interface Journal {

  /** A job whose results wait to be merged into the landscape. */
  interface Merge {

    /**
     * Whether the job found a class that the landscape does not hold.
     *
     * @return true if {@link #run()} would add a class, as the landscape is now
     */
    boolean hasNews();

    /**
     * Merges the job's results into the landscape.
     *
     * @return what the job brought
     */
    JobReport run();
  }

  /**
   * Merges a job and records what it brought. An implementation that shares its store with other
   * processes takes the store's lock and brings the landscape up to date first when the job has
   * news, so that ids stay unique.
   *
   * @param landscape the landscape that is merged into
   * @param merge the merge; to be run exactly once
   * @return the report of {@code merge}
   */
  JobReport append(Landscape landscape, Merge merge);

  /**
   * Keeps nothing beyond the landscape itself.
   *
   * @return a journal that runs the merge and no more
   */
  static Journal none() {
    return (landscape, merge) -> merge.run();
  }

  /**
   * Where an exploration goes on from.
   *
   * @param run the number of this run within its database, 0 without one
   * @param nextJob the number of the first job, which is the number of jobs done so far
   * @param quiet the number of searches without anything new that earlier runs have behind them
   * @param searches the number of searches that the hits of the known points come from
   * @param triedPairs the double-ended searches done so far
   * @param trials what searches for transition states in each way have cost in the first jobs
   */
  public record Restart(
      int run,
      long nextJob,
      long quiet,
      long searches,
      Set<Pair> triedPairs,
      List<JobReport.Trial> trials) {

    /**
     * A restart without trials.
     *
     * @param run as above
     * @param nextJob as above
     * @param quiet as above
     * @param searches as above
     * @param triedPairs as above
     */
    public Restart(int run, long nextJob, long quiet, long searches, Set<Pair> triedPairs) {
      this(run, nextJob, quiet, searches, triedPairs, List.of());
    }

    /**
     * A pair of minima.
     *
     * @param from the smaller id
     * @param to the larger id, or the same for a minimum and its own copies
     */
    public record Pair(int from, int to) {

      /**
       * The pair of two ids in either order.
       *
       * @param a an id
       * @param b an id
       * @return the pair with the smaller one first
       */
      public static Pair of(int a, int b) {
        return new Pair(Math.min(a, b), Math.max(a, b));
      }
    }

    /**
     * A beginning from nothing.
     *
     * @return run 0, job 0, no pair tried
     */
    public static Restart fresh() {
      return new Restart(0, 0L, 0L, 0L, Set.of());
    }
  }
}
