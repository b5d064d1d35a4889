package dev.tarn.linear;

import java.util.Arrays;

/**
 * The minimal-residual method of Paige and Saunders (SIAM J. Numer. Anal. 12, 617, 1975) for {@code
 * A d = b} with a symmetric matrix of any signature that is known by its products with vectors.
 *
 * <p>The residual falls monotonically. Near {@code log(2 / t) sqrt(c) / 2} products reach a
 * relative residual {@code t}, with {@code c} the ratio of the largest to the smallest magnitude of
 * an eigenvalue, if few eigenvalues are negative. Cost: a product and {@code O(n)} an iteration;
 * nothing is allocated. Not thread-safe.
 */
public final class Minres {
  private static final double EXHAUSTED = 1e-15;

  private final int n;
  private double[] vector;
  private double[] previous;
  private double[] product;
  private double[] direction;
  private double[] before;
  private double[] twoBefore;

  /**
   * Makes a solver.
   *
   * @param n the number of rows
   */
  public Minres(int n) {
    this.n = n;
    vector = new double[n];
    previous = new double[n];
    product = new double[n];
    direction = new double[n];
    before = new double[n];
    twoBefore = new double[n];
  }

  /**
   * Solves from zero.
   *
   * @param operator the product with the matrix
   * @param right the right-hand side {@code b}; not modified
   * @param tolerance the residual at which to stop, relative to {@code |b|}
   * @param maxProducts the largest number of products
   * @param solution receives {@code d}
   * @return the residual reached, relative to {@code |b|}; NaN if a product is not finite, 0 for
   *     {@code b = 0}
   */
  public double solve(
      Lanczos.Operator operator,
      double[] right,
      double tolerance,
      int maxProducts,
      double[] solution) {
    Arrays.fill(solution, 0.0);
    Arrays.fill(previous, 0.0);
    Arrays.fill(before, 0.0);
    Arrays.fill(twoBefore, 0.0);
    double size = Vectors.norm(right);
    if (size == 0.0) {
      return 0.0;
    }
    for (int i = 0; i < n; i++) {
      vector[i] = right[i] / size;
    }
    double residual = size;
    double beta = 0.0;
    double cosine = 1.0;
    double oldCosine = 1.0;
    double sine = 0.0;
    double oldSine = 0.0;
    double scale = 0.0;
    for (int k = 0; k < maxProducts && Math.abs(residual) > tolerance * size; k++) {
      operator.apply(vector, product);
      double alpha = 0.0;
      for (int i = 0; i < n; i++) {
        alpha += vector[i] * product[i];
      }
      for (int i = 0; i < n; i++) {
        product[i] -= alpha * vector[i] + beta * previous[i];
      }
      double next = Vectors.norm(product);
      double diagonal = cosine * alpha - oldCosine * sine * beta;
      double rotated = Math.sqrt(diagonal * diagonal + next * next);
      double second = sine * alpha + oldCosine * cosine * beta;
      double third = oldSine * beta;
      scale = Math.max(scale, Math.abs(alpha) + next);
      if (!(rotated > EXHAUSTED * scale)) {
        // The matrix is singular on what is left, or a product is not finite.
        return Double.isNaN(rotated) ? Double.NaN : Math.abs(residual) / size;
      }
      oldCosine = cosine;
      oldSine = sine;
      cosine = diagonal / rotated;
      sine = next / rotated;
      for (int i = 0; i < n; i++) {
        direction[i] = (vector[i] - third * twoBefore[i] - second * before[i]) / rotated;
        solution[i] += cosine * residual * direction[i];
      }
      residual *= -sine;
      rotateBuffers(next);
      beta = next;
    }
    return Math.abs(residual) / size;
  }

  private void rotateBuffers(double next) {
    double[] free = twoBefore;
    twoBefore = before;
    before = direction;
    direction = free;
    free = previous;
    previous = vector;
    vector = product;
    product = free;
    if (next > 0.0) {
      for (int i = 0; i < n; i++) {
        vector[i] /= next;
      }
    }
  }
}
