package dev.tarn.store.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import dev.tarn.text.Csv;
import dev.tarn.text.Decimal;
import dev.tarn.text.Json;
import dev.tarn.text.Quoted;
import dev.tarn.text.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Weights as text: JSON, lines of a name and a number, or numbers alone. */
final class WeightsText {
  private static final Splitter LINES = Splitter.onPattern("\\R");
  private static final Splitter CELLS = Splitter.on(CharMatcher.anyOf(",;\t")).trimResults();
  private static final Splitter NUMBERS =
      Splitter.on(CharMatcher.anyOf(",;").or(CharMatcher.whitespace())).omitEmptyStrings();
  private static final CharMatcher QUOTES = CharMatcher.is('"');
  private static final String MARK = "\ufeff";

  private WeightsText() {}

  static List<Tensor> read(String content) {
    String text = content.startsWith(MARK) ? content.substring(1) : content;
    return switch (CharMatcher.whitespace().trimLeadingFrom(text).isEmpty()
        ? ' '
        : CharMatcher.whitespace().trimLeadingFrom(text).charAt(0)) {
      case '{', '[' -> json(Json.readNumbers(text));
      case ' ' -> throw new IllegalArgumentException("an empty file");
      default -> lines(text);
    };
  }

  /** The arrays of a document; what is above "weights", as "show" prints it, is passed over. */
  private static List<Tensor> json(JsonNode document) {
    List<Tensor> tensors = new ArrayList<>();
    collect(
        "",
        document.path("weights").isContainerNode() ? document.get("weights") : document,
        tensors);
    return tensors;
  }

  private static void collect(String name, JsonNode node, List<Tensor> tensors) {
    Optional<Tensor> tensor = tensor(name, node);
    if (tensor.isPresent()) {
      tensors.add(tensor.get());
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        collect(below(name, field.getKey()), field.getValue(), tensors);
      }
    } else if (node.isArray()) {
      for (int k = 0; k < node.size(); k++) {
        collect(below(name, String.valueOf(k)), node.get(k), tensors);
      }
    } else {
      throw new IllegalArgumentException(
          (name.isEmpty() ? "the document" : name)
              + " is no number: "
              + Quoted.plain(node.toString()));
    }
  }

  private static String below(String name, String part) {
    return name.isEmpty() ? part : name + "." + part;
  }

  /** A number or a rectangular array of numbers; empty for anything else. */
  private static Optional<Tensor> tensor(String name, JsonNode node) {
    List<Integer> shape = new ArrayList<>();
    JsonNode first = node;
    while (first.isArray() && !first.isEmpty()) {
      shape.add(first.size());
      first = first.get(0);
    }
    List<Double> values = new ArrayList<>();
    return first.isNumber() && fill(node, shape, 0, values)
        ? Optional.of(
            new Tensor(name, shape, values.stream().mapToDouble(Double::doubleValue).toArray()))
        : Optional.empty();
  }

  private static boolean fill(JsonNode node, List<Integer> shape, int axis, List<Double> values) {
    if (axis == shape.size()) {
      values.add(node.doubleValue());
      return node.isNumber();
    }
    if (!node.isArray() || node.size() != shape.get(axis)) {
      return false;
    }
    for (JsonNode each : node) {
      if (!fill(each, shape, axis + 1, values)) {
        return false;
      }
    }
    return true;
  }

  /** Lines of a name and a number, perhaps below a header; or numbers in any lines. */
  private static List<Tensor> lines(String text) {
    List<Tensor> named = new ArrayList<>();
    boolean header = true;
    for (String line : LINES.split(text)) {
      if (line.isBlank()) {
        continue;
      }
      List<String> cells = CELLS.splitToList(line);
      String name = QUOTES.trimFrom(cells.get(0));
      if (cells.size() == 2 && !name.isEmpty() && Character.isLetter(name.charAt(0))) {
        Optional<Double> value = Decimal.number(QUOTES.trimFrom(cells.get(1)));
        if (value.isPresent()) {
          named.add(new Tensor(name, List.of(), new double[] {value.get()}));
        } else if (!header) {
          throw new IllegalArgumentException(
              "something that is no number: " + Quoted.of(cells.get(1)));
        }
      } else if (!named.isEmpty()) {
        throw new IllegalArgumentException(
            "a line that is not a name and a number: " + Quoted.of(line));
      } else {
        return List.of(numbers(text));
      }
      header = false;
    }
    return named;
  }

  private static Tensor numbers(String text) {
    return Tensor.vector(
        "",
        NUMBERS.splitToList(text).stream()
            .mapToDouble(
                word ->
                    Decimal.number(word)
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    "something that is no number: " + Quoted.of(word))))
            .toArray());
  }

  static void writeJson(OutputStream out, List<Tensor> tensors) throws IOException {
    Map<String, Object> arrays = new LinkedHashMap<>();
    for (Tensor tensor : tensors) {
      arrays.put(tensor.name(), nested(tensor));
    }
    out.write((Json.indented(Map.of("weights", arrays)) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static Object nested(Tensor tensor) {
    if (tensor.rank() != 2) {
      return tensor.values();
    }
    int columns = tensor.shape().get(1);
    List<double[]> rows = new ArrayList<>();
    for (int r = 0; r < tensor.shape().get(0); r++) {
      rows.add(java.util.Arrays.copyOfRange(tensor.values(), r * columns, (r + 1) * columns));
    }
    return rows;
  }

  static void writeCsv(OutputStream out, List<String> names, double[] values) throws IOException {
    StringBuilder text = new StringBuilder();
    Csv csv = new Csv(text, List.of("parameter", "value"));
    for (int i = 0; i < values.length; i++) {
      csv.row(List.of(names.get(i), values[i]));
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
