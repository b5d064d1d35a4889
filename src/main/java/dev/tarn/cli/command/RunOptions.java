package dev.tarn.cli.command;

import dev.tarn.explore.ExplorerSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every run of searches can be told. */
final class RunOptions {
  @Option(
      names = "--seed",
      paramLabel = "S",
      description =
          "The same seed gives the same landscape, with any number of threads"
              + " (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Mixin private final ProgressOption progress = new ProgressOption();

  /** The default settings with what the options say. */
  ExplorerSettings settings(ConsoleCommand command) {
    return ExplorerSettings.defaults().withSeed(seed).withThreads(threads.checked(command));
  }

  ProgressOption progress() {
    return progress;
  }
}
