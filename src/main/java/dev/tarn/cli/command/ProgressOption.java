package dev.tarn.cli.command;

import dev.tarn.cli.view.CountProgress;
import dev.tarn.cli.view.ProgressView;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a command says how it gets on. */
final class ProgressOption {
  @Option(names = "--quiet", description = "Shows no progress.")
  private boolean quiet;

  /** Says something on the way, unless nothing is to be said. */
  void say(ConsoleCommand command, String line) {
    if (!quiet) {
      command.console().err().println(line);
    }
  }

  /** The progress of an exploration. */
  ProgressView searches(ConsoleCommand command, Optional<Duration> maxTime) {
    return ProgressView.on(command.console(), quiet, maxTime);
  }

  /** The progress of counted jobs. */
  CountProgress count(ConsoleCommand command, int total, CountProgress.Jobs jobs) {
    return CountProgress.on(command.console(), quiet, total, jobs);
  }
}
