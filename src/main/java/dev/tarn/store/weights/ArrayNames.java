package dev.tarn.store.weights;

import dev.tarn.network.Layout;
import dev.tarn.text.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises arrays by their names and shapes: PyTorch's {@code fc1.weight}, Keras' {@code
 * dense/kernel:0}, those of {@code show --json}, and the {@code arr_0} of arrays without names.
 * Arrays whose names begin alike are of one layer; layers come in the order of their numbers.
 */
final class ArrayNames {
  private static final Pattern END = Pattern.compile("(.*?)[./]?([A-Za-z]+)(?::0)?");
  private static final Pattern UNNAMED = Pattern.compile("(?:arr_)?(\\d+)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Set<String> ROWS = Set.of("weight", "weights", "links");
  private static final Set<String> COLUMNS = Set.of("kernel");
  private static final Set<String> BIASES = Set.of("bias", "biases");
  private static final Map<String, String> OF_SHOW =
      Map.of(
          "hidden", "1.weight",
          "hiddenBias", "1.bias",
          "output", "2.weight",
          "outputBias", "2.bias");

  private ArrayNames() {}

  /** Whether an array has a shape, but for axes of one element. */
  static boolean fits(Tensor tensor, List<Integer> shape) {
    return without(tensor.shape()).equals(without(shape))
        && (tensor.rank() < 2 || shape.size() < 2 || tensor.shape().equals(shape));
  }

  private static List<Integer> without(List<Integer> shape) {
    return shape.stream().filter(length -> length != 1).toList();
  }

  /**
   * What each array is, such as {@code 1.weight}.
   *
   * @throws IllegalArgumentException if a name says nothing, or a shape may be read in two ways
   */
  static IdentityHashMap<Tensor, String> recognise(Layout layout, List<Tensor> tensors) {
    IdentityHashMap<Tensor, String> names = new IdentityHashMap<>();
    Map<String, List<Tensor>> layers = new TreeMap<>(ArrayNames::byNumbers);
    List<Tensor> unnamed = new ArrayList<>();
    for (Tensor tensor : tensors) {
      Matcher end = END.matcher(tensor.name());
      if (OF_SHOW.containsKey(tensor.name())) {
        names.put(tensor, OF_SHOW.get(tensor.name()));
      } else if (UNNAMED.matcher(tensor.name()).matches()) {
        unnamed.add(tensor);
      } else if (end.matches() && isKnown(end.group(2).toLowerCase(Locale.ROOT))) {
        layers.computeIfAbsent(end.group(1), name -> new ArrayList<>()).add(tensor);
      } else {
        throw new IllegalArgumentException(
            tensor.describe()
                + " has a name that says neither weight, kernel nor bias; --map "
                + tensor.name()
                + "=1.weight, say, tells what it is");
      }
    }
    int l = 1;
    for (List<Tensor> layer : layers.values()) {
      for (Tensor tensor : layer) {
        names.put(tensor, l + "." + kind(tensor));
      }
      l++;
    }
    number(layout, unnamed, names);
    return names;
  }

  private static boolean isKnown(String word) {
    return ROWS.contains(word) || COLUMNS.contains(word) || BIASES.contains(word);
  }

  private static String kind(Tensor tensor) {
    Matcher end = END.matcher(tensor.name());
    String word = end.matches() ? end.group(2).toLowerCase(Locale.ROOT) : "";
    return BIASES.contains(word) ? "bias" : COLUMNS.contains(word) ? "kernel" : "weight";
  }

  /** Arrays without names: links and biases of one layer after the other. */
  private static void number(
      Layout layout, List<Tensor> unnamed, IdentityHashMap<Tensor, String> names) {
    unnamed.sort(Comparator.comparing(Tensor::name, ArrayNames::byNumbers));
    for (int k = 0; k < unnamed.size(); k++) {
      Tensor tensor = unnamed.get(k);
      int l = k / 2 + 1;
      if (k % 2 == 1) {
        names.put(tensor, l + ".bias");
      } else if (l > layout.architecture().layers()) {
        throw new IllegalArgumentException(
            tensor.describe() + " is one array more than the network has");
      } else {
        int units = layout.width(l);
        int below = layout.width(l - 1);
        boolean rows = tensor.shape().equals(List.of(units, below));
        boolean columns = tensor.shape().equals(List.of(below, units));
        if (rows && columns) {
          throw new IllegalArgumentException(
              tensor.describe()
                  + " has no name: is there a row for each unit, as in PyTorch, or a column, as in"
                  + " Keras? --map "
                  + tensor.name()
                  + "="
                  + l
                  + ".weight says a row, "
                  + l
                  + ".kernel a column");
        }
        names.put(tensor, l + (columns ? ".kernel" : ".weight"));
      }
    }
  }

  /** Texts in the order of the numbers in them, "dense" before "dense_1" before "dense_10". */
  private static int byNumbers(String a, String b) {
    Matcher first = NUMBER.matcher(a);
    Matcher second = NUMBER.matcher(b);
    int from = 0;
    while (first.find() && second.find()) {
      if (!a.substring(from, first.start()).equals(b.substring(from, second.start()))) {
        break;
      }
      int order =
          Integer.compare(Integer.parseInt(first.group()), Integer.parseInt(second.group()));
      if (order != 0) {
        return order;
      }
      from = first.end();
    }
    return a.compareTo(b);
  }
}
