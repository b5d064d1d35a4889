package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.network.Architecture.HiddenLayer;
import java.util.Arrays;

/**
 * The data term of a fully connected network's energy: the mean loss over the examples, with its
 * derivatives, four examples at a time ({@link LayerWorkspace}).
 *
 * <p><b>Gradient</b> by back-propagation: 2 to 3 times the multiplications of the energy.
 *
 * <p><b>Hessian times a vector</b> by differentiating both sweeps along the vector (Pearlmutter,
 * Neural Computation 6, 147, 1994): about twice a gradient.
 *
 * <p><b>Hessian</b>: a change of the sum of unit {@code j} in layer {@code p} of an example changes
 * the deltas and values above, which one such sweep from layer {@code p} up and back gives. With
 * {@code a_k} the value of node {@code k} below, row {@code (p, j, k)} of the Hessian is {@code
 * a_k} times the derivative of the gradient with respect to that sum (Bishop, Neural Computation 4,
 * 494, 1992). Cost for {@code D} examples, {@code n} parameters and {@code U} units: {@code D n^2}
 * flops and {@code D U} sweeps.
 *
 * <p>Nothing is allocated after construction. Not thread-safe.
 */
final class DenseLoss implements DataTerm {
  private static final int LANES = LayerWorkspace.LANES;

  private static final double[] NOTHING = {};

  private final Activation[] activations;
  private final DataSet data;
  private final OutputLoss loss;
  private final LayerWorkspace[] layers;
  private final LayerWorkspace top;
  private final int n;
  // The derivative of the gradient with respect to one unit's sum, for each lane.
  private final double[] response;

  /**
   * The loss of a network.
   *
   * @param layout the order of the parameters, by layer
   * @param data the examples
   * @param withHessian whether {@link #hessian} will be called
   */
  DenseLoss(Layout layout, DataSet data, boolean withHessian) {
    Architecture architecture = layout.architecture();
    activations =
        architecture.hidden().stream().map(HiddenLayer::activation).toArray(Activation[]::new);
    this.data = data;
    loss = OutputLoss.of(architecture, data, LANES, layout.isCentred());
    layers = new LayerWorkspace[architecture.layers()];
    int offset = 0;
    for (int l = 0; l < layers.length; l++) {
      int cols = layout.width(l);
      layers[l] = new LayerWorkspace(layout.width(l + 1), cols, offset);
      offset += layers[l].rows * (cols + 1);
      if (l > 0) {
        layers[l].readFrom(layers[l - 1].value, 0, cols, 2 * cols, 3 * cols);
      }
    }
    n = offset;
    top = layers[layers.length - 1];
    response = new double[withHessian ? LANES * n : 0];
  }

  @Override
  public double value(double[] x) {
    double sum = 0.0;
    for (int d = 0; d < data.examples(); d += LANES) {
      sum += forward(x, d);
    }
    return sum / data.examples();
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    double sum = 0.0;
    for (int d = 0; d < data.examples(); d += LANES) {
      sum += forward(x, d);
      backward(x, gradient);
    }
    return sum / data.examples();
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    double sum = 0.0;
    for (int d = 0; d < data.examples(); d += LANES) {
      sum += forward(x, d);
      backward(x, gradient);
      curvatures();
      for (int p = 0; p < layers.length; p++) {
        for (int unit = 0; unit < layers[p].rows; unit++) {
          layers[p].probe(unit);
          tangentUp(x, p, d);
          tangentDown(x, p);
          fillResponse(p, unit);
          addRows(layers[p], unit, hessian);
        }
      }
    }
    return sum / data.examples();
  }

  @Override
  public void hessianProduct(double[] x, double[] direction, double[] product) {
    for (int d = 0; d < data.examples(); d += LANES) {
      forward(x, d);
      backward(x);
      curvatures();
      layers[0].affine(direction, layers[0].zTangent);
      for (int l = 1; l < layers.length; l++) {
        layers[l - 1].fillValueTangent();
        layers[l].affine(direction, layers[l].zTangent);
        layers[l].multiply(x, layers[l - 1].valueTangent, layers[l].zTangent);
      }
      curveOutputs(d);
      for (int l = layers.length - 1; l >= 0; l--) {
        LayerWorkspace layer = layers[l];
        layer.addProducts(layer.deltaTangent, product);
        if (l > 0) {
          LayerWorkspace below = layers[l - 1];
          layer.addLinkProducts(layer.delta, below.valueTangent, product);
          Arrays.fill(below.deltaTangent, 0.0);
          layer.multiplyTransposed(x, layer.deltaTangent, below.deltaTangent);
          layer.multiplyTransposed(direction, layer.delta, below.deltaTangent);
          below.fillDeltaTangent();
        }
      }
    }
  }

  /** The sum of a unit for a lane of the last evaluation; layers from 0. */
  double sum(int layer, int lane, int unit) {
    return layers[layer].z[lane * layers[layer].rows + unit];
  }

