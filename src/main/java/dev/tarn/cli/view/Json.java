package dev.tarn.cli.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.potential.Vector;
import dev.tarn.store.ExactJson;
import java.io.PrintWriter;

/** The JSON that commands print, indented; its numbers are those of {@link ExactJson}. */
public final class Json {
  private static final JsonMapper MAPPER =
      ExactJson.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  public static ArrayNode array(double... values) {
    return array(Vector.of(values));
  }

  public static ArrayNode array(Vector values) {
    ArrayNode array = array();
    values.stream().forEach(array::add);
    return array;
  }

  public static void print(JsonNode node, PrintWriter out) {
    try {
      out.println(MAPPER.writeValueAsString(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
