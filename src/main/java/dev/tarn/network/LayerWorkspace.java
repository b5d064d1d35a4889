package dev.tarn.network;

import java.util.Arrays;

/**
 * The workspace of one layer of weights for four examples at a time, and the products with its
 * weights.
 *
 * <p>Four examples, the lanes, go through the network together: each weight is loaded once for
 * four, and the sums of the lanes do not wait for each other. Arrays hold the units of the first
 * lane, then those of the second, and so on. The innermost loops run over the nodes below, which
 * are contiguous in the parameters too, so that the compiler can use vector instructions. The
 * working set is the layer's weights and some numbers for each node, whatever the number of
 * examples.
 *
 * <p>Nothing is allocated after construction. Not thread-safe.
 */
final class LayerWorkspace {
  static final int LANES = 4;

  /** The number of units. */
  final int rows;

  /** The number of nodes below. */
  final int cols;

  /** Where the parameters of the first unit begin. */
  final int offset;

  /** The sums of the units. */
  final double[] z;

  /** The values, slopes and curvatures of the activation there; unused in the output layer. */
  final double[] value;

  final double[] slope;
  final double[] curvature;

  /** The derivatives of the energy with respect to the values, and to the sums. */
  final double[] valueGradient;

  final double[] delta;

  /** The derivatives of sums, values and deltas along a direction. */
  final double[] zTangent;

  final double[] valueTangent;
  final double[] deltaTangent;

  // The values of the nodes below: the array, and where each lane begins.
  private double[] below = new double[0];
  private int lane0;
  private int lane1;
  private int lane2;
  private int lane3;

  LayerWorkspace(int rows, int cols, int offset) {
    this.rows = rows;
    this.cols = cols;
    this.offset = offset;
    int size = LANES * rows;
    z = new double[size];
    value = new double[size];
    slope = new double[size];
    curvature = new double[size];
    valueGradient = new double[size];
    delta = new double[size];
    zTangent = new double[size];
    valueTangent = new double[size];
    deltaTangent = new double[size];
  }

  /** Sets where the values of the nodes below stand. */
  void readFrom(double[] values, int first, int second, int third, int fourth) {
    below = values;
    lane0 = first;
    lane1 = second;
    lane2 = third;
    lane3 = fourth;
  }

  /** The sums that the nodes below and the biases give with some weights. */
  void affine(double[] weights, double[] out) {
    for (int j = 0; j < rows; j++) {
      double bias = weights[offset + (j + 1) * (cols + 1) - 1];
      out[j] = bias;
      out[rows + j] = bias;
      out[2 * rows + j] = bias;
      out[3 * rows + j] = bias;
    }
    multiply(weights, below, lane0, lane1, lane2, lane3, out);
  }

  /** Adds the products of the weights with something else that the nodes below have. */
  void multiply(double[] weights, double[] in, double[] out) {
    multiply(weights, in, 0, cols, 2 * cols, 3 * cols, out);
  }

  private void multiply(
      double[] weights, double[] in, int i0, int i1, int i2, int i3, double[] out) {
    int j = 0;
    for (; j + 1 < rows; j += 2) {
      int row = offset + j * (cols + 1);
      int next = row + cols + 1;
      double p0 = out[j];
      double p1 = out[rows + j];
      double p2 = out[2 * rows + j];
      double p3 = out[3 * rows + j];
      double q0 = out[j + 1];
      double q1 = out[rows + j + 1];
      double q2 = out[2 * rows + j + 1];
      double q3 = out[3 * rows + j + 1];
      for (int k = 0; k < cols; k++) {
        double v = weights[row + k];
        double w = weights[next + k];
        double y0 = in[i0 + k];
        double y1 = in[i1 + k];
        double y2 = in[i2 + k];
        double y3 = in[i3 + k];
        p0 += v * y0;
        p1 += v * y1;
        p2 += v * y2;
        p3 += v * y3;
        q0 += w * y0;
        q1 += w * y1;
        q2 += w * y2;
        q3 += w * y3;
      }
      out[j] = p0;
      out[rows + j] = p1;
      out[2 * rows + j] = p2;
      out[3 * rows + j] = p3;
      out[j + 1] = q0;
      out[rows + j + 1] = q1;
      out[2 * rows + j + 1] = q2;
      out[3 * rows + j + 1] = q3;
    }
    if (j < rows) {
      int row = offset + j * (cols + 1);
      double p0 = out[j];
      double p1 = out[rows + j];
      double p2 = out[2 * rows + j];
      double p3 = out[3 * rows + j];
      for (int k = 0; k < cols; k++) {
        double v = weights[row + k];
        p0 += v * in[i0 + k];
        p1 += v * in[i1 + k];
        p2 += v * in[i2 + k];
        p3 += v * in[i3 + k];
      }
      out[j] = p0;
      out[rows + j] = p1;
      out[2 * rows + j] = p2;
      out[3 * rows + j] = p3;
    }
  }

