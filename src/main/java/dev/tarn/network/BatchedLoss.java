package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.network.Architecture.HiddenLayer;
import java.util.Optional;

/**
 * What {@link DenseLoss} computes, for many examples: a batch goes through the network together,
 * and the innermost loops run over its examples, or over the nodes below a wide layer ({@link
 * Rows}), or over the units above sparse inputs ({@link SparseLayer}).
 *
 * <p>The mathematics is that of {@link DenseLoss}; for the Hessian see {@link BatchedHessian}.
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
  private final Optional<SparseWeights> weights;
  final BatchLayer[] layers;
  private final BatchLayer top;
  final int n;
  final int lanes;
  // The examples of the part.
  final int from;
  final int to;
  private final KeptStates kept;
  // What the output loss takes and gives, example by example.
  private final double[] outputs;
  private final double[] slopes;
  private final BatchedHessian second;

  /**
   * The loss of a network.
   *
   * @param layout the order of the parameters, by layer
   * @param data the examples
   * @param withHessian whether {@link #hessian} will be called
   */
  BatchedLoss(Layout layout, DataSet data, boolean withHessian) {
    this(layout, data, 0, 1, sparseWeights(layout, data, withHessian));
  }

  /**
   * The share that a part of the examples has in the loss, without Hessian.
   *
   * @param part the number of the part, less than {@code parts}
   * @param parts the number of parts, not more than there are batches
   * @param weights the weights of the first layer, if its inputs are sparse
   */
  BatchedLoss(Layout layout, DataSet data, int part, int parts, Optional<SparseWeights> weights) {
    this.weights = weights;
    Architecture architecture = layout.architecture();
    activations =
        architecture.hidden().stream().map(HiddenLayer::activation).toArray(Activation[]::new);
    this.data = data;
    lanes = Math.min(data.examples(), data.inputs() >= WIDE ? SHORT_BATCH : LONG_BATCH);
    loss = OutputLoss.of(architecture, data, lanes, layout.isCentred());
    boolean wide = BatchLayer.isWide(data.inputs());
    boolean shared = wide && weights.isEmpty() && BatchInputs.areKept(data);
    inputs = shared ? Optional.of(BatchInputs.of(data, lanes)) : Optional.empty();
    layers = new BatchLayer[architecture.layers()];
    int offset = 0;
    double[][] values = {};
    for (int l = 0; l < layers.length; l++) {
      int cols = layout.width(l);
      boolean hidden = l + 1 < layers.length;
      int rows = layout.width(l + 1);
      layers[l] =
          l == 0 && weights.isPresent()
              ? new SparseLayer(
                  rows, cols, lanes, hidden, SparseInputs.of(data, lanes), weights.get())
              : new BatchLayer(
                  rows, cols, offset, lanes, values, hidden, shared, new double[rows][cols]);
      offset += layers[l].rows * (cols + 1);
      values = layers[l].value;
    }
    n = offset;
    top = layers[layers.length - 1];
    int batches = (data.examples() + lanes - 1) / lanes;
    from = batches * part / parts * lanes;
    to = Math.min(batches * (part + 1) / parts * lanes, data.examples());
    kept = new KeptStates(layers, loss, (to - from + lanes - 1) / lanes, data.examples(), n);
    outputs = new double[lanes * top.rows];
    slopes = new double[lanes * top.rows];
    second = new BatchedHessian(this);
  }

  /** The weights of a first layer by input, if the inputs are sparse. */
  static Optional<SparseWeights> sparseWeights(Layout layout, DataSet data, boolean withHessian) {
    boolean wide = BatchLayer.isWide(data.inputs());
    return wide && !withHessian && SparseInputs.suit(data)
        ? Optional.of(new SparseWeights(layout.width(1), data.inputs()))
        : Optional.empty();
  }

  @Override
  public double value(double[] x) {
    moveTo(x);
    return sumValues(x);
  }

  /** The value, after {@link #moveTo}. */
  double sumValues(double[] x) {
    double sum = 0.0;
    for (int d = from; d < to; d += lanes) {
      sum += forward(x, d, count(d));
    }
    return sum / data.examples();
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    moveTo(x);
    double value = sumGradients(x, gradient);
    takeSums(gradient);
    return value;
  }

  /** The value, after {@link #moveTo}; sums the gradient until {@link #takeSums}. */
  double sumGradients(double[] x, double[] biases) {
    double sum = 0.0;
    clearSums();
    for (int d = from; d < to; d += lanes) {
      int m = count(d);
      sum += forward(x, d, m);
      backward(x, m);
      addGradient(biases, m);
    }
    return sum / data.examples();
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    return second.hessian(x, gradient, hessian);
  }

  @Override
  public void hessianProduct(double[] x, double[] direction, double[] product) {
    moveTo(x);
    moveAlong(direction);
    sumProducts(x, direction, product);
    takeSums(product);
  }

  /** Sums the product, after {@link #moveTo} and {@link #moveAlong}, until {@link #takeSums}. */
  void sumProducts(double[] x, double[] direction, double[] biases) {
    clearSums();
    boolean same = kept.areOf(x);
    for (int d = from; d < to; d += lanes) {
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
        layer.addProducts(layer.deltaTangent, biases, m);
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
    kept.belongTo(x);
  }

  private void evaluateForProducts(double[] x, int first, int m, boolean same) {
    int batch = (first - from) / lanes;
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
    return Math.min(lanes, to - first);
  }

  void clearSums() {
    for (BatchLayer layer : layers) {
      layer.clearSums();
    }
  }

  /** Adds what another part summed, and its part at the places of the biases. */
  void addSums(BatchedLoss other, double[] from, double[] to) {
    for (int l = 0; l < layers.length; l++) {
      layers[l].addSums(other.layers[l], from, to);
    }
  }

  /** Adds the sums over the examples to a gradient or product. */
  void takeSums(double[] gradient) {
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
    weights.ifPresent(byInput -> byInput.moveTo(x));
  }

  /** Begins a product. */
  void moveAlong(double[] direction) {
    weights.ifPresent(byInput -> byInput.moveAlong(direction));
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
    Rows.weave(top.z, outputs, top.rows, m);
    double sum = 0.0;
    for (int i = 0; i < m; i++) {
      sum += loss.value(outputs, i, first + i, slopes);
    }
    Rows.unweave(slopes, top.delta, top.rows, m);
    return sum;
  }

  /** Fills the derivatives with respect to all sums. */
  void backward(double[] x, int m) {
    for (int l = layers.length - 1; l > 0; l--) {
      BatchLayer below = layers[l - 1];
      Rows.clear(below.valueGradient, m);
      layers[l].multiplyTransposed(x, layers[l].delta, below.valueGradient, m);
      below.fillDelta(m);
    }
  }

  void addGradient(double[] gradient, int m) {
    for (int l = 0; l < layers.length; l++) {
      layers[l].addProducts(layers[l].delta, gradient, m);
    }
  }

  /** Fills the second derivatives of the activations. */
  void curvatures(int m) {
    for (int l = 0; l + 1 < layers.length; l++) {
      BatchLayer layer = layers[l];
      for (int j = 0; j < layer.rows; j++) {
        activations[l].curvature(layer.z[j], layer.value[j], layer.slope[j], layer.curvature[j], m);
      }
    }
  }

  /** Fills the tangents of the outputs' deltas from those of their sums. */
  void curveOutputs(int m) {
    Rows.weave(top.zTangent, outputs, top.rows, m);
    for (int i = 0; i < m; i++) {
      loss.curve(i, outputs, slopes);
    }
    Rows.unweave(slopes, top.deltaTangent, top.rows, m);
  }
}
