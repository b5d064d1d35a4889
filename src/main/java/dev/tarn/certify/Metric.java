package dev.tarn.certify;

import dev.tarn.interval.Interval;
import java.util.Arrays;

/**
 * The change from weights to coordinates in which lengths are those of the network's weights.
 *
 * @param counts for each variable, how many equal weights it stands for
 * @param groups the first variable of each group of free outputs
 * @param outputs what these are
 */
record Metric(int[] counts, int[] groups, Outputs outputs) {

  /**
   * {@code T' H T}, where {@code T} divides each variable by the root of its count and replaces
   * each group of free outputs by orthonormal coordinates.
   */
  Interval[] isometric(Interval[] hessian) {
    Interval[] basis = outputs.basis();
    int size = counts.length;
    Interval[] rows = hessian;
    // First the columns, then the rows.
    for (int side = 0; side < 2; side++) {
      Interval[] next = transposed(rows, size);
      for (int row = 0; row < size; row++) {
        divide(next, row, size);
      }
      for (int first : groups) {
        combine(next, first, size, basis);
      }
      rows = next;
    }
    return rows;
  }

  private static Interval[] transposed(Interval[] matrix, int size) {
    Interval[] transposed = new Interval[size * size];
    Arrays.setAll(transposed, k -> matrix[k % size * size + k / size]);
    return transposed;
  }

  private void divide(Interval[] matrix, int row, int size) {
    if (counts[row] == 1) {
      return;
    }
    Interval root = Interval.of(counts[row]).sqrt();
    for (int k = row * size; k < (row + 1) * size; k++) {
      matrix[k] = matrix[k].dividedBy(root);
    }
  }

  private void combine(Interval[] matrix, int first, int size, Interval[] basis) {
    int free = outputs.free();
    for (int column = 0; column < size; column++) {
      Interval[] old = new Interval[free];
      int place = first * size + column;
      Arrays.setAll(old, r -> matrix[place + r * size]);
      for (int k = 0; k < free; k++) {
        Interval sum = Interval.ZERO;
        for (int r = 0; r < free; r++) {
          sum = sum.plus(old[r].times(basis[r * free + k]));
        }
        matrix[place + k * size] = sum;
      }
    }
  }
}
