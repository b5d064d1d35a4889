package dev.tarn.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The canonical arrangement of the hidden units of a point, the inputs and outputs left as they
 * are.
 *
 * <p>Layer after layer from the inputs on, each unit has a key: its numbers in the order of the
 * layout. With several hidden layers, laid out by layer, these are its links from the layer below,
 * as that was arranged, its bias, and its links upwards, as they stand if they lead to the outputs,
 * in descending order of their magnitudes if they lead to units that are not arranged yet. Where
 * the sign is free it makes the first number of the key that is not zero positive. Units are sorted
 * by descending key. Units of equal keys keep their order; at stationary points of a regularised
 * network they are equal in everything.
 */
final class UnitOrder {
  private static final double RESOLUTION = 0x1p20;

  private final Layout layout;
  private final Architecture architecture;
  private double[] point;

  UnitOrder(Layout layout, double[] x) {
    this.layout = layout;
    architecture = layout.architecture();
    point = x;
  }

  /** The arranged point, a new array unless there are no hidden layers. */
  double[] sorted() {
    for (int l = 1; l < architecture.layers(); l++) {
      double[][] keys = keys(l);
      int[] signs = new int[keys.length];
      for (int j = 0; j < keys.length; j++) {
        signs[j] = UnitBounds.isOdd(architecture, l) ? orient(keys[j], l) : 1;
      }
      int[] sources =
          IntStream.range(0, keys.length)
              .boxed()
              .sorted(Comparator.comparing((Integer j) -> keys[j], UnitOrder::compare).reversed())
              .mapToInt(Integer::intValue)
              .toArray();
      int[] placed = Arrays.stream(sources).map(j -> signs[j]).toArray();
      point =
          NetworkTransformation.ofLayer(layout, l, SignedPermutation.unchecked(sources, placed))
              .apply(point);
    }
    return point;
  }

  private double[][] keys(int layer) {
    double[][] keys = new double[architecture.width(layer)][];
    for (int j = 0; j < keys.length; j++) {
      int[] places = layout.unit(layer, j);
      keys[j] = new double[places.length];
      for (int c = 0; c < places.length; c++) {
        keys[j][c] = point[places[c]];
      }
      if (layer + 1 < architecture.layers()) {
        sortMagnitudes(keys[j], architecture.width(layer - 1) + 1);
      }
    }
    return keys;
  }

  private static void sortMagnitudes(double[] key, int from) {
    for (int i = from; i < key.length; i++) {
      key[i] = -Math.abs(key[i]);
    }
    Arrays.sort(key, from, key.length);
    for (int i = from; i < key.length; i++) {
      key[i] = -key[i];
    }
  }

  /** Gives a key the sign that makes its first number positive; returns that sign. */
  private int orient(double[] key, int layer) {
    // What is sorted by magnitude has no sign.
    int oriented =
        layer + 1 < architecture.layers() ? architecture.width(layer - 1) + 1 : key.length;
    return orient(key, 0, oriented);
  }

  /** Gives some numbers the sign that makes the first of them positive; returns that sign. */
  static int orient(double[] key, int at, int size) {
    for (int c = at; c < at + size; c++) {
      double value = Math.rint(key[c] * RESOLUTION);
      if (value > 0.0) {
        return 1;
      }
      if (value < 0.0) {
        for (int i = at; i < at + size; i++) {
          key[i] = -key[i];
        }
        return -1;
      }
    }
    return 1;
  }

  /** Lexicographic, in steps of the resolution. */
  static int compare(double[] a, double[] b) {
    return compare(a, 0, b, 0, a.length);
  }

  /** The same for two parts of one array. */
  static int compare(double[] all, int first, int second, int size) {
    return compare(all, first, all, second, size);
  }

  private static int compare(double[] a, int first, double[] b, int second, int size) {
    for (int i = 0; i < size; i++) {
      double left = Math.rint(a[first + i] * RESOLUTION);
      double right = Math.rint(b[second + i] * RESOLUTION);
      if (left != right) {
        return left > right ? 1 : -1;
      }
    }
    return 0;
  }
}
