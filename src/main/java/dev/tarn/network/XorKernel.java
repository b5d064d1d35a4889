package dev.tarn.network;

import java.util.Arrays;

/**
 * The energy of the XOR network with parameters by unit: the fast form of {@link XorLoss} and the
 * regulariser. Both coordinates are served, {@link Full} ones and {@link Centred} ones. Nothing is
 * allocated after construction. Not thread-safe.
 */
abstract class XorKernel implements Kernel {
  private static final int UNIT = XorLoss.UNIT;

  final XorLoss loss;
  final double links;
  final double biases;
  // The variables that the data term depends on, at the point that was evaluated last.
  private double[] essential;
  private double[] other;
  private double value;
  private boolean evaluated;

  private XorKernel(int hidden, double links, double biases) {
    loss = new XorLoss(hidden);
    this.links = links;
    this.biases = biases;
    essential = new double[loss.dimension()];
    other = new double[loss.dimension()];
  }

  /**
   * A kernel.
   *
   * @param layout the layout, by unit
   * @param links the penalty's coefficient of the links
   * @param biases that of the biases
   */
  static XorKernel of(Layout layout, double links, double biases) {
    int hidden = layout.width(1);
    return layout.isCentred()
        ? new Centred(hidden, links, biases)
        : new Full(hidden, links, biases);
  }

  /** Fills the essential variables of a point, or the change of these along a direction. */
  abstract void gather(double[] x, double[] variables);

  abstract double penalty(double[] x);

  @Override
  public final boolean hasAnalyticHessian() {
    return true;
  }

  /** Evaluates the data term; returns the variables that it depends on. */
  final double[] evaluate(double[] x) {
    gather(x, essential);
    value = loss.value(essential);
    evaluated = true;
    return essential;
  }

  /** The same where much more is to be done: not once more at the point that was the last. */
  final double[] visit(double[] x) {
    gather(x, other);
    if (!evaluated || !Arrays.equals(other, essential)) {
      double[] last = essential;
      essential = other;
      other = last;
      value = loss.value(essential);
      evaluated = true;
    }
    return essential;
  }

  /** The data term at the last point. */
  final double value() {
    return value;
  }

  @Override
  public final double energy(double[] x) {
    evaluate(x);
    return value + penalty(x);
  }

  @Override
  public final double[] answer(double[] x, double[] input) {
    gather(x, other);
    double one = SoftFunctions.logistic(loss.difference(other, input[0], input[1]));
    return new double[] {1.0 - one, one};
  }

  /** In the parameters of the network. */
  private static final class Full extends XorKernel {
    private static final int FULL_UNIT = UNIT + 1;

    private final int end;
    private final int n;
    private final int m;
    private final double[] essentialGradient;
    private final double[] essentialHessian;
    private final double[] change;

    Full(int hidden, double links, double biases) {
      super(hidden, links, biases);
      end = FULL_UNIT * hidden;
      n = end + 2;
      m = loss.dimension();
      essentialGradient = new double[m];
      essentialHessian = new double[n <= Network.MAX_HESSIAN_DIMENSION ? m * m : 0];
      change = new double[m];
    }

    @Override
    void gather(double[] x, double[] variables) {
      for (int o = 0, e = 0; o < end; o += FULL_UNIT, e += UNIT) {
        variables[e] = x[o + 1] - x[o];
        variables[e + 1] = x[o + 2];
        variables[e + 2] = x[o + 3];
        variables[e + 3] = x[o + 4];
      }
      variables[variables.length - 1] = x[end + 1] - x[end];
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
      loss.gradient(evaluate(x), essentialGradient);
      return value() + scatter(x, gradient);
    }

    @Override
    public double hessian(double[] x, double[] gradient, double[] hessian) {
      double[] essential = visit(x);
      loss.gradient(essential, essentialGradient);
      loss.hessian(essential, essentialHessian);
      double penalty = scatter(x, gradient);
      scatterHessian(hessian);
      return value() + penalty;
    }

    @Override
    public void hessianProduct(double[] x, double[] direction, double[] product) {
      gather(direction, change);
      loss.hessianProduct(visit(x), change, essentialGradient);
      scatter(direction, product);
    }

