package dev.tarn.cli.command;

import dev.tarn.explore.ExplorerSettings;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How many threads a command may use. */
final class ThreadsOption {
  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "The number of worker threads, from 1 to 64 (default: one for each processor).")
  private Optional<Integer> threads = Optional.empty();

  /** The number of threads, in its range. */
  int checked(ConsoleCommand command) {
    int most = ExplorerSettings.MAX_THREADS;
    int count = threads.orElse(Math.min(Runtime.getRuntime().availableProcessors(), most));
    if (count < 1 || count > most) {
      throw command.badInput(
          "--threads: the number of threads is from 1 to " + most + ", not " + count);
    }
    return count;
  }
}
