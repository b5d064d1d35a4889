package dev.tarn.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.tarn.potential.Vector;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * JSON, written from records, maps and lists. Its numbers read back as the same doubles, with the
 * same text on every version of Java; integers may have any size. An empty {@link Optional} is
 * {@code null}, or left out where the component of the record says {@code
 * JsonInclude.Include.NON_EMPTY}. Stateless.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      // The JDK's own text of a double is the shortest one from Java 19 on only.
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build())
          .addModule(
              new SimpleModule("tarn")
                  .addSerializer(new OfOptional())
                  .addSerializer(new OfOptionalDouble())
                  .addSerializer(new OfNumbers()))
          .build();

  private static final ObjectReader NUMBERS =
      MAPPER
          .reader()
          .with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final ObjectWriter INDENTED = MAPPER.writer(SerializationFeature.INDENT_OUTPUT);

  private Json() {}

  /** The text of a value on one line. */
  public static String line(Object value) {
    return write(MAPPER.writer(), value);
  }

  /** The text of a value, indented. */
  public static String indented(Object value) {
    return write(INDENTED, value);
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  public static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw noJson(e);
    }
  }

  /**
   * Reads a text in which numbers may also be {@code NaN}, {@code Infinity} and {@code -Infinity},
   * as many programs write them.
   *
   * @throws IllegalArgumentException if it is no such JSON, or goes on after its value
   */
  public static JsonNode readNumbers(String text) {
    try {
      return NUMBERS.readTree(text);
    } catch (JsonProcessingException e) {
      throw noJson(e);
    }
  }

  /** Where the fault is; the library's own words are those of a programmer. */
  private static IllegalArgumentException noJson(JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    String where =
        place == null
            ? ""
            : " from line " + place.getLineNr() + ", column " + place.getColumnNr() + " on";
    return new IllegalArgumentException("no JSON" + where, e);
  }

  private static final class OfOptional extends StdSerializer<Optional<?>> {
    private static final long serialVersionUID = 1L;

    OfOptional() {
      super(Optional.class, false);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Optional<?> value) {
      return value.isEmpty();
    }

    @Override
    public void serialize(Optional<?> value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(value.orElse(null), out);
    }
  }

  private static final class OfOptionalDouble extends StdSerializer<OptionalDouble> {
    private static final long serialVersionUID = 1L;

    OfOptionalDouble() {
      super(OptionalDouble.class);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, OptionalDouble value) {
      return value.isEmpty();
    }

    @Override
    public void serialize(OptionalDouble value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (value.isPresent()) {
        out.writeNumber(value.getAsDouble());
      } else {
        out.writeNull();
      }
    }
  }

  private static final class OfNumbers extends StdSerializer<Vector> {
    private static final long serialVersionUID = 1L;

    OfNumbers() {
      super(Vector.class);
    }

    @Override
    public void serialize(Vector value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      double[] numbers = value.toArray();
      out.writeArray(numbers, 0, numbers.length);
    }
  }
}
