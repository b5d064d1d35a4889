package dev.tarn.cli.view;

import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.JobReport;
import dev.tarn.text.Numbers;
import java.time.Duration;
import java.util.Optional;

/** Shows how an exploration gets on. Called on the explorer's thread; must be fast. */
public interface ProgressView extends AutoCloseable {

  /** Takes notice of a merged job. */
  void update(JobReport report);

  @Override
  void close();

  /** The view for a console. */
  static ProgressView on(Console console, boolean quiet, Optional<Duration> maxTime) {
    if (quiet) {
      return new SilentProgress();
    }
    return console.terminal() ? new BarProgress(maxTime) : new LineProgress(console.err(), maxTime);
  }

  /** The state in words: counts, rate, what is left. */
  static String describe(ExplorerEvent.Progress progress, Optional<Duration> maxTime) {
    StringBuilder text = new StringBuilder();
    text.append(Numbers.count(progress.minima(), "minimum", "minima"))
        .append(", ")
        .append(Numbers.count(progress.transitionStates(), "transition state", "transition states"))
        .append(", ");
    if (progress.classes() > progress.minima() + progress.transitionStates()) {
      text.append(Numbers.count(progress.classes(), "class", "classes"))
          .append(", sum ")
          .append(progress.morseSum())
          .append(", ");
    }
    text.append(Numbers.count(progress.searches(), "search", "searches"));
    long millis = progress.elapsed().toMillis();
    if (millis > 0) {
      text.append(", ").append(Math.round(1e3 * progress.searches() / millis)).append("/s");
    }
    if (progress.openJobs() > 0) {
      text.append(", ")
          .append(Numbers.count(progress.openJobs(), "job", "jobs"))
          .append(" waiting");
    }
    maxTime
        .map(limit -> limit.minus(progress.elapsed()))
        .filter(left -> !left.isNegative())
        .ifPresent(left -> text.append(", at most ").append(Numbers.time(left)).append(" left"));
    return text.toString();
  }
}
