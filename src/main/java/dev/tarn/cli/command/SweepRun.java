package dev.tarn.cli.command;

import dev.tarn.cli.view.ProgressView;
import dev.tarn.cli.view.SilentProgress;
import dev.tarn.explore.Exploration;
import dev.tarn.explore.ExplorerEvent.Progress;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.text.Numbers;
import dev.tarn.xor.Catalogues;
import dev.tarn.xor.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Enumerates what is missing of a grid of networks, with progress, and can be interrupted. */
final class SweepRun {
  private final ConsoleCommand command;
  private final ProgressOption progress;
  private final ExplorerSettings settings;
  private final JobRunner runner;
  private final Optional<Duration> limit;

  private SweepRun(
      ConsoleCommand command,
      ProgressOption progress,
      ExplorerSettings settings,
      JobRunner runner,
      Optional<Duration> limit) {
    this.command = command;
    this.progress = progress;
    this.settings = settings;
    this.runner = runner;
    this.limit = limit;
  }

  /**
   * A run for a command.
   *
   * @param settings how to enumerate each database
   * @param runner where the searches are done
   */
  static SweepRun of(
      ConsoleCommand command,
      ProgressOption progress,
      ExplorerSettings settings,
      JobRunner runner) {
    return new SweepRun(command, progress, settings, runner, Optional.empty());
  }

  /** The same run, which begins nothing new and goes on with nothing after a time. */
  SweepRun within(Duration time) {
    return new SweepRun(command, progress, settings, runner, Optional.of(time));
  }

  /**
   * Runs the sweep, then something that uses what there is, interrupted or not.
   *
   * @return the exit code
   */
  int then(Catalogues catalogues, List<Integer> hidden, List<Double> lambdas, Runnable use) {
    return then(catalogues, sweep -> sweep.run(hidden, lambdas), use);
  }

  /**
   * The same for a sweep of several grids.
   *
   * @param grids runs them
   * @return the exit code
   */
  int then(Catalogues catalogues, Consumer<Sweep> grids, Runnable use) {
    AtomicBoolean interrupted = new AtomicBoolean();
    Cancellation cancellation = new Cancellation();
    return Interruption.during(
        () -> {
          interrupted.set(true);
          cancellation.cancel();
        },
        () -> {
          try (Watch watch = new Watch(cancellation)) {
            grids.accept(new Sweep(catalogues, settings, runner, watch, cancellation));
          }
          use.run();
          command.out().flush();
          return interrupted.get() ? ExitCodes.INTERRUPTED : ExitCodes.DONE;
        });
  }

  /** Shows the progress of each database, and a line when it is done. */
  private final class Watch implements Sweep.Listener, AutoCloseable {
    private final Cancellation cancellation;
    private final Instant end;
    private ProgressView view = new SilentProgress();

    Watch(Cancellation cancellation) {
      this.cancellation = cancellation;
      end = limit.map(Instant.now()::plus).orElse(Instant.MAX);
    }

    @Override
    public void begins(int units, double lambda, int known) {
      progress.say(
          command,
          Numbers.count(units, "hidden unit", "hidden units")
              + ", lambda "
              + Numbers.scientific(lambda)
              + ", "
              + Numbers.count(known, "point", "points")
              + " from other databases");
      view = progress.searches(command, settings.maxTime());
    }

    @Override
    public void accept(JobReport report) {
      view.update(report);
      lookAtTheTime();
    }

    @Override
    public void update(String counts, Progress how, boolean news) {
      view.update(counts, how, news);
      lookAtTheTime();
    }

    private void lookAtTheTime() {
      if (Instant.now().isAfter(end)) {
        cancellation.cancel();
      }
    }

    @Override
    public void ends(int units, double lambda, Exploration end) {
      view.close();
      view = new SilentProgress();
      progress.say(
          command,
          "  "
              + Numbers.count(end.progress().classes(), "class", "classes")
              + ", sum "
              + end.progress().morseSum()
              + ", "
              + Numbers.time(end.progress().elapsed()));
    }

    @Override
    public void close() {
      view.close();
    }
  }
}
