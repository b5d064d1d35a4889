package dev.tarn.network;

import com.google.common.base.Suppliers;
import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.network.relu.Kink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The loss of a fully connected feed-forward network on a data set, with L2 regularisation:
 *
 * <pre>
 *   z(l)_j = b(l)_j + sum_k w(l)_jk a(l-1)_k,   a(0) = input,   a(l)_j = f_l(z(l)_j)
 *   E      = 1/D sum_d loss(z(L) of example d) + sum over groups of coefficient * sum of squares
 * </pre>
 *
 * <p>The loss is that of the {@link OutputLayer}: cross-entropy of a softmax or a logistic output,
 * or the sum over the outputs of the squared errors. The groups are the links and the biases of
 * each layer ({@link Penalty}); there is no factor 1/2. With one tanh layer, softmax and the data
 * {@link DataSets#xor} of two inputs this is the energy of {@link XorNetwork}. The energy is in
 * nats for each training example (in squared units of the targets for linear outputs), weights are
 * dimensionless. The parameters are ordered as {@link DenseParameters} says.
 *
 * <p><b>Derivatives</b> are analytic for every combination, to rounding. With {@link
 * Activation#RELU} they are those of the linear piece that the point lies on, the inactive side
 * taken on a kink; the energy is then not differentiable on its kinks ({@link #kinks}), where a
 * minimum may lie without a zero gradient and Newton's method does not converge. With {@link
 * Activation#ELU} the Hessian jumps where a unit's sum is zero.
 *
 * <p><b>Cost.</b> For {@code D} examples and {@code n} parameters about {@code 2 D n}
 * floating-point operations for an energy, three times as many for a gradient, six times for a
 * Hessian-vector product, {@code D n^2} for a Hessian, and an activation for each unit and example.
 * Nothing is allocated. The dense Hessian is refused above {@value #MAX_HESSIAN_DIMENSION}
 * parameters. Not thread-safe: each thread takes its own {@link #copy()}, which shares the data.
 */
public final class DenseNetwork implements NetworkModel {
  /** The largest number of parameters for which a dense Hessian is made: 128 MiB. */
  public static final int MAX_HESSIAN_DIMENSION = 4096;

  private static final double[] NOWHERE = {};

  private final DenseParameters parameters;
  private final Penalty penalty;
  private final DataSet data;
  private final NullSpace nullSpace;
  private final DenseSymmetry symmetry;
  private final DenseStarts starts;
  private final DenseLoss loss;
  private final Supplier<DensePredictor> predictor =
      Suppliers.memoize(() -> new DensePredictor(this));
  // The penalty's coefficient of each parameter.
  private final double[] coefficient;

  /**
   * Makes the potential and looks for the symmetries of the data. If the links of the first layer
   * are not regularised, the table of inputs is decomposed once: {@code D K^2} operations for
   * {@code K} inputs.
   *
   * @param architecture the network
   * @param penalty the regularisation
   * @param data the training set, shared, not copied
   * @throws IllegalArgumentException if the data do not fit the network (number of inputs, classes
   *     or targets, number of outputs), hold one class only where classes are to be told apart, or
   *     the penalty is made for another number of layers
   */
  public DenseNetwork(Architecture architecture, Penalty penalty, DataSet data) {
    checkFit(architecture, penalty, data);
    this.penalty = penalty;
    this.data = data;
    parameters = new DenseParameters(architecture);
    nullSpace = new NullSpace(parameters, penalty, data);
    symmetry = new DenseSymmetry(parameters, data, nullSpace);
    starts = new DenseStarts(parameters, symmetry);
    loss = new DenseLoss(architecture, data, hasAnalyticHessian());
    coefficient = new double[dimension()];
    for (int l = 1; l <= architecture.layers(); l++) {
      for (int j = 0; j < architecture.width(l); j++) {
        int bias = parameters.bias(l, j);
        Arrays.fill(coefficient, parameters.row(l, j), bias, penalty.links().get(l - 1));
        coefficient[bias] = penalty.biases().get(l - 1);
      }
    }
  }

  /**
   * Checks that a network can be made of its parts.
   *
   * @param architecture the network
   * @param penalty the regularisation
   * @param data the training set
   * @throws IllegalArgumentException as the constructor
   */
  public static void checkFit(Architecture architecture, Penalty penalty, DataSet data) {
    architecture.checkFit(data);
    if (data.hasClasses() && data.classesPresent() < 2) {
      throw new IllegalArgumentException(
          "all examples of \""
              + data.name()
              + "\" are of class "
              + data.outputNames().get(data.classOf(0))
              + "; there must be examples of at least 2 classes");
    }
    if (penalty.layers() != architecture.layers()) {
      throw new IllegalArgumentException(
          "the penalty is for "
              + penalty.layers()
              + " layers of weights, the network "
              + architecture
              + " has "
              + architecture.layers());
    }
  }

  private DenseNetwork(DenseNetwork other) {
    parameters = other.parameters;
    penalty = other.penalty;
    data = other.data;
    nullSpace = other.nullSpace;
    symmetry = other.symmetry;
    starts = other.starts;
    loss = new DenseLoss(architecture(), data, hasAnalyticHessian());
    coefficient = other.coefficient;
  }

  @Override
  public Architecture architecture() {
    return parameters.architecture();
  }

  /**
   * The regularisation.
   *
   * @return the coefficients
   */
  public Penalty penalty() {
    return penalty;
  }

  @Override
  public DataSet data() {
    return data;
  }

  /**
   * Where each weight stands in the array of parameters.
   *
   * @return the layout
   */
  public DenseParameters parameters() {
    return parameters;
  }

  @Override
  public List<String> parameterNames() {
    return parameters.names();
  }

  @Override
  public double link(double[] x, int layer, int unit, int from) {
    return x[parameters.link(layer, unit, from)];
  }

  @Override
  public double bias(double[] x, int layer, int unit) {
    return x[parameters.bias(layer, unit)];
  }

  @Override
  public double[] answer(double[] x, double[] input) {
    DensePredictor asked = predictor.get();
    return architecture().output().isClassifier()
        ? asked.probabilities(x, input)
        : asked.outputs(x, input);
  }

  @Override
  public int dimension() {
    return parameters.dimension();
  }

  /**
   * Whether {@link #hessian} is available.
   *
   * @return true up to {@link #MAX_HESSIAN_DIMENSION} parameters
   */
  @Override
  public boolean hasAnalyticHessian() {
    return dimension() <= MAX_HESSIAN_DIMENSION;
  }

  @Override
  public DenseSymmetry symmetry() {
    return symmetry;
  }

  @Override
  public DenseNetwork copy() {
    return new DenseNetwork(this);
  }

  /**
   * The directions along which the energy does not change, wherever one starts.
   *
   * <p>A softmax does not feel a common shift of the outputs: if the output biases, or the links to
   * the outputs, are not regularised, their common shifts are null directions. If the links of the
   * first layer are not regularised, so are changes of a unit's links (with its bias, if that is
   * free too) that cancel for every example, as those from an input that is always zero. With every
   * group regularised there are none. Each gives the Hessian a zero eigenvalue everywhere.
   *
   * @return orthonormal vectors that span these directions, new arrays; may be empty
   */
  @Override
  public List<double[]> nullDirections() {
    return nullSpace.directions();
  }

  /** The zero point, which random starts do not reach. */
  @Override
  public List<double[]> knownPoints() {
    return List.of(new double[dimension()]);
  }

  /**
   * A Gaussian point of log-uniform scale between 0.001 and 30, smaller for the links of layers
   * with many nodes below. Half of the starts have structure, since many stationary points have it:
   * they are projected onto what some element of the symmetry group leaves in place, which makes
   * units equal, zero, or each other's images under a symmetry of the data.
   */
  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    starts.random(random, x);
  }

  /**
   * Each hidden unit is one of {@code a} or of a random symmetry copy of {@code b}: its links from
   * below and its bias, and in the last hidden layer its links to the outputs too. The output
   * biases are those of {@code a} or {@code b}.
   */
  @Override
  public void combine(double[] a, double[] b, RandomGenerator random, double[] x) {
    starts.combine(a, b, random, x);
  }

  @Override
  public double energy(double[] x) {
    return loss.value(x) + penalise(x, NOWHERE, NOWHERE);
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    double squares = penalise(x, x, gradient);
    return loss.gradient(x, gradient) + squares;
  }

  /**
   * Energy, gradient and Hessian at a point.
   *
   * @throws UnsupportedOperationException if there are more than {@link #MAX_HESSIAN_DIMENSION}
   *     parameters
   */
  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    int n = dimension();
    if (n > MAX_HESSIAN_DIMENSION) {
      throw new UnsupportedOperationException(
          "a dense Hessian of "
              + n
              + " parameters is not made, at most of "
              + MAX_HESSIAN_DIMENSION
              + "; hessianProduct gives its products with vectors");
    }
    double squares = penalise(x, x, gradient);
    Arrays.fill(hessian, 0, n * n, 0.0);
    double mean = loss.hessian(x, gradient, hessian);
    for (int i = 1; i < n; i++) {
      for (int k = 0; k < i; k++) {
        hessian[i * n + k] = hessian[k * n + i];
      }
    }
    for (int i = 0; i < n; i++) {
      hessian[i * (n + 1)] += 2.0 * coefficient[i];
    }
    return mean + squares;
  }

  /** {@inheritDoc} Analytic, in the time of about two gradients; allocates nothing. */
  @Override
  public void hessianProduct(double[] x, double[] direction, double[] product) {
    penalise(x, direction, product);
    loss.hessianProduct(x, direction, product);
  }

  /**
   * The penalty at a point; fills its second derivatives' product with a vector, which for the
   * point itself is its gradient.
   */
  private double penalise(double[] x, double[] vector, double[] product) {
    for (int i = 0; i < product.length; i++) {
      product[i] = 2.0 * coefficient[i] * vector[i];
    }
    // Two sums, which need not wait for each other.
    double even = 0.0;
    double odd = 0.0;
    int last = x.length - 1;
    for (int i = 0; i < last; i += 2) {
      even += coefficient[i] * (x[i] * x[i]);
      odd += coefficient[i + 1] * (x[i + 1] * x[i + 1]);
    }
    return even + odd + (last % 2 == 0 ? coefficient[last] * (x[last] * x[last]) : 0.0);
  }

  /**
   * Whether the energy has kinks.
   *
   * @return true if a hidden layer is of ReLU units
   */
  @Override
  public boolean hasKinks() {
    return architecture().hidden().stream().anyMatch(layer -> layer.activation().hasKink());
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
    parameters.checkLength(x);
    if (layer < 1 || layer > architecture().layers()) {
      throw new IllegalArgumentException(
          "the layers are from 1 to " + architecture().layers() + ", not " + layer);
    }
    int units = architecture().width(layer);
    double[] slopes = new double[data.examples() * units];
    for (int d = 0; d < data.examples(); d += DenseLayer.LANES) {
      loss.forward(x, d);
      loss.backward(x);
      int lanes = Math.min(DenseLayer.LANES, data.examples() - d);
      loss.copyDelta(layer - 1, lanes * units, slopes, d * units);
    }
    return slopes;
  }

  /**
   * The kinks that a point stands on: ReLU units whose sum is zero for an example. Away from them
   * the energy is smooth around the point, as far as the tolerance reaches.
   *
   * @param x the parameters; not modified
   * @param tolerance the largest magnitude of a sum that counts as zero, 0 or more
   * @return one entry for each unit and example concerned, by example, layer and unit; empty for
   *     networks without ReLU
   * @throws IllegalArgumentException if {@code x} has another length than the dimension
   */
  public List<Kink> kinks(double[] x, double tolerance) {
    parameters.checkLength(x);
    List<Kink> kinks = new ArrayList<>();
    for (int d = 0; d < data.examples(); d++) {
      int lane = d % DenseLayer.LANES;
      if (lane == 0) {
        loss.forward(x, d);
      }
      for (int l = 1; l < architecture().layers(); l++) {
        for (int j = 0; j < architecture().width(l); j++) {
          double sum = loss.sum(l - 1, lane, j);
          boolean kinked = architecture().hidden().get(l - 1).activation().hasKink();
          if (kinked && Math.abs(sum) <= tolerance) {
            kinks.add(new Kink(l, j, d, sum));
          }
        }
      }
    }
    return kinks;
  }

  /**
   * The potential in words.
   *
   * @return for example {@code 2-3-2 tanh softmax on XOR}
   */
  @Override
  public String toString() {
    return architecture() + " on " + data.name();
  }
}
