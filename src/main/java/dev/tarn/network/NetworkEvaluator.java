package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.network.Architecture.HiddenLayer;
import dev.tarn.potential.Evaluator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates a network: energy and derivatives, answers to inputs, and how well it does on data.
 *
 * <p><b>Derivatives</b> are analytic for every network, to rounding. With {@link Activation#RELU}
 * they are those of the linear piece that the point lies on, the inactive side taken on a kink; the
 * energy is then not differentiable where a unit's sum is zero, where a minimum may lie without a
 * zero gradient and Newton's method does not converge. With {@link Activation#ELU} the Hessian
 * jumps where a unit's sum is zero.
 *
 * <p><b>Cost.</b> For {@code D} examples and {@code n} parameters about {@code 2 D n}
 * floating-point operations for an energy, three times as many for a gradient, six times for a
 * Hessian-vector product, {@code D n^2} for a Hessian, and an activation for each unit and example.
 * The XOR network takes {@code 4 N_h} tanh, 4 exponentials and one logarithm, and {@code O((4
 * N_h)^2)} more for the Hessian. Energy and derivatives allocate nothing.
 *
 * <p>Inputs are taken as they come; if the network was trained on standardised data, {@link
 * dev.tarn.data.Standardisation#apply} is the caller's. Holds a workspace: for one thread.
 */
public sealed class NetworkEvaluator implements Evaluator permits KinkedNetworkEvaluator {
  /** What a unit passes on has to differ by more than this between two examples to count. */
  private static final double LIVE = 1e-6;

  private final Blueprint blueprint;
  private final Layout layout;
  private final Architecture architecture;
  private final Kernel kernel;
  private Optional<DenseLoss> sweeps = Optional.empty();

  NetworkEvaluator(Blueprint blueprint, Kernel kernel) {
    this.blueprint = blueprint;
    this.kernel = kernel;
    layout = blueprint.layout();
    architecture = layout.architecture();
  }

  @Override
  public double energy(double[] x) {
    return kernel.energy(x);
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    return kernel.gradient(x, gradient);
  }

  /**
   * Energy, gradient and Hessian at a point.
   *
   * @throws UnsupportedOperationException if there are more than {@link
   *     Network#MAX_HESSIAN_DIMENSION} parameters
   */
  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    if (!hasAnalyticHessian()) {
      throw new UnsupportedOperationException(
          "a dense Hessian of "
              + layout.dimension()
              + " parameters is not made, at most of "
              + Network.MAX_HESSIAN_DIMENSION
              + "; hessianProduct gives its products with vectors");
    }
    return kernel.hessian(x, gradient, hessian);
  }

  /** {@inheritDoc} Analytic, in the time of about two gradients; allocates nothing. */
  @Override
  public void hessianProduct(double[] x, double[] direction, double[] product) {
    kernel.hessianProduct(x, direction, product);
  }

  /**
   * Whether {@link #hessian} is available.
   *
   * @return true up to {@link Network#MAX_HESSIAN_DIMENSION} parameters
   */
  @Override
  public boolean hasAnalyticHessian() {
    return layout.dimension() <= Network.MAX_HESSIAN_DIMENSION;
  }

  /**
   * What the network answers to an input.
   *
   * @param x the parameters; not modified
   * @param input the inputs; not modified
   * @return a new array: the probability of each class, numbers between 0 and 1 that add up to 1,
   *     or the outputs where they are linear
   * @throws IllegalArgumentException if a length does not fit the network
   */
  public double[] answer(double[] x, double[] input) {
    layout.checkLength(x);
    if (input.length != architecture.inputs()) {
      throw new IllegalArgumentException(
          "the network has " + architecture.inputs() + " inputs, not " + input.length);
    }
    return kernel.answer(x, input);
  }

  /**
   * What the network answers to the inputs of a data set.
   *
   * @param x the parameters; not modified
   * @param examples the examples
   * @return an answer for each example, as {@link #answer} has it
   * @throws IllegalArgumentException if the data do not fit the network
   */
  public List<double[]> answers(double[] x, DataSet examples) {
    architecture.checkFit(examples);
    List<double[]> answers = new ArrayList<>();
    for (int d = 0; d < examples.examples(); d++) {
      answers.add(answer(x, examples.input(d)));
    }
    return answers;
  }

  /**
   * The class of largest probability for an input, the first one of several.
   *
   * @param x the parameters; not modified
   * @param input the inputs; not modified
   * @return the number of the class, from 0
   * @throws IllegalArgumentException if a length does not fit the network
   * @throws IllegalStateException if the network has linear outputs
   */
  public int predictedClass(double[] x, double[] input) {
    if (!architecture.output().isClassifier()) {
      throw new IllegalStateException("linear outputs are no probabilities");
    }
    double[] p = answer(x, input);
    int best = 0;
    for (int c = 1; c < p.length; c++) {
      best = p[c] > p[best] ? c : best;
    }
    return best;
  }

  /**
   * The share of examples whose class is predicted rightly.
   *
   * @param x the parameters; not modified
   * @param examples the examples, as a rule a test set
   * @return from 0 to 1
   * @throws IllegalArgumentException if the data do not fit the network
   * @throws IllegalStateException if the network has linear outputs
   */
  public double accuracy(double[] x, DataSet examples) {
    architecture.checkFit(examples);
    int right = 0;
    for (int d = 0; d < examples.examples(); d++) {
      if (predictedClass(x, examples.input(d)) == examples.classOf(d)) {
        right++;
      }
    }
    return (double) right / examples.examples();
  }

  /**
   * The mean loss on a data set: the energy without the regulariser.
   *
   * @param x the parameters; not modified
   * @param examples the examples, as a rule a test set
   * @return the mean over the examples, in nats for classes
   * @throws IllegalArgumentException if the data do not fit the network
   */
  public double meanLoss(double[] x, DataSet examples) {
    architecture.checkFit(examples);
    return DataTerm.of(byLayer(), examples, false).value(arranged(x));
  }

  /**
   * How many hidden units tell examples apart. What such a live unit passes on, its value times its
   * largest link to the next layer, differs between two examples by more than 1e-6. A unit whose
   * links are zero is not live, nor is one whose value is always the same, such as a ReLU unit
   * whose sum is negative for every example: without it and its share of the biases behind it, the
   * network answers the same.
   *
   * @param x the parameters; not modified
   * @param examples the examples, as a rule the training set
   * @return from 0 to the number of hidden units of all layers
   * @throws IllegalArgumentException if {@code x} has another length than the dimension, or the
   *     data do not fit the network
   */
  public int liveUnits(double[] x, DataSet examples) {
    layout.checkLength(x);
    architecture.checkFit(examples);
    List<HiddenLayer> hidden = architecture.hidden();
    double[][] low = new double[hidden.size()][];
    double[][] high = new double[hidden.size()][];
    for (int l = 0; l < hidden.size(); l++) {
      low[l] = new double[hidden.get(l).units()];
      high[l] = new double[hidden.get(l).units()];
      Arrays.fill(low[l], Double.POSITIVE_INFINITY);
      Arrays.fill(high[l], Double.NEGATIVE_INFINITY);
    }
    for (int d = 0; d < examples.examples(); d++) {
      double[] values = examples.input(d);
      for (int l = 0; l < hidden.size(); l++) {
        values = values(x, l + 1, values);
        for (int unit = 0; unit < values.length; unit++) {
          low[l][unit] = Math.min(low[l][unit], values[unit]);
          high[l][unit] = Math.max(high[l][unit], values[unit]);
        }
      }
    }
    int live = 0;
    for (int l = 0; l < hidden.size(); l++) {
      for (int unit = 0; unit < low[l].length; unit++) {
        live += (high[l][unit] - low[l][unit]) * largestLink(x, l + 2, unit) > LIVE ? 1 : 0;
      }
    }
    return live;
  }

  /** The values of a hidden layer's units from those of the layer before. */
  private double[] values(double[] x, int layer, double[] below) {
    double[] sums = new double[layout.width(layer)];
    for (int unit = 0; unit < sums.length; unit++) {
      sums[unit] = x[layout.bias(layer, unit)];
      for (int from = 0; from < below.length; from++) {
        sums[unit] += x[layout.link(layer, unit, from)] * below[from];
      }
    }
    double[] values = new double[sums.length];
    architecture
        .hidden()
        .get(layer - 1)
        .activation()
        .evaluate(sums, values, new double[sums.length], sums.length);
    return values;
  }

  /** The largest magnitude of a link of a layer from a unit of the layer before. */
  private double largestLink(double[] x, int layer, int from) {
    double largest = 0.0;
    for (int unit = 0; unit < layout.width(layer); unit++) {
      largest = Math.max(largest, Math.abs(x[layout.link(layer, unit, from)]));
    }
    return largest;
  }

  /**
   * The derivatives of the mean loss with respect to the sums of one layer's units, for each
   * example.
   *
   * @param x the parameters; not modified
   * @param layer the layer of weights, from 1; the last one is that of the outputs
   * @return a new array, example by example, in the order of the units
   * @throws IllegalArgumentException if {@code x} has another length than the dimension, or there
   *     is no such layer
   */
  public double[] sumGradient(double[] x, int layer) {
    if (layer < 1 || layer > architecture.layers()) {
      throw new IllegalArgumentException(
          "the layers are from 1 to " + architecture.layers() + ", not " + layer);
    }
    double[] weights = arranged(x);
    DenseLoss loss = sweeps();
    int examples = blueprint.data().examples();
    int units = layout.width(layer);
    double[] slopes = new double[examples * units];
    for (int d = 0; d < examples; d += LayerWorkspace.LANES) {
      loss.forward(weights, d);
      loss.backward(weights);
      int lanes = Math.min(LayerWorkspace.LANES, examples - d);
      loss.copyDelta(layer - 1, lanes * units, slopes, d * units);
    }
    return slopes;
  }

  private Layout byLayer() {
    return layout.isByUnit() ? layout.byLayer() : layout;
  }

  final double[] arranged(double[] x) {
    layout.checkLength(x);
    return layout.isByUnit() ? byLayer().arrange(x, layout) : x;
  }

  final DenseLoss sweeps() {
    if (sweeps.isEmpty()) {
      sweeps = Optional.of(new DenseLoss(byLayer(), blueprint.data(), false));
    }
    return sweeps.get();
  }
}
