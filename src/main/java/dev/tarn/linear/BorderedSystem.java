package dev.tarn.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Linear equations with a square matrix {@code A} that is bordered by a column, a row and a corner:
 *
 * <pre>
 *   A x + m b = r,    c . x + d m = s.
 * </pre>
 *
 * <p>The bordered matrix is regular where {@code A} is singular with one null vector, if border and
 * null vectors are not orthogonal. Cost: an LU decomposition of order {@code n + 1}; nothing is
 * allocated. Not thread-safe.
 */
public final class BorderedSystem {
  private final int n;
  private final DMatrixRMaj matrix;
  private final DMatrixRMaj right;
  private final DMatrixRMaj solution;
  private final LinearSolverDense<DMatrixRMaj> solver;

  /** Equations of order {@code n}, bordered. */
  public BorderedSystem(int n) {
    this.n = n;
    matrix = new DMatrixRMaj(n + 1, n + 1);
    right = new DMatrixRMaj(n + 1, 1);
    solution = new DMatrixRMaj(n + 1, 1);
    solver = LinearSolverFactory_DDRM.lu(n + 1);
  }

  /** The bordered matrix, row by row, to be filled; {@link #factorise} overwrites it. */
  public double[] matrix() {
    return matrix.data;
  }

  /**
   * Where row {@code i}, column {@code j} of the bordered matrix stands; {@code n} is the border.
   */
  public int at(int i, int j) {
    return i * (n + 1) + j;
  }

  /** The right side {@code (r, s)}, to be filled. */
  public double[] right() {
    return right.data;
  }

  /** Decomposes the matrix; false if it is singular. */
  public boolean factorise() {
    return solver.setA(matrix);
  }

  /** Solves for the right side; the solution {@code (x, m)} is overwritten by the next one. */
  public double[] solve() {
    solver.solve(right, solution);
    return solution.data;
  }
}
