package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Starts {@code target/tarn.jar} as a process of its own. */
final class TarnJar {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Path JAR =
      Path.of(System.getProperty("tarn.jar", "target/tarn.jar")).toAbsolutePath();

  private static final Pattern REPORTED =
      Pattern.compile("(\\d+) minim\\w+, (\\d+) transition state");

  private final Path folder;
  private final Process process;

  private TarnJar(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  static Path jar() {
    return JAR;
  }

  /** The java of this process. */
  static String java() {
    return java(System.getProperty("java.home"));
  }

  static String java(String home) {
    return Path.of(home, "bin", "java").toString();
  }

  /** Starts the jar with the java of this process. */
  static TarnJar start(Path folder, Object... args) throws IOException {
    return start(folder, List.of(java(), "-jar", JAR.toString()), args);
  }

  /** Starts a command with further arguments; its output goes to files in the folder. */
  static TarnJar start(Path folder, List<String> command, Object... args) throws IOException {
    Path streams = Files.createTempDirectory(folder, "streams");
    List<String> words = new ArrayList<>(command);
    for (Object arg : args) {
      words.add(arg.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(words);
    // What the program leaves for its next start stays among what the build makes.
    builder.environment().put("XDG_CACHE_HOME", JAR.resolveSibling("cache").toString());
    Process process =
        builder
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(streams.resolve("out").toFile())
            .redirectError(streams.resolve("err").toFile())
            .start();
    return new TarnJar(streams, process);
  }

  /** Runs the jar to its end and returns what it printed to standard output. */
  static String run(Path folder, Object... args) throws Exception {
    TarnJar jar = start(folder, args);
    assertThat(jar.exitCode()).as(jar.err()).isZero();
    return jar.out();
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + PATIENCE);
    }
    return process.exitValue();
  }

  long pid() {
    return process.pid();
  }

  /** What its threads have used of the processors; nothing after its end. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Waits for the end; what its threads have used by then, but for the last hundredths. */
  Duration processorTimeToTheEnd() throws InterruptedException {
    AtomicReference<Duration> last = new AtomicReference<>(Duration.ZERO);
    waitUntil(
        () -> {
          last.accumulateAndGet(processorTime(), (a, b) -> a.compareTo(b) < 0 ? b : a);
          return false;
        });
    return last.get();
  }

  Stream<ProcessHandle> descendants() {
    return process.descendants();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  String out() throws IOException {
    return Files.readString(folder.resolve("out"));
  }

  String err() throws IOException {
    return Files.readString(errFile());
  }

  /** The points as the last line of progress has them, and those of earlier ones. */
  int reportedPoints() throws IOException {
    int most = 0;
    Matcher matcher = REPORTED.matcher(err());
    while (matcher.find()) {
      most =
          Math.max(most, Integer.parseInt(matcher.group(1)) + Integer.parseInt(matcher.group(2)));
    }
    return most;
  }

  /** Where standard error goes. */
  Path errFile() {
    return folder.resolve("err");
  }

  /** Waits until something holds or the process has ended; says which. */
  boolean waitUntil(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      if (condition.getAsBoolean()) {
        return true;
      }
      process.waitFor(10, TimeUnit.MILLISECONDS);
    }
    return condition.getAsBoolean();
  }
}
