package dev.tarn.store.weights;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.text.Json;
import dev.tarn.text.NumberType;
import dev.tarn.text.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The format of PyTorch's world that holds nothing but arrays: eight bytes with the length of a
 * header, a header in JSON, and the data.
 */
final class Safetensors {
  private static final int LENGTH = 8;
  private static final String METADATA = "__metadata__";

  private record Entry(String dtype, List<Integer> shape, List<Integer> data_offsets) {}

  private Safetensors() {}

  /** Whether bytes begin like such a file: a length that fits, and an object. */
  static boolean isOne(byte[] content) {
    if (content.length < LENGTH + 2) {
      return false;
    }
    long length = header(content);
    return length >= 2 && length <= content.length - LENGTH && content[LENGTH] == '{';
  }

  private static long header(byte[] content) {
    return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  static List<Tensor> read(byte[] content) throws IOException {
    if (!isOne(content)) {
      throw new IllegalArgumentException("the header of a safetensors file is damaged");
    }
    int data = LENGTH + (int) header(content);
    JsonNode header =
        Json.read(new String(content, LENGTH, data - LENGTH, StandardCharsets.UTF_8).strip());
    List<Tensor> tensors = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (!entry.getKey().equals(METADATA)) {
        tensors.add(tensor(entry.getKey(), entry.getValue(), content, data));
      }
    }
    return tensors;
  }

  private static Tensor tensor(String name, JsonNode entry, byte[] content, int data)
      throws IOException {
    String dtype = entry.path("dtype").asText();
    NumberType type =
        NumberType.ofSafetensors(dtype)
            .orElseThrow(
                () -> new IllegalArgumentException(name + " is of the unknown type " + dtype));
    List<Integer> shape = new ArrayList<>();
    entry.path("shape").forEach(length -> shape.add(length.isInt() ? length.intValue() : -1));
    int size = Tensor.size(shape);
    JsonNode offsets = entry.path("data_offsets");
    long from = offsets.path(0).asLong(-1L);
    long to = offsets.path(1).asLong(-1L);
    if (from < 0 || to > content.length - data || to - from != (long) size * type.bytes()) {
      throw new IllegalArgumentException(
          name
              + " ("
              + Tensor.words(shape)
              + ") has no place in the file from "
              + from
              + " to "
              + to);
    }
    return new Tensor(
        name,
        shape,
        type.read(
            new ByteArrayInputStream(content, data + (int) from, (int) (to - from)),
            size,
            ByteOrder.LITTLE_ENDIAN));
  }

  static void write(OutputStream out, List<Tensor> tensors) throws IOException {
    Map<String, Entry> header = new LinkedHashMap<>();
    int at = 0;
    for (Tensor tensor : tensors) {
      int end = at + 8 * tensor.values().length;
      header.put(tensor.name(), new Entry("F64", tensor.shape(), List.of(at, end)));
      at = end;
    }
    byte[] json = Json.line(header).getBytes(StandardCharsets.UTF_8);
    // Blanks make the data begin at a multiple of eight.
    int padded = (json.length + 7) / 8 * 8;
    ByteBuffer buffer = ByteBuffer.allocate(LENGTH + padded + at).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(padded).put(json);
    while (buffer.position() < LENGTH + padded) {
      buffer.put((byte) ' ');
    }
    for (Tensor tensor : tensors) {
      for (double value : tensor.values()) {
        buffer.putDouble(value);
      }
    }
    out.write(buffer.array());
  }
}
