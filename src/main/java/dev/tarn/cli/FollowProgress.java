package dev.tarn.cli;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how many branches are done: a bar on a terminal, elsewhere a line now and then. */
abstract class FollowProgress implements AutoCloseable {
  private static final int UPDATE_MILLIS = 200;
  private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();

  /** Takes notice of the number of branches done. */
  abstract void update(int done);

  @Override
  public void close() {}

  static FollowProgress on(Console console, boolean quiet, int total) {
    if (quiet) {
      return new Silent();
    }
    return console.terminal() ? new Bar(total) : new Lines(console.err(), total);
  }

  private static final class Silent extends FollowProgress {
    @Override
    void update(int done) {}
  }

  private static final class Lines extends FollowProgress {
    private final PrintWriter err;
    private final int total;
    private long lastLine = System.nanoTime();

    Lines(PrintWriter err, int total) {
      this.err = err;
      this.total = total;
    }

    @Override
    void update(int done) {
      if (System.nanoTime() - lastLine > LINE_NANOS) {
        err.println(done + " of " + Numbers.count(total, "branch", "branches") + " followed");
        lastLine = System.nanoTime();
      }
    }
  }

  private static final class Bar extends FollowProgress {
    private final ProgressBar bar;

    Bar(int total) {
      bar =
          new ProgressBarBuilder()
              .setInitialMax(total)
              .setTaskName("branches")
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              // With its width given the library leaves Java's handling of SIGINT alone.
              .setConsumer(new ConsoleProgressBarConsumer(System.err, Console.width() - 1))
              .build();
    }

    @Override
    void update(int done) {
      bar.stepTo(done);
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
