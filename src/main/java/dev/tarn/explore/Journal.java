package dev.tarn.explore;

import dev.tarn.landscape.Landscape;

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
}
