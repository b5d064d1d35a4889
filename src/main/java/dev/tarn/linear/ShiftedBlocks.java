package dev.tarn.linear;

import java.util.Arrays;

/**
 * Shifted equations with a {@link SplitMatrix} {@code A} of any index.
 *
 * <p>{@code (B + W W' + i s)^-1 c} is found from {@code (B + i s)^-1} by the
 * Sherman-Morrison-Woodbury formula (Golub and Van Loan, Matrix Computations, 4th ed., section
 * 2.1.4). Pivots have an imaginary part of {@code s} at least, so that no rows need to be
 * exchanged; where a block is nearly singular and {@code A} is not, digits are lost.
 *
 * <p>Cost: {@code O(n)} for each shift, nothing for the matrix itself. Nothing is allocated after
 * construction. Not thread-safe.
 */
public final class ShiftedBlocks {
  private static final int SIZE = SplitMatrix.SIZE;
  private static final int TERMS = SplitMatrix.TERMS;
  private static final int ENTRIES = SplitMatrix.ENTRIES;
  private static final int FACTORS = 20;
  private static final int PIVOTS = 12;
  private static final int SUMS = TERMS + 1;
  private static final int WIDTH = 2 * SIZE;

  private final int count;
  private final int n;
  private final double[] blocks;
  private final double[] last;
  private final double[] terms;
  // For each block the six numbers below the diagonal of L and the four of 1 / D, complex.
  private final double[] factors;
  // One block's L^-1 (W, c), column by column; complex.
  private final double[] columns = new double[WIDTH * SUMS];
  private final double[] scaled = new double[WIDTH];
  // The matrix and the right side of the terms, complex, row by row.
  private final double[] sumRe = new double[TERMS * SUMS];
  private final double[] sumIm = new double[TERMS * SUMS];

  /**
   * Makes the workspace.
   *
   * @param matrix the matrix; every change of it is seen
   */
  public ShiftedBlocks(SplitMatrix matrix) {
    count = matrix.count();
    n = matrix.dimension();
    blocks = matrix.blocks();
    last = matrix.last();
    terms = matrix.terms();
    factors = new double[FACTORS * count];
  }

  /**
   * Solves {@code (A^2 + s^2) x = A c} as the real part of {@code (A + i s)^-1 c}.
   *
   * @param c the right side; not modified
   * @param shift {@code s}, positive
   * @param x receives the solution
   * @return its length
   */
  public double solve(double[] c, double shift, double[] x) {
    Arrays.fill(sumRe, 0.0);
    Arrays.fill(sumIm, 0.0);
    for (int j = 0; j < count; j++) {
      factorise(j, shift);
      eliminate(j, c);
      sum(j);
    }
    sumLast(c, shift);
    solveTerms();
    double square = 0.0;
    for (int j = 0; j < count; j++) {
      square += substitute(j, c, x);
    }
    rest(n - 1, c, 0);
    double size = last[0] * last[0] + shift * shift;
    double tail = (columns[0] * last[0] + columns[1] * shift) / size;
    x[n - 1] = tail;
    return Math.sqrt(square + tail * tail);
  }

