package dev.tarn.store.weights;

import dev.tarn.data.UnusableFileException;
import dev.tarn.network.Network;
import dev.tarn.text.Npy;
import dev.tarn.text.Tensor;
import dev.tarn.text.WholeFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files of weights: npz, npy, safetensors, JSON and CSV. Thread-safe. */
public final class WeightsFile {
  private static final byte[] ZIP = {'P', 'K'};
  private static final long LARGEST = 1L << 30;

  /** The formats that are written, by the end of a file's name. */
  public enum Format {
    /** numpy's archive of arrays with names. */
    NPZ,
    /** One array of numpy, the weights in the order of {@code show}. */
    NPY,
    /** Arrays with names, for PyTorch. */
    SAFETENSORS,
    /** Arrays with names as text. */
    JSON,
    /** A line for each parameter. */
    CSV;

    /** The format that a file's name asks for, if any. */
    public static Optional<Format> of(Path file) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      return Arrays.stream(values())
          .filter(format -> name.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
          .findFirst();
    }
  }

  private WeightsFile() {}

  /**
   * Reads the arrays of a file; what it is, its content tells.
   *
   * @param file the file
   * @return its arrays in the order in which they stand there
   * @throws UnusableFileException if the file cannot be read, or holds no numbers
   */
  public static List<Tensor> read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new UnusableFileException(file + " is a folder, not a file of weights");
      }
      if (Files.size(file) > LARGEST) {
        throw new UnusableFileException(
            file + " has more than a gigabyte: too much for the weights of a network");
      }
      byte[] content = Files.readAllBytes(file);
      List<Tensor> tensors = read(content);
      if (tensors.isEmpty()) {
        throw new UnusableFileException(file + " holds no weights");
      }
      return tensors;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new UnusableFileException(file + " holds " + e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new UnusableFileException(
          file + " is of no format of weights; npz, npy, safetensors, JSON and CSV are", e);
    } catch (IOException e) {
      throw new UnusableFileException(file + " cannot be read: " + e, e);
    }
  }

  private static List<Tensor> read(byte[] content) throws IOException {
    if (begins(content, ZIP)) {
      return Npz.read(new ByteArrayInputStream(content));
    }
    if (Npy.isOne(content)) {
      try (InputStream in = new BufferedInputStream(new ByteArrayInputStream(content))) {
        return List.of(Npy.read(in, ""));
      }
    }
    if (Safetensors.isOne(content)) {
      return Safetensors.read(content);
    }
    return WeightsText.read(
        StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(content)).toString());
  }

  private static boolean begins(byte[] content, byte[] with) {
    return content.length >= with.length
        && Arrays.equals(content, 0, with.length, with, 0, with.length);
  }

  /**
   * Writes weights, in the format that the file's name asks for.
   *
   * @param file the file; replaced as a whole, or not at all
   * @param format its format
   * @param network the network
   * @param x its weights; not modified
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, Format format, Network network, double[] x)
      throws IOException {
    List<Tensor> tensors = NamedWeights.tensors(network.layout(), x);
    WholeFile.write(
        file,
        out -> {
          switch (format) {
            case NPZ -> Npz.write(out, tensors);
            case NPY -> Npy.write(out, List.of(x.length), x);
            case SAFETENSORS -> Safetensors.write(out, tensors);
            case JSON -> WeightsText.writeJson(out, tensors);
            case CSV -> WeightsText.writeCsv(out, network.layout().names(), x);
          }
        });
  }
}
