package dev.tarn.job.share;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a pool, of which those without a job help those with one. A job {@link #share
 * shares} work in pieces without knowing of the pool: its own thread does them, and idle threads of
 * its team take pieces too. So no more threads are at work than the pool has, nobody waits for a
 * helper that has not begun, and outside a team all is done by the calling thread.
 *
 * <p>Thread-safe.
 */
public final class Team {
  private static final ThreadLocal<@Nullable Team> OWN = new ThreadLocal<>();

  private final int threads;
  private final Executor helpers;
  private final AtomicInteger busy = new AtomicInteger();

  /**
   * A team.
   *
   * @param threads the number of threads of the pool
   * @param helpers hands work to a thread of the pool that has no job; jobs go first
   */
  public Team(int threads, Executor helpers) {
    this.threads = threads;
    this.helpers = helpers;
  }

  /**
   * Does a job on the calling thread, which belongs to the team meanwhile.
   *
   * @param job the job
   * @param <R> what it gives
   * @return what it gives
   */
  public <R> R work(Supplier<R> job) {
    Team before = OWN.get();
    OWN.set(this);
    busy.incrementAndGet();
    try {
      return job.get();
    } finally {
      busy.decrementAndGet();
      if (before == null) {
        OWN.remove();
      } else {
        OWN.set(before);
      }
    }
  }

  /**
   * Does the pieces {@code 0, ..., count - 1} of some work, each once, in any order and at the same
   * time. What they did has happened before this returns. An interrupt ends nothing; the flag stays
   * set.
   *
   * @param count the number of pieces
   * @param piece does a piece
   * @throws RuntimeException what one of the pieces threw, after all have ended
   */
  public static void share(int count, IntConsumer piece) {
    Team team = OWN.get();
    int idle = team == null ? 0 : Math.min(count - 1, team.threads - team.busy.get());
    if (team == null || idle <= 0) {
      for (int i = 0; i < count; i++) {
        piece.accept(i);
      }
      return;
    }
    Pieces pieces = new Pieces(count, piece);
    for (int i = 0; i < idle; i++) {
      team.ask(pieces);
    }
    pieces.run();
    pieces.await();
  }

  private void ask(Runnable work) {
    try {
      helpers.execute(work);
    } catch (RejectedExecutionException e) {
      // The pool is closed: who asked does all of it.
    }
  }

  /** Pieces that several threads take one after the other. */
  private static final class Pieces implements Runnable {
    private final int count;
    private final IntConsumer piece;
    private final Thread owner = Thread.currentThread();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Pieces(int count, IntConsumer piece) {
      this.count = count;
      this.piece = piece;
    }

    @Override
    public void run() {
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        try {
          piece.accept(i);
        } catch (Throwable e) {
          failure.compareAndSet(null, e);
        }
        if (done.incrementAndGet() == count) {
          LockSupport.unpark(owner);
        }
      }
    }

    void await() {
      boolean interrupted = false;
      while (done.get() < count) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        owner.interrupt();
      }
      Throwable thrown = failure.get();
      if (thrown instanceof RuntimeException e) {
        throw e;
      }
      if (thrown instanceof Error e) {
        throw e;
      }
    }
  }
}