  /** {@code B + i s = L D L'} for one block. */
  private void factorise(int j, double s) {
    int at = j * ENTRIES;
    double b00 = blocks[at];
    double b10 = blocks[at + 1];
    double b20 = blocks[at + 2];
    double b30 = blocks[at + 3];
    double size = b00 * b00 + s * s;
    double r0 = b00 / size;
    double q0 = -s / size;
    double l10 = b10 * r0;
    double m10 = b10 * q0;
    double l20 = b20 * r0;
    double m20 = b20 * q0;
    double l30 = b30 * r0;
    double m30 = b30 * q0;
    double p11 = blocks[at + 4] - l10 * b10;
    double o11 = s - m10 * b10;
    double p21 = blocks[at + 5] - l20 * b10;
    double o21 = -m20 * b10;
    double p31 = blocks[at + 6] - l30 * b10;
    double o31 = -m30 * b10;
    double p22 = blocks[at + 7] - l20 * b20;
    double o22 = s - m20 * b20;
    double p32 = blocks[at + 8] - l30 * b20;
    double o32 = -m30 * b20;
    double p33 = blocks[at + 9] - l30 * b30;
    double o33 = s - m30 * b30;
    size = p11 * p11 + o11 * o11;
    double r1 = p11 / size;
    double q1 = -o11 / size;
    double l21 = p21 * r1 - o21 * q1;
    double m21 = p21 * q1 + o21 * r1;
    double l31 = p31 * r1 - o31 * q1;
    double m31 = p31 * q1 + o31 * r1;
    p22 -= l21 * p21 - m21 * o21;
    o22 -= l21 * o21 + m21 * p21;
    p32 -= l31 * p21 - m31 * o21;
    o32 -= l31 * o21 + m31 * p21;
    p33 -= l31 * p31 - m31 * o31;
    o33 -= l31 * o31 + m31 * p31;
    size = p22 * p22 + o22 * o22;
    double r2 = p22 / size;
    double q2 = -o22 / size;
    double l32 = p32 * r2 - o32 * q2;
    double m32 = p32 * q2 + o32 * r2;
    p33 -= l32 * p32 - m32 * o32;
    o33 -= l32 * o32 + m32 * p32;
    size = p33 * p33 + o33 * o33;
    int to = j * FACTORS;
    factors[to] = l10;
    factors[to + 1] = m10;
    factors[to + 2] = l20;
    factors[to + 3] = m20;
    factors[to + 4] = l30;
    factors[to + 5] = m30;
    factors[to + 6] = l21;
    factors[to + 7] = m21;
    factors[to + 8] = l31;
    factors[to + 9] = m31;
    factors[to + 10] = l32;
    factors[to + 11] = m32;
    factors[to + 12] = r0;
    factors[to + 13] = q0;
    factors[to + 14] = r1;
    factors[to + 15] = q1;
    factors[to + 16] = r2;
    factors[to + 17] = q2;
    factors[to + 18] = p33 / size;
    factors[to + 19] = -o33 / size;
  }

  /**
   * Fills {@link #columns} with {@code L^-1 (W, c)} of one block. What stands on the right is real,
   * which leaves a half of the first row's products.
   */
  private void eliminate(int j, double[] c) {
    int f = j * FACTORS;
    double l10 = factors[f];
    double m10 = factors[f + 1];
    double l20 = factors[f + 2];
    double m20 = factors[f + 3];
    double l30 = factors[f + 4];
    double m30 = factors[f + 5];
    double l21 = factors[f + 6];
    double m21 = factors[f + 7];
    double l31 = factors[f + 8];
    double m31 = factors[f + 9];
    double l32 = factors[f + 10];
    double m32 = factors[f + 11];
    int row = j * SIZE;
    for (int d = 0; d < SUMS; d++) {
      double[] from = d < TERMS ? terms : c;
      int stride = d < TERMS ? TERMS : 1;
      int at = d < TERMS ? row * TERMS + d : row;
      double w0 = from[at];
      double f1 = from[at + stride] - l10 * w0;
      double g1 = -(m10 * w0);
      double f2 = from[at + 2 * stride] - l20 * w0 - (l21 * f1 - m21 * g1);
      double g2 = -(m20 * w0) - (l21 * g1 + m21 * f1);
      int to = WIDTH * d;
      columns[to] = w0;
      columns[to + 1] = 0.0;
      columns[to + 2] = f1;
      columns[to + 3] = g1;
      columns[to + 4] = f2;
      columns[to + 5] = g2;
      columns[to + 6] =
          from[at + 3 * stride] - (l30 * w0 + (l31 * f1 - m31 * g1) + (l32 * f2 - m32 * g2));
      columns[to + 7] = -(m30 * w0 + (l31 * g1 + m31 * f1) + (l32 * g2 + m32 * f2));
    }
  }

