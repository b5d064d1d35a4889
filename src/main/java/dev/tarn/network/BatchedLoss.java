package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.network.Architecture.HiddenLayer;
import java.util.Optional;

/**
 * What {@link DenseLoss} computes, for many examples: a batch goes through the network together,
 * and the innermost loops run over its examples, or over the nodes below a wide layer ({@link
 * Rows}).
 *
 * <p>The mathematics is that of {@link DenseLoss}. For the Hessian, with {@code a} the values of
 * the nodes below a unit and 1 for its bias, {@code T} the derivative of the delta of unit {@code
 * i} with respect to the sum of unit {@code j}, and {@code V} that of the values below {@code i},
 * the block of the two units is the sum over the examples of {@code a_j T a_i' + a_j delta_i V'}.
 *
 * <p>The working set is the layers' weights, and for each node some numbers for each example of a
 * batch. Hessian-vector products keep, from the first one on, what they need of their point, since
 * they come in hundreds at one; otherwise nothing is allocated after construction. Not thread-safe.
 */
final class BatchedLoss implements DataTerm {
  private static final int LONG_BATCH = 128;
  // Of a wide network, so that the inputs of a batch stay in the second cache.
  private static final int SHORT_BATCH = 64;
  private static final int WIDE = 200;

  private final Activation[] activations;
  private final DataSet data;
  private final OutputLoss loss;
  private final Optional<BatchInputs> inputs;
  final BatchLayer[] layers;
  private final BatchLayer top;
  private final int n;
  final int lanes;
  private final KeptStates kept;
  // What the output loss takes and gives, example by example.
  private final double[] outputs;
  private final double[] slopes;
  // For the Hessian: the products of one unit's values below with a row, and one unit's row of it.
  private final double[] weighted;
  private final double[] weightedDelta;

  /**
   * The loss of a network.
   *
   * @param layout the order of the parameters, by layer
   * @param data the examples
   * @param withHessian whether {@link #hessian} will be called
   */
  BatchedLoss(Layout layout, DataSet data, boolean withHessian) {
    Architecture architecture = layout.architecture();
    activations =
        architecture.hidden().stream().map(HiddenLayer::activation).toArray(Activation[]::new);
    this.data = data;
    boolean wide = BatchLayer.isWide(data.inputs());
    boolean sparse = wide && !withHessian && SparseInputs.suit(data);
    lanes = Math.min(data.examples(), data.inputs() >= WIDE ? SHORT_BATCH : LONG_BATCH);
    loss = OutputLoss.of(architecture, data, lanes, layout.isCentred());
    boolean shared = wide && !sparse && BatchInputs.areKept(data);
    inputs = shared ? Optional.of(BatchInputs.of(data, lanes)) : Optional.empty();
    layers = new BatchLayer[architecture.layers()];
    int offset = 0;
    double[][] values = {};
    for (int l = 0; l < layers.length; l++) {
      int cols = layout.width(l);
      boolean hidden = l + 1 < layers.length;
      int rows = layout.width(l + 1);
      layers[l] =
          sparse && l == 0
              ? new SparseLayer(rows, cols, lanes, hidden, SparseInputs.of(data, lanes))
              : new BatchLayer(rows, cols, offset, lanes, values, hidden, shared);
      offset += layers[l].rows * (cols + 1);
      values = layers[l].value;
    }
    n = offset;
    top = layers[layers.length - 1];
    int batches = (data.examples() + lanes - 1) / lanes;
    kept = new KeptStates(layers, loss, batches, data.examples(), n);
    outputs = new double[lanes * top.rows];
    slopes = new double[lanes * top.rows];
    weighted = new double[withHessian ? lanes : 0];
    weightedDelta = new double[withHessian ? lanes : 0];
  }

  @Override
  public double value(double[] x) {
    double sum = 0.0;
    moveTo(x);
    for (int d = 0; d < data.examples(); d += lanes) {
      sum += forward(x, d, count(d));
    }
    return sum / data.examples();
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    double sum = 0.0;
    moveTo(x);
    clearSums();
    for (int d = 0; d < data.examples(); d += lanes) {
      int m = count(d);
      sum += forward(x, d, m);
      backward(x, m);
      addGradient(gradient, m);
    }
    takeSums(gradient);
    return sum / data.examples();
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    double sum = 0.0;
    moveTo(x);
    clearSums();
    for (int d = 0; d < data.examples(); d += lanes) {
      int m = count(d);
      sum += forward(x, d, m);
      backward(x, m);
      addGradient(gradient, m);
      curvatures(m);
      for (int p = 0; p < layers.length; p++) {
        for (int unit = 0; unit < layers[p].rows; unit++) {
          layers[p].probe(unit, m);
          tangentUp(x, p, m);
          tangentDown(x, p, unit, m);
          addRows(p, unit, hessian, m);
        }
      }
    }
    takeSums(gradient);
    return sum / data.examples();
  }

