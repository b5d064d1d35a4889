package dev.tarn.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An array with a name.
 *
 * @param name its name in the file; empty if the file gives none
 * @param shape the lengths of its axes; none for a single number
 * @param values its elements, the last axis fastest; as many as the product of the lengths
 */
public record Tensor(String name, List<Integer> shape, double[] values) {

  /** Checks the number of elements. */
  public Tensor {
    shape = List.copyOf(shape);
    if (values.length != size(shape)) {
      throw new IllegalArgumentException(
          "an array of the shape "
              + words(shape)
              + " has "
              + size(shape)
              + " elements, not "
              + values.length);
    }
  }

  /** A vector. */
  public static Tensor vector(String name, double[] values) {
    return new Tensor(name, List.of(values.length), values);
  }

  /** A matrix, row by row. */
  public static Tensor matrix(String name, int rows, int columns, double[] values) {
    return new Tensor(name, List.of(rows, columns), values);
  }

  /**
   * The number of elements of a shape.
   *
   * @throws IllegalArgumentException if a length is negative, or there are more elements than an
   *     array of Java holds
   */
  public static int size(List<? extends Number> shape) {
    long size = 1;
    for (Number length : shape) {
      if (length.longValue() < 0 || length.longValue() > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("an axis of an array has no " + length + " elements");
      }
      size = Math.multiplyExact(size, length.longValue());
      if (size > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException("an array of the shape " + shape + " is too large");
      }
    }
    return (int) size;
  }

  /**
   * The arrays of each step, from arrays whose first axis is the steps.
   *
   * @param tensors arrays of as many steps each; not modified
   * @return the arrays step by step
   * @throws IllegalArgumentException if an array is a single number, or they are of different
   *     numbers of steps
   */
  public static List<List<Tensor>> steps(List<Tensor> tensors) {
    if (tensors.isEmpty() || tensors.stream().anyMatch(tensor -> tensor.rank() == 0)) {
      throw new IllegalArgumentException("the first axis of each array is the steps of the run");
    }
    int count = tensors.get(0).shape().get(0);
    for (Tensor tensor : tensors) {
      if (tensor.shape().get(0) != count) {
        throw new IllegalArgumentException(
            tensor.describe() + " has not as many steps as " + tensors.get(0).describe());
      }
    }
    List<List<Tensor>> steps = new ArrayList<>();
    for (int step = 0; step < count; step++) {
      List<Tensor> now = new ArrayList<>();
      for (Tensor tensor : tensors) {
        int size = tensor.values.length / count;
        now.add(
            new Tensor(
                tensor.name,
                tensor.shape.subList(1, tensor.rank()),
                Arrays.copyOfRange(tensor.values, step * size, (step + 1) * size)));
      }
      steps.add(now);
    }
    return steps;
  }

  /** The number of axes. */
  public int rank() {
    return shape.size();
  }

  /** Its name and shape. */
  public String describe() {
    return (name.isEmpty() ? "an array" : Quoted.plain(name)) + " (" + words(shape) + ")";
  }

  /** A shape as people write it. */
  public static String words(List<Integer> shape) {
    return shape.isEmpty()
        ? "1 number"
        : shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }
}