    /**
     * Spreads the essential gradient, and adds the penalty's second derivatives times a vector;
     * returns the penalty of the vector, in the same pass.
     */
    private double scatter(double[] vector, double[] out) {
      double ofLinks = 2.0 * links;
      double ofBiases = 2.0 * biases;
      double squares = 0.0;
      double biasSquares = 0.0;
      for (int o = 0, e = 0; o < end; o += FULL_UNIT, e += UNIT) {
        double v0 = vector[o];
        double v1 = vector[o + 1];
        double w1 = vector[o + 2];
        double w2 = vector[o + 3];
        double bias = vector[o + 4];
        out[o] = ofLinks * v0 - essentialGradient[e];
        out[o + 1] = ofLinks * v1 + essentialGradient[e];
        out[o + 2] = ofLinks * w1 + essentialGradient[e + 1];
        out[o + 3] = ofLinks * w2 + essentialGradient[e + 2];
        out[o + 4] = ofBiases * bias + essentialGradient[e + 3];
        squares += v0 * v0 + v1 * v1 + w1 * w1 + w2 * w2;
        biasSquares += bias * bias;
      }
      double shift = essentialGradient[m - 1];
      double b0 = vector[end];
      double b1 = vector[end + 1];
      out[end] = ofBiases * b0 - shift;
      out[end + 1] = ofBiases * b1 + shift;
      return links * squares + biases * (biasSquares + (b0 * b0 + b1 * b1));
    }

    private void scatterHessian(double[] hessian) {
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
        boolean bias = i >= end || i % FULL_UNIT == FULL_UNIT - 1;
        hessian[i * (n + 1)] += 2.0 * (bias ? biases : links);
      }
    }

    /** Where an essential variable stands; for a difference of two outputs, the second of them. */
    private static int place(int essentialIndex) {
      return FULL_UNIT * (essentialIndex / UNIT) + essentialIndex % UNIT + 1;
    }

    private static boolean isOutput(int essentialIndex) {
      return essentialIndex % UNIT == 0;
    }

    @Override
    double penalty(double[] x) {
      double squares = 0.0;
      double biasSquares = 0.0;
      for (int o = 0; o < end; o += FULL_UNIT) {
        squares += x[o] * x[o] + x[o + 1] * x[o + 1] + x[o + 2] * x[o + 2] + x[o + 3] * x[o + 3];
        biasSquares += x[o + 4] * x[o + 4];
      }
      biasSquares += x[end] * x[end] + x[end + 1] * x[end + 1];
      return links * squares + biases * biasSquares;
    }
  }

  /**
   * In the coordinates of {@link CentredNetwork}: unit by unit {@code (w(1)_1j - w(1)_0j)/sqrt 2,
   * w(2)_j1, w(2)_j2, b_j}, then {@code (b_1 - b_0)/sqrt 2}.
   */
  private static final class Centred extends XorKernel {
    private static final double ROOT2 = Math.sqrt(2.0);

    private final int n;
    private final double[] change;

    Centred(int hidden, double links, double biases) {
      super(hidden, links, biases);
      n = loss.dimension();
      change = new double[n];
    }

    @Override
    void gather(double[] x, double[] variables) {
      System.arraycopy(x, 0, variables, 0, n);
      scaleOutputs(variables);
    }

    private void scaleOutputs(double[] variables) {
      for (int o = 0; o < n; o += UNIT) {
        variables[o] *= ROOT2;
      }
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
      loss.gradient(evaluate(x), gradient);
      scatter(x, gradient);
      return value() + penalty(x);
    }

    @Override
    public double hessian(double[] x, double[] gradient, double[] hessian) {
      double[] essential = visit(x);
      loss.gradient(essential, gradient);
      loss.hessian(essential, hessian);
      scatter(x, gradient);
      for (int o = 0; o < n; o += UNIT) {
        for (int i = 0; i < n; i++) {
          hessian[o * n + i] *= ROOT2;
          hessian[i * n + o] *= ROOT2;
        }
      }
      for (int i = 0; i < n; i++) {
        hessian[i * (n + 1)] += 2.0 * penaltyOf(i);
      }
      return value() + penalty(x);
    }

    @Override
    public void hessianProduct(double[] x, double[] direction, double[] product) {
      gather(direction, change);
      loss.hessianProduct(visit(x), change, product);
      scatter(direction, product);
    }

    /** Scales the essential gradient, and adds the penalty's second derivatives times a vector. */
    private void scatter(double[] vector, double[] out) {
      scaleOutputs(out);
      for (int i = 0; i < n; i++) {
        out[i] += 2.0 * penaltyOf(i) * vector[i];
      }
    }

    private double penaltyOf(int i) {
      return i == n - 1 || i % UNIT == UNIT - 1 ? biases : links;
    }

    @Override
    double penalty(double[] x) {
      double sum = 0.0;
      for (int i = 0; i < n; i++) {
        sum += penaltyOf(i) * x[i] * x[i];
      }
      return sum;
    }
  }
}
