package dev.tarn.network;

import dev.tarn.linear.Vectors;
import java.util.Arrays;

/**
 * Sums and products of rows of numbers, the innermost loops of {@link BatchedLoss}.
 *
 * <p>A row is an array of its own that is read from its beginning, and each loop writes one row:
 * the compiler makes vector instructions of such loops, and not of those where rows are parts of a
 * longer array or two are written at once. Additions are in the order that stands here, so the bits
 * are the same on every machine.
 */
final class Rows {
  private Rows() {}

  /**
   * Adds linear combinations of rows: {@code out[j] += sum_k w[first + j outStride + k inStride]
   * in[k]} for {@code j < outs} and {@code k < ins}.
   */
  static void combine(
      double[] w,
      int first,
      int outStride,
      int inStride,
      double[][] in,
      int ins,
      double[][] out,
      int outs,
      int m) {
    int k = 0;
    // Four rows stay in the nearest cache while they go into every sum.
    for (; k + 3 < ins; k += 4) {
      for (int j = 0; j < outs; j++) {
        int at = first + j * outStride + k * inStride;
        double a = w[at];
        double b = w[at + inStride];
        double c = w[at + 2 * inStride];
        double d = w[at + 3 * inStride];
        add(out[j], a, in[k], b, in[k + 1], c, in[k + 2], d, in[k + 3], m);
      }
    }
    for (; k < ins; k++) {
      for (int j = 0; j < outs; j++) {
        add(out[j], w[first + j * outStride + k * inStride], in[k], m);
      }
    }
  }

  /** Adds {@code out[j] += sum_k w[j][k] in[k]} for {@code j < outs} and {@code k < ins}. */
  static void combine(double[][] w, double[][] in, int ins, double[][] out, int outs, int m) {
    int k = 0;
    for (; k + 3 < ins; k += 4) {
      for (int j = 0; j < outs; j++) {
        double[] v = w[j];
        add(out[j], v[k], in[k], v[k + 1], in[k + 1], v[k + 2], in[k + 2], v[k + 3], in[k + 3], m);
      }
    }
    for (; k < ins; k++) {
      for (int j = 0; j < outs; j++) {
        add(out[j], w[j][k], in[k], m);
      }
    }
  }

  private static void add(
      double[] out,
      double a,
      double[] x,
      double b,
      double[] y,
      double c,
      double[] u,
      double d,
      double[] v,
      int m) {
    for (int i = 0; i < m; i++) {
      out[i] += (a * x[i] + b * y[i]) + (c * u[i] + d * v[i]);
    }
  }

  /** Adds a multiple of a row. */
  static void add(double[] out, double a, double[] x, int m) {
    for (int i = 0; i < m; i++) {
      out[i] += a * x[i];
    }
  }

  /** The products of two rows, element by element. */
  static void multiply(double[] x, double[] y, double[] out, int m) {
    for (int i = 0; i < m; i++) {
      out[i] = x[i] * y[i];
    }
  }

  /** Adds {@code out[at + k] += x . in[k]} for {@code from <= k < to}. */
  static void dots(double[] x, double[][] in, int from, int to, double[] out, int at, int m) {
    int k = from;
    for (; k + 1 < to; k += 2) {
      two(x, in[k], in[k + 1], out, at + k, m);
    }
    if (k < to) {
      out[at + k] += Vectors.dotInParts(x, in[k], m);
    }
  }

  /** Two sums at once, of four parts each that do not wait for each other. */
  private static void two(double[] x, double[] y, double[] u, double[] out, int at, int m) {
    double y0 = 0.0;
    double y1 = 0.0;
    double y2 = 0.0;
    double y3 = 0.0;
    double u0 = 0.0;
    double u1 = 0.0;
    double u2 = 0.0;
    double u3 = 0.0;
    int i = 0;
    for (; i + 3 < m; i += 4) {
      y0 += x[i] * y[i];
      u0 += x[i] * u[i];
      y1 += x[i + 1] * y[i + 1];
      u1 += x[i + 1] * u[i + 1];
      y2 += x[i + 2] * y[i + 2];
      u2 += x[i + 2] * u[i + 2];
      y3 += x[i + 3] * y[i + 3];
      u3 += x[i + 3] * u[i + 3];
    }
    for (; i < m; i++) {
      y0 += x[i] * y[i];
      u0 += x[i] * u[i];
    }
    out[at] += (y0 + y1) + (y2 + y3);
    out[at + 1] += (u0 + u1) + (u2 + u3);
  }

  /** The sum of a row. */
  static double sum(double[] x, int m) {
    double s0 = 0.0;
    double s1 = 0.0;
    double s2 = 0.0;
    double s3 = 0.0;
    int i = 0;
    for (; i + 3 < m; i += 4) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
    }
    for (; i < m; i++) {
      s0 += x[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /**
   * Makes columns of rows: {@code out[k][i] = in[i][k]} for {@code i < m} and {@code k < width}.
   */
  static void transpose(double[][] in, int m, double[][] out, int width) {
    int i = 0;
    // Eight numbers that follow each other in memory at a time.
    for (; i + 7 < m; i += 8) {
      double[] r0 = in[i];
      double[] r1 = in[i + 1];
      double[] r2 = in[i + 2];
      double[] r3 = in[i + 3];
      double[] r4 = in[i + 4];
      double[] r5 = in[i + 5];
      double[] r6 = in[i + 6];
      double[] r7 = in[i + 7];
      for (int k = 0; k < width; k++) {
        double[] o = out[k];
        o[i] = r0[k];
        o[i + 1] = r1[k];
        o[i + 2] = r2[k];
        o[i + 3] = r3[k];
        o[i + 4] = r4[k];
        o[i + 5] = r5[k];
        o[i + 6] = r6[k];
        o[i + 7] = r7[k];
      }
    }
    for (; i < m; i++) {
      for (int k = 0; k < width; k++) {
        out[k][i] = in[i][k];
      }
    }
  }

  /** Writes the columns of rows one after the other: {@code out[i count + c] = rows[c][i]}. */
  static void weave(double[][] rows, double[] out, int count, int m) {
    for (int c = 0; c < count; c++) {
      for (int i = 0; i < m; i++) {
        out[i * count + c] = rows[c][i];
      }
    }
  }

  /** The reverse of {@link #weave}. */
  static void unweave(double[] in, double[][] rows, int count, int m) {
    for (int c = 0; c < count; c++) {
      for (int i = 0; i < m; i++) {
        rows[c][i] = in[i * count + c];
      }
    }
  }

  static void clear(double[][] rows, int m) {
    for (double[] row : rows) {
      Arrays.fill(row, 0, m, 0.0);
    }
  }
}
