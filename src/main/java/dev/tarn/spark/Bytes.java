package dev.tarn.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.UncheckedIOException;

/** Values as bytes, whatever serialiser the cluster uses for its own. */
final class Bytes {
  private Bytes() {}

  /**
   * Writes a value.
   *
   * @throws IllegalArgumentException if it, or a part of it, cannot be sent
   */
  static byte[] of(Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(value);
    } catch (NotSerializableException e) {
      throw new IllegalArgumentException(
          e.getMessage() + " cannot be sent to other machines: it is not java.io.Serializable", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Reads a value; the caller says what it has written. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <T> T read(byte[] bytes) {
    try (ObjectInputStream objects = new Reader(new ByteArrayInputStream(bytes))) {
      return (T) objects.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "an executor does not know " + e.getMessage() + ": give its jar to spark-submit --jars",
          e);
    }
  }

  /** Finds classes where the cluster keeps those that came with the program. */
  private static final class Reader extends ObjectInputStream {
    Reader(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass described)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(
            described.getName(), false, Thread.currentThread().getContextClassLoader());
      } catch (ClassNotFoundException e) {
        // Primitive types, and what only the loader of this class knows.
        return super.resolveClass(described);
      }
    }
  }
}
