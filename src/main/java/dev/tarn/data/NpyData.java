package dev.tarn.data;

import dev.tarn.text.Npy;
import dev.tarn.text.Tensor;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Examples from two arrays of numpy: the inputs, with a row for each example, and the numbers of
 * the classes.
 */
final class NpyData {
  private static final int MOST_CLASSES = 10_000;

  private NpyData() {}

  /**
   * Whether a file's name is that of an array of numpy.
   *
   * @param file the file
   * @return whether it ends with {@code .npy}
   */
  static boolean isOne(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
  }

  /**
   * Reads inputs and classes.
   *
   * @param inputs the array of the inputs, of two axes or more, the first of which is the examples
   * @param labels the array of the classes, whole numbers from 0 on, one for each example
   * @param limit how many examples to take at most, from the beginning; at least 1
   * @return the examples in the order of the files; there are classes up to the largest number
   * @throws UnusableFileException if a file cannot be read, is not of this format, the numbers of
   *     examples differ, a class is no whole number, an input is not finite, or all examples taken
   *     are of one class
   * @throws IllegalArgumentException if {@code limit} is less than 1
   */
  static DataSet read(Path inputs, Path labels, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("at least 1 example is taken, not " + limit);
    }
    Tensor rows = array(inputs);
    Tensor classes = array(labels);
    if (rows.rank() < 2) {
      throw new UnusableFileException(
          inputs + " has a row for each example, not the shape " + Tensor.words(rows.shape()));
    }
    int count = rows.shape().get(0);
    if (classes.values().length != count) {
      throw new UnusableFileException(
          inputs
              + " has "
              + count
              + " examples, but "
              + labels
              + " has "
              + classes.values().length
              + " classes");
    }
    int taken = Math.min(count, limit);
    int[] numbers = new int[count];
    for (int d = 0; d < count; d++) {
      double value = classes.values()[d];
      if (!(value >= 0.0 && value < MOST_CLASSES && value == Math.rint(value))) {
        throw new UnusableFileException(
            labels + " holds " + value + " for example " + d + "; classes are 0, 1 and so on");
      }
      numbers[d] = (int) value;
    }
    int[] labelled = DataFile.first(numbers, taken, labels);
    int width = count == 0 ? 0 : rows.values().length / count;
    double[] values = Arrays.copyOf(rows.values(), taken * width);
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new UnusableFileException(
            inputs + " holds " + values[i] + " in example " + i / width + ", input " + i % width);
      }
    }
    String part = taken < count ? ", the first " + taken + " of " + count + " examples" : "";
    return DataSet.ofClasses(
        inputs.getFileName() + part,
        IntStream.range(0, width).mapToObj(k -> "x" + (k + 1)).toList(),
        IntStream.rangeClosed(0, Arrays.stream(numbers).max().orElse(0))
            .mapToObj(Integer::toString)
            .toList(),
        values,
        labelled);
  }

  private static Tensor array(Path file) {
    return DataFile.read(
        file,
        () -> {
          try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return Npy.read(in, "");
          } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnusableFileException(file + " holds " + e.getMessage(), e);
          }
        });
  }
}
