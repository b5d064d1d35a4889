package dev.tarn.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What reading a file of training data has in common, whatever the format. */
final class DataFile {

  /** Reads the file, without seeing to errors of the disk. */
  @FunctionalInterface
  interface Reader<T> {
    T read() throws IOException;
  }

  private DataFile() {}

  /** Runs a reader, and says clearly why a file cannot be read at all. */
  static <T> T read(Path file, Reader<T> reader) {
    if (!Files.exists(file)) {
      throw new UnusableFileException("there is no file " + file);
    }
    if (Files.isDirectory(file)) {
      throw new UnusableFileException(file + " is a folder; give the name of a file");
    }
    try {
      return reader.read();
    } catch (IOException e) {
      throw new UnusableFileException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** The classes of the first examples, which are of two classes at least. */
  static int[] first(int[] classes, int examples, Path labels) {
    if (examples == 0) {
      throw new UnusableFileException(labels + " holds no examples");
    }
    int[] first = Arrays.copyOf(classes, examples);
    if (Arrays.stream(first).distinct().count() < 2) {
      throw new UnusableFileException(
          "all of the first "
              + examples
              + " examples of "
              + labels
              + " have the label "
              + first[0]
              + "; there must be at least 2 classes");
    }
    return first;
  }
}
