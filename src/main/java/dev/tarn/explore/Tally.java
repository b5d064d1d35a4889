package dev.tarn.explore;

/** What a run counts. Used by its thread only. */
final class Tally {
  long jobs;
  final long earlier;
  long searches;
  long quiet;
  long degenerate;
  long failedPaths;
  ExplorerEvent.Failures failures = ExplorerEvent.Failures.NONE;

  Tally(Journal.Restart restart) {
    jobs = restart.nextJob();
    quiet = restart.quiet();
    earlier = restart.searches();
  }
}
