package dev.tarn.text;

import dev.tarn.potential.Vector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Arrays of doubles as bytes: little-endian IEEE 754, every bit kept. */
public final class DoubleBlob {
  private DoubleBlob() {}

  public static byte[] encode(Vector values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(Double.BYTES * values.length()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < values.length(); i++) {
      // As raw bits, since a NaN's payload may be lost when it passes as a double.
      buffer.putLong(Double.doubleToRawLongBits(values.get(i)));
    }
    return buffer.array();
  }

  /**
   * The inverse of {@link #encode}, for an array that may be shorter than a length.
   *
   * @throws IllegalArgumentException if the number of bytes is not that of whole doubles, or of
   *     more than {@code most}
   */
  public static Vector decodeUpTo(byte[] bytes, int most) {
    return decode(bytes, Math.min(bytes.length / Double.BYTES, most));
  }

  /**
   * The inverse of {@link #encode}.
   *
   * @throws IllegalArgumentException if the number of bytes is not that of {@code length} doubles
   */
  public static Vector decode(byte[] bytes, int length) {
    if (bytes.length != Double.BYTES * length) {
      throw new IllegalArgumentException(
          "an array of "
              + length
              + " numbers takes "
              + Double.BYTES * length
              + " bytes, not "
              + bytes.length);
    }
    double[] values = new double[length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < length; i++) {
      values[i] = Double.longBitsToDouble(buffer.getLong());
    }
    return Vector.of(values);
  }
}
