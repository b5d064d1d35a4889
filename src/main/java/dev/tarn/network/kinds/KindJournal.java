package dev.tarn.network.kinds;

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
   * @param hits the number of searches that ended there
   */
  record Known(KindClass.Parts parts, long hits) {}

  /**
   * What is kept.
   *
   * @param classes the classes of all levels in the order in which they were found
   * @param state where to go on
   */
  record Kept(List<Known> classes, KindState state) {}

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
  void append(KindReport report, KindState state);

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
}
