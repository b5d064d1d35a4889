package dev.tarn.network;

/**
 * Rows of which most numbers are zero: of each the numbers that are not, and where they stand.
 * Immutable; the arrays are shared.
 *
 * @param start where each row begins in the other arrays, and at last where all end
 * @param index the places of the numbers, ascending within a row
 * @param value the numbers
 */
record SparseRows(int[] start, int[] index, double[] value) {
  /** How many numbers are summed in registers at once. */
  static final int TEN = 10;

  /**
   * The length of arrays for {@link #combine}: sums of six to ten numbers are taken as ten, which
   * is faster than a loop over them.
   */
  static int width(int count) {
    return count > TEN / 2 && count < TEN ? TEN : count;
  }

  /**
   * Adds a linear combination of rows: {@code out[j] += sum_p value[p] in[index[p]][j]} for {@code
   * j < width} and all {@code p} of a row, one after the other.
   */
  void combine(int row, double[][] in, double[] out, int width) {
    int p = start[row];
    int end = start[row + 1];
    if (width == TEN) {
      addTen(p, end, in, out);
      return;
    }
    // One array is written, and read once for four terms: a form that the compiler makes vector
    // instructions of.
    for (; p + 3 < end; p += 4) {
      add(
          out,
          value[p],
          in[index[p]],
          value[p + 1],
          in[index[p + 1]],
          value[p + 2],
          in[index[p + 2]],
          value[p + 3],
          in[index[p + 3]],
          width);
    }
    for (; p < end; p++) {
      Rows.add(out, value[p], in[index[p]], width);
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
      out[i] = (((out[i] + a * x[i]) + b * y[i]) + c * u[i]) + d * v[i];
    }
  }

  private void addTen(int from, int end, double[][] in, double[] out) {
    double s0 = out[0];
    double s1 = out[1];
    double s2 = out[2];
    double s3 = out[3];
    double s4 = out[4];
    double s5 = out[5];
    double s6 = out[6];
    double s7 = out[7];
    double s8 = out[8];
    double s9 = out[9];
    for (int p = from; p < end; p++) {
      double a = value[p];
      double[] x = in[index[p]];
      s0 += a * x[0];
      s1 += a * x[1];
      s2 += a * x[2];
      s3 += a * x[3];
      s4 += a * x[4];
      s5 += a * x[5];
      s6 += a * x[6];
      s7 += a * x[7];
      s8 += a * x[8];
      s9 += a * x[9];
    }
    out[0] = s0;
    out[1] = s1;
    out[2] = s2;
    out[3] = s3;
    out[4] = s4;
    out[5] = s5;
    out[6] = s6;
    out[7] = s7;
    out[8] = s8;
    out[9] = s9;
  }
}
