package dev.tarn.job.order;

import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Independent jobs, done wherever a {@link JobRunner} does them, whose results are handed over in
 * the order of the jobs' numbers, so that nothing depends on how many are done at a time. What a
 * job throws is thrown where its result would have been handed over. Used by one thread.
 *
 * @param <J> what a job is
 * @param <R> what it gives
 */
public final class OrderedJobs<J, R> implements AutoCloseable {
  /** How many results for each thread may wait for an earlier one. */
  private static final int AHEAD = 8;

  private final JobRunner.Session<J, R> session;
  private final Cancellation cancellation;
  private final ArrayDeque<CompletableFuture<R>> underWay = new ArrayDeque<>();
  private final Arrivals<R> arrivals = new Arrivals<>();
  private final Runnable waker;
  private long nextNumber;

  /** What is told of results as they come, before they are handed over. */
  @FunctionalInterface
  public interface Listener<R> {

    /**
     * A job is done.
     *
     * @param number its number
     * @param result its result
     */
    void arrived(long number, R result);
  }

  /**
   * A sequence of jobs.
   *
   * @param session does them; closed with this object
   * @param cancellation a request to stop waiting
   * @param firstNumber the number of the first job
   */
  public OrderedJobs(JobRunner.Session<J, R> session, Cancellation cancellation, long firstNumber) {
    this.session = session;
    this.cancellation = cancellation;
    nextNumber = firstNumber;
    waker = arrivals::wake;
    cancellation.onCancel(waker);
  }

  /**
   * Hands in the next job.
   *
   * @param job the job
   * @param listener is told when the job is done, in the thread that waits for a result, before
   *     that is handed over
   */
  public void submit(J job, Listener<? super R> listener) {
    underWay.add(handIn(nextNumber, job, listener));
    nextNumber++;
  }

  /**
   * Hands in the next job.
   *
   * @param job the job
   */
  public void submit(J job) {
    submit(job, (number, result) -> {});
  }

  /**
   * Hands in a further job that has no place in the sequence.
   *
   * @param number the number of the job of the sequence that it is done for
   * @param job the job
   * @return its result, to be waited for by {@link #await}
   */
  public CompletableFuture<R> extra(long number, J job) {
    return handIn(number, job, (of, result) -> {});
  }

  /** The future is completed by the thread that uses this object, which all else waits for. */
  private CompletableFuture<R> handIn(long number, J job, Listener<? super R> listener) {
    Arrivals.Arrival<R> arrival = arrivals.expect(number, listener);
    session.submit(number, job).whenComplete(arrival);
    return arrival.seen();
  }

  /**
   * The number of jobs of the sequence that are not handed over yet.
   *
   * @return the number of jobs that are under way or wait for their turn
   */
  public int underWay() {
    return underWay.size();
  }

  /**
   * Waits for the result of the first job that is not handed over yet, and hands it over.
   *
   * @param deadline when to stop waiting, on the clock of {@link System#nanoTime()}; empty to wait
   *     for as long as it takes
   * @return the result; empty, and still to be handed over, if the deadline has passed
   * @throws CancellationException if the request to stop was made, or the thread is interrupted,
   *     whose flag stays set
   * @throws java.util.NoSuchElementException if there is no such job
   */
  public Optional<R> next(Optional<Long> deadline) {
    Optional<R> result = peek(deadline);
    if (result.isPresent()) {
      underWay.removeFirst();
    }
    return result;
  }

  /**
   * Waits for the result of the first job that is not handed over yet, which it stays.
   *
   * @param deadline as for {@link #next}
   * @return the result; empty if the deadline has passed
   * @throws CancellationException as {@link #next} does
   * @throws java.util.NoSuchElementException if there is no such job
   */
  public Optional<R> peek(Optional<Long> deadline) {
    return await(underWay.getFirst(), deadline);
  }

  /**
   * Waits for a result.
   *
   * @param result what to wait for
   * @param deadline as for {@link #next}
   * @return the result; empty if the deadline has passed
   * @throws CancellationException as {@link #next} does
   */
  public Optional<R> await(CompletableFuture<R> result, Optional<Long> deadline) {
    checkCancelled();
    while (!result.isDone()) {
      long left = deadline.map(end -> end - System.nanoTime()).orElse(Long.MAX_VALUE);
      if (left <= 0) {
        return Optional.empty();
      }
      try {
        arrivals.see(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw cancelled(e);
      }
      checkCancelled();
    }
    return Optional.of(Completion.result(result));
  }

  private void checkCancelled() {
    if (cancellation.isCancelled()) {
      throw new CancellationException("stopped between jobs");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw cancelled(new InterruptedException());
    }
  }

  private static CancellationException cancelled(InterruptedException cause) {
    CancellationException cancelled = new CancellationException("interrupted between jobs");
    cancelled.initCause(cause);
    return cancelled;
  }

  /** Leaves behind what is not done. */
  @Override
  public void close() {
    cancellation.forget(waker);
    session.close();
  }

  /**
   * Does a number of jobs on threads of their own.
   *
   * @param <R> what a job gives
   * @param jobs the number of jobs, 0 or more
   * @param threads the number of threads, at least 1
   * @param worker makes what does a job, given its number from 0 on; called at most once for each
   *     thread, and each one is used by one thread at a time
   * @param sink receives the results by number, in the calling thread; what it throws ends the run
   * @throws IllegalArgumentException if a number is out of range
   * @throws CancellationException if the calling thread is interrupted; its flag stays set
   */
  public static <R> void run(
      int jobs, int threads, Supplier<IntFunction<R>> worker, Consumer<? super R> sink) {
    run(jobs, job -> job, JobRunner.threads(threads), () -> worker.get()::apply, sink);
  }

  /**
   * Does a number of jobs wherever a runner does them.
   *
   * @param <J> what a job is
   * @param <R> what a job gives
   * @param jobs the number of jobs, 0 or more
   * @param job a job by its number from 0 on, asked for in the calling thread
   * @param runner where they are done
   * @param workers makes what does a job, as {@link JobRunner#start} has it
   * @param sink receives the results by number, in the calling thread; what it throws ends the run
   * @throws IllegalArgumentException if {@code jobs} is negative
   * @throws CancellationException if the calling thread is interrupted; its flag stays set
   */
  public static <J, R> void run(
      int jobs,
      IntFunction<? extends J> job,
      JobRunner runner,
      Supplier<? extends Function<? super J, ? extends R>> workers,
      Consumer<? super R> sink) {
    if (jobs < 0) {
      throw new IllegalArgumentException("the number of runs is 0 or more, not " + jobs);
    }
    int ahead = AHEAD * runner.parallelism();
    JobRunner.Session<J, R> session = runner.start(workers);
    try (OrderedJobs<J, R> sequence = new OrderedJobs<>(session, new Cancellation(), 0)) {
      for (int next = 0; next < jobs || sequence.underWay() > 0; ) {
        if (next < jobs && sequence.underWay() < ahead) {
          sequence.submit(job.apply(next++));
        } else {
          sequence.next(Optional.empty()).ifPresent(sink);
        }
      }
    }
  }
}
