package dev.tarn.cli.view;

import dev.tarn.text.Numbers;
import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how many of some jobs are done: a bar on a terminal, elsewhere a line now and then. */
public abstract class CountProgress implements AutoCloseable {
  private static final int UPDATE_MILLIS = 200;
  private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();

  /** What is counted. */
  public record Jobs(String one, String many, String done) {}

  /** Takes notice of the number of jobs done. */
  public abstract void update(int done);

  @Override
  public void close() {}

  public static CountProgress on(Console console, boolean quiet, int total, Jobs jobs) {
    if (quiet) {
      return new Silent();
    }
    return console.terminal() ? new Bar(total, jobs) : new Lines(console.err(), total, jobs);
  }

  private static final class Silent extends CountProgress {
    @Override
    public void update(int done) {}
  }

  private static final class Lines extends CountProgress {
    private final PrintWriter err;
    private final int total;
    private final Jobs jobs;
    private long lastLine = System.nanoTime();

    Lines(PrintWriter err, int total, Jobs jobs) {
      this.err = err;
      this.total = total;
      this.jobs = jobs;
    }

    @Override
    public void update(int done) {
      if (System.nanoTime() - lastLine > LINE_NANOS) {
        err.println(
            done + " of " + Numbers.count(total, jobs.one(), jobs.many()) + " " + jobs.done());
        lastLine = System.nanoTime();
      }
    }
  }

  private static final class Bar extends CountProgress {
    private final ProgressBar bar;

    Bar(int total, Jobs jobs) {
      bar =
          new ProgressBarBuilder()
              .setInitialMax(total)
              .setTaskName(jobs.many())
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              // With its width given the library leaves Java's handling of SIGINT alone.
              .setConsumer(new ConsoleProgressBarConsumer(System.err, Console.columns() - 1))
              .build();
    }

    @Override
    public void update(int done) {
      bar.stepTo(done);
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
