package dev.tarn.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a file or a folder beside its place and moves it there, so that a process that dies leaves
 * nothing half made that could be taken for whole. Stateless.
 */
final class MadeBeside {
  private MadeBeside() {}

  /** What makes a file or a folder. */
  @FunctionalInterface
  interface Maker {
    /**
     * Makes it.
     *
     * @param made its path, where nothing is yet
     */
    void make(Path made) throws IOException;
  }

  /**
   * Makes it. Of a folder that is there already the files are made in a folder of their own within,
   * since it may be a link or the place of another file system.
   *
   * @param place where it is to be: nothing, or an empty folder; folders on the way are made
   * @throws IOException if that fails; what was made is then removed
   */
  static void make(Path place, Maker maker) throws IOException {
    Path whole = place.toAbsolutePath();
    boolean there = Files.isDirectory(whole);
    Path beside = there ? whole : Files.createDirectories(whole.resolveSibling(""));
    Path part = Files.createTempDirectory(beside, ".part");
    Path made = part.resolve(whole.getFileName());
    try {
      maker.make(made);
      if (there && Files.isDirectory(made)) {
        for (Path file : inside(made)) {
          Files.move(file, whole.resolve(file.getFileName()));
        }
      } else {
        Files.move(made, whole);
      }
    } finally {
      if (Files.isDirectory(made)) {
        for (Path file : inside(made)) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(made);
      Files.deleteIfExists(part);
    }
  }

  private static List<Path> inside(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
