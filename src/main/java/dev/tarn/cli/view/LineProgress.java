package dev.tarn.cli.view;

import dev.tarn.explore.ExplorerEvent.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/**
 * Progress as plain lines: one every few seconds, and sooner when something was found, but not more
 * than one a second.
 */
public final class LineProgress implements ProgressView {
  private static final Duration REGULAR = Duration.ofSeconds(5);
  private static final Duration AFTER_NEWS = Duration.ofSeconds(1);

  private final PrintWriter err;
  private final Optional<Duration> maxTime;
  private Duration lastLine = Duration.ZERO;
  private boolean news;

  public LineProgress(PrintWriter err, Optional<Duration> maxTime) {
    this.err = err;
    this.maxTime = maxTime;
  }

  @Override
  public void update(String counts, Progress progress, boolean hasNews) {
    news |= hasNews;
    if (progress.elapsed().compareTo(lastLine) < 0) {
      // Another search than before, such as that of the next larger network.
      lastLine = Duration.ZERO;
    }
    Duration since = progress.elapsed().minus(lastLine);
    if (since.compareTo(news ? AFTER_NEWS : REGULAR) >= 0) {
      err.println(
          ProgressView.describe(counts, progress, maxTime)
              + "; nothing new for "
              + progress.quiet()
              + " of "
              + progress.patience());
      lastLine = progress.elapsed();
      news = false;
    }
  }

  @Override
  public void close() {
    err.flush();
  }
}
