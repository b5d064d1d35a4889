package dev.tarn.network;

import java.util.Arrays;

/**
 * The workspace of one layer of weights for a batch of examples, and the products with its weights.
 * Each unit has a row of its own with a number for each example.
 *
 * <p>Nothing is allocated after construction. Not thread-safe.
 */
class BatchLayer {
  /** From how many nodes below on the sums of products run over the nodes. */
  private static final int WIDE = 32;

  /** The number of units. */
  final int rows;

  /** The number of nodes below. */
  final int cols;

  /** Where the parameters of the first unit begin. */
  final int offset;

  /** The sums of the units. */
  final double[][] z;

  /** The values, slopes and curvatures of the activation there; unused in the output layer. */
  final double[][] value;

  final double[][] slope;
  final double[][] curvature;

  /** The derivatives of the energy with respect to the values, and to the sums. */
  final double[][] valueGradient;

  final double[][] delta;

  /** The derivatives of sums, values and deltas along a direction. */
  final double[][] zTangent;

  final double[][] valueTangent;
  final double[][] deltaTangent;

  /** The values of the nodes below: a row for each. */
  double[][] below;

  private final boolean wide;
  // A row for each example with the nodes below, where they are many.
  private double[][] turned;
  private final double[][] turnedTangent;

  /** The derivatives with respect to the links of each unit. */
  final double[][] linkSums;

  /**
   * A layer.
   *
   * @param lanes the largest number of examples of a batch
   * @param values the values of the layer below; empty for the first layer, whose inputs are filled
   *     in
   * @param hidden whether the units have an activation
   * @param kept whether the inputs of the first layer are kept elsewhere
   * @param linkSums room for a row for each unit with a number for each node below
   */
  BatchLayer(
      int rows,
      int cols,
      int offset,
      int lanes,
      double[][] values,
      boolean hidden,
      boolean kept,
      double[][] linkSums) {
    this.rows = rows;
    this.cols = cols;
    this.offset = offset;
    z = new double[rows][lanes];
    delta = new double[rows][lanes];
    zTangent = new double[rows][lanes];
    deltaTangent = new double[rows][lanes];
    int units = hidden ? rows : 0;
    value = new double[units][lanes];
    slope = new double[units][lanes];
    curvature = new double[units][lanes];
    valueGradient = new double[units][lanes];
    valueTangent = new double[units][lanes];
    wide = isWide(cols);
    boolean first = values.length == 0;
    below = first && !kept ? new double[cols][lanes] : values;
    turned = new double[wide && !(first && kept) ? lanes : 0][cols];
    turnedTangent = new double[wide && !first ? lanes : 0][cols];
    this.linkSums = linkSums;
  }

  /** Reads the nodes below of {@code m} examples from a table. */
  void read(double[] table, int first, int m) {
    if (wide) {
      for (int i = 0; i < m; i++) {
        System.arraycopy(table, (first + i) * cols, turned[i], 0, cols);
      }
      Rows.transpose(turned, m, below, cols);
      return;
    }
    for (int k = 0; k < cols; k++) {
      double[] row = below[k];
      for (int i = 0; i < m; i++) {
        row[i] = table[(first + i) * cols + k];
      }
    }
  }

  /** Whether the sums of products run over the nodes below. */
  static boolean isWide(int cols) {
    return cols >= WIDE;
  }

  /** Takes the nodes below as they are kept. */
  void take(double[][] examples, double[][] inputs) {
    turned = examples;
    below = inputs;
  }

  /** Fills the units' sums with some weights. */
  void fillSums(double[] weights, int m) {
    affine(weights, z, m);
  }

  /** Fills their tangents along a direction, but for what the nodes below add. */
  void fillSumTangents(double[] direction, int m) {
    affine(direction, zTangent, m);
  }

  private void affine(double[] weights, double[][] out, int m) {
    for (int j = 0; j < rows; j++) {
      Arrays.fill(out[j], 0, m, weights[bias(j)]);
    }
    multiply(weights, below, out, m);
  }

  /** Adds the products of the weights with something that the nodes below have. */
  void multiply(double[] weights, double[][] in, double[][] out, int m) {
    Rows.combine(weights, offset, cols + 1, 1, in, cols, out, rows, m);
  }

  /** Adds to each node below the products of its links' weights with what the units have. */
  void multiplyTransposed(double[] weights, double[][] in, double[][] out, int m) {
    Rows.combine(weights, offset, 1, cols + 1, in, rows, out, cols, m);
  }

  /** Where the state of an evaluation is kept: what products with vectors need of it. */
  double[][][] room(int m) {
    return new double[value.length == 0 ? 1 : 5][rows][m];
  }

