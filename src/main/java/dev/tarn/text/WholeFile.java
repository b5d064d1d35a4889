package dev.tarn.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files so that nobody sees half of one. Stateless; may be used from any thread. */
public final class WholeFile {
  private WholeFile() {}

  /** What fills a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes everything.
     *
     * @param out where to; closed by the caller
     * @throws IOException if {@code out} fails
     */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes a file beside its place and moves it there.
   *
   * @param file the file; its folder exists
   * @param content what goes into it
   * @throws IOException if the folder does not exist or cannot be written to, or {@code content}
   *     fails; the file is then as it was
   */
  public static void write(Path file, Content content) throws IOException {
    Path whole = file.toAbsolutePath();
    Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        content.write(out);
      }
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
