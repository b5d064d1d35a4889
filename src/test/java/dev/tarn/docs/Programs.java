package dev.tarn.docs;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class Programs {
  private static final long LIMIT_SECONDS = 300;

  private Programs() {}

  /**
   * What a program did.
   *
   * @param exitCode its exit code
   * @param output the lines of its standard output, without blanks at their ends
   */
  record Result(int exitCode, List<String> output) {}

  /** The java command of the JVM that runs the tests. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Standard error goes to that of the tests, so that a failure can be understood. */
  static Result run(Path folder, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(command + " does not end");
      }
      return new Result(process.exitValue(), text.lines().map(String::stripTrailing).toList());
    } finally {
      process.destroyForcibly();
    }
  }
}
