package dev.tarn.network;

import java.util.Arrays;

/**
 * A first layer whose inputs are mostly zero: its products take as long as the others are many.
 * What is zero is left out, which changes no bit of a sum of finite numbers.
 *
 * <p>Sums run over the units here, one input or example after the other, so weights and sums stand
 * by input. Nothing is allocated after construction. Not thread-safe.
 */
final class SparseLayer extends BatchLayer {
  private final SparseInputs inputs;
  private final int width;
  // A row for each input with a number for each unit.
  private final double[][] point;
  private final double[][] direction;
  private final double[][] sums;
  // A row for each example with a number for each unit.
  private final double[][] examples;
  private final double[] biases;
  private int batch;

  /**
   * A layer.
   *
   * @param lanes the largest number of examples of a batch
   * @param hidden whether the units have an activation
   */
  SparseLayer(int rows, int cols, int lanes, boolean hidden, SparseInputs inputs) {
    super(rows, cols, 0, lanes, new double[0][], hidden, true);
    this.inputs = inputs;
    width = SparseRows.width(rows);
    point = new double[cols][width];
    direction = new double[cols][width];
    sums = new double[cols][width];
    examples = new double[lanes][width];
    biases = new double[width];
  }

  @Override
  void read(double[] table, int first, int m) {
    batch = first / examples.length;
  }

  @Override
  void moveTo(double[] weights) {
    turn(weights, point);
  }

  @Override
  void moveAlong(double[] weights) {
    turn(weights, direction);
  }

  private void turn(double[] weights, double[][] to) {
    for (int j = 0; j < rows; j++) {
      System.arraycopy(weights, j * (cols + 1), linkSums[j], 0, cols);
    }
    Rows.transpose(linkSums, rows, to, cols);
  }

  @Override
  void fillSums(double[] weights, int m) {
    affine(weights, point, z, m);
  }

  @Override
  void fillSumTangents(double[] weights, int m) {
    affine(weights, direction, zTangent, m);
  }

  private void affine(double[] weights, double[][] turned, double[][] out, int m) {
    for (int j = 0; j < rows; j++) {
      biases[j] = weights[(j + 1) * (cols + 1) - 1];
    }
    for (int i = 0; i < m; i++) {
      System.arraycopy(biases, 0, examples[i], 0, rows);
    }
    SparseRows values = inputs.examples()[batch];
    int segments = values.start().length - 1;
    for (int from = 0; from < segments; from += m) {
      for (int i = 0; i < m; i++) {
        values.combine(from + i, turned, examples[i], width);
      }
    }
    Rows.transpose(examples, m, out, rows);
  }

  @Override
  void clearSums() {
    for (double[] row : sums) {
      Arrays.fill(row, 0.0);
    }
  }

  @Override
  void takeSums(double[] out) {
    Rows.transpose(sums, cols, linkSums, rows);
    super.takeSums(out);
  }

  @Override
  void addLinkProducts(double[][] in, int m) {
    Rows.transpose(in, rows, examples, m);
    SparseRows values = inputs.inputs()[batch];
    for (int k = 0; k < cols; k++) {
      values.combine(k, examples, sums[k], width);
    }
  }
}