  /** Adds to each node below the products of its links' weights with what the units have. */
  void multiplyTransposed(double[] weights, double[] in, double[] out) {
    int j = 0;
    for (; j + 1 < rows; j += 2) {
      int row = offset + j * (cols + 1);
      int next = row + cols + 1;
      double d0 = in[j];
      double d1 = in[rows + j];
      double d2 = in[2 * rows + j];
      double d3 = in[3 * rows + j];
      double e0 = in[j + 1];
      double e1 = in[rows + j + 1];
      double e2 = in[2 * rows + j + 1];
      double e3 = in[3 * rows + j + 1];
      for (int k = 0; k < cols; k++) {
        double v = weights[row + k];
        double w = weights[next + k];
        out[k] += v * d0 + w * e0;
        out[cols + k] += v * d1 + w * e1;
        out[2 * cols + k] += v * d2 + w * e2;
        out[3 * cols + k] += v * d3 + w * e3;
      }
    }
    if (j < rows) {
      int row = offset + j * (cols + 1);
      for (int k = 0; k < cols; k++) {
        double v = weights[row + k];
        out[k] += v * in[j];
        out[cols + k] += v * in[rows + j];
        out[2 * cols + k] += v * in[2 * rows + j];
        out[3 * cols + k] += v * in[3 * rows + j];
      }
    }
  }

  /** Adds the products of what the units and the nodes below have to each link's place. */
  void addProducts(double[] in, double[] out) {
    addLinkProducts(in, below, lane0, lane1, lane2, lane3, out);
    for (int j = 0; j < rows; j++) {
      out[offset + (j + 1) * (cols + 1) - 1] +=
          (in[j] + in[rows + j]) + (in[2 * rows + j] + in[3 * rows + j]);
    }
  }

  /** The same with something else that the nodes below have, and for the links only. */
  void addLinkProducts(double[] in, double[] belowIn, double[] out) {
    addLinkProducts(in, belowIn, 0, cols, 2 * cols, 3 * cols, out);
  }

  private void addLinkProducts(
      double[] in, double[] belowIn, int i0, int i1, int i2, int i3, double[] out) {
    for (int j = 0; j < rows; j++) {
      int row = offset + j * (cols + 1);
      double d0 = in[j];
      double d1 = in[rows + j];
      double d2 = in[2 * rows + j];
      double d3 = in[3 * rows + j];
      for (int k = 0; k < cols; k++) {
        out[row + k] +=
            (d0 * belowIn[i0 + k] + d1 * belowIn[i1 + k])
                + (d2 * belowIn[i2 + k] + d3 * belowIn[i3 + k]);
      }
    }
  }

  /**
   * The derivatives of the gradient along the tangents, lane by lane: from the parameters of a unit
   * on, at its place in {@code out}, the lanes {@code stride} apart.
   *
   * @param belowTangent the tangents of the values below; empty if they do not change
   */
  void fillResponse(int firstUnit, double[] belowTangent, double[] out, int stride) {
    boolean changes = belowTangent.length > 0;
    for (int j = firstUnit; j < rows; j++) {
      int at = offset + j * (cols + 1);
      double t0 = deltaTangent[j];
      double t1 = deltaTangent[rows + j];
      double t2 = deltaTangent[2 * rows + j];
      double t3 = deltaTangent[3 * rows + j];
      for (int k = 0; k < cols; k++) {
        out[at + k] = t0 * below[lane0 + k];
        out[stride + at + k] = t1 * below[lane1 + k];
        out[2 * stride + at + k] = t2 * below[lane2 + k];
        out[3 * stride + at + k] = t3 * below[lane3 + k];
      }
      out[at + cols] = t0;
      out[stride + at + cols] = t1;
      out[2 * stride + at + cols] = t2;
      out[3 * stride + at + cols] = t3;
      for (int k = 0; changes && k < cols; k++) {
        out[at + k] += delta[j] * belowTangent[k];
        out[stride + at + k] += delta[rows + j] * belowTangent[cols + k];
        out[2 * stride + at + k] += delta[2 * rows + j] * belowTangent[2 * cols + k];
        out[3 * stride + at + k] += delta[3 * rows + j] * belowTangent[3 * cols + k];
      }
    }
  }

  /** Where the values of a lane's nodes below begin in {@link #below()}. */
  int laneStart(int lane) {
    return switch (lane) {
      case 0 -> lane0;
      case 1 -> lane1;
      case 2 -> lane2;
      default -> lane3;
    };
  }

  /** The array of the values of the nodes below. */
  double[] below() {
    return below;
  }

  /** From the gradient with respect to the values that with respect to the sums. */
  void fillDelta() {
    for (int i = 0; i < delta.length; i++) {
      delta[i] = slope[i] * valueGradient[i];
    }
  }

  void fillValueTangent() {
    for (int i = 0; i < valueTangent.length; i++) {
      valueTangent[i] = slope[i] * zTangent[i];
    }
  }

  /** From the tangents of the sums and of the values' gradient, which stands there already. */
  void fillDeltaTangent() {
    for (int i = 0; i < deltaTangent.length; i++) {
      deltaTangent[i] = slope[i] * deltaTangent[i] + curvature[i] * valueGradient[i] * zTangent[i];
    }
  }

  /** The tangent of the sums for a change of one unit's sum by 1, in every lane. */
  void probe(int unit) {
    Arrays.fill(zTangent, 0.0);
    for (int lane = 0; lane < LANES; lane++) {
      zTangent[lane * rows + unit] = 1.0;
    }
  }
}
