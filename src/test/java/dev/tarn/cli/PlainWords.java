package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

/** What a command may do with bad input: take it, or say in plain words what is wrong. */
final class PlainWords {
  private static final int MOST_LINES = 25;
  private static final int LONGEST_LINE = 2000;

  private PlainWords() {}

  /** Checks what a command did. */
  static void check(String input, CommandLineRun run) {
    String as = input + "\nanswer: " + run.err();
    assertThat(run.exitCode()).as(as).isBetween(0, 2);
    assertThat(run.err().lines().toList()).as(as).hasSizeLessThan(MOST_LINES);
    assertThat(run.err().lines()).as(as).allMatch(line -> line.length() < LONGEST_LINE);
    assertThat(run.err())
        .as(as)
        .doesNotContain("\tat ", "Exception", "java.", "picocli", "com.fasterxml", "null")
        .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f]");
    if (run.exitCode() == 0) {
      assertThat(run.err()).as(as).doesNotContain("--help");
    } else {
      assertThat(run.err()).as(as).startsWith("tarn");
    }
  }
}
