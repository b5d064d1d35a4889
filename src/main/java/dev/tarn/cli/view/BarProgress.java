package dev.tarn.cli.view;

import dev.tarn.explore.ExplorerEvent.Progress;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;

/**
 * Progress as a bar on the terminal.
 *
 * <p>Nobody knows how much there is to be found. What is known is how many searches in a row must
 * bring nothing new for the exploration to end, so the bar shows how many have; it falls back to
 * the start whenever something new is found.
 */
public final class BarProgress implements ProgressView {
  private static final int UPDATE_MILLIS = 200;
  private static final int SHORTEST_BAR = 8;
  private static final int LONGEST_BAR = 40;

  private final Optional<Duration> maxTime;
  private final ProgressBar bar;

  public BarProgress(Optional<Duration> maxTime) {
    this.maxTime = maxTime;
    bar =
        new ProgressBarBuilder()
            .setInitialMax(1)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setRenderer(BarProgress::render)
            // With its width given the library does not call JLine, which would undo Java's
            // handling of SIGINT: the process would die without the end of the run being written.
            .setConsumer(new ConsoleProgressBarConsumer(System.err, Console.columns() - 1))
            .build();
  }

  @Override
  public void update(String counts, Progress progress, boolean news) {
    bar.maxHint(progress.patience());
    // Pairs may still wait when the patience is used up.
    bar.stepTo(Math.min(progress.quiet(), progress.patience()));
    bar.setExtraMessage(ProgressView.describe(counts, progress, maxTime));
  }

  private static String render(ProgressState state, int length) {
    return render(state.getCurrent(), state.getMax(), state.getExtraMessage(), length);
  }

  /** A bar and the counts, in at most the given number of columns if there is a way. */
  public static String render(long quiet, long patience, String description, int length) {
    String text = "] nothing new for " + quiet + "/" + patience + ", " + description;
    if (1 + SHORTEST_BAR + text.length() > length) {
      text =
          ("] quiet " + quiet + "/" + patience + ", " + description)
              .replaceAll("transition states?", "TS")
              .replace(" waiting", "")
              .replace("at most ", "");
    }
    int size = Math.max(SHORTEST_BAR, Math.min(LONGEST_BAR, length - 1 - text.length()));
    int filled = (int) (size * quiet / Math.max(1, patience));
    return "[" + "=".repeat(filled) + " ".repeat(size - filled) + text;
  }

  @Override
  public void close() {
    bar.close();
  }
}
