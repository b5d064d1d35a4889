package dev.tarn.network;

import java.util.Arrays;

/**
 * What it costs at least, in squared distance, to bring a unit of one point to the place of a unit
 * of another, however the units of the neighbouring hidden layers are arranged.
 *
 * <p>Biases and links to inputs or outputs are compared as they stand. Links to a hidden layer can
 * come in any order: two lists of numbers are nearest when both are sorted (of their magnitudes,
 * where the neighbouring units may change sign).
 */
final class UnitBounds {
  private static final double SAME = 1e-8;

  private final Architecture architecture;
  private final Layout layout;
  private final double[] x;
  private final double[] reference;

  UnitBounds(Layout layout, double[] x, double[] reference) {
    this.layout = layout;
    this.architecture = layout.architecture();
    this.x = x;
    this.reference = reference;
  }

  static boolean isOdd(Architecture architecture, int layer) {
    return architecture.hidden().get(layer - 1).activation().isOdd();
  }

  /** The number of signs that a unit of a hidden layer can have. */
  static int signs(Architecture architecture, int layer) {
    return isOdd(architecture, layer) ? 2 : 1;
  }

  /**
   * The bounds for a hidden layer: for unit {@code j}, place {@code k} and signs 1 and -1, at
   * {@code [j][2 k]} and {@code [j][2 k + 1]}; infinite for a sign that the unit cannot have.
   */
  double[][] of(int layer, boolean withHiddenNeighbours) {
    int units = architecture.width(layer);
    double[][] bounds = new double[units][2 * units];
    double[][][] places = new double[units][][];
    for (int k = 0; k < units; k++) {
      places[k] = links(reference, layer, k, 1.0);
    }
    for (int j = 0; j < units; j++) {
      Arrays.fill(bounds[j], Double.POSITIVE_INFINITY);
      for (int s = 0; s < signs(architecture, layer); s++) {
        double[][] mine = links(x, layer, j, s == 0 ? 1.0 : -1.0);
        for (int k = 0; k < units; k++) {
          bounds[j][2 * k + s] = bound(layer, mine, places[k], withHiddenNeighbours);
        }
      }
    }
    return bounds;
  }

  private double bound(int layer, double[][] mine, double[][] theirs, boolean withHidden) {
    double difference = mine[2][0] - theirs[2][0];
    double sum = difference * difference;
    boolean fixedBelow = layer == 1;
    boolean fixedAbove = layer == architecture.layers() - 1;
    if (fixedBelow || withHidden) {
      sum += squares(mine[0], theirs[0]);
    }
    if (fixedAbove || withHidden) {
      sum += squares(mine[1], theirs[1]);
    }
    return sum;
  }

  /** A unit's links from below, its links upwards and its bias; sorted where the order is free. */
  private double[][] links(double[] point, int layer, int unit, double sign) {
    double[] in = new double[architecture.width(layer - 1)];
    for (int k = 0; k < in.length; k++) {
      in[k] = sign * point[layout.link(layer, unit, 0) + k];
    }
    double[] out = new double[architecture.width(layer + 1)];
    for (int i = 0; i < out.length; i++) {
      out[i] = sign * point[layout.link(layer + 1, i, 0) + unit];
    }
    if (layer > 1) {
      sort(in, isOdd(architecture, layer - 1));
    }
    if (layer + 1 < architecture.layers()) {
      sort(out, isOdd(architecture, layer + 1));
    }
    return new double[][] {in, out, {sign * point[layout.bias(layer, unit)]}};
  }

  private static void sort(double[] values, boolean magnitudes) {
    for (int i = 0; magnitudes && i < values.length; i++) {
      values[i] = Math.abs(values[i]);
    }
    Arrays.sort(values);
  }

  private static double squares(double[] a, double[] b) {
    double sum = 0.0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return sum;
  }

  /**
   * For each unit of {@code x} in a layer the first one that it equals in all its links and its
   * bias, up to sign where the sign is free; itself if there is none before it.
   */
  int[] twins(int layer) {
    int units = architecture.width(layer);
    int[] first = new int[units];
    for (int j = 0; j < units; j++) {
      first[j] = j;
      for (int k = 0; k < j && first[j] == j; k++) {
        boolean same = differ(layer, j, k, 1.0) <= SAME;
        same |= isOdd(architecture, layer) && differ(layer, j, k, -1.0) <= SAME;
        first[j] = same ? k : j;
      }
    }
    return first;
  }

  /** Whether a unit of {@code x} has no weights, so that its sign does not matter. */
  boolean isZero(int layer, int unit) {
    return differ(layer, unit, unit, -1.0) <= 2.0 * SAME;
  }

  private double differ(int layer, int j, int k, double sign) {
    double largest = 0.0;
    for (int m = 0; m <= architecture.width(layer - 1); m++) {
      double a = x[layout.link(layer, j, 0) + m];
      largest = Math.max(largest, Math.abs(a - sign * x[layout.link(layer, k, 0) + m]));
    }
    for (int i = 0; i < architecture.width(layer + 1); i++) {
      double a = x[layout.link(layer + 1, i, 0) + j];
      largest = Math.max(largest, Math.abs(a - sign * x[layout.link(layer + 1, i, 0) + k]));
    }
    return largest;
  }
}
