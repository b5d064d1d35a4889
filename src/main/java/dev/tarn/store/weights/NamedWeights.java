package dev.tarn.store.weights;

import dev.tarn.network.Layout;
import dev.tarn.text.Quoted;
import dev.tarn.text.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The weights of a network from arrays with names, and back. Of layer {@code l} the links are the
 * array {@code l.weight}, a row for each unit as in PyTorch, or {@code l.kernel}, a column for each
 * unit as in Keras, and the biases {@code l.bias}. Immutable.
 */
public final class NamedWeights {
  private final Layout layout;
  private final Map<String, Place> places = new LinkedHashMap<>();

  /** What an array is: which layer's, and whether biases, or links with a column for each unit. */
  private record Place(int layer, boolean isBias, boolean isTransposed) {
    String words() {
      return layer + (isBias ? ".bias" : isTransposed ? ".kernel" : ".weight");
    }
  }

  private NamedWeights(Layout layout) {
    this.layout = layout;
    for (int l = 1; l <= layout.architecture().layers(); l++) {
      add(new Place(l, false, false));
      add(new Place(l, false, true));
      add(new Place(l, true, false));
    }
  }

  private void add(Place place) {
    places.put(place.words(), place);
  }

  /**
   * The weights of a network.
   *
   * @param layout the network's
   * @param tensors arrays with names; not modified
   * @param names what the arrays of some names are, such as {@code encoder.w} a {@code 1.weight};
   *     may be empty
   * @return the weights in the order of the layout; empty if the one array has no name and as many
   *     numbers as the network has parameters, so that an order has to be told
   * @throws IllegalArgumentException if the arrays are not those of the network, or it is not clear
   *     which is which
   */
  public static Optional<double[]> of(
      Layout layout, List<Tensor> tensors, Map<String, String> names) {
    NamedWeights weights = new NamedWeights(layout);
    if (tensors.size() == 1 && names.isEmpty() && tensors.get(0).rank() == 1) {
      layout.checkLength(tensors.get(0).values());
      return Optional.empty();
    }
    return Optional.of(
        tensors.stream().allMatch(tensor -> tensor.rank() == 0)
            ? weights.oneByOne(tensors)
            : weights.arrays(tensors, names));
  }

  /** Numbers by the names of {@code show}. */
  private double[] oneByOne(List<Tensor> numbers) {
    List<String> known = layout.names();
    Map<String, Double> values = new HashMap<>();
    for (Tensor number : numbers) {
      if (!known.contains(number.name())) {
        throw new IllegalArgumentException(
            "there is no parameter "
                + Quoted.plain(number.name())
                + "; the first is "
                + known.get(0));
      }
      if (values.put(number.name(), number.values()[0]) != null) {
        throw new IllegalArgumentException("the parameter " + number.name() + " is given twice");
      }
    }
    return known.stream()
        .mapToDouble(
            name ->
                Optional.ofNullable(values.get(name))
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException("the parameter " + name + " is missing")))
        .toArray();
  }

  private double[] arrays(List<Tensor> tensors, Map<String, String> names) {
    Map<Place, Tensor> found = new LinkedHashMap<>();
    List<Tensor> rest = new ArrayList<>();
    for (Tensor tensor : tensors) {
      String name = names.get(tensor.name());
      if (name == null) {
        rest.add(tensor);
      } else {
        put(found, mapped(name), tensor);
      }
    }
    for (String name : names.keySet()) {
      if (tensors.stream().noneMatch(tensor -> tensor.name().equals(name))) {
        throw new IllegalArgumentException(
            "there is no array " + name + "; there are " + describe(tensors));
      }
    }
    ArrayNames.recognise(layout, rest).forEach((tensor, name) -> put(found, mapped(name), tensor));
    double[] x = new double[layout.dimension()];
    for (int l = 1; l <= layout.architecture().layers(); l++) {
      fill(l, found, tensors, x);
    }
    return x;
  }

  private Place mapped(String name) {
    return Optional.ofNullable(places.get(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "an array is one of " + String.join(", ", places.keySet()) + ", not " + name));
  }

  private static void put(Map<Place, Tensor> found, Place place, Tensor tensor) {
    Tensor other = found.putIfAbsent(place, tensor);
    if (other != null) {
      throw new IllegalArgumentException(
          "both " + other.name() + " and " + tensor.name() + " are " + place.words());
    }
  }

  private void fill(int l, Map<Place, Tensor> found, List<Tensor> all, double[] x) {
    Tensor weight = found.get(new Place(l, false, false));
    Tensor kernel = found.get(new Place(l, false, true));
    Tensor bias = found.get(new Place(l, true, false));
    int units = layout.width(l);
    int below = layout.width(l - 1);
    if ((weight == null) == (kernel == null)) {
      throw missing(l + ".weight (" + units + " x " + below + ")", all);
    }
    if (bias == null) {
      throw missing(l + ".bias (" + units + ")", all);
    }
    Tensor links = weight == null ? kernel : weight;
    check(links, weight == null ? List.of(below, units) : List.of(units, below));
    check(bias, List.of(units));
    for (int j = 0; j < units; j++) {
      for (int k = 0; k < below; k++) {
        x[layout.link(l, j, k)] = links.values()[weight == null ? k * units + j : j * below + k];
      }
      x[layout.bias(l, j)] = bias.values()[j];
    }
  }

  private static void check(Tensor tensor, List<Integer> shape) {
    if (!ArrayNames.fits(tensor, shape)) {
      throw new IllegalArgumentException(
          tensor.describe() + " is to be " + Tensor.words(shape) + " for this network");
    }
  }

  private IllegalArgumentException missing(String what, List<Tensor> all) {
    return new IllegalArgumentException(
        "no array is "
            + what
            + " of the network "
            + layout.architecture()
            + "; there are "
            + describe(all)
            + ". --map NAME="
            + places.keySet().iterator().next()
            + " and so on says what they are");
  }

  private static String describe(List<Tensor> tensors) {
    return tensors.stream().map(Tensor::describe).collect(Collectors.joining(", "));
  }

  /** The arrays of a network's weights, with names as PyTorch's. */
  static List<Tensor> tensors(Layout layout, double[] x) {
    layout.checkLength(x);
    List<Tensor> tensors = new ArrayList<>();
    for (int l = 1; l <= layout.architecture().layers(); l++) {
      int units = layout.width(l);
      int below = layout.width(l - 1);
      double[] links = new double[units * below];
      double[] biases = new double[units];
      for (int j = 0; j < units; j++) {
        for (int k = 0; k < below; k++) {
          links[j * below + k] = x[layout.link(l, j, k)];
        }
        biases[j] = x[layout.bias(l, j)];
      }
      tensors.add(Tensor.matrix("fc" + l + ".weight", units, below, links));
      tensors.add(Tensor.vector("fc" + l + ".bias", biases));
    }
    return tensors;
  }
}
