package dev.tarn.network;

/**
 * A first layer whose inputs are mostly zero: its products take as long as the others are many.
 * What is zero is left out, which changes no bit of a sum of finite numbers.
 *
 * <p>Sums run over the units here, one input or example after the other, so weights and sums stand
 * by input. Nothing is allocated after construction. Not thread-safe.
 */
final class SparseLayer extends BatchLayer {
  private final SparseInputs inputs;
  private final SparseWeights weights;
  private final int width;
  // A row for each input with a number for each unit.
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
   * @param weights the weights, which the caller moves
   */
  SparseLayer(
      int rows, int cols, int lanes, boolean hidden, SparseInputs inputs, SparseWeights weights) {
    super(rows, cols, 0, lanes, new double[0][], hidden, true, weights.room);
    this.inputs = inputs;
    this.weights = weights;
    width = SparseRows.width(rows);
    sums = new double[cols][width];
    examples = new double[lanes][width];
    biases = new double[width];
  }

  @Override
  void read(double[] table, int first, int m) {
    batch = first / examples.length;
  }

  @Override
  void fillSums(double[] x, int m) {
    affine(x, weights.point, z, m);
  }

  @Override
  void fillSumTangents(double[] v, int m) {
    affine(v, weights.direction, zTangent, m);
  }

  private void affine(double[] x, double[][] byInput, double[][] out, int m) {
    for (int j = 0; j < rows; j++) {
      biases[j] = x[bias(j)];
    }
    for (int i = 0; i < m; i++) {
      System.arraycopy(biases, 0, examples[i], 0, rows);
    }
    SparseRows values = inputs.examples()[batch];
    int segments = values.start().length - 1;
    for (int from = 0; from < segments; from += m) {
      for (int i = 0; i < m; i++) {
        values.combine(from + i, byInput, examples[i], width);
      }
    }
    Rows.transpose(examples, m, out, rows);
  }

  @Override
  double[][] sums() {
    return sums;
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
