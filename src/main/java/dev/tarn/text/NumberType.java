package dev.tarn.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** How numbers stand in a file. */
public enum NumberType {
  F64("f8", "F64", 8),
  F32("f4", "F32", 4),
  F16("f2", "F16", 2),
  BF16("", "BF16", 2),
  I64("i8", "I64", 8),
  I32("i4", "I32", 4),
  I16("i2", "I16", 2),
  I8("i1", "I8", 1),
  U32("u4", "U32", 4),
  U16("u2", "U16", 2),
  U8("u1", "U8", 1),
  BOOL("b1", "BOOL", 1);

  private static final int CHUNK = 1 << 16;

  private final String numpy;
  private final String safetensors;
  private final int bytes;

  NumberType(String numpy, String safetensors, int bytes) {
    this.numpy = numpy;
    this.safetensors = safetensors;
    this.bytes = bytes;
  }

  /** The type of a name of numpy, such as {@code f8}. */
  public static Optional<NumberType> ofNumpy(String name) {
    for (NumberType type : values()) {
      if (!type.numpy.isEmpty() && type.numpy.equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The type of a name of safetensors, such as {@code F64}. */
  public static Optional<NumberType> ofSafetensors(String name) {
    for (NumberType type : values()) {
      if (type.safetensors.equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** How many bytes one takes. */
  public int bytes() {
    return bytes;
  }

  /** Reads numbers; the room grows with what is there, not with what a header says. */
  public double[] read(InputStream in, int count, ByteOrder order) throws IOException {
    double[] values = new double[Math.min(count, CHUNK)];
    int filled = 0;
    while (filled < count) {
      int now = Math.min(CHUNK, count - filled);
      byte[] data = in.readNBytes(now * bytes);
      if (data.length < now * bytes) {
        throw new IllegalArgumentException(
            "an array of " + count + " numbers that ends after " + (filled + data.length / bytes));
      }
      if (filled + now > values.length) {
        values =
            java.util.Arrays.copyOf(
                values, (int) Math.min(count, Math.max(filled + now, 2L * values.length)));
      }
      ByteBuffer buffer = ByteBuffer.wrap(data).order(order);
      for (int k = 0; k < now; k++) {
        values[filled++] = next(buffer);
      }
    }
    return values;
  }

  private double next(ByteBuffer buffer) {
    return switch (this) {
      case F64 -> buffer.getDouble();
      case F32 -> buffer.getFloat();
      case F16 -> half(buffer.getShort());
      case BF16 -> Float.intBitsToFloat(buffer.getShort() << 16);
      case I64 -> buffer.getLong();
      case I32 -> buffer.getInt();
      case I16 -> buffer.getShort();
      case I8 -> buffer.get();
      case U32 -> Integer.toUnsignedLong(buffer.getInt());
      case U16 -> Short.toUnsignedInt(buffer.getShort());
      case U8, BOOL -> Byte.toUnsignedInt(buffer.get());
    };
  }

  /** IEEE 754's half precision: five bits of exponent, ten of fraction. */
  private static double half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, -24);
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb(1024.0 + fraction, exponent - 25);
        };
    return bits < 0 ? -magnitude : magnitude;
  }
}
