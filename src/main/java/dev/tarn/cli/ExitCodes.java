package dev.tarn.cli;

/** What the process returns. */
final class ExitCodes {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int BAD_INPUT = 2;

  /** As a shell reports a process that SIGINT ended. */
  static final int INTERRUPTED = 130;

  private ExitCodes() {}
}
