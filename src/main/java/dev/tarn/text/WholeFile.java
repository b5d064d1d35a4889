package dev.tarn.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** Writes files so that nobody sees half of one. Stateless; may be used from any thread. */
public final class WholeFile {
  private static final SecureRandom RANDOM = new SecureRandom();
  // As Linux allows.
  private static final int MOST_LINKS = 40;
  private static final Set<PosixFilePermission> OWNER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

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
   * Writes a file beside its place and moves it there. A link stays one, and what it leads to is
   * replaced; what is there and is no ordinary file, a device or a pipe, is written into. The file
   * beside has a name that nobody can guess and is never a link, so that nobody else's file is
   * written to.
   *
   * @param file the file; its folder exists
   * @param content what goes into it
   * @throws IOException if the folder does not exist or cannot be written to, or {@code content}
   *     fails; an ordinary file is then as it was
   */
  public static void write(Path file, Content content) throws IOException {
    write(file, content, false);
  }

  /**
   * The same for a file that nobody else may read or write, on systems with POSIX permissions.
   *
   * @param file the file; its folder exists
   * @param content what goes into it
   * @throws IOException as for {@link #write}
   */
  public static void writePrivately(Path file, Content content) throws IOException {
    write(file, content, true);
  }

  private static void write(Path file, Content content, boolean privately) throws IOException {
    Path whole = target(file);
    if (Files.exists(whole) && !Files.isRegularFile(whole)) {
      write(whole, content, StandardOpenOption.WRITE);
      return;
    }
    String random = HexFormat.of().toHexDigits(RANDOM.nextLong());
    Path part = whole.resolveSibling("." + whole.getFileName() + "." + random + ".part");
    try {
      if (privately && part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER));
        write(part, content, StandardOpenOption.WRITE);
      } else {
        write(part, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      }
      if (!privately && Files.exists(whole)) {
        keepPermissions(whole, part);
      }
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * The place that a path leads to in the end; a link may lead to a file that is still to be made.
   *
   * @param file the path
   * @return an absolute path that is no link
   * @throws IOException if a link cannot be read, or links lead in a circle
   */
  public static Path target(Path file) throws IOException {
    Path place = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(place); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      place = place.resolveSibling(Files.readSymbolicLink(place));
    }
    return place;
  }

  private static void write(Path place, Content content, OpenOption... options) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(place, options))) {
      content.write(out);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old != null) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }
}
