package dev.tarn.explore;

/** Decides what each job does. Used by the explorer's thread only. */
interface Schedule {

  /** Whether there is a further job; a search always has one. */
  default boolean hasNext() {
    return true;
  }

  /** The job of a number, planned from the landscape as it stands. */
  Job next(long number);

  /** The number of jobs that must be done before the exploration may end. */
  long open();
}
