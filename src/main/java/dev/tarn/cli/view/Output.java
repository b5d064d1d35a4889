package dev.tarn.cli.view;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a process's results go, which remembers what went wrong: writers and {@code System.out}
 * keep that to themselves. Not thread-safe, as the writer around it is.
 */
final class Output extends OutputStream {
  private final OutputStream to;
  private @Nullable IOException failure;

  Output(OutputStream to) {
    this.to = to;
  }

  /** The standard output of this process. */
  static Output standard() {
    return new Output(new FileOutputStream(FileDescriptor.out));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (failure != null) {
      return;
    }
    try {
      to.write(bytes, from, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    if (failure == null) {
      to.flush();
    }
  }

  /**
   * Why something was not written.
   *
   * @return the reason; empty if everything was, or if whoever read it had enough
   */
  Optional<String> failure() {
    return Optional.ofNullable(failure)
        .map(e -> String.valueOf(e.getMessage()))
        .filter(reason -> !reason.toLowerCase(Locale.ROOT).contains("broken pipe"));
  }
}