  /** Replaces a column by {@code L^-1} times it. */
  private void eliminate(int l, int at) {
    double f0 = columns[at];
    double g0 = columns[at + 1];
    double f1 = columns[at + 2] - (factors[l] * f0 - factors[l + 1] * g0);
    double g1 = columns[at + 3] - (factors[l] * g0 + factors[l + 1] * f0);
    columns[at + 2] = f1;
    columns[at + 3] = g1;
    double f2 =
        columns[at + 4]
            - (factors[l + 2] * f0 - factors[l + 3] * g0)
            - (factors[l + 6] * f1 - factors[l + 7] * g1);
    double g2 =
        columns[at + 5]
            - (factors[l + 2] * g0 + factors[l + 3] * f0)
            - (factors[l + 6] * g1 + factors[l + 7] * f1);
    columns[at + 4] = f2;
    columns[at + 5] = g2;
    columns[at + 6] -=
        (factors[l + 4] * f0 - factors[l + 5] * g0)
            + (factors[l + 8] * f1 - factors[l + 9] * g1)
            + (factors[l + 10] * f2 - factors[l + 11] * g2);
    columns[at + 7] -=
        (factors[l + 4] * g0 + factors[l + 5] * f0)
            + (factors[l + 8] * g1 + factors[l + 9] * f1)
            + (factors[l + 10] * g2 + factors[l + 11] * f2);
  }

  /** Adds {@code W' (B + i s)^-1 (W, c)} of one block. */
  private void sum(int j) {
    int f = j * FACTORS + PIVOTS;
    for (int d = 0; d < TERMS; d++) {
      int at = WIDTH * d;
      double s0 = columns[at] * factors[f];
      double t0 = columns[at] * factors[f + 1];
      double s1 = columns[at + 2] * factors[f + 2] - columns[at + 3] * factors[f + 3];
      double t1 = columns[at + 2] * factors[f + 3] + columns[at + 3] * factors[f + 2];
      double s2 = columns[at + 4] * factors[f + 4] - columns[at + 5] * factors[f + 5];
      double t2 = columns[at + 4] * factors[f + 5] + columns[at + 5] * factors[f + 4];
      double s3 = columns[at + 6] * factors[f + 6] - columns[at + 7] * factors[f + 7];
      double t3 = columns[at + 6] * factors[f + 7] + columns[at + 7] * factors[f + 6];
      for (int k = d; k < SUMS; k++) {
        int of = WIDTH * k;
        double f0 = columns[of];
        double f1 = columns[of + 2];
        double g1 = columns[of + 3];
        double f2 = columns[of + 4];
        double g2 = columns[of + 5];
        double f3 = columns[of + 6];
        double g3 = columns[of + 7];
        sumRe[d * SUMS + k] +=
            s0 * f0 + (s1 * f1 - t1 * g1) + (s2 * f2 - t2 * g2) + (s3 * f3 - t3 * g3);
        sumIm[d * SUMS + k] +=
            t0 * f0 + (s1 * g1 + t1 * f1) + (s2 * g2 + t2 * f2) + (s3 * g3 + t3 * f3);
      }
    }
  }

  private void sumLast(double[] c, double s) {
    double size = last[0] * last[0] + s * s;
    double re = last[0] / size;
    double im = -s / size;
    int row = (n - 1) * TERMS;
    for (int d = 0; d < TERMS; d++) {
      for (int k = d; k < SUMS; k++) {
        double product = terms[row + d] * (k < TERMS ? terms[row + k] : c[n - 1]);
        sumRe[d * SUMS + k] += product * re;
        sumIm[d * SUMS + k] += product * im;
      }
      sumRe[d * SUMS + d] += 1.0;
    }
  }

