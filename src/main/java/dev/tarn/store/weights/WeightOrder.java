package dev.tarn.store.weights;

import dev.tarn.network.Layout;
import java.util.function.IntUnaryOperator;

/** In which order the weights of a network stand where they are numbers without names. */
public enum WeightOrder {
  /** That of {@code show}, {@link Layout}. */
  SHOW("show", "as show lists them"),
  /** That of PyTorch's {@code parameters_to_vector}. */
  TORCH("torch", "as PyTorch's parameters_to_vector"),
  /** That of Keras' {@code get_weights}, one array after the other. */
  KERAS("keras", "as Keras' get_weights, one after the other");

  private final String label;
  private final String words;

  WeightOrder(String label, String words) {
    this.label = label;
    this.words = words;
  }

  /** The order's name on the command line. */
  public String label() {
    return label;
  }

  /** What the order is, in words. */
  public String words() {
    return words;
  }

  /**
   * Brings numbers into the order of a network.
   *
   * @param numbers the numbers in this order; not modified
   * @param layout the network's
   * @return a new array
   * @throws IllegalArgumentException if there are more or fewer numbers than parameters
   */
  public double[] arrange(double[] numbers, Layout layout) {
    layout.checkLength(numbers);
    return switch (this) {
      case SHOW -> numbers.clone();
      case TORCH -> byLayer(numbers, layout, false);
      case KERAS -> byLayer(numbers, layout, true);
    };
  }

  private static double[] byLayer(double[] numbers, Layout layout, boolean transposed) {
    double[] x = new double[numbers.length];
    int at = 0;
    for (int l = 1; l <= layout.architecture().layers(); l++) {
      int units = layout.width(l);
      int below = layout.width(l - 1);
      int start = at;
      IntUnaryOperator unit = k -> transposed ? k % units : k / below;
      IntUnaryOperator from = k -> transposed ? k / units : k % below;
      for (int k = 0; k < units * below; k++) {
        x[layout.link(l, unit.applyAsInt(k), from.applyAsInt(k))] = numbers[start + k];
      }
      at += units * below;
      for (int j = 0; j < units; j++) {
        x[layout.bias(l, j)] = numbers[at++];
      }
    }
    return x;
  }
}
