package dev.tarn.job;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Does independent jobs on several threads and hands their results over in the order of the jobs,
 * so that nothing depends on the number of threads. Stateless.
 */
public final class OrderedJobs {
  /** How many results for each thread may wait for an earlier one. */
  private static final int AHEAD = 8;

  private OrderedJobs() {}

  /**
   * Does the jobs.
   *
   * @param <R> what a job gives
   * @param jobs the number of jobs, 0 or more
   * @param threads the number of threads, at least 1
   * @param worker makes what does a job, given its number from 0 on; called once for each thread,
   *     and each one is used by one thread at a time
   * @param sink receives the results by number, in the calling thread; what it throws ends the run
   * @throws IllegalArgumentException if a number is out of range
   * @throws CancellationException if the calling thread is interrupted
   */
  public static <R> void run(
      int jobs, int threads, Supplier<IntFunction<R>> worker, Consumer<? super R> sink) {
    if (jobs < 0) {
      throw new IllegalArgumentException("the number of runs is 0 or more, not " + jobs);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("the number of threads is at least 1, not " + threads);
    }
    BlockingQueue<IntFunction<R>> workers = new ArrayBlockingQueue<>(threads);
    for (int k = 0; k < threads; k++) {
      workers.add(worker.get());
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Queue<Future<R>> waiting = new ArrayDeque<>();
      for (int job = 0; job < jobs || !waiting.isEmpty(); ) {
        if (job < jobs && waiting.size() < AHEAD * threads) {
          int number = job++;
          waiting.add(pool.submit(() -> one(workers, number)));
        } else {
          sink.accept(waiting.remove().get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("interrupted between runs");
      cancelled.initCause(e);
      throw cancelled;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("a run failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static <R> R one(BlockingQueue<IntFunction<R>> workers, int number)
      throws InterruptedException {
    IntFunction<R> worker = workers.take();
    try {
      return worker.apply(number);
    } finally {
      workers.add(worker);
    }
  }
}
