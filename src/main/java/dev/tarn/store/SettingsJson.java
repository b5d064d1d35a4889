package dev.tarn.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.explore.ExplorerSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** The configuration of a run as JSON. */
final class SettingsJson {
  private static final JsonMapper MAPPER = ExactJson.mapper();

  private static final String OPTIONS = "options";

  private SettingsJson() {}

  static String of(ExplorerSettings settings, Map<String, String> options) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("seed", settings.seed());
    node.put("threads", settings.threads());
    node.put("effort", settings.effort().label());
    settings.maxTime().ifPresent(time -> node.put("maxTime", time.toString()));
    node.put("goal", settings.goal().label());
    node.put("maxIndex", settings.maxIndex());
    node.put("zeroCutoff", settings.zeroCutoff());
    node.set("saddle", MAPPER.valueToTree(settings.saddle()));
    node.set("band", MAPPER.valueToTree(settings.band()));
    node.set("path", MAPPER.valueToTree(settings.path()));
    ObjectNode told = node.putObject(OPTIONS);
    options.forEach(told::put);
    return write(node);
  }

  /** The options in a configuration; none where an older version wrote it. */
  static Map<String, String> options(String configuration) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : read(configuration).path(OPTIONS).properties()) {
      options.put(entry.getKey(), entry.getValue().asText());
    }
    return options;
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The text of any value. */
  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
