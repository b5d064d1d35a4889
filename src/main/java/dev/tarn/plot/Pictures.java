package dev.tarn.plot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes pictures to files. Stateless; may be used from any thread. */
public final class Pictures {
  private Pictures() {}

  /**
   * Writes a picture to a file, in the format that its name ends in. A file that was there is
   * replaced when the new one is whole, and not before.
   *
   * @param picture the picture
   * @param file the file, ending in {@code .svg}, {@code .png} or {@code .pdf}; its folder exists
   * @param dpi the resolution of a PNG, in dots per inch, positive; ignored by the other formats
   * @throws IllegalArgumentException if the name ends in another way
   * @throws IOException if the folder does not exist or cannot be written to
   */
  public static void write(Picture picture, Path file, double dpi) throws IOException {
    PictureFormat format = PictureFormat.of(file);
    replace(file, out -> format.write(picture, dpi, out));
  }

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
   * Writes a file beside its place and moves it there, so that nobody sees half of it.
   *
   * @param file the file; its folder exists
   * @param content what goes into it
   * @throws IOException if the folder does not exist or cannot be written to, or {@code content}
   *     fails; the file is then as it was
   */
  public static void replace(Path file, Content content) throws IOException {
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
