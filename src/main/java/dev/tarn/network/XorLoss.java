package dev.tarn.network;

import java.util.Arrays;

/**
 * The data term of equation 3 in the variables that it depends on, with its derivatives.
 *
 * <p>With two classes, softmax and cross-entropy depend on {@code z = y_1 - y_0} alone. The
 * variables are, unit by unit, {@code v_j = w(1)_1j - w(1)_0j, w(2)_j1, w(2)_j2, b_j}, and at the
 * end {@code b_1 - b_0}: {@code 4 N_h + 1} in all. Writing {@code g_d = (p_1 - t_d)/4}, {@code c_d
 * = p_0 p_1 / 4}, {@code h} for the tanh of a unit and {@code s = 1 - h^2}, the gradient is {@code
 * sum_d g_d dz_d} and the Hessian {@code sum_d (c_d dz_d dz_d' + g_d d2z_d)}, where {@code d2z}
 * couples variables of one unit only.
 *
 * <p>Cost: {@code 4 N_h} tanh, 4 exponentials and one logarithm; the Hessian adds {@code O((4
 * N_h)^2)}. Nothing is allocated. Not thread-safe.
 */
final class XorLoss {
  /** The number of training examples. */
  static final int DATA = 4;

  /** The number of variables of one unit. */
  static final int UNIT = 4;

  // The numbers of a triangle of four rows.
  private static final int BLOCK = 10;

  private static final long ONE = Double.doubleToRawLongBits(1.0);
  private static final double SHARE = 1.0 / DATA;

  private final int end;
  private final int n;
  private final double[] activation;
  private final double[] slope = new double[DATA];
  private final double[] curvature = new double[DATA];
  private final double[] response;
  private final double[] block = new double[BLOCK];

  XorLoss(int hidden) {
    end = UNIT * hidden;
    n = end + 1;
    activation = new double[DATA * hidden];
    response = new double[n];
  }

  int dimension() {
    return n;
  }

  /** Fills activations, slopes {@code g_d} and curvatures {@code c_d}; returns the data term. */
  double value(double[] e) {
    double z0 = e[end];
    double z1 = z0;
    double z2 = z0;
    double z3 = z0;
    for (int o = 0; o < end; o += UNIT) {
      double v = e[o];
      double first = e[o + 1];
      double second = e[o + 2];
      double bias = e[o + 3];
      double h0 = ElementaryFunctions.tanh(bias);
      double h1 = ElementaryFunctions.tanh(bias + second);
      double h2 = ElementaryFunctions.tanh(bias + first);
      double h3 = ElementaryFunctions.tanh(bias + first + second);
      activation[o] = h0;
      activation[o + 1] = h1;
      activation[o + 2] = h2;
      activation[o + 3] = h3;
      z0 += v * h0;
      z1 += v * h1;
      z2 += v * h2;
      z3 += v * h3;
    }
    // -ln p = max(0, -m) + ln(1 + exp(-|m|)) for the margin m; the four logarithms are taken as
    // one.
    double product =
        classify(0, SHARE, -z0)
            * classify(1, -SHARE, z1)
            * classify(2, -SHARE, z2)
            * classify(3, SHARE, -z3);
    double twice =
        (Math.abs(z0) + z0) + (Math.abs(z1) - z1) + (Math.abs(z2) - z2) + (Math.abs(z3) + z3);
    return SHARE * (0.5 * twice + SoftFunctions.log(product));
  }

  /**
   * Fills {@code g_d} and {@code c_d} for a margin {@code m}; returns {@code 1 + exp(-|m|)}.
   *
   * @param share a datum's share of the loss, with the sign of {@code -dm/dz}
   */
  private double classify(int d, double share, double margin) {
    double e = ElementaryFunctions.expOfMinus(Math.abs(margin));
    // e for a positive margin and 1 for a negative one, without a branch that nobody can foresee.
    long negative = Double.doubleToRawLongBits(margin) >> 63;
    long wrong = (Double.doubleToRawLongBits(e) & ~negative) | (ONE & negative);
    double right = share / (1.0 + e);
    slope[d] = right * Double.longBitsToDouble(wrong);
    curvature[d] = DATA * right * (right * e);
    return 1.0 + e;
  }

