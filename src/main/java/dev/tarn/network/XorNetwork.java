package dev.tarn.network;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.potential.Reduction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The loss of a tanh/softmax network with one hidden layer on the XOR data: equations 1 to 3 of
 * Mehta, Zhao, Bernal and Wales, Phys. Rev. E 97, 052307 (2018).
 *
 * <pre>
 *   y_i = b_i + sum_j w(1)_ij tanh(b_j + sum_k w(2)_jk x_k)
 *   p_c = exp(y_c) / (exp(y_0) + exp(y_1))
 *   E   = -1/4 sum_d ln p_c(d) + lambda V^2
 * </pre>
 *
 * <p>The data are (0,0), (0,1), (1,0), (1,1) with classes 0, 1, 1, 0. The energy is in nats per
 * training example, weights are dimensionless. {@code V} holds all parameters or the link weights
 * only ({@link Regularisation}); there is no factor 1/2. The parameters are ordered as {@link
 * XorParameters} says.
 *
 * <p><b>Derivatives.</b> The data term depends on {@code v_j = w(1)_1j - w(1)_0j}, on {@code b_1 -
 * b_0} and on the weights and biases of the hidden units alone: its derivatives are those of {@link
 * XorLoss}, with opposite signs for the two output nodes. The regulariser adds {@code 2 lambda} to
 * the Hessian's diagonal.
 *
 * <p><b>Cost.</b> {@code 4 N_h} tanh, 4 exponentials and one logarithm; the Hessian adds {@code
 * O((4 N_h)^2)}. Nothing is allocated. Not thread-safe: each thread takes its own {@link #copy()}.
 */
public final class XorNetwork implements NetworkModel {
  private static final int UNIT = XorParameters.UNIT;
  private static final int ESSENTIAL = XorLoss.UNIT;

  private static final DataSet DATA = DataSets.xor(XorParameters.INPUTS);

  private final XorParameters parameters;
  private final double lambda;
  private final Regularisation regularisation;
  private final XorSymmetry symmetry;
  private final double biasPenalty;
  private final XorLoss loss;
  private final double[] essential;
  private final double[] essentialGradient;
  private final double[] essentialHessian;

  /**
   * Makes a network with every weight and bias regularised, as the paper's landscapes have it.
   *
   * @param hidden the number of hidden units {@code N_h}, at least 1
   * @param lambda the regularisation parameter, positive and finite
   * @throws IllegalArgumentException if an argument is out of range
   */
  public XorNetwork(int hidden, double lambda) {
    this(hidden, lambda, Regularisation.ALL);
  }

  /**
   * Makes a network.
   *
   * @param hidden the number of hidden units {@code N_h}, at least 1
   * @param lambda the regularisation parameter, positive and finite
   * @param regularisation which parameters the regulariser covers
   * @throws IllegalArgumentException if an argument is out of range
   */
  public XorNetwork(int hidden, double lambda, Regularisation regularisation) {
    parameters = new XorParameters(hidden);
    if (!(lambda > 0.0) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException("lambda is a positive number, not " + lambda);
    }
    this.lambda = lambda;
    this.regularisation = regularisation;
    symmetry = new XorSymmetry(parameters, regularisation);
    biasPenalty = regularisation == Regularisation.ALL ? lambda : 0.0;
    loss = new XorLoss(hidden);
    essential = new double[loss.dimension()];
    essentialGradient = new double[loss.dimension()];
    essentialHessian = new double[loss.dimension() * loss.dimension()];
  }

  /**
   * The network of some architecture, penalty and data, if these are the paper's: one layer of tanh
   * units and two softmax outputs on the four XOR examples, with one positive coefficient for all
   * parameters or for all links.
   *
   * @param architecture the network
   * @param penalty the regularisation
   * @param data the training set
   * @return the network; empty if it is another one
   */
  public static Optional<XorNetwork> matching(
      Architecture architecture, Penalty penalty, DataSet data) {
    if (architecture.layers() != penalty.layers() || architecture.hidden().size() != 1) {
      return Optional.empty();
    }
    int hidden = architecture.hidden().get(0).units();
    double coefficient = penalty.links().get(0);
    if (!(coefficient > 0.0) || !data.equals(DATA)) {
      return Optional.empty();
    }
    boolean all = penalty.equals(Penalty.all(architecture, coefficient));
    XorNetwork network =
        new XorNetwork(hidden, coefficient, all ? Regularisation.ALL : Regularisation.LINKS);
    return (all || penalty.equals(Penalty.links(architecture, coefficient)))
            && architecture.equals(network.architecture())
        ? Optional.of(network)
        : Optional.empty();
  }

  /**
   * Where each weight stands in the array of parameters.
   *
   * @return the layout
   */
  public XorParameters parameters() {
    return parameters;
  }

  /**
   * The regularisation parameter.
   *
   * @return lambda
   */
  public double lambda() {
    return lambda;
  }

  /**
   * Which parameters the regulariser covers.
   *
   * @return the regularisation
   */
  public Regularisation regularisation() {
    return regularisation;
  }

  @Override
  public Architecture architecture() {
    return Architecture.of(
        XorParameters.INPUTS,
        Activation.TANH,
        new int[] {parameters.hidden()},
        XorParameters.OUTPUTS,
        OutputLayer.SOFTMAX);
  }

  @Override
  public DataSet data() {
    return DATA;
  }

  @Override
  public List<String> parameterNames() {
    return parameters.names();
  }

  @Override
  public double link(double[] x, int layer, int unit, int from) {
    return x[layer == 1 ? parameters.hidden(unit, from) : parameters.output(unit, from)];
  }

  @Override
  public double bias(double[] x, int layer, int unit) {
    return x[layer == 1 ? parameters.hiddenBias(unit) : parameters.outputBias(unit)];
  }

  @Override
  public double[] answer(double[] x, double[] input) {
    double one = probability(x, input[0], input[1]);
    return new double[] {1.0 - one, one};
  }

  @Override
  public int dimension() {
    return parameters.dimension();
  }

  @Override
  public boolean hasAnalyticHessian() {
    return true;
  }

  @Override
  public XorSymmetry symmetry() {
    return symmetry;
  }

  /** The common shift of the two output biases, where they are not regularised. */
  @Override
  public List<double[]> nullDirections() {
    if (regularisation == Regularisation.ALL) {
      return List.of();
    }
    double[] shift = new double[dimension()];
    Arrays.fill(shift, UNIT * parameters.hidden(), shift.length, Math.sqrt(0.5));
    return List.of(shift);
  }

  /**
   * The subspace in which the two output nodes' weights are opposite, {@code w(1)_0j = -w(1)_1j}
   * and {@code b_0 = -b_1}: the softmax does not feel a common shift of the outputs, so at a
   * stationary point a regularised common part is zero. Dimension {@code 4 N_h + 1}; the {@code N_h
   * + 1} eigenvalues across it are {@code 2 lambda} (0 for the common shift of output biases that
   * are not regularised).
   */
  @Override
  public Optional<Reduction> reduction() {
    return Optional.of(new ReducedXorNetwork(this));
  }

  @Override
  public XorNetwork copy() {
    return new XorNetwork(parameters.hidden(), lambda, regularisation);
  }

  /**
   * The zero point, which is a minimum for every {@code N_h} and lambda and which random starts do
   * not reach.
   */
  @Override
  public List<double[]> knownPoints() {
    return List.of(new double[dimension()]);
  }

  /**
   * A Gaussian point of log-uniform scale between 0.001 and 30. Half of the starts have structure,
   * since many stationary points have it: their units are drawn from fewer kinds than there are
   * units, some are zero, and in half of those starts the swap of the inputs maps each kind of unit
   * to itself or the unit to the next one.
   */
  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    double scale = StrictMath.pow(10.0, -3.0 + 4.5 * random.nextDouble());
    for (int i = 0; i < x.length; i++) {
      x[i] = scale * random.nextGaussian();
    }
    if (random.nextBoolean()) {
      return;
    }
    boolean swapSymmetric = random.nextBoolean();
    int hidden = parameters.hidden();
    int kinds = 1 + random.nextInt(hidden);
    double[] templates = Arrays.copyOf(x, UNIT * kinds);
    int selfSymmetric = random.nextInt(kinds + 1);
    for (int j = 0; j < hidden; j++) {
      int kind = random.nextInt(kinds + 1);
      if (kind == kinds) {
        Arrays.fill(x, UNIT * j, UNIT * (j + 1), 0.0);
        continue;
      }
      System.arraycopy(templates, UNIT * kind, x, UNIT * j, UNIT);
      if (swapSymmetric && kind < selfSymmetric) {
        x[UNIT * j + 3] = x[UNIT * j + 2];
      } else if (swapSymmetric && j + 1 < hidden) {
        j++;
        System.arraycopy(templates, UNIT * kind, x, UNIT * j, UNIT);
        x[UNIT * j + 2] = templates[UNIT * kind + 3];
        x[UNIT * j + 3] = templates[UNIT * kind + 2];
      }
    }
  }

  /**
   * Each unit is one of {@code a} or of a random symmetry copy of {@code b}; the output biases are
   * those of {@code a} or {@code b}. With weak regularisation many stationary points are
   * combinations of the same few units.
   */
  @Override
  public void combine(double[] a, double[] b, RandomGenerator random, double[] x) {
    double[] other = new double[b.length];
    symmetry.randomCopy(random, b, other);
    double[] biases = random.nextBoolean() ? a : b;
    System.arraycopy(biases, 0, x, 0, x.length);
    for (int o = 0; o < UNIT * parameters.hidden(); o += UNIT) {
      System.arraycopy(random.nextBoolean() ? a : other, o, x, o, UNIT);
    }
  }

  /**
   * The probability of class 1 for an input.
   *
   * @param x the parameters; not modified
   * @param first the first input
   * @param second the second input
   * @return {@code p_1}, between 0 and 1
   */
  public double probability(double[] x, double first, double second) {
    parameters.checkLength(x);
    int end = UNIT * parameters.hidden();
    double z = x[end + 1] - x[end];
    for (int o = 0; o < end; o += UNIT) {
      double argument = x[o + 4] + x[o + 2] * first + x[o + 3] * second;
      z += (x[o + 1] - x[o]) * ElementaryFunctions.tanh(argument);
    }
    double e = ElementaryFunctions.expOfMinus(Math.abs(z));
    return z >= 0.0 ? 1.0 / (1.0 + e) : e / (1.0 + e);
  }

  /**
   * The probability of class 1 on the four training inputs (0,0), (0,1), (1,0), (1,1).
   *
   * @param x the parameters; not modified
   * @return a new array of length 4
   */
  public double[] probabilities(double[] x) {
    double[] p = new double[XorLoss.DATA];
    for (int d = 0; d < p.length; d++) {
      p[d] = probability(x, d >> 1, d & 1);
    }
    return p;
  }

  /**
   * The classes of the four training inputs.
   *
   * @return a new array {@code {0, 1, 1, 0}}
   */
  public static int[] classes() {
    return XorLoss.classes();
  }

  @Override
  public double energy(double[] x) {
    gather(x);
    return loss.value(essential) + penalty(x);
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    gather(x);
    double value = loss.gradient(essential, essentialGradient);
    scatterGradient(x, gradient);
    return value + penalty(x);
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    gather(x);
    double value = loss.hessian(essential, essentialGradient, essentialHessian);
    scatterGradient(x, gradient);
    scatterHessian(hessian);
    return value + penalty(x);
  }

  /** Fills the variables that the data term depends on. */
  private void gather(double[] x) {
    int end = UNIT * parameters.hidden();
    for (int o = 0, e = 0; o < end; o += UNIT, e += ESSENTIAL) {
      essential[e] = x[o + 1] - x[o];
      essential[e + 1] = x[o + 2];
      essential[e + 2] = x[o + 3];
      essential[e + 3] = x[o + 4];
    }
    essential[essential.length - 1] = x[end + 1] - x[end];
  }

  private void scatterGradient(double[] x, double[] gradient) {
    int end = UNIT * parameters.hidden();
    double links = 2.0 * lambda;
    double biases = 2.0 * biasPenalty;
    for (int o = 0, e = 0; o < end; o += UNIT, e += ESSENTIAL) {
      gradient[o] = links * x[o] - essentialGradient[e];
      gradient[o + 1] = links * x[o + 1] + essentialGradient[e];
      gradient[o + 2] = links * x[o + 2] + essentialGradient[e + 1];
      gradient[o + 3] = links * x[o + 3] + essentialGradient[e + 2];
      gradient[o + 4] = biases * x[o + 4] + essentialGradient[e + 3];
    }
    double shift = essentialGradient[essential.length - 1];
    gradient[end] = biases * x[end] - shift;
    gradient[end + 1] = biases * x[end + 1] + shift;
  }

  private void scatterHessian(double[] hessian) {
    int n = dimension();
    int m = essential.length;
    for (int r = 0; r < m; r++) {
      int row = place(r);
      for (int c = 0; c < m; c++) {
        double value = essentialHessian[r * m + c];
        int at = row * n + place(c);
        hessian[at] = value;
        if (isOutput(c)) {
          hessian[at - 1] = -value;
        }
        if (isOutput(r)) {
          hessian[at - n] = -value;
          if (isOutput(c)) {
            hessian[at - n - 1] = value;
          }
        }
      }
    }
    for (int i = 0; i < n; i++) {
      boolean bias = i >= UNIT * parameters.hidden() || i % UNIT == UNIT - 1;
      hessian[i * (n + 1)] += 2.0 * (bias ? biasPenalty : lambda);
    }
  }

  /** Where an essential variable stands; for a difference of two outputs, the second of them. */
  private int place(int essentialIndex) {
    return UNIT * (essentialIndex / ESSENTIAL) + essentialIndex % ESSENTIAL + 1;
  }

  private static boolean isOutput(int essentialIndex) {
    return essentialIndex % ESSENTIAL == 0;
  }

  private double penalty(double[] x) {
    int end = UNIT * parameters.hidden();
    double squares = 0.0;
    double biasSquares = 0.0;
    for (int o = 0; o < end; o += UNIT) {
      squares += x[o] * x[o] + x[o + 1] * x[o + 1] + x[o + 2] * x[o + 2] + x[o + 3] * x[o + 3];
      biasSquares += x[o + 4] * x[o + 4];
    }
    biasSquares += x[end] * x[end] + x[end + 1] * x[end + 1];
    return lambda * squares + biasPenalty * biasSquares;
  }
}
