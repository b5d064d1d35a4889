package dev.tarn.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads images and their labels from IDX files, the format of the MNIST digits (Y. LeCun, C. Cortes
 * and C. J. C. Burges): two zero bytes, the type of the values, the number of dimensions, the
 * dimensions as 32-bit numbers with the highest byte first, then the values.
 *
 * <p>Values are unsigned bytes (type 8), in plain files or compressed by gzip. Images have 2 or
 * more dimensions, the first of which is their number; each of the other places is an input, and
 * its value is divided by 255. Labels have 1 dimension.
 *
 * <p>Whatever is wrong with a file gives an {@link UnusableFileException} that names the byte
 * offset, in the uncompressed data, where that makes sense.
 */
public final class IdxData {
  private static final int UNSIGNED_BYTE = 8;
  private static final int MAX_DIMENSIONS = 8;
  private static final double WHITE = 255.0;

  private record Bytes(int[] dimensions, byte[] values) {}

  private IdxData() {}

  /**
   * Reads images and labels; or, where the first file's name ends with {@code .npy}, two arrays of
   * numpy, a row of inputs for each example and the numbers of the classes.
   *
   * @param images the file of the images
   * @param labels the file of the labels, as many as there are images
   * @param limit how many examples to take at most, from the beginning; at least 1
   * @return the examples in the order of the files; class {@code c} stands for the label {@code c},
   *     and there are classes up to the largest label in the file
   * @throws UnusableFileException if a file cannot be read, is not of this format, ends too early
   *     or too late, the numbers of images and labels differ, or all examples taken have one label
   * @throws IllegalArgumentException if {@code limit} is less than 1
   */
  public static DataSet read(Path images, Path labels, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("at least 1 example is taken, not " + limit);
    }
    if (NpyData.isOne(images)) {
      return NpyData.read(images, labels, limit);
    }
    Bytes marks = DataFile.read(labels, () -> read(labels, Integer.MAX_VALUE));
    if (marks.dimensions.length != 1) {
      throw new UnusableFileException(
          labels + " has " + marks.dimensions.length + " dimensions; labels have 1");
    }
    Bytes pixels = DataFile.read(images, () -> read(images, limit));
    if (pixels.dimensions.length < 2) {
      throw new UnusableFileException(
          images + " has 1 dimension; images have 2 or more. Are the two files exchanged?");
    }
    int count = pixels.dimensions[0];
    if (count != marks.dimensions[0]) {
      throw new UnusableFileException(
          images
              + " has "
              + count
              + " images, but "
              + labels
              + " has "
              + marks.dimensions[0]
              + " labels");
    }
    int taken = Math.min(count, limit);
    int[] classes = new int[count];
    Arrays.setAll(classes, d -> marks.values[d] & 0xff);
    int most = Arrays.stream(classes).max().orElse(0);
    int[] labelled = DataFile.first(classes, taken, labels);
    double[] inputs = new double[pixels.values.length];
    Arrays.setAll(inputs, i -> (pixels.values[i] & 0xff) / WHITE);
    List<String> names =
        IntStream.range(0, inputs.length / taken).mapToObj(k -> "pixel " + k).toList();
    String part = taken < count ? ", the first " + taken + " of " + count + " examples" : "";
    return DataSet.ofClasses(
        images.getFileName() + part,
        names,
        IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList(),
        inputs,
        labelled);
  }

  /** Reads the first entries of a file, and the rest of it only to see that it is whole. */
  private static Bytes read(Path file, int limit) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = uncompressed(raw)) {
      ByteBuffer start = ByteBuffer.wrap(bytes(file, in, 4, 0, 4));
      int magic = start.getInt();
      int dimensionCount = magic & 0xff;
      if (magic >>> 16 != 0 || dimensionCount < 1 || dimensionCount > MAX_DIMENSIONS) {
        throw new UnusableFileException(
            String.format(
                Locale.ROOT,
                "%s is no IDX file: it begins with the bytes %08x, not with 0000, a type and a"
                    + " number of dimensions from 1 to %d",
                file,
                magic,
                MAX_DIMENSIONS));
      }
      int type = magic >>> 8 & 0xff;
      if (type != UNSIGNED_BYTE) {
        throw new UnusableFileException(
            String.format(
                Locale.ROOT,
                "%s holds values of type %#04x at byte 2; unsigned bytes, 0x08, can be read",
                file,
                type));
      }
      int header = 4 + 4 * dimensionCount;
      ByteBuffer sizes = ByteBuffer.wrap(bytes(file, in, 4 * dimensionCount, 4, header));
      int[] dimensions = new int[dimensionCount];
      long each = 1L;
      for (int k = 0; k < dimensionCount; k++) {
        dimensions[k] = sizes.getInt();
        if (dimensions[k] < 1) {
          throw new UnusableFileException(
              file + " has a dimension of " + dimensions[k] + " at byte " + (4 + 4 * k));
        }
        each = k == 0 ? 1L : Math.multiplyExact(each, dimensions[k]);
      }
      long wanted = Math.multiplyExact(Math.min(limit, dimensions[0]), each);
      if (wanted > Integer.MAX_VALUE - 8) {
        throw new UnusableFileException(
            file + " has " + wanted + " values, too many at once; take fewer examples");
      }
      long total = header + Math.multiplyExact(dimensions[0], each);
      byte[] values = bytes(file, in, (int) wanted, header, total);
      checkEnd(file, in, header + wanted, total);
      return new Bytes(dimensions, values);
    } catch (EOFException e) {
      throw new UnusableFileException(file + " is a damaged gzip file: it ends too early", e);
    } catch (ZipException e) {
      throw new UnusableFileException(file + " is a damaged gzip file: " + e.getMessage(), e);
    } catch (ArithmeticException e) {
      throw new UnusableFileException(file + " has dimensions that no file can hold", e);
    }
  }

  private static InputStream uncompressed(InputStream in) throws IOException {
    in.mark(2);
    boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return zipped ? new GZIPInputStream(in) : in;
  }

  private static byte[] bytes(Path file, InputStream in, int count, long offset, long total)
      throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw truncated(file, offset + bytes.length, total);
    }
    return bytes;
  }

  private static void checkEnd(Path file, InputStream in, long read, long total)
      throws IOException {
    long left = in.transferTo(OutputStream.nullOutputStream());
    if (read + left < total) {
      throw truncated(file, read + left, total);
    }
    if (read + left > total) {
      throw new UnusableFileException(
          file
              + " goes on after byte "
              + total
              + ", where its header says that it ends, to byte "
              + (read + left));
    }
  }

  private static UnusableFileException truncated(Path file, long end, long total) {
    return new UnusableFileException(
        file + " ends at byte " + end + ", but its header asks for at least " + total + " bytes");
  }
}
