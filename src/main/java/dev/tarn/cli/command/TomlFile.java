package dev.tarn.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Longs;
import dev.tarn.text.Quoted;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * TOML as maps, lists and texts. A class of its own, so that a command that is told everything on
 * its command line does not load the parser.
 */
final class TomlFile {
  private static final TomlMapper TOML = new TomlMapper();

  private TomlFile() {}

  /** The file's values by their keys: a map for a table, a list for an array, else the text. */
  static Map<String, Object> read(Path file) throws Configuration.BadFileException {
    try {
      return table(TOML.readTree(Files.readString(file)));
    } catch (JsonProcessingException e) {
      int row = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new Configuration.BadFileException(
          file
              + " is no TOML"
              + (row > 0 ? ", line " + row : "")
              + ": "
              + Quoted.plain(e.getOriginalMessage()));
    } catch (CharacterCodingException e) {
      throw new Configuration.BadFileException(file + " is no TOML: it is not UTF-8 text");
    } catch (NoSuchFileException e) {
      throw new Configuration.BadFileException("there is no file " + file);
    } catch (IOException e) {
      throw new Configuration.BadFileException(file + " cannot be read: " + PictureSize.reason(e));
    }
  }

  private static Map<String, Object> table(JsonNode node) {
    Map<String, Object> table = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      table.put(entry.getKey(), value(entry.getValue()));
    }
    return table;
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      return table(node);
    }
    if (node.isArray()) {
      List<Object> parts = new ArrayList<>();
      node.forEach(part -> parts.add(value(part)));
      return parts;
    }
    return node.asText();
  }

  /** Texts as a file that {@link #read} reads, numbers and truth values without quotes. */
  static String write(Map<String, String> options) {
    Map<String, Object> values = new LinkedHashMap<>();
    options.forEach((key, value) -> values.put(key, typed(value)));
    try {
      return TOML.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object typed(String value) {
    if (value.equals("true") || value.equals("false")) {
      return Boolean.valueOf(value);
    }
    Long whole = Longs.tryParse(value);
    if (whole != null) {
      return whole;
    }
    Double number = Doubles.tryParse(value);
    return number != null ? number : value;
  }
}
