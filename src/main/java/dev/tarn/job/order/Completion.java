package dev.tarn.job.order;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Completes futures, and unwraps them, so that what a job throws reaches the caller unchanged. */
public final class Completion {
  private static final int ATTEMPTS = 100;
  private static final long PAUSE_NANOS = 1_000_000L;

  private Completion() {}

  /**
   * Completes a future with what the work gives or throws.
   *
   * @param future the future
   * @param work the work, done at once on the calling thread
   * @param <R> what it gives
   */
  public static <R> void of(CompletableFuture<R> future, Supplier<? extends R> work) {
    try {
      future.complete(work.get());
    } catch (Throwable e) {
      // Whatever it is: code in other languages throws checked exceptions without a word.
      fail(future, e);
    }
  }

  /** What ran out of memory has let go of it by now, yet others may have taken that. */
  private static void fail(CompletableFuture<?> future, Throwable cause) {
    for (int left = ATTEMPTS; ; left--) {
      try {
        future.completeExceptionally(cause);
        return;
      } catch (OutOfMemoryError e) {
        if (left <= 1) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /**
   * The result of a future that is done.
   *
   * @param done the future
   * @param <R> what it gives
   * @return the result
   * @throws RuntimeException what its job threw
   */
  public static <R> R result(CompletableFuture<R> done) {
    try {
      return done.join();
    } catch (CompletionException e) {
      Throwable cause = e;
      // A runner elsewhere may have passed it on through futures of its own.
      while (cause instanceof CompletionException && cause.getCause() != null) {
        cause = cause.getCause();
      }
      if (cause instanceof RuntimeException failure) {
        throw failure;
      }
      if (cause instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("a job failed", cause);
    }
  }
}
