package dev.tarn.linear;

/**
 * Equations with a {@link SplitMatrix} {@code A} and a real shift, where the shifted matrix is
 * positive definite, and whether it is.
 *
 * <p>With {@code C = B + s} the solution of {@code (C + W W') x = c} is found from {@code C = L D
 * L'}, block by block, and {@code S = 1 + W' C^-1 W} by the Sherman-Morrison-Woodbury formula
 * (Golub and Van Loan, Matrix Computations, 4th ed., section 2.1.4). The matrix with the blocks
 * {@code C, W; W', -1} has the inertia of {@code C} and {@code -S} together, and that of {@code -1}
 * and {@code C + W W'} together (Haynsworth, Linear Algebra Appl. 1, 73, 1968), so the shifted
 * matrix is positive definite if and only if {@code C} has as many negative pivots as {@code S}.
 *
 * <p>No rows are exchanged: close to a shift where a leading part of {@code C} is singular digits
 * are lost, and a solution has to be judged by what it does.
 *
 * <p>Cost: {@code O(n)} for each shift, a quarter of what {@link ShiftedBlocks} needs. Nothing is
 * allocated after construction. Not thread-safe.
 */
public final class DefiniteBlocks {
  private static final int SIZE = SplitMatrix.SIZE;
  private static final int TERMS = SplitMatrix.TERMS;
  private static final int ENTRIES = SplitMatrix.ENTRIES;

  private final int count;
  private final int n;
  private final double[] blocks;
  private final double[] last;
  private final double[] terms;
  // For each block the six numbers below the diagonal of L and the four of 1 / D.
  private final double[] factors;
  // The upper triangle of S, row by row, and what stands on the right of its equations.
  private final double[] sums = new double[ENTRIES];
  private final double[] right = new double[TERMS];

  /**
   * Makes the workspace.
   *
   * @param matrix the matrix; every change of it is seen
   */
  public DefiniteBlocks(SplitMatrix matrix) {
    count = matrix.count();
    n = matrix.dimension();
    blocks = matrix.blocks();
    last = matrix.last();
    terms = matrix.terms();
    factors = new double[ENTRIES * count];
  }

  /**
   * Solves {@code (A + s) x = c}.
   *
   * @param c the right side; not modified
   * @param shift {@code s}
   * @param x receives the solution, if there is one; another array than {@code c}
   * @return whether {@code A + s} is positive definite; if not, {@code x} is left as it is
   */
  public boolean solve(double[] c, double shift, double[] x) {
    begin();
    int negative = 0;
    for (int j = 0; j < count; j++) {
      negative += factorise(j, shift);
      sum(j, c);
    }
    double pivot = last[0] + shift;
    if (pivot < 0.0) {
      negative++;
    }
    sumLast(c[n - 1], pivot);
    if (negative != solveTerms()) {
      return false;
    }
    for (int j = 0; j < count; j++) {
      substitute(j, c, x);
    }
    x[n - 1] = rest(n - 1, c) / pivot;
    return true;
  }

  private void begin() {
    for (int k = 0; k < ENTRIES; k++) {
      sums[k] = 0.0;
    }
    sums[0] = 1.0;
    sums[4] = 1.0;
    sums[7] = 1.0;
    sums[9] = 1.0;
    for (int d = 0; d < TERMS; d++) {
      right[d] = 0.0;
    }
  }