  /** Fills the gradient at the point where {@link #value} was called last. */
  void gradient(double[] e, double[] gradient) {
    double g0 = slope[0];
    double g1 = slope[1];
    double g2 = slope[2];
    double g3 = slope[3];
    for (int o = 0; o < end; o += UNIT) {
      double v = e[o];
      double h0 = activation[o];
      double h1 = activation[o + 1];
      double h2 = activation[o + 2];
      double h3 = activation[o + 3];
      double p0 = g0 * h0;
      double p1 = g1 * h1;
      double p2 = g2 * h2;
      double p3 = g3 * h3;
      double s0 = g0 - p0 * h0;
      double s1 = g1 - p1 * h1;
      double s2 = g2 - p2 * h2;
      double s3 = g3 - p3 * h3;
      gradient[o] = p0 + p1 + p2 + p3;
      gradient[o + 1] = v * (s2 + s3);
      gradient[o + 2] = v * (s1 + s3);
      gradient[o + 3] = v * (s0 + s1 + s2 + s3);
    }
    gradient[end] = g0 + g1 + g2 + g3;
  }

  /** The difference {@code z} of the outputs for an input. */
  double difference(double[] e, double first, double second) {
    double z = e[end];
    for (int o = 0; o < end; o += UNIT) {
      double argument = e[o + 3] + e[o + 1] * first + e[o + 2] * second;
      z += e[o] * ElementaryFunctions.tanh(argument);
    }
    return z;
  }

  /**
   * Fills the product of the Hessian with a vector, at the point where {@link #value} was called
   * last.
   */
  void hessianProduct(double[] e, double[] vector, double[] product) {
    Arrays.fill(product, 0, n, 0.0);
    for (int d = 0; d < DATA; d++) {
      int first = d >> 1;
      int second = d & 1;
      double change = vector[end];
      for (int o = 0; o < end; o += UNIT) {
        double h = activation[o + d];
        double argument = argument(vector, o, first, second);
        change += vector[o] * h + e[o] * (1.0 - h * h) * argument;
      }
      double bent = curvature[d] * change;
      for (int o = 0; o < end; o += UNIT) {
        double h = activation[o + d];
        double s = 1.0 - h * h;
        double argument = argument(vector, o, first, second);
        double below = bent * e[o] * s + slope[d] * s * (vector[o] - 2.0 * e[o] * h * argument);
        product[o] += bent * h + slope[d] * s * argument;
        product[o + 1] += first * below;
        product[o + 2] += second * below;
        product[o + 3] += below;
      }
      product[end] += bent;
    }
  }

  /** What a unit's weights give for a datum. */
  private static double argument(double[] weights, int o, int first, int second) {
    return weights[o + 3] + first * weights[o + 1] + second * weights[o + 2];
  }

  /** Fills the Hessian, both triangles, at the point where {@link #value} was called last. */
  void hessian(double[] e, double[] hessian) {
    Arrays.fill(hessian, 0, n * n, 0.0);
    for (int d = 0; d < DATA; d++) {
      addOuterProduct(e, d, hessian);
    }
    for (int o = 0; o < end; o += UNIT) {
      addUnitBlock(e[o], o, hessian);
    }
    for (int i = 1; i < n; i++) {
      for (int k = 0; k < i; k++) {
        hessian[i * n + k] = hessian[k * n + i];
      }
    }
  }

