package dev.tarn.explore;

/** What a run counts. Used by its thread only. */
final class Tally {
  long jobs;
  long searches;
  long quiet;
  long degenerate;
  long failedPaths;

  Tally(Restart restart) {
    jobs = restart.nextJob();
    quiet = restart.quiet();
  }
}
