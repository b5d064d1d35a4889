package dev.tarn.benchmark;

import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.network.Network;
import dev.tarn.network.kinds.KindEnumeration;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a cluster would make of an enumeration: records the processor time of each job and that of
 * the driver between them, one after another in one thread, then plays the same sequence on a
 * number of executors. A job is handed in once the one that is a window before it was merged, as
 * the enumeration does it; merging is the driver's, in the order of the jobs.
 *
 * <pre>
 * java -cp ... dev.tarn.benchmark.ClusterModel HIDDEN LAMBDA MINUTES MILLIS_PER_JOB_OF_THE_DRIVER
 * </pre>
 */
public final class ClusterModel {
  private static final double NANOS_PER_MILLI = 1e6;

  private final List<Double> jobs = new ArrayList<>();
  private double driver;

  private ClusterModel() {}

  /** Records and plays. */
  public static void main(String[] args) {
    int hidden = Integer.parseInt(args[0]);
    double lambda = Double.parseDouble(args[1]);
    Duration time = Duration.ofSeconds(Math.round(60 * Double.parseDouble(args[2])));
    double sending = Double.parseDouble(args[3]);
    ClusterModel model = new ClusterModel();
    model.record(hidden, lambda, time);
    double[] sorted = model.jobs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double work = Arrays.stream(sorted).sum();
    print("jobs %d, processor time of jobs %.1f s", sorted.length, work / 1e3);
    print("a job: median %.1f ms, mean %.1f", sorted[sorted.length / 2], work / sorted.length);
    print("driver: %.2f ms a job to plan and merge", model.driver / sorted.length);
    double merge = model.driver / sorted.length;
    for (int window : new int[] {16, 64, 256, 1024}) {
      for (int executors : new int[] {1, 2, 8, 16, 32, 100}) {
        double bare = model.play(executors, window, 1, merge, 0.0);
        print("window %4d, executors %3d: %6.1f times", window, executors, work / bare);
        for (int bundle : new int[] {1, 2, 4, 5, 8}) {
          double sent = model.play(executors, window, bundle, merge, sending);
          print("  %.1f ms for each %d jobs sent together: %6.1f", sending, bundle, work / sent);
        }
      }
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  private void record(int hidden, double lambda, Duration time) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    ExplorerSettings settings = ExplorerSettings.defaults().withMaxTime(time);
    KindEnumeration enumeration = new KindEnumeration(Network.xor(hidden, lambda), settings);
    long began = threads.getCurrentThreadCpuTime();
    enumeration.run(hidden, new Recorder(threads), new Cancellation(), report -> {});
    double all = (threads.getCurrentThreadCpuTime() - began) / NANOS_PER_MILLI;
    driver = all - jobs.stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * Milliseconds until the last job is merged. A bundle is sent when the last of its jobs is handed
   * in, done by one executor, and there as a whole.
   */
  private double play(int executors, int window, int bundle, double merge, double sending) {
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int k = 0; k < executors; k++) {
      free.add(0.0);
    }
    double[] merged = new double[jobs.size()];
    double now = 0.0;
    for (int first = 0; first < merged.length; first += bundle) {
      int end = Math.min(first + bundle, merged.length);
      double handedIn = end <= window ? 0.0 : merged[end - 1 - window];
      double work = jobs.subList(first, end).stream().mapToDouble(Double::doubleValue).sum();
      double ready = Math.max(free.remove(), handedIn) + work;
      free.add(ready);
      now = Math.max(now, ready) + sending;
      for (int k = first; k < end; k++) {
        now += merge;
        merged[k] = now;
      }
    }
    return now;
  }

  private final class Recorder implements JobRunner {
    private final JobRunner here = JobRunner.direct();
    private final ThreadMXBean threads;

    Recorder(ThreadMXBean threads) {
      this.threads = threads;
    }

    @Override
    public int parallelism() {
      return 1;
    }

    @Override
    public <J, R> Session<J, R> start(
        Supplier<? extends Function<? super J, ? extends R>> workers) {
      Session<J, R> session = here.start(workers);
      return new Session<>() {
        @Override
        public CompletionStage<R> submit(long number, J job) {
          long began = threads.getCurrentThreadCpuTime();
          CompletionStage<R> result = session.submit(number, job);
          jobs.add((threads.getCurrentThreadCpuTime() - began) / NANOS_PER_MILLI);
          return result;
        }

        @Override
        public void close() {
          session.close();
        }
      };
    }
  }
}
