package dev.tarn.cli.view;

import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerEvent.Progress;
import dev.tarn.explore.JobReport;
import dev.tarn.text.Numbers;
import java.time.Duration;
import java.util.Optional;

/** Shows how an exploration gets on. Called on the explorer's thread; must be fast. */
public interface ProgressView extends AutoCloseable {

  /**
   * Takes notice of a merged job.
   *
   * @param counts what is known, in words
   * @param progress how the search stands
   * @param news whether the job found something new
   */
  void update(String counts, Progress progress, boolean news);

  /** Takes notice of a merged job of an exploration. */
  default void update(JobReport report) {
    update(counts(report.progress()), report.progress(), !report.newPoints().isEmpty());
  }

  /**
   * Takes notice of a merged job of a smaller network, whose points will be starts.
   *
   * @param hidden its number of hidden units
   * @param report the job
   */
  default void updateSmaller(int hidden, JobReport report) {
    update(
        "the network of "
            + Numbers.count(hidden, "hidden unit", "hidden units")
            + ": "
            + counts(report.progress()),
        report.progress(),
        !report.newPoints().isEmpty());
  }

  /** Takes notice of an event of an exploration. */
  default void tell(ExplorerEvent event) {
    if (event instanceof JobReport report) {
      update(report);
    } else if (event instanceof ExplorerEvent.Waiting waiting) {
      String doing =
          waiting.kind().label()
              + " job "
              + waiting.job()
              + " for "
              + Numbers.time(waiting.waited())
              + ", ";
      update(doing + counts(waiting.progress()), waiting.progress(), false);
    }
  }

  @Override
  void close();

  /** The view for a console. */
  static ProgressView on(Console console, boolean quiet, Optional<Duration> maxTime) {
    if (quiet) {
      return new SilentProgress();
    }
    return console.terminal() ? new BarProgress(maxTime) : new LineProgress(console.err(), maxTime);
  }

  /** The classes known. */
  static String counts(Progress progress) {
    StringBuilder text = new StringBuilder();
    text.append(Numbers.count(progress.minima(), "minimum", "minima"))
        .append(", ")
        .append(
            Numbers.count(progress.transitionStates(), "transition state", "transition states"));
    if (progress.classes() > progress.minima() + progress.transitionStates()) {
      text.append(", ").append(classes(progress));
    }
    return text.toString();
  }

  private static String classes(Progress progress) {
    return Numbers.count(progress.classes(), "class", "classes") + ", sum " + progress.morseSum();
  }

  /** The state in words: what is known, rate, what is left. */
  static String describe(String counts, Progress progress, Optional<Duration> maxTime) {
    StringBuilder text = new StringBuilder(counts).append(", ");
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
