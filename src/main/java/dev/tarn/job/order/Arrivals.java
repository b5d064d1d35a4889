package dev.tarn.job.order;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What has come of jobs and waits for the thread that uses it. Everything that a job's end needs is
 * made when the job is handed in, so that a job that ran out of memory is told of, too: one that
 * could not say so would be waited for in vain.
 *
 * @param <R> what a job gives
 */
final class Arrivals<R> {
  private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private @Nullable Arrival<R> first;
  private @Nullable Arrival<R> last;
  private boolean woken;

  /** What comes of one job; of use once. */
  static final class Arrival<R> implements BiConsumer<R, Throwable> {
    private final Arrivals<R> arrivals;
    private final long number;
    private final OrderedJobs.Listener<? super R> listener;
    private final CompletableFuture<R> seen = new CompletableFuture<>();
    private @Nullable R result;
    private @Nullable Throwable failure;
    private @Nullable Arrival<R> next;

    private Arrival(Arrivals<R> arrivals, long number, OrderedJobs.Listener<? super R> listener) {
      this.arrivals = arrivals;
      this.number = number;
      this.listener = listener;
    }

    /** Called where the job was done. Allocates nothing. */
    @Override
    public void accept(@Nullable R value, @Nullable Throwable thrown) {
      result = value;
      failure = thrown;
      arrivals.add(this);
    }

    /** What the thread that uses the jobs waits for, and completes itself by {@link #see}. */
    CompletableFuture<R> seen() {
      return seen;
    }

    @SuppressWarnings("NullAway") // A job that did not fail has given a result.
    private void see() {
      if (failure == null) {
        listener.arrived(number, result);
        seen.complete(result);
      } else {
        seen.completeExceptionally(failure);
      }
    }
  }

  /** The place for what comes of a job. */
  Arrival<R> expect(long number, OrderedJobs.Listener<? super R> listener) {
    return new Arrival<>(this, number, listener);
  }

  private synchronized void add(Arrival<R> arrival) {
    if (last == null) {
      first = arrival;
    } else {
      last.next = arrival;
    }
    last = arrival;
    notifyAll();
  }

  /** Has the thread that waits look around. */
  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /**
   * Waits for an arrival, and takes note of it.
   *
   * @param nanos how long at most
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void see(long nanos) throws InterruptedException {
    Arrival<R> arrival = poll(nanos);
    if (arrival != null) {
      arrival.see();
    }
  }

  private synchronized @Nullable Arrival<R> poll(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; first == null && !woken && left > 0; left = end - System.nanoTime()) {
      // Rounded up, or the last part of a millisecond would be spent in haste.
      wait(left / NANOS_PER_MILLI + 1);
    }
    woken = false;
    Arrival<R> arrival = first;
    if (arrival != null) {
      first = arrival.next;
      if (first == null) {
        last = null;
      }
    }
    return arrival;
  }
}
