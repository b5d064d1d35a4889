package dev.tarn.network;

import dev.tarn.potential.Potential;
import dev.tarn.potential.Symmetry;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

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
 * <p><b>Derivatives.</b> With two classes the loss depends on {@code z = y_1 - y_0} alone. Writing
 * {@code g_d = (p_1 - t_d)/4}, {@code c_d = p_0 p_1 / 4}, {@code v_j = w(1)_1j - w(1)_0j}, {@code
 * h} for the tanh of a unit and {@code s = 1 - h^2}: the gradient is {@code sum_d g_d dz_d} and the
 * Hessian {@code sum_d (c_d dz_d dz_d' + g_d d2z_d)}, where {@code d2z} couples parameters of one
 * unit only; the regulariser adds {@code 2 lambda} to the diagonal.
 *
 * <p><b>Cost.</b> {@code 4 N_h} tanh, 4 exponentials and one logarithm; the Hessian adds {@code
 * O((4 N_h)^2)}. Nothing is allocated. Not thread-safe: each thread takes its own {@link #copy()}.
 */
public final class XorNetwork implements Potential {
  /** The number of training examples. */
  static final int DATA = 4;

  private static final int UNIT = XorParameters.UNIT;
  private static final int[] CLASS = {0, 1, 1, 0};

  private final XorParameters parameters;
  private final double lambda;
  private final Regularisation regularisation;
  private final XorSymmetry symmetry;
  private final double biasPenalty;
  private final double[] activation;
  private final double[] slope = new double[DATA];
  private final double[] curvature = new double[DATA];
  // First derivatives of z: for each datum and unit the four independent ones.
  private final double[] response;

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
    activation = new double[DATA * hidden];
    response = new double[4 * hidden];
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
  public int dimension() {
    return parameters.dimension();
  }

  @Override
  public boolean hasAnalyticHessian() {
    return true;
  }

  @Override
  public Symmetry symmetry() {
    return symmetry;
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
   * A Gaussian point of log-uniform scale between 0.001 and 30, in which half of the time each unit
   * may be zero or a copy of the one before it: stationary points of a network often are smaller
   * networks.
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
    for (int j = 0; j < parameters.hidden(); j++) {
      double choice = random.nextDouble();
      if (choice < 0.25) {
        Arrays.fill(x, UNIT * j, UNIT * (j + 1), 0.0);
      } else if (choice < 0.4 && j > 0) {
        System.arraycopy(x, UNIT * (j - 1), x, UNIT * j, UNIT);
      }
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
    double[] p = new double[DATA];
    for (int d = 0; d < DATA; d++) {
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
    return CLASS.clone();
  }

  @Override
  public double energy(double[] x) {
    return forward(x) + penalty(x);
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    double loss = forward(x);
    int end = UNIT * parameters.hidden();
    double links = 2.0 * lambda;
    double biases = 2.0 * biasPenalty;
    double g0 = slope[0];
    double g1 = slope[1];
    double g2 = slope[2];
    double g3 = slope[3];
    double squares = 0.0;
    double biasSquares = 0.0;
    for (int o = 0, a = 0; o < end; o += UNIT, a += DATA) {
      double w0 = x[o];
      double w1 = x[o + 1];
      double first = x[o + 2];
      double second = x[o + 3];
      double bias = x[o + 4];
      double v = w1 - w0;
      double h0 = activation[a];
      double h1 = activation[a + 1];
      double h2 = activation[a + 2];
      double h3 = activation[a + 3];
      double output = g0 * h0 + g1 * h1 + g2 * h2 + g3 * h3;
      double s0 = g0 * (1.0 - h0 * h0);
      double s1 = g1 * (1.0 - h1 * h1);
      double s2 = g2 * (1.0 - h2 * h2);
      double s3 = g3 * (1.0 - h3 * h3);
      gradient[o] = links * w0 - output;
      gradient[o + 1] = links * w1 + output;
      gradient[o + 2] = links * first + v * (s2 + s3);
      gradient[o + 3] = links * second + v * (s1 + s3);
      gradient[o + 4] = biases * bias + v * (s0 + s1 + s2 + s3);
      squares += w0 * w0 + w1 * w1 + first * first + second * second;
      biasSquares += bias * bias;
    }
    double b0 = x[end];
    double b1 = x[end + 1];
    double shift = g0 + g1 + g2 + g3;
    gradient[end] = biases * b0 - shift;
    gradient[end + 1] = biases * b1 + shift;
    biasSquares += b0 * b0 + b1 * b1;
    return loss + lambda * squares + biasPenalty * biasSquares;
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    double energy = gradient(x, gradient);
    int n = dimension();
    int hidden = parameters.hidden();
    int end = UNIT * hidden;
    Arrays.fill(hessian, 0, n * n, 0.0);
    for (int d = 0; d < DATA; d++) {
      addOuterProduct(x, d, hessian, n);
    }
    for (int j = 0; j < hidden; j++) {
      addUnitBlock(x, j, hessian, n);
    }
    // The rows of w(1)_1j and b_1 are those of w(1)_0j and b_0 with the sign changed.
    for (int o = 0; o < end; o += UNIT) {
      for (int p = o; p < end; p += UNIT) {
        double outer = hessian[(o + 1) * n + p + 1];
        hessian[o * n + p] = outer;
        hessian[o * n + p + 1] = -outer;
        hessian[(o + 1) * n + p] = -outer;
        for (int c = 2; c < UNIT; c++) {
          hessian[o * n + p + c] = -hessian[(o + 1) * n + p + c];
          hessian[(o + c) * n + p] = -hessian[(o + c) * n + p + 1];
        }
      }
      for (int c = 1; c < UNIT; c++) {
        hessian[(o + c) * n + end] = -hessian[(o + c) * n + end + 1];
      }
      hessian[o * n + end] = hessian[(o + 1) * n + end + 1];
      hessian[o * n + end + 1] = -hessian[(o + 1) * n + end + 1];
    }
    double corner = hessian[(end + 1) * n + end + 1];
    hessian[end * n + end] = corner;
    hessian[end * n + end + 1] = -corner;
    double links = 2.0 * lambda;
    double biases = 2.0 * biasPenalty;
    for (int o = 0; o < end; o += UNIT) {
      for (int c = 0; c < UNIT - 1; c++) {
        hessian[(o + c) * (n + 1)] += links;
      }
      hessian[(o + UNIT - 1) * (n + 1)] += biases;
    }
    hessian[end * (n + 1)] += biases;
    hessian[(end + 1) * (n + 1)] += biases;
    for (int i = 1; i < n; i++) {
      for (int k = 0; k < i; k++) {
        hessian[i * n + k] = hessian[k * n + i];
      }
    }
    return energy;
  }

  /** Adds {@code c_d dz dz'} for one datum, upper triangle, the rows and columns of z alone. */
  private void addOuterProduct(double[] x, int d, double[] hessian, int n) {
    int hidden = parameters.hidden();
    int first = d >> 1;
    int second = d & 1;
    for (int j = 0; j < hidden; j++) {
      int o = UNIT * j;
      double h = activation[DATA * j + d];
      double vs = (x[o + 1] - x[o]) * (1.0 - h * h);
      response[4 * j] = h;
      response[4 * j + 1] = vs * first;
      response[4 * j + 2] = vs * second;
      response[4 * j + 3] = vs;
    }
    double c = curvature[d];
    int last = UNIT * hidden + 1;
    for (int j = 0; j < hidden; j++) {
      for (int a = 0; a < 4; a++) {
        int row = (UNIT * j + 1 + a) * n;
        double factor = c * response[4 * j + a];
        for (int k = j; k < hidden; k++) {
          int at = row + UNIT * k + 1;
          hessian[at] += factor * response[4 * k];
          hessian[at + 1] += factor * response[4 * k + 1];
          hessian[at + 2] += factor * response[4 * k + 2];
          hessian[at + 3] += factor * response[4 * k + 3];
        }
        hessian[row + last] += factor;
      }
    }
    hessian[last * n + last] += c;
  }

  /** Adds {@code sum_d g_d d2z_d}, which couples the parameters of one unit. */
  private void addUnitBlock(double[] x, int j, double[] hessian, int n) {
    int o = UNIT * j;
    double v = x[o + 1] - x[o];
    double s01 = 0.0;
    double s10 = 0.0;
    double s11 = 0.0;
    double s00 = 0.0;
    double t01 = 0.0;
    double t10 = 0.0;
    double t11 = 0.0;
    double t00 = 0.0;
    for (int d = 0; d < DATA; d++) {
      double h = activation[DATA * j + d];
      double s = slope[d] * (1.0 - h * h);
      double t = -2.0 * v * h * s;
      switch (d) {
        case 0 -> {
          s00 = s;
          t00 = t;
        }
        case 1 -> {
          s01 = s;
          t01 = t;
        }
        case 2 -> {
          s10 = s;
          t10 = t;
        }
        default -> {
          s11 = s;
          t11 = t;
        }
      }
    }
    int w1 = (o + 1) * n;
    hessian[w1 + o + 2] += s10 + s11;
    hessian[w1 + o + 3] += s01 + s11;
    hessian[w1 + o + 4] += s00 + s01 + s10 + s11;
    // Both triangles of the block: the expansion to w(1)_0j reads the lower one too.
    hessian[(o + 2) * n + o + 1] += s10 + s11;
    hessian[(o + 3) * n + o + 1] += s01 + s11;
    hessian[(o + 4) * n + o + 1] += s00 + s01 + s10 + s11;
    hessian[(o + 2) * n + o + 2] += t10 + t11;
    hessian[(o + 2) * n + o + 3] += t11;
    hessian[(o + 2) * n + o + 4] += t10 + t11;
    hessian[(o + 3) * n + o + 3] += t01 + t11;
    hessian[(o + 3) * n + o + 4] += t01 + t11;
    hessian[(o + 4) * n + o + 4] += t00 + t01 + t10 + t11;
  }

  /** Fills activations, slopes {@code g_d} and curvatures {@code c_d}; returns the data term. */
  private double forward(double[] x) {
    int end = UNIT * parameters.hidden();
    double z0 = x[end + 1] - x[end];
    double z1 = z0;
    double z2 = z0;
    double z3 = z0;
    for (int o = 0, a = 0; o < end; o += UNIT, a += DATA) {
      double v = x[o + 1] - x[o];
      double first = x[o + 2];
      double second = x[o + 3];
      double bias = x[o + 4];
      double h0 = ElementaryFunctions.tanh(bias);
      double h1 = ElementaryFunctions.tanh(bias + second);
      double h2 = ElementaryFunctions.tanh(bias + first);
      double h3 = ElementaryFunctions.tanh(bias + first + second);
      activation[a] = h0;
      activation[a + 1] = h1;
      activation[a + 2] = h2;
      activation[a + 3] = h3;
      z0 += v * h0;
      z1 += v * h1;
      z2 += v * h2;
      z3 += v * h3;
    }
    // -ln p = max(0, -m) + ln(1 + exp(-|m|)) for the margin m; the four logarithms are taken as
    // one.
    double product = classify(0, -z0) * classify(1, z1) * classify(2, z2) * classify(3, -z3);
    double linear = Math.max(0.0, z0) + Math.max(0.0, -z1) + Math.max(0.0, -z2) + Math.max(0.0, z3);
    return 0.25 * (linear + StrictMath.log(product));
  }

  private double classify(int d, double margin) {
    double e = ElementaryFunctions.expOfMinus(Math.abs(margin));
    double right = 1.0 / (1.0 + e);
    double wrong = margin >= 0.0 ? e * right : right;
    slope[d] = (CLASS[d] == 1 ? -0.25 : 0.25) * wrong;
    curvature[d] = 0.25 * e * right * right;
    return 1.0 + e;
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