  /**
   * Fills the Hessian's parts at the point where {@link #value} was called last: {@code sum_d g_d
   * d2z_d} of each unit, its lower triangle column by column, and row by row {@code sqrt(c_d) dz_d}
   * of the data.
   *
   * @param output what the first variable of a unit is multiplied by to make its {@code v}, and the
   *     last one to make {@code b_1 - b_0}
   */
  void split(double[] e, double output, double[] blocks, double[] terms) {
    double q0 = Math.sqrt(curvature[0]);
    double q1 = Math.sqrt(curvature[1]);
    double q2 = Math.sqrt(curvature[2]);
    double q3 = Math.sqrt(curvature[3]);
    for (int o = 0, to = 0; o < end; o += UNIT, to += BLOCK) {
      double v = e[o];
      fillUnitBlock(v, o, output, blocks, to);
      double h0 = activation[o];
      double h1 = activation[o + 1];
      double h2 = activation[o + 2];
      double h3 = activation[o + 3];
      double r0 = 1.0 - h0 * h0;
      double r1 = 1.0 - h1 * h1;
      double r2 = 1.0 - h2 * h2;
      double r3 = 1.0 - h3 * h3;
      int row = DATA * o;
      terms[row] = q0 * output * h0;
      terms[row + 1] = q1 * output * h1;
      terms[row + 2] = q2 * output * h2;
      terms[row + 3] = q3 * output * h3;
      terms[row + 4] = 0.0;
      terms[row + 5] = 0.0;
      terms[row + 6] = q2 * v * r2;
      terms[row + 7] = q3 * v * r3;
      terms[row + 8] = 0.0;
      terms[row + 9] = q1 * v * r1;
      terms[row + 10] = 0.0;
      terms[row + 11] = q3 * v * r3;
      terms[row + 12] = q0 * v * r0;
      terms[row + 13] = q1 * v * r1;
      terms[row + 14] = q2 * v * r2;
      terms[row + 15] = q3 * v * r3;
    }
    terms[DATA * end] = q0 * output;
    terms[DATA * end + 1] = q1 * output;
    terms[DATA * end + 2] = q2 * output;
    terms[DATA * end + 3] = q3 * output;
  }

  /** Adds {@code c_d dz dz'} for one datum to the upper triangle. */
  private void addOuterProduct(double[] e, int d, double[] hessian) {
    int first = d >> 1;
    int second = d & 1;
    for (int o = 0; o < end; o += UNIT) {
      double h = activation[o + d];
      double vs = e[o] * (1.0 - h * h);
      response[o] = h;
      response[o + 1] = vs * first;
      response[o + 2] = vs * second;
      response[o + 3] = vs;
    }
    response[end] = 1.0;
    double c = curvature[d];
    for (int i = 0; i < n; i++) {
      double factor = c * response[i];
      int row = i * n;
      for (int k = i; k < n; k++) {
        hessian[row + k] += factor * response[k];
      }
    }
  }

  /** Adds {@code sum_d g_d d2z_d} of one unit to the upper triangle. */
  private void addUnitBlock(double v, int o, double[] hessian) {
    fillUnitBlock(v, o, 1.0, block, 0);
    int entry = 0;
    for (int i = 0; i < UNIT; i++) {
      for (int k = i; k < UNIT; k++) {
        hessian[(o + i) * n + o + k] += block[entry++];
      }
    }
  }

  /** Fills {@code sum_d g_d d2z_d} of one unit, a triangle of it. */
  private void fillUnitBlock(double v, int o, double output, double[] blocks, int to) {
    double h0 = activation[o];
    double h1 = activation[o + 1];
    double h2 = activation[o + 2];
    double h3 = activation[o + 3];
    double s0 = slope[0] * (1.0 - h0 * h0);
    double s1 = slope[1] * (1.0 - h1 * h1);
    double s2 = slope[2] * (1.0 - h2 * h2);
    double s3 = slope[3] * (1.0 - h3 * h3);
    double twice = -2.0 * v;
    double t0 = twice * h0 * s0;
    double t1 = twice * h1 * s1;
    double t2 = twice * h2 * s2;
    double t3 = twice * h3 * s3;
    blocks[to] = 0.0;
    blocks[to + 1] = output * (s2 + s3);
    blocks[to + 2] = output * (s1 + s3);
    blocks[to + 3] = output * (s0 + s1 + s2 + s3);
    blocks[to + 4] = t2 + t3;
    blocks[to + 5] = t3;
    blocks[to + 6] = t2 + t3;
    blocks[to + 7] = t1 + t3;
    blocks[to + 8] = t1 + t3;
    blocks[to + 9] = t0 + t1 + t2 + t3;
  }
}