  /** {@code B + s = L D L'} for one block; returns how many pivots are negative. */
  private int factorise(int j, double s) {
    int at = j * ENTRIES;
    double b10 = blocks[at + 1];
    double b20 = blocks[at + 2];
    double b30 = blocks[at + 3];
    double p0 = blocks[at] + s;
    double r0 = 1.0 / p0;
    double l10 = b10 * r0;
    double l20 = b20 * r0;
    double l30 = b30 * r0;
    double p1 = blocks[at + 4] + s - l10 * b10;
    double r1 = 1.0 / p1;
    double q21 = blocks[at + 5] - l20 * b10;
    double q31 = blocks[at + 6] - l30 * b10;
    double l21 = q21 * r1;
    double l31 = q31 * r1;
    double p2 = blocks[at + 7] + s - l20 * b20 - l21 * q21;
    double r2 = 1.0 / p2;
    double q32 = blocks[at + 8] - l30 * b20 - l31 * q21;
    double l32 = q32 * r2;
    double p3 = blocks[at + 9] + s - l30 * b30 - l31 * q31 - l32 * q32;
    factors[at] = l10;
    factors[at + 1] = l20;
    factors[at + 2] = l30;
    factors[at + 3] = l21;
    factors[at + 4] = l31;
    factors[at + 5] = l32;
    factors[at + 6] = r0;
    factors[at + 7] = r1;
    factors[at + 8] = r2;
    factors[at + 9] = 1.0 / p3;
    return (p0 < 0.0 ? 1 : 0) + (p1 < 0.0 ? 1 : 0) + (p2 < 0.0 ? 1 : 0) + (p3 < 0.0 ? 1 : 0);
  }

  /** Adds {@code W' C^-1 (W, c)} of one block. */
  private void sum(int j, double[] c) {
    int f = j * ENTRIES;
    double l10 = factors[f];
    double l20 = factors[f + 1];
    double l30 = factors[f + 2];
    double l21 = factors[f + 3];
    double l31 = factors[f + 4];
    double l32 = factors[f + 5];
    double r0 = factors[f + 6];
    double r1 = factors[f + 7];
    double r2 = factors[f + 8];
    double r3 = factors[f + 9];
    int o = j * SIZE * TERMS;
    double u0 = terms[o];
    double u1 = terms[o + 4] - l10 * u0;
    double u2 = terms[o + 8] - l20 * u0 - l21 * u1;
    double u3 = terms[o + 12] - l30 * u0 - l31 * u1 - l32 * u2;
    double v0 = terms[o + 1];
    double v1 = terms[o + 5] - l10 * v0;
    double v2 = terms[o + 9] - l20 * v0 - l21 * v1;
    double v3 = terms[o + 13] - l30 * v0 - l31 * v1 - l32 * v2;
    double x0 = terms[o + 2];
    double x1 = terms[o + 6] - l10 * x0;
    double x2 = terms[o + 10] - l20 * x0 - l21 * x1;
    double x3 = terms[o + 14] - l30 * x0 - l31 * x1 - l32 * x2;
    double y0 = terms[o + 3];
    double y1 = terms[o + 7] - l10 * y0;
    double y2 = terms[o + 11] - l20 * y0 - l21 * y1;
    double y3 = terms[o + 15] - l30 * y0 - l31 * y1 - l32 * y2;
    int row = j * SIZE;
    double c0 = c[row];
    double c1 = c[row + 1] - l10 * c0;
    double c2 = c[row + 2] - l20 * c0 - l21 * c1;
    double c3 = c[row + 3] - l30 * c0 - l31 * c1 - l32 * c2;
    c0 *= r0;
    c1 *= r1;
    c2 *= r2;
    c3 *= r3;
    right[0] += c0 * u0 + c1 * u1 + c2 * u2 + c3 * u3;
    right[1] += c0 * v0 + c1 * v1 + c2 * v2 + c3 * v3;
    right[2] += c0 * x0 + c1 * x1 + c2 * x2 + c3 * x3;
    right[3] += c0 * y0 + c1 * y1 + c2 * y2 + c3 * y3;
    double s0 = u0 * r0;
    double s1 = u1 * r1;
    double s2 = u2 * r2;
    double s3 = u3 * r3;
    sums[0] += s0 * u0 + s1 * u1 + s2 * u2 + s3 * u3;
    sums[1] += s0 * v0 + s1 * v1 + s2 * v2 + s3 * v3;
    sums[2] += s0 * x0 + s1 * x1 + s2 * x2 + s3 * x3;
    sums[3] += s0 * y0 + s1 * y1 + s2 * y2 + s3 * y3;
    s0 = v0 * r0;
    s1 = v1 * r1;
    s2 = v2 * r2;
    s3 = v3 * r3;
    sums[4] += s0 * v0 + s1 * v1 + s2 * v2 + s3 * v3;
    sums[5] += s0 * x0 + s1 * x1 + s2 * x2 + s3 * x3;
    sums[6] += s0 * y0 + s1 * y1 + s2 * y2 + s3 * y3;
    s0 = x0 * r0;
    s1 = x1 * r1;
    s2 = x2 * r2;
    s3 = x3 * r3;
    sums[7] += s0 * x0 + s1 * x1 + s2 * x2 + s3 * x3;
    sums[8] += s0 * y0 + s1 * y1 + s2 * y2 + s3 * y3;
    sums[9] += y0 * y0 * r0 + y1 * y1 * r1 + y2 * y2 * r2 + y3 * y3 * r3;
  }

