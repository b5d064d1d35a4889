package dev.tarn.cli;

import dev.tarn.landscape.Effort;
import dev.tarn.landscape.ExplorerSettings;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the searches of a command run. */
final class SearchOptions {
  @Option(
      names = "--seed",
      paramLabel = "S",
      description =
          "The same seed gives the same landscape, with any number of threads"
              + " (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--effort",
      paramLabel = "E",
      converter = EffortConverter.class,
      description =
          "How long to go on without anything new: low, normal or high (default: normal).")
  private Optional<Effort> effort = Optional.empty();

  @Option(
      names = "--max-time",
      paramLabel = "D",
      converter = DurationConverter.class,
      description =
          "The longest time for each database, for example 90s, 5m or 1h30m (default: no limit).")
  private Optional<Duration> maxTime = Optional.empty();

  @Option(names = "--quiet", description = "Shows no progress.")
  private boolean quiet;

  /** The settings that the options give. */
  ExplorerSettings settings(ConsoleCommand command) {
    ExplorerSettings settings =
        ExplorerSettings.defaults()
            .withSeed(seed)
            .withThreads(threads.checked(command))
            .withEffort(effort.orElse(Effort.NORMAL));
    return maxTime.map(settings::withMaxTime).orElse(settings);
  }

  boolean quiet() {
    return quiet;
  }
}
