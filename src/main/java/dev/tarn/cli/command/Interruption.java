package dev.tarn.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Turns SIGINT and SIGTERM into a clean end: the work is asked to stop, and the process waits until
 * it has. The exit status is then the one that Java gives to a process ended by that signal, 130
 * for SIGINT.
 */
final class Interruption {
  private static final long PATIENCE_SECONDS = 60;

  private Interruption() {}

  /**
   * Does work that a signal ends early.
   *
   * @param stop asks the work to end; called from another thread
   * @param work to be done when all is written and printed
   */
  static <T> T during(Runnable stop, Supplier<T> work) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              stop.run();
              await(ended);
            },
            "tarn-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.get();
    } finally {
      ended.countDown();
      remove(hook);
    }
  }

  private static void await(CountDownLatch ended) {
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.getLogger(Interruption.class.getName())
            .log(System.Logger.Level.WARNING, "gave up waiting for the run to end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends already, which is why the work did; the hook goes with it.
      System.getLogger(Interruption.class.getName()).log(System.Logger.Level.DEBUG, "ending", e);
    }
  }
}