  private void sumLast(double c, double pivot) {
    int row = (n - 1) * TERMS;
    int at = 0;
    for (int d = 0; d < TERMS; d++) {
      double share = terms[row + d] / pivot;
      for (int k = d; k < TERMS; k++) {
        sums[at++] += share * terms[row + k];
      }
      right[d] += share * c;
    }
  }

  /** Solves the equations of the terms in place; returns how many pivots are negative. */
  private int solveTerms() {
    double s00 = sums[0];
    double m1 = sums[1] / s00;
    double m2 = sums[2] / s00;
    double m3 = sums[3] / s00;
    double s11 = sums[4] - m1 * sums[1];
    double s12 = sums[5] - m1 * sums[2];
    double s13 = sums[6] - m1 * sums[3];
    double k2 = s12 / s11;
    double k3 = s13 / s11;
    double s22 = sums[7] - m2 * sums[2] - k2 * s12;
    double s23 = sums[8] - m2 * sums[3] - k2 * s13;
    double h3 = s23 / s22;
    double s33 = sums[9] - m3 * sums[3] - k3 * s13 - h3 * s23;
    double t0 = right[0];
    double t1 = right[1] - m1 * t0;
    double t2 = right[2] - m2 * t0 - k2 * t1;
    double t3 = (right[3] - m3 * t0 - k3 * t1 - h3 * t2) / s33;
    t2 = t2 / s22 - h3 * t3;
    t1 = t1 / s11 - k2 * t2 - k3 * t3;
    right[0] = t0 / s00 - m1 * t1 - m2 * t2 - m3 * t3;
    right[1] = t1;
    right[2] = t2;
    right[3] = t3;
    return (s00 < 0.0 ? 1 : 0) + (s11 < 0.0 ? 1 : 0) + (s22 < 0.0 ? 1 : 0) + (s33 < 0.0 ? 1 : 0);
  }

  /** Fills the solution's rows of one block. */
  private void substitute(int j, double[] c, double[] x) {
    int f = j * ENTRIES;
    int row = j * SIZE;
    double c0 = rest(row, c);
    double c1 = rest(row + 1, c) - factors[f] * c0;
    double c2 = rest(row + 2, c) - factors[f + 1] * c0 - factors[f + 3] * c1;
    double c3 = rest(row + 3, c) - factors[f + 2] * c0 - factors[f + 4] * c1 - factors[f + 5] * c2;
    double x3 = c3 * factors[f + 9];
    double x2 = c2 * factors[f + 8] - factors[f + 5] * x3;
    double x1 = c1 * factors[f + 7] - factors[f + 3] * x2 - factors[f + 4] * x3;
    x[row] = c0 * factors[f + 6] - factors[f] * x1 - factors[f + 1] * x2 - factors[f + 2] * x3;
    x[row + 1] = x1;
    x[row + 2] = x2;
    x[row + 3] = x3;
  }

  /** What the terms leave of the right side. */
  private double rest(int i, double[] c) {
    int at = i * TERMS;
    return c[i]
        - terms[at] * right[0]
        - terms[at + 1] * right[1]
        - terms[at + 2] * right[2]
        - terms[at + 3] * right[3];
  }
}
