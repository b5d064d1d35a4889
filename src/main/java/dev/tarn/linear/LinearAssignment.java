package dev.tarn.linear;

import java.util.Arrays;

/**
 * The linear assignment problem, solved exactly: rows are added one at a time along a shortest
 * augmenting path in reduced costs (Kuhn's method with Dijkstra's search, as in Jonker and
 * Volgenant, Computing 38, 325, 1987). Cost {@code O(n^3)}.
 */
public final class LinearAssignment {
  private static final int FREE = -1;

  private LinearAssignment() {}

  /**
   * Finds the permutation of least total cost.
   *
   * @param cost {@code cost[r][c]}, square, finite
   * @return for each column the row assigned to it; some permutation if a cost is not finite
   */
  public static int[] solve(double[][] cost) {
    int n = cost.length;
    double[] rowPrice = new double[n];
    double[] columnPrice = new double[n];
    int[] rowOf = new int[n];
    int[] columnOf = new int[n];
    Arrays.fill(rowOf, FREE);
    Arrays.fill(columnOf, FREE);
    double[] distance = new double[n];
    int[] from = new int[n];
    boolean[] settled = new boolean[n];
    for (int start = 0; start < n; start++) {
      Arrays.fill(distance, Double.POSITIVE_INFINITY);
      Arrays.fill(settled, false);
      // A cost that is not finite leaves this as it is; the search must end all the same.
      Arrays.fill(from, start);
      int row = start;
      double reached = 0.0;
      int column;
      do {
        column = FREE;
        for (int c = 0; c < n; c++) {
          if (settled[c]) {
            continue;
          }
          double length = reached + cost[row][c] - rowPrice[row] - columnPrice[c];
          if (length < distance[c]) {
            distance[c] = length;
            from[c] = row;
          }
          if (column == FREE || distance[c] < distance[column]) {
            column = c;
          }
        }
        settled[column] = true;
        reached = distance[column];
        row = rowOf[column];
      } while (row != FREE);
      for (int c = 0; c < n; c++) {
        if (settled[c]) {
          columnPrice[c] += distance[c] - reached;
          if (rowOf[c] != FREE) {
            rowPrice[rowOf[c]] += reached - distance[c];
          }
        }
      }
      rowPrice[start] += reached;
      while (true) {
        int r = from[column];
        int next = columnOf[r];
        rowOf[column] = r;
        columnOf[r] = column;
        if (r == start) {
          break;
        }
        column = next;
      }
    }
    return rowOf;
  }
}