  @Override
  public void hessianProduct(double[] x, double[] direction, double[] product) {
    clearSums();
    boolean same = kept.areOf(x);
    if (!same) {
      moveTo(x);
    }
    layers[0].moveAlong(direction);
    for (int d = 0; d < data.examples(); d += lanes) {
      int m = count(d);
      evaluateForProducts(x, d, m, same);
      layers[0].fillSumTangents(direction, m);
      for (int l = 1; l < layers.length; l++) {
        layers[l - 1].fillValueTangent(m);
        layers[l].fillSumTangents(direction, m);
        layers[l].multiply(x, layers[l - 1].valueTangent, layers[l].zTangent, m);
      }
      curveOutputs(m);
      for (int l = layers.length - 1; l >= 0; l--) {
        BatchLayer layer = layers[l];
        layer.addProducts(layer.deltaTangent, product, m);
        if (l > 0) {
          BatchLayer below = layers[l - 1];
          layer.addTangentProducts(layer.delta, below.valueTangent, m);
          Rows.clear(below.deltaTangent, m);
          layer.multiplyTransposed(x, layer.deltaTangent, below.deltaTangent, m);
          layer.multiplyTransposed(direction, layer.delta, below.deltaTangent, m);
          below.fillDeltaTangent(0, m);
        }
      }
    }
    takeSums(product);
    kept.belongTo(x);
  }

  private void evaluateForProducts(double[] x, int first, int m, boolean same) {
    int batch = first / lanes;
    if (same) {
      read(first, m);
      kept.restore(batch, m);
    } else {
      forward(x, first, m);
      backward(x, m);
      curvatures(m);
      kept.save(batch, m);
    }
  }

  int count(int first) {
    return Math.min(lanes, data.examples() - first);
  }

  private void clearSums() {
    for (BatchLayer layer : layers) {
      layer.clearSums();
    }
  }

  private void takeSums(double[] gradient) {
    for (BatchLayer layer : layers) {
      layer.takeSums(gradient);
    }
  }

  private void read(int first, int m) {
    if (inputs.isPresent()) {
      int batch = first / lanes;
      layers[0].take(inputs.get().rows()[batch], inputs.get().columns()[batch]);
    } else {
      layers[0].read(data.table(), first, m);
    }
  }

  /** Begins an evaluation. */
  void moveTo(double[] x) {
    layers[0].moveTo(x);
  }

  /** Evaluates a batch at the point of {@link #moveTo}; returns the sum of its losses. */
  double forward(double[] x, int first, int m) {
    read(first, m);
    for (int l = 0; l < layers.length; l++) {
      BatchLayer layer = layers[l];
      layer.fillSums(x, m);
      if (layer != top) {
        for (int j = 0; j < layer.rows; j++) {
          activations[l].evaluate(layer.z[j], layer.value[j], layer.slope[j], m);
        }
      }
    }
    gather(top.z, outputs, m);
    double sum = 0.0;
    for (int i = 0; i < m; i++) {
      sum += loss.value(outputs, i, first + i, slopes);
    }
    scatter(slopes, top.delta, m);
    return sum;
  }

  private void gather(double[][] rows, double[] out, int m) {
    for (int c = 0; c < top.rows; c++) {
      for (int i = 0; i < m; i++) {
        out[i * top.rows + c] = rows[c][i];
      }
    }
  }

  private void scatter(double[] from, double[][] rows, int m) {
    for (int c = 0; c < top.rows; c++) {
      for (int i = 0; i < m; i++) {
        rows[c][i] = from[i * top.rows + c];
      }
    }
  }

  /** Fills the derivatives with respect to all sums. */
  private void backward(double[] x, int m) {
    for (int l = layers.length - 1; l > 0; l--) {
      BatchLayer below = layers[l - 1];
      Rows.clear(below.valueGradient, m);
      layers[l].multiplyTransposed(x, layers[l].delta, below.valueGradient, m);
      below.fillDelta(m);
    }
  }

  private void addGradient(double[] gradient, int m) {
    for (int l = 0; l < layers.length; l++) {
      layers[l].addProducts(layers[l].delta, gradient, m);
    }
  }

  private void curvatures(int m) {
    for (int l = 0; l + 1 < layers.length; l++) {
      BatchLayer layer = layers[l];
      for (int j = 0; j < layer.rows; j++) {
        activations[l].curvature(layer.z[j], layer.value[j], layer.slope[j], layer.curvature[j], m);
      }
    }
  }

  /** Takes the change of a layer's sums up to the outputs' deltas, the weights held fixed. */
  private void tangentUp(double[] x, int from, int m) {
    for (int l = from + 1; l < layers.length; l++) {
      layers[l - 1].fillValueTangent(m);
      Rows.clear(layers[l].zTangent, m);
      layers[l].multiply(x, layers[l - 1].valueTangent, layers[l].zTangent, m);
    }
    curveOutputs(m);
  }

  /** Fills the tangents of the outputs' deltas from those of their sums. */
  void curveOutputs(int m) {
    gather(top.zTangent, outputs, m);
    for (int i = 0; i < m; i++) {
      loss.curve(i, outputs, slopes);
    }
    scatter(slopes, top.deltaTangent, m);
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
