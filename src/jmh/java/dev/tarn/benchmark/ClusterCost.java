package dev.tarn.benchmark;

import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.job.order.OrderedJobs;
import dev.tarn.spark.SparkRunner;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * From which length on a job is worth being sent: jobs that wait for a time and use no processor,
 * sixteen under way at a time as an enumeration has them, on threads and on Spark.
 *
 * <pre>
 * java -cp ... dev.tarn.benchmark.ClusterCost MASTER
 * </pre>
 */
public final class ClusterCost {
  private static final int WINDOW = 16;
  private static final double SECONDS = 10.0;

  private ClusterCost() {}

  /** Jobs that take a number of milliseconds. */
  private record Waiting() implements Supplier<Function<Integer, Integer>>, Serializable {
    @Override
    public Function<Integer, Integer> get() {
      return millis -> {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        return millis;
      };
    }
  }

  /** Measures. */
  public static void main(String[] args) {
    long began = System.nanoTime();
    try (SparkRunner cluster = SparkRunner.start("cost", args[0])) {
      run(cluster, 0, 1.0);
      print("start, broadcast and first jobs: %.1f s", (System.nanoTime() - began) / 1e9);
      run(cluster, 0, SECONDS);
      JobRunner threads = JobRunner.threads(cluster.parallelism());
      for (int millis : new int[] {0, 2, 5, 10, 20, 50, 100, 200}) {
        double here = run(threads, millis, SECONDS / 2).clock();
        Spent there = run(cluster, millis, SECONDS);
        print(
            "a job of %3d ms: %.2f ms a job on %d threads, %.2f on Spark, %.2f of them the driver's"
                + " processor time",
            millis, here, threads.parallelism(), there.clock(), there.processor());
      }
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  /** Milliseconds a job, of the clock and of this process. */
  private record Spent(double clock, double processor) {}

  private static Spent run(JobRunner runner, int millis, double seconds) {
    long before = processorMillis();
    long began = System.nanoTime();
    long done = 0;
    try (OrderedJobs<Integer, Integer> jobs =
        new OrderedJobs<>(runner.<Integer, Integer>start(new Waiting()), new Cancellation(), 0)) {
      while (System.nanoTime() - began < seconds * 1e9) {
        while (jobs.underWay() < WINDOW) {
          jobs.submit(millis);
        }
        jobs.next(Optional.empty());
        done++;
      }
    }
    double spent = processorMillis() - before;
    return new Spent((System.nanoTime() - began) / 1e6 / done, spent / done);
  }

  private static long processorMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }
}
