package dev.tarn.cli.command;

/** What the process returns. */
public final class ExitCodes {
  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int BAD_INPUT = 2;

  /** As a shell reports a process that SIGINT ended. */
  public static final int INTERRUPTED = 130;

  private ExitCodes() {}
}
