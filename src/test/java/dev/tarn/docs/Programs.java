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

  /**
   * A Python that has some modules: that of the system, for which they are packages, or another.
   */
  static String python(String... modules) throws IOException, InterruptedException {
    String load = "import " + String.join(", ", modules);
    for (String python : List.of("/usr/bin/python3", "python3")) {
      boolean there = !python.startsWith("/") || new File(python).canExecute();
      if (there && run(Pages.ROOT, List.of(python, "-c", load)).exitCode() == 0) {
        return python;
      }
    }
    throw new IllegalStateException("no Python has the modules " + String.join(", ", modules));
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
