package dev.tarn.cli.command;

/** Passes a request to stop on to whatever is running at the moment, or to what runs next. */
final class Stopper {
  private Runnable current = () -> {};
  private boolean stopped;

  /** Names what is running from now on. */
  synchronized void becomes(Runnable stop) {
    current = stop;
    if (stopped) {
      stop.run();
    }
  }

  synchronized void stop() {
    stopped = true;
    current.run();
  }
}
