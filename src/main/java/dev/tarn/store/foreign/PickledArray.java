package dev.tarn.store.foreign;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One-dimensional NumPy arrays of doubles as Python pickles them (protocols 2 to 5). A pickle is a
 * program for a stack machine; this reader knows the instructions that such arrays are made of and
 * the four names that they mention, builds nothing but lists, texts and numbers, calls nothing, and
 * refuses everything else. Stateless.
 */
final class PickledArray {
  /** No array that makes sense is longer. */
  private static final int MOST_BYTES = 1 << 26;

  private static final Set<String> KNOWN =
      Set.of(
          "numpy.core.multiarray _reconstruct",
          "numpy._core.multiarray _reconstruct",
          "numpy ndarray",
          "numpy dtype",
          "_codecs encode");

  private static final Object MARK = new Object();
  private static final Object NONE = new Object();

  private record Name(String text) {}

  /** What a name was called with, and the state that it got afterwards. */
  private record Call(Name name, List<?> arguments, List<Object> state) {}

  private PickledArray() {}

  /**
   * Reads an array.
   *
   * @throws IllegalArgumentException if this is anything else, or damaged
   */
  static double[] read(byte[] pickle) {
    if (pickle.length > MOST_BYTES) {
      throw new IllegalArgumentException("a pickle of " + pickle.length + " bytes");
    }
    try {
      return array(run(ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN)));
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the pickle ends in the middle", e);
    }
  }

  private static Object run(ByteBuffer in) {
    List<Object> stack = new ArrayList<>();
    Map<Integer, Object> memo = new HashMap<>();
    while (true) {
      int code = in.get() & 0xff;
      switch (code) {
        case 0x80 -> in.get();
        case 0x95 -> in.getLong();
        case 'K' -> stack.add(in.get() & 0xff);
        case 'M' -> stack.add(in.getShort() & 0xffff);
        case 'J' -> stack.add(in.getInt());
        case 'N' -> stack.add(NONE);
        case 0x88 -> stack.add(true);
        case 0x89 -> stack.add(false);
        case '(' -> stack.add(MARK);
        case 0x8c -> stack.add(text(in, in.get() & 0xff));
        case 'X' -> stack.add(text(in, in.getInt()));
        case 'C' -> stack.add(bytes(in, in.get() & 0xff));
        case 'B' -> stack.add(bytes(in, in.getInt()));
        case 0x8e -> stack.add(bytes(in, in.getLong()));
        case 'c' -> stack.add(name(line(in), line(in)));
        case 0x93 -> {
          Object last = pop(stack);
          stack.add(name(String.valueOf(pop(stack)), String.valueOf(last)));
        }
        case ')' -> stack.add(List.of());
        case 0x85 -> tuple(stack, stack.size() - 1);
        case 0x86 -> tuple(stack, stack.size() - 2);
        case 0x87 -> tuple(stack, stack.size() - 3);
        case 't' -> {
          int mark = stack.lastIndexOf(MARK);
          tuple(stack, mark + 1);
          stack.remove(mark);
        }
        case 0x94 -> memo.put(memo.size(), stack.get(stack.size() - 1));
        case 'q' -> memo.put(in.get() & 0xff, stack.get(stack.size() - 1));
        case 'r' -> memo.put(in.getInt(), stack.get(stack.size() - 1));
        case 'h' -> stack.add(remembered(memo, in.get() & 0xff));
        case 'j' -> stack.add(remembered(memo, in.getInt()));
        case 'R' -> call(stack);
        case 'b' -> build(stack);
        case '.' -> {
          return pop(stack);
        }
        default ->
            throw new IllegalArgumentException(
                String.format("the pickle has the instruction 0x%02x, which no array needs", code));
      }
    }
  }

  private static Object pop(List<Object> stack) {
    return stack.remove(stack.size() - 1);
  }

  private static Object remembered(Map<Integer, Object> memo, int key) {
    Object value = memo.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the pickle recalls " + key + ", which it never kept");
    }
    return value;
  }

  private static byte[] bytes(ByteBuffer in, long length) {
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("the pickle announces " + length + " bytes");
    }
    byte[] bytes = new byte[(int) length];
    in.get(bytes);
    return bytes;
  }

  private static String text(ByteBuffer in, int length) {
    return new String(bytes(in, length), StandardCharsets.UTF_8);
  }

  private static String line(ByteBuffer in) {
    StringBuilder text = new StringBuilder();
    for (byte b = in.get(); b != '\n'; b = in.get()) {
      text.append((char) b);
    }
    return text.toString();
  }

  private static Name name(String module, String member) {
    String text = module + " " + member;
    if (!KNOWN.contains(text)) {
      throw new IllegalArgumentException("the pickle names " + text + ", which no array needs");
    }
    return new Name(text);
  }

  private static void tuple(List<Object> stack, int from) {
    List<Object> top = stack.subList(from, stack.size());
    List<Object> tuple = List.copyOf(top);
    top.clear();
    stack.add(tuple);
  }

  private static void call(List<Object> stack) {
    Object arguments = pop(stack);
    if (!(arguments instanceof List<?> list) || !(pop(stack) instanceof Name name)) {
      throw new IllegalArgumentException("the pickle calls something that has no name");
    }
    boolean encode = name.text.equals("_codecs encode");
    if (encode && list.size() == 2 && list.get(0) instanceof String text) {
      // Protocol 2 has no bytes: they pass as a text whose characters they are.
      stack.add(text.getBytes(StandardCharsets.ISO_8859_1));
    } else {
      stack.add(new Call(name, list, new ArrayList<>()));
    }
  }

  private static void build(List<Object> stack) {
    Object state = pop(stack);
    if (!(stack.get(stack.size() - 1) instanceof Call call) || !(state instanceof List<?> list)) {
      throw new IllegalArgumentException("the pickle gives a state to something that takes none");
    }
    call.state.addAll(list);
  }

  /** What the machine leaves has to be an array of one dimension, of doubles. */
  private static double[] array(Object result) {
    if (!(result instanceof Call array)
        || !array.name.text.endsWith("_reconstruct")
        || array.state.size() != 5
        || !(array.state.get(1) instanceof List<?> shape)
        || shape.size() != 1
        || !(shape.get(0) instanceof Integer length)
        || !(array.state.get(2) instanceof Call type)
        || !(array.state.get(4) instanceof byte[] bytes)) {
      throw new IllegalArgumentException("the pickle is no array of one dimension");
    }
    boolean big = type.state.size() > 1 && ">".equals(type.state.get(1));
    if (!type.name.text.equals("numpy dtype")
        || type.arguments.isEmpty()
        || !"f8".equals(type.arguments.get(0))
        || type.state.size() < 2
        || !(big || "<".equals(type.state.get(1)))) {
      throw new IllegalArgumentException("the pickle is no array of doubles");
    }
    if (bytes.length != (long) Double.BYTES * length) {
      throw new IllegalArgumentException(
          "the pickle has " + bytes.length + " bytes for " + length + " doubles");
    }
    double[] values = new double[length];
    ByteBuffer.wrap(bytes)
        .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
        .asDoubleBuffer()
        .get(values);
    return values;
  }

  /** Writes an array byte for byte as NumPy 1 and Python 3 do, in protocol 4. */
  static byte[] write(double[] values) {
    ByteBuffer data =
        ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(data::putDouble);
    Writer w = new Writer();
    w.text("numpy.core.multiarray").text("_reconstruct").add(0x93, 0x94);
    w.text("numpy").text("ndarray").add(0x93, 0x94);
    w.add('K', 0, 0x85, 0x94, 'C', 1, 'b', 0x94, 0x87, 0x94, 'R', 0x94, '(', 'K', 1);
    w.number(values.length).add(0x85, 0x94, 'h', 3).text("dtype").add(0x93, 0x94);
    w.text("f8").add('K', 0, 'K', 1, 0x87, 0x94, 'R', 0x94, '(', 'K', 3).text("<");
    w.add('N', 'N', 'N').minusOne().minusOne().add('K', 0, 't', 0x94, 'b', 0x89);
    w.data(data.array()).add(0x94, 't', 0x94, 'b', '.');
    byte[] frame = w.out.toByteArray();
    ByteBuffer all = ByteBuffer.allocate(frame.length + 11).order(ByteOrder.LITTLE_ENDIAN);
    return all.put((byte) 0x80)
        .put((byte) 4)
        .put((byte) 0x95)
        .putLong(frame.length)
        .put(frame)
        .array();
  }

  private static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Writer add(int... codes) {
      Arrays.stream(codes).forEach(out::write);
      return this;
    }

    Writer text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      add(0x8c, bytes.length);
      out.writeBytes(bytes);
      return add(0x94);
    }

    Writer number(int value) {
      if (value < 0x100) {
        return add('K', value);
      }
      return value < 0x10000 ? add('M', value, value >> 8) : add('J').whole(value);
    }

    Writer minusOne() {
      return add('J').whole(-1);
    }

    Writer whole(int value) {
      return add(value, value >> 8, value >> 16, value >> 24);
    }

    Writer data(byte[] bytes) {
      if (bytes.length < 0x100) {
        add('C', bytes.length);
      } else {
        add('B').whole(bytes.length);
      }
      out.writeBytes(bytes);
      return this;
    }
  }
}