  /** Copies the derivatives with respect to the sums of a layer, lane by lane; layers from 0. */
  void copyDelta(int layer, int count, double[] to, int at) {
    System.arraycopy(layers[layer].delta, 0, to, at, count);
  }

  /** Evaluates four examples, or the last ones; returns the sum of their losses. */
  double forward(double[] x, int first) {
    int last = data.examples() - 1;
    int width = data.inputs();
    // Lanes beyond the last example repeat it, with derivatives of zero.
    propagate(
        x,
        data.table(),
        width * first,
        width * Math.min(first + 1, last),
        width * Math.min(first + 2, last),
        width * Math.min(first + 3, last));
    double sum = 0.0;
    for (int lane = 0; lane < LANES; lane++) {
      if (first + lane <= last) {
        sum += loss.value(top.z, lane, first + lane, top.delta);
      } else {
        Arrays.fill(top.delta, lane * top.rows, (lane + 1) * top.rows, 0.0);
      }
    }
    return sum;
  }

  /** What the network answers to an input; a new array. */
  double[] answer(double[] x, double[] input) {
    propagate(x, input, 0, 0, 0, 0);
    return loss.answer(top.z);
  }

  private void propagate(
      double[] x, double[] inputs, int first, int second, int third, int fourth) {
    layers[0].readFrom(inputs, first, second, third, fourth);
    for (int l = 0; l < layers.length; l++) {
      LayerWorkspace layer = layers[l];
      layer.affine(x, layer.z);
      if (layer != top) {
        activations[l].evaluate(layer.z, layer.value, layer.slope, layer.z.length);
      }
    }
  }

  /** Fills the derivatives with respect to all sums, after {@link #forward}. */
  void backward(double[] x) {
    for (int l = layers.length - 1; l > 0; l--) {
      LayerWorkspace below = layers[l - 1];
      Arrays.fill(below.valueGradient, 0.0);
      layers[l].multiplyTransposed(x, layers[l].delta, below.valueGradient);
      below.fillDelta();
    }
  }

  private void backward(double[] x, double[] gradient) {
    backward(x);
    for (LayerWorkspace layer : layers) {
      layer.addProducts(layer.delta, gradient);
    }
  }

  private void curvatures() {
    for (int l = 0; l + 1 < layers.length; l++) {
      LayerWorkspace layer = layers[l];
      activations[l].curvature(layer.z, layer.value, layer.slope, layer.curvature, layer.z.length);
    }
  }

  /** Takes the change of a layer's sums up to the outputs' deltas, the weights held fixed. */
  private void tangentUp(double[] x, int from, int first) {
    for (int l = from + 1; l < layers.length; l++) {
      layers[l - 1].fillValueTangent();
      Arrays.fill(layers[l].zTangent, 0.0);
      layers[l].multiply(x, layers[l - 1].valueTangent, layers[l].zTangent);
    }
    curveOutputs(first);
  }

  private void curveOutputs(int first) {
    for (int lane = 0; lane < LANES; lane++) {
      if (first + lane < data.examples()) {
        loss.curve(lane, top.zTangent, top.deltaTangent);
      } else {
        Arrays.fill(top.deltaTangent, lane * top.rows, (lane + 1) * top.rows, 0.0);
      }
    }
  }

  /** Takes the change of the outputs' deltas back to those of a layer. */
  private void tangentDown(double[] x, int to) {
    for (int l = layers.length - 1; l > to; l--) {
      LayerWorkspace below = layers[l - 1];
      Arrays.fill(below.deltaTangent, 0.0);
      layers[l].multiplyTransposed(x, layers[l].deltaTangent, below.deltaTangent);
      below.fillDeltaTangent();
    }
  }

  /** From the tangents those of the gradient, from the parameters of the probed unit on. */
  private void fillResponse(int p, int unit) {
    layers[p].fillResponse(unit, NOTHING, response, n);
    for (int l = p + 1; l < layers.length; l++) {
      layers[l].fillResponse(0, layers[l - 1].valueTangent, response, n);
    }
  }

  /** Adds to the rows of one unit, each from the diagonal on. */
  private void addRows(LayerWorkspace layer, int unit, double[] hessian) {
    double[] below = layer.below();
    int first = layer.offset + unit * (layer.cols + 1);
    int lane0 = layer.laneStart(0);
    int lane1 = layer.laneStart(1);
    int lane2 = layer.laneStart(2);
    int lane3 = layer.laneStart(3);
    for (int k = 0; k <= layer.cols; k++) {
      boolean bias = k == layer.cols;
      double a0 = bias ? 1.0 : below[lane0 + k];
      double a1 = bias ? 1.0 : below[lane1 + k];
      double a2 = bias ? 1.0 : below[lane2 + k];
      double a3 = bias ? 1.0 : below[lane3 + k];
      int row = (first + k) * n;
      for (int i = first + k; i < n; i++) {
        hessian[row + i] +=
            (a0 * response[i] + a1 * response[n + i])
                + (a2 * response[2 * n + i] + a3 * response[3 * n + i]);
      }
    }
  }
}
