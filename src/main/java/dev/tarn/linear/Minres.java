package dev.tarn.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * The minimal-residual method of Paige and Saunders (SIAM J. Numer. Anal. 12, 617, 1975) for {@code
 * A d = b} with a symmetric matrix of any signature that is known by its products with vectors.
 *
 * <p>The residual falls monotonically. Near {@code log(2 / t) sqrt(c) / 2} products reach a
 * relative residual {@code t}, with {@code c} the ratio of the largest to the smallest magnitude of
 * an eigenvalue, if few eigenvalues are negative. With a positive definite matrix {@code P} that is
 * like {@code A} the eigenvalues that count are those of {@code P^-1 A}, and the residual is
 * measured by {@code r.P^-1 r} in place of {@code r.r}. Cost: a product and {@code O(n)} an
 * iteration. Memory: {@code 8 n} numbers, for as long as an equation is being solved. Not
 * thread-safe.
 */
public final class Minres {
  private static final double EXHAUSTED = 1e-15;

  private final int n;
  private double[] divided = {};
  private double[] scaled = {};
  private double[] covector = {};
  private double[] previous = {};
  private double[] product = {};
  private double[] direction = {};
  private double[] before = {};
  private double[] twoBefore = {};

  /**
   * Makes a solver.
   *
   * @param n the number of rows
   */
  public Minres(int n) {
    this.n = n;
  }

  private void takeRoom(int size) {
    divided = new double[size];
    scaled = new double[size];
    covector = new double[size];
    previous = new double[size];
    product = new double[size];
    direction = new double[size];
    before = new double[size];
    twoBefore = new double[size];
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
    return solve(operator, Optional.empty(), right, tolerance, maxProducts, solution);
  }

  /**
   * Solves from zero with a matrix like that of the equations.
   *
   * @param operator the product with the matrix
   * @param divide the division by the positive definite matrix {@code P}, if there is one
   * @param right the right-hand side {@code b}; not modified
   * @param tolerance the residual at which to stop, relative to that of zero, both by {@code P}
   * @param maxProducts the largest number of products
   * @param solution receives {@code d}
   * @return the residual reached, relative to that of zero; NaN if a product is not finite, 0 for
   *     {@code b = 0}
   */
  public double solve(
      Lanczos.Operator operator,
      Optional<Lanczos.Operator> divide,
      double[] right,
      double tolerance,
      int maxProducts,
      double[] solution) {
    takeRoom(n);
    double residual = iterate(operator, divide, right, tolerance, maxProducts, solution);
    takeRoom(0);
    return residual;
  }

  private double iterate(
      Lanczos.Operator operator,
      Optional<Lanczos.Operator> divide,
      double[] right,
      double tolerance,
      int maxProducts,
      double[] solution) {
    Arrays.fill(solution, 0.0);
    // Without another matrix a vector and its product with that are the same.
    double[] vector = divide.isPresent() ? scaled : covector;
    double size = length(divide, right);
    if (size == 0.0) {
      return 0.0;
    }
    for (int i = 0; i < n; i++) {
      covector[i] = right[i] / size;
    }
    scaleDivided(divide, size);
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
        product[i] -= alpha * covector[i] + beta * previous[i];
      }
      double next = length(divide, product);
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
      vector = divide.isPresent() ? scaled : covector;
      scaleDivided(divide, next);
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
    previous = covector;
    covector = product;
    product = free;
    if (next > 0.0) {
      for (int i = 0; i < n; i++) {
        covector[i] /= next;
      }
    }
  }

  /** The length by which residuals are measured; leaves the divided vector behind. */
  private double length(Optional<Lanczos.Operator> divide, double[] v) {
    if (divide.isEmpty()) {
      return Vectors.norm(v);
    }
    divide.get().apply(v, divided);
    return Math.sqrt(Math.max(0.0, Vectors.dot(v, divided)));
  }

  private void scaleDivided(Optional<Lanczos.Operator> divide, double length) {
    if (divide.isPresent() && length > 0.0) {
      for (int i = 0; i < n; i++) {
        scaled[i] = divided[i] / length;
      }
    }
  }
}
