package dev.tarn.store.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One process that answers a line with a line. For one thread. */
final class Session implements AutoCloseable {
  /** What a program wrote last to its standard error is what says why it ended. */
  private static final int LINES_KEPT = 5;

  /** No answer is longer: 200 variables with a Hessian take a million characters. */
  private static final int LONGEST = 100_000_000;

  private final Process process;
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
  private final Deque<String> complaints = new ArrayDeque<>();
  private final Thread complaining;

  /** There was no answer: what became of the process. */
  static final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean late;

    NoAnswer(String message, boolean late) {
      super(message);
      this.late = late;
    }

    /** Whether the time was up; otherwise the process has ended. */
    boolean isLate() {
      return late;
    }
  }

  /**
   * Starts the process.
   *
   * @throws IOException if there is no such program, or it may not be run
   */
  Session(List<String> words, Path folder) throws IOException {
    process = new ProcessBuilder(words).directory(folder.toFile()).start();
    background(() -> readAnswers(process.getInputStream()));
    complaining = background(() -> readComplaints(process.getErrorStream()));
  }

  private static Thread background(Runnable work) {
    Thread thread = new Thread(work, "tarn-potential-command");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void readAnswers(InputStream in) {
    try (Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\n') {
          lines.add(Optional.of(line.toString().strip()));
          line.setLength(0);
        } else if (line.length() < LONGEST) {
          line.append((char) c);
        }
      }
      if (!line.toString().isBlank()) {
        lines.add(Optional.of(line.toString().strip()));
      }
    } catch (IOException e) {
      // The process was ended.
    } finally {
      lines.add(Optional.empty());
    }
  }

  private void readComplaints(InputStream in) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        synchronized (complaints) {
          complaints.add(line);
          if (complaints.size() > LINES_KEPT) {
            complaints.remove();
          }
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // The process was ended.
    }
  }

  /**
   * Asks.
   *
   * @param question a line
   * @param limit how long the answer may take
   * @return the answer, a line
   * @throws NoAnswer if the process ends or the time is up; it cannot be asked again
   * @throws CancellationException if the thread is interrupted; the interrupt flag stays set
   */
  String ask(String question, Duration limit) throws NoAnswer {
    try {
      process.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new NoAnswer(end(), false);
    }
    try {
      Optional<String> answer = lines.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
      if (answer == null) {
        throw new NoAnswer(
            "did not answer within "
                + limit.toString().substring(2).toLowerCase(Locale.ROOT)
                + "; each answer is a line that has to be flushed",
            true);
      }
      if (answer.isPresent()) {
        return answer.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      CancellationException cancelled = new CancellationException("interrupted");
      cancelled.initCause(e);
      throw cancelled;
    }
    throw new NoAnswer(end(), false);
  }

  /** How the process ended. */
  private String end() {
    String code = "closed its output";
    try {
      if (process.waitFor(1L, TimeUnit.SECONDS)) {
        code = "ended with exit code " + process.exitValue();
      }
      complaining.join(1000L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (complaints) {
      return code + (complaints.isEmpty() ? "" : ": " + String.join(" / ", complaints));
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
