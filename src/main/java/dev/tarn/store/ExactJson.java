package dev.tarn.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON whose numbers read back as the same doubles, with the same text on every Java version.
 * Stateless.
 */
public final class ExactJson {
  private ExactJson() {}

  /**
   * A mapper that writes on one line.
   *
   * @return a new mapper; {@link JsonMapper#rebuild} gives one with further features
   */
  public static JsonMapper mapper() {
    // The JDK's own text of a double is the shortest one from Java 19 on only.
    return JsonMapper.builder(
            JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build())
        .build();
  }
}
