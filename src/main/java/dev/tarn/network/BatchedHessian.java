package dev.tarn.network;

/**
 * The Hessian of a {@link BatchedLoss} over all examples. With {@code a} the values of the nodes
 * below a unit and 1 for its bias, {@code T} the derivative of the delta of unit {@code i} with
 * respect to the sum of unit {@code j}, and {@code V} that of the values below {@code i}, the block
 * of the two units is the sum over the examples of {@code a_j T a_i' + a_j delta_i V'}.
 *
 * <p>Nothing is allocated after construction. Not thread-safe.
 */
final class BatchedHessian {
  private final BatchedLoss loss;
  private final BatchLayer[] layers;
  private final int n;
  // The products of one unit's values below with a row, and one unit's row of it.
  private final double[] weighted;
  private final double[] weightedDelta;

  BatchedHessian(BatchedLoss loss) {
    this.loss = loss;
    layers = loss.layers;
    n = loss.n;
    weighted = new double[loss.lanes];
    weightedDelta = new double[loss.lanes];
  }

  /** As {@link DataTerm#hessian}. */
  double hessian(double[] x, double[] gradient, double[] hessian) {
    double sum = 0.0;
    loss.moveTo(x);
    loss.clearSums();
    for (int d = loss.from; d < loss.to; d += loss.lanes) {
      int m = loss.count(d);
      sum += loss.forward(x, d, m);
      loss.backward(x, m);
      loss.addGradient(gradient, m);
      loss.curvatures(m);
      for (int p = 0; p < layers.length; p++) {
        for (int unit = 0; unit < layers[p].rows; unit++) {
          layers[p].probe(unit, m);
          tangentUp(x, p, m);
          tangentDown(x, p, unit, m);
          addRows(p, unit, hessian, m);
        }
      }
    }
    loss.takeSums(gradient);
    return sum / (loss.to - loss.from);
  }

  /** Takes the change of a layer's sums up to the outputs' deltas, the weights held fixed. */
  private void tangentUp(double[] x, int from, int m) {
    for (int l = from + 1; l < layers.length; l++) {
      layers[l - 1].fillValueTangent(m);
      Rows.clear(layers[l].zTangent, m);
      layers[l].multiply(x, layers[l - 1].valueTangent, layers[l].zTangent, m);
    }
    loss.curveOutputs(m);
  }

  /** Takes the change of the outputs' deltas back to those of a layer, from a unit on. */
  private void tangentDown(double[] x, int to, int unit, int m) {
    for (int l = layers.length - 1; l > to; l--) {
      BatchLayer below = layers[l - 1];
      Rows.clear(below.deltaTangent, m);
      layers[l].multiplyTransposed(x, layers[l].deltaTangent, below.deltaTangent, m);
      below.fillDeltaTangent(l - 1 == to ? unit : 0, m);
    }
  }

  /** Adds to the rows of one unit, each from the diagonal on. */
  private void addRows(int p, int unit, double[] hessian, int m) {
    BatchLayer own = layers[p];
    int first = own.offset + unit * (own.cols + 1);
    for (int k = 0; k <= own.cols; k++) {
      int row = (first + k) * n;
      boolean bias = k == own.cols;
      for (int q = p; q < layers.length; q++) {
        BatchLayer layer = layers[q];
        for (int i = q == p ? unit : 0; i < layer.rows; i++) {
          int at = row + layer.offset + i * (layer.cols + 1);
          double[] change = layer.deltaTangent[i];
          if (!bias) {
            Rows.multiply(own.below[k], change, weighted, m);
            change = weighted;
          }
          int from = q == p && i == unit ? k : 0;
          Rows.dots(change, layer.below, from, layer.cols, hessian, at, m);
          hessian[at + layer.cols] += Rows.sum(change, m);
          if (q > p) {
            addMovedValues(
                p, unit, q, bias ? layer.delta[i] : delta(own, k, layer, i, m), hessian, at, m);
          }
        }
      }
    }
  }

  private double[] delta(BatchLayer own, int k, BatchLayer layer, int i, int m) {
    Rows.multiply(own.below[k], layer.delta[i], weightedDelta, m);
    return weightedDelta;
  }

  /** The part of the values below that the unit's sum moves: of the next layer up its own alone. */
  private void addMovedValues(
      int p, int unit, int q, double[] delta, double[] hessian, int at, int m) {
    double[][] moved = layers[q - 1].valueTangent;
    boolean next = q == p + 1;
    int from = next ? unit : 0;
    int to = next ? unit + 1 : layers[q].cols;
    Rows.dots(delta, moved, from, to, hessian, at, m);
  }
}
