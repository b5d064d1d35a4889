package dev.tarn.job;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request to stop, which one thread makes and others heed. Made once, it is never taken back.
 *
 * <p>Whatever is cancelled, and whatever is interrupted, ends in one way: no more jobs are begun,
 * those under way are left behind, and the interrupt flag stays set. A search says in its result
 * that it was stopped, since what it found is right as far as it goes; where a part is worth
 * nothing, a {@link java.util.concurrent.CancellationException} is thrown. Thread-safe.
 */
public final class Cancellation {
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();

  /** Makes a request that is not made yet. */
  public Cancellation() {
    // Nothing to keep: the fields say it.
  }

  /** Asks whatever heeds this to stop. May be called from any thread, and more than once. */
  public void cancel() {
    if (cancelled.compareAndSet(false, true)) {
      actions.forEach(Runnable::run);
    }
  }

  /**
   * Whether the request was made.
   *
   * @return true for good after {@link #cancel()}
   */
  public boolean isCancelled() {
    return cancelled.get();
  }

  /**
   * Has an action run when the request is made, on the thread that makes it; at once if it was made
   * already.
   *
   * @param action what to run; short, and harmless when repeated
   */
  public void onCancel(Runnable action) {
    actions.add(action);
    if (isCancelled()) {
      action.run();
    }
  }

  /**
   * Takes an action back.
   *
   * @param action what was given to {@link #onCancel}
   */
  public void forget(Runnable action) {
    actions.remove(action);
  }
}