  /** Keeps the state of an evaluation. */
  void save(double[][][] room, int m) {
    for (int j = 0; j < rows; j++) {
      System.arraycopy(delta[j], 0, room[0][j], 0, m);
    }
    for (int j = 0; j < value.length; j++) {
      System.arraycopy(value[j], 0, room[1][j], 0, m);
      System.arraycopy(slope[j], 0, room[2][j], 0, m);
      System.arraycopy(curvature[j], 0, room[3][j], 0, m);
      System.arraycopy(valueGradient[j], 0, room[4][j], 0, m);
    }
  }

  /** Goes back to a state. */
  void restore(double[][][] room, int m) {
    for (int j = 0; j < rows; j++) {
      System.arraycopy(room[0][j], 0, delta[j], 0, m);
    }
    for (int j = 0; j < value.length; j++) {
      System.arraycopy(room[1][j], 0, value[j], 0, m);
      System.arraycopy(room[2][j], 0, slope[j], 0, m);
      System.arraycopy(room[3][j], 0, curvature[j], 0, m);
      System.arraycopy(room[4][j], 0, valueGradient[j], 0, m);
    }
  }

  /** Where the bias of a unit stands. */
  int bias(int unit) {
    return offset + (unit + 1) * (cols + 1) - 1;
  }

  /** The sums over the examples, in the order that suits the layer. */
  double[][] sums() {
    return linkSums;
  }

  /** Forgets the sums over the examples. */
  void clearSums() {
    for (double[] row : sums()) {
      Arrays.fill(row, 0.0);
    }
  }

  /** Adds the sums over other examples, and what these gave at the places of the biases. */
  void addSums(BatchLayer other, double[] from, double[] to) {
    double[][] own = sums();
    double[][] others = other.sums();
    for (int k = 0; k < own.length; k++) {
      Rows.add(own[k], 1.0, others[k], own[k].length);
    }
    for (int j = 0; j < rows; j++) {
      to[bias(j)] += from[bias(j)];
    }
  }

  /** Adds the sums over the examples to the places of the links. */
  void takeSums(double[] out) {
    for (int j = 0; j < rows; j++) {
      int at = offset + j * (cols + 1);
      for (int k = 0; k < cols; k++) {
        out[at + k] += linkSums[j][k];
      }
    }
  }

  /**
   * Sums the products of what the units and the nodes below have: for the links until {@link
   * #takeSums}, for the biases at their places.
   */
  void addProducts(double[][] in, double[] out, int m) {
    addLinkProducts(in, m);
    for (int j = 0; j < rows; j++) {
      out[bias(j)] += Rows.sum(in[j], m);
    }
  }

  /** Sums the products for the links. */
  void addLinkProducts(double[][] in, int m) {
    if (wide) {
      if (offset > 0) {
        Rows.transpose(below, cols, turned, m);
      }
      Rows.combine(in, turned, m, linkSums, rows, cols);
    } else {
      addDots(in, below, m);
    }
  }

  /** Sums the products with the tangents of the values below, for the links. */
  void addTangentProducts(double[][] in, double[][] belowTangent, int m) {
    if (wide) {
      Rows.transpose(belowTangent, cols, turnedTangent, m);
      Rows.combine(in, turnedTangent, m, linkSums, rows, cols);
    } else {
      addDots(in, belowTangent, m);
    }
  }

  private void addDots(double[][] in, double[][] belowIn, int m) {
    for (int j = 0; j < rows; j++) {
      Rows.dots(in[j], belowIn, 0, cols, linkSums[j], 0, m);
    }
  }

  /** From the gradient with respect to the values that with respect to the sums. */
  void fillDelta(int m) {
    for (int j = 0; j < rows; j++) {
      Rows.multiply(slope[j], valueGradient[j], delta[j], m);
    }
  }

  void fillValueTangent(int m) {
    for (int j = 0; j < rows; j++) {
      Rows.multiply(slope[j], zTangent[j], valueTangent[j], m);
    }
  }

  /** From the tangents of the sums and of the values' gradient, which stands there already. */
  void fillDeltaTangent(int from, int m) {
    for (int j = from; j < rows; j++) {
      fill(deltaTangent[j], slope[j], curvature[j], valueGradient[j], zTangent[j], m);
    }
  }

  private static void fill(
      double[] tangent, double[] slope, double[] curvature, double[] g, double[] t, int m) {
    for (int i = 0; i < m; i++) {
      tangent[i] = slope[i] * tangent[i] + curvature[i] * g[i] * t[i];
    }
  }

  /** The tangent of the sums for a change of one unit's sum by 1, in every example. */
  void probe(int unit, int m) {
    Rows.clear(zTangent, m);
    Arrays.fill(zTangent[unit], 0, m, 1.0);
  }
}
