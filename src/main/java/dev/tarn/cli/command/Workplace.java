package dev.tarn.cli.command;

import dev.tarn.job.JobRunner;

/**
 * Where the jobs of a command are done, until it is closed.
 *
 * @param runner does them
 * @param end what is to be done at the end
 */
record Workplace(JobRunner runner, Runnable end) implements AutoCloseable {

  /** Threads of this process. */
  static Workplace here(int threads) {
    return new Workplace(JobRunner.threads(threads), () -> {});
  }

  @Override
  public void close() {
    end.run();
  }
}