  /** Solves the equations of the terms, of which the upper triangle is read, in place. */
  private void solveTerms() {
    for (int d = 0; d < TERMS; d++) {
      double re = sumRe[d * SUMS + d];
      double im = sumIm[d * SUMS + d];
      double size = re * re + im * im;
      re /= size;
      im /= -size;
      for (int k = d + 1; k < TERMS; k++) {
        double fr = sumRe[d * SUMS + k] * re - sumIm[d * SUMS + k] * im;
        double fi = sumRe[d * SUMS + k] * im + sumIm[d * SUMS + k] * re;
        for (int l = k; l < SUMS; l++) {
          double ur = sumRe[d * SUMS + l];
          double ui = sumIm[d * SUMS + l];
          sumRe[k * SUMS + l] -= fr * ur - fi * ui;
          sumIm[k * SUMS + l] -= fr * ui + fi * ur;
        }
      }
    }
    for (int d = TERMS - 1; d >= 0; d--) {
      double tr = sumRe[d * SUMS + TERMS];
      double ti = sumIm[d * SUMS + TERMS];
      for (int k = d + 1; k < TERMS; k++) {
        double yr = sumRe[k * SUMS + TERMS];
        double yi = sumIm[k * SUMS + TERMS];
        tr -= sumRe[d * SUMS + k] * yr - sumIm[d * SUMS + k] * yi;
        ti -= sumRe[d * SUMS + k] * yi + sumIm[d * SUMS + k] * yr;
      }
      double re = sumRe[d * SUMS + d];
      double im = sumIm[d * SUMS + d];
      double size = re * re + im * im;
      sumRe[d * SUMS + TERMS] = (tr * re + ti * im) / size;
      sumIm[d * SUMS + TERMS] = (ti * re - tr * im) / size;
    }
  }

  /** Fills the solution's rows of one block; returns the sum of their squares. */
  private double substitute(int j, double[] c, double[] x) {
    int row = j * SIZE;
    int l = j * FACTORS;
    for (int i = 0; i < SIZE; i++) {
      rest(row + i, c, 2 * i);
    }
    eliminate(l, 0);
    for (int i = 0; i < WIDTH; i += 2) {
      double re = factors[l + PIVOTS + i];
      double im = factors[l + PIVOTS + i + 1];
      scaled[i] = columns[i] * re - columns[i + 1] * im;
      scaled[i + 1] = columns[i] * im + columns[i + 1] * re;
    }
    double x3 = scaled[6];
    double w3 = scaled[7];
    double x2 = scaled[4] - (factors[l + 10] * x3 - factors[l + 11] * w3);
    double w2 = scaled[5] - (factors[l + 10] * w3 + factors[l + 11] * x3);
    double x1 = scaled[2] - (factors[l + 6] * x2 - factors[l + 7] * w2);
    double w1 = scaled[3] - (factors[l + 6] * w2 + factors[l + 7] * x2);
    x1 -= factors[l + 8] * x3 - factors[l + 9] * w3;
    w1 -= factors[l + 8] * w3 + factors[l + 9] * x3;
    double x0 =
        scaled[0]
            - (factors[l] * x1 - factors[l + 1] * w1)
            - (factors[l + 2] * x2 - factors[l + 3] * w2)
            - (factors[l + 4] * x3 - factors[l + 5] * w3);
    x[row] = x0;
    x[row + 1] = x1;
    x[row + 2] = x2;
    x[row + 3] = x3;
    return (x0 * x0 + x1 * x1) + (x2 * x2 + x3 * x3);
  }

  /** Fills one number of {@link #columns} with what the terms leave of the right side. */
  private void rest(int i, double[] c, int to) {
    double re = c[i];
    double im = 0.0;
    for (int d = 0; d < TERMS; d++) {
      re -= terms[i * TERMS + d] * sumRe[d * SUMS + TERMS];
      im -= terms[i * TERMS + d] * sumIm[d * SUMS + TERMS];
    }
    columns[to] = re;
    columns[to + 1] = im;
  }
}
