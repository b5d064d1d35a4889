package dev.tarn.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One array in numpy's format (NEP 1, versions 1 to 3). */
public final class Npy {
  /** The first bytes of a file. */
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  private static final int ALIGNMENT = 64;
  private static final int PREAMBLE = 10;
  private static final int LONGEST_HEADER = 1 << 16;
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>=|]?)([a-zA-Z]\\d*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private Npy() {}

  /** Whether bytes begin like an array of numpy. */
  public static boolean isOne(byte[] content) {
    return content.length >= MAGIC.length
        && Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /**
   * Reads an array of numbers.
   *
   * @param in where the array begins; read to the array's end, not closed
   * @param name the array's name
   * @return the array, its elements as doubles
   * @throws IOException if reading fails
   * @throws IllegalArgumentException if this is no array of numbers, or it is too short
   */
  public static Tensor read(InputStream in, String name) throws IOException {
    byte[] preamble = in.readNBytes(MAGIC.length + 2);
    if (preamble.length < MAGIC.length + 2 || !isOne(preamble)) {
      throw new IllegalArgumentException("no array of numpy");
    }
    int digits = preamble[MAGIC.length] == 1 ? 2 : 4;
    ByteBuffer size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    size.put(in.readNBytes(digits)).position(0);
    int length = size.getInt();
    if (length <= 0 || length > LONGEST_HEADER) {
      throw new IllegalArgumentException("an array of numpy with a header of " + length + " bytes");
    }
    String header = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    Matcher descr = DESCR.matcher(header);
    Matcher order = ORDER.matcher(header);
    Matcher shape = SHAPE.matcher(header);
    if (!descr.find() || !order.find() || !shape.find()) {
      throw new IllegalArgumentException(
          "an array of numpy that is not of numbers: " + Quoted.plain(header.strip()));
    }
    List<Integer> lengths = lengths(shape.group(1));
    NumberType type =
        NumberType.ofNumpy(descr.group(2))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "an array of numpy of the type "
                            + descr.group(2)
                            + "; weights are numbers, such as float64"));
    ByteOrder bytes = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    double[] values = type.read(in, Tensor.size(lengths), bytes);
    return new Tensor(
        name, lengths, order.group(1).equals("True") ? byRows(values, lengths) : values);
  }

  private static List<Integer> lengths(String text) {
    List<Integer> lengths = new ArrayList<>();
    Matcher number = LENGTH.matcher(text);
    while (number.find()) {
      long length = Long.parseLong(number.group());
      if (length > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("an array of the shape (" + text + ") is too large");
      }
      lengths.add((int) length);
    }
    return lengths;
  }

  /** From the first axis fastest to the last axis fastest. */
  private static double[] byRows(double[] values, List<Integer> shape) {
    double[] out = new double[values.length];
    int[] at = new int[shape.size()];
    for (int k = 0; k < out.length; k++) {
      int place = 0;
      for (int axis = at.length - 1; axis >= 0; axis--) {
        place = place * shape.get(axis) + at[axis];
      }
      out[k] = values[place];
      for (int axis = at.length - 1; axis >= 0 && ++at[axis] == shape.get(axis); axis--) {
        at[axis] = 0;
      }
    }
    return out;
  }

  /**
   * Writes an array of doubles.
   *
   * @param out the stream; not closed
   * @param shape the lengths of its axes
   * @param values the elements, the last axis fastest
   * @throws IOException if writing fails
   */
  public static void write(OutputStream out, List<Integer> shape, double[] values)
      throws IOException {
    ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      data.putDouble(value);
    }
    write(out, "<f8", shape, data.array());
  }

  /**
   * Writes an array of whole numbers of 64 bits.
   *
   * @param out the stream; not closed
   * @param shape the lengths of its axes
   * @param values the elements, the last axis fastest
   * @throws IOException if writing fails
   */
  public static void write(OutputStream out, List<Integer> shape, long[] values)
      throws IOException {
    ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      data.putLong(value);
    }
    write(out, "<i8", shape, data.array());
  }

  /** Format 1.0: a line that describes the array, padded so that the data are aligned. */
  private static void write(OutputStream out, String type, List<Integer> shape, byte[] data)
      throws IOException {
    String lengths = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String header =
        "{'descr': '"
            + type
            + "', 'fortran_order': False, 'shape': ("
            + lengths
            + (shape.size() == 1 ? "," : "")
            + "), }";
    int padding = ALIGNMENT - (PREAMBLE + header.length() + 1) % ALIGNMENT;
    String line = header + " ".repeat(padding % ALIGNMENT) + "\n";
    out.write(MAGIC);
    out.write(new byte[] {1, 0, (byte) line.length(), (byte) (line.length() >> 8)});
    out.write(line.getBytes(StandardCharsets.US_ASCII));
    out.write(data);
  }
}
