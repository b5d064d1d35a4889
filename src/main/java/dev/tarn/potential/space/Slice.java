package dev.tarn.potential.space;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import java.util.List;

/**
 * The points without component along a potential's null directions, one of each line or plane of
 * points that {@link Potential#nullDirections()} makes equivalent.
 *
 * <p>With the orthonormal null directions {@code u_j} a vector is projected as {@code v - sum_j u_j
 * (u_j.v)}. The Hessian {@code H} has {@code H u_j = 0}; for what solves equations with it, or
 * follows its eigenvectors, {@code H + s sum_j u_j u_j'} takes its place, with a shift {@code s}
 * beyond every eigenvalue of {@code H} (projection and eigenvalue shifting as for translations and
 * rotations of molecules: Wales, Energy Landscapes, Cambridge 2003, section 2.2). Nothing else
 * changes: the other eigenvectors and their eigenvalues stay, and the shifted ones come last.
 *
 * <p>Without null directions every method does nothing beyond calling the potential. Cost: {@code
 * O(n)} for each null direction, {@code O(n^2)} for a Hessian. Used by the potential's thread only.
 */
public final class Slice {
  private static final double ORTHONORMALITY = 1e-10;

  private final Evaluator evaluator;
  private final int n;
  private final double[][] directions;

  /**
   * The slice of a potential.
   *
   * @param potential the potential; used by this object's thread only
   * @throws IllegalArgumentException if its null directions are not orthonormal vectors of the
   *     potential's dimension, or span the whole space
   */
  public Slice(Potential potential) {
    evaluator = potential.evaluator();
    n = potential.dimension();
    List<double[]> given = potential.nullDirections();
    directions = given.toArray(double[][]::new);
    for (int j = 0; j < directions.length; j++) {
      if (directions[j].length != n) {
        throw new IllegalArgumentException(
            "a null direction has " + directions[j].length + " components, the potential " + n);
      }
      for (int k = 0; k <= j; k++) {
        double product = Vectors.dot(directions[j], directions[k]);
        if (!(Math.abs(product - (j == k ? 1.0 : 0.0)) <= ORTHONORMALITY)) {
          throw new IllegalArgumentException(
              "null directions are orthonormal, but the product of number "
                  + (k + 1)
                  + " and number "
                  + (j + 1)
                  + " is "
                  + product);
        }
      }
    }
    if (directions.length >= n) {
      throw new IllegalArgumentException(
          "all "
              + n
              + " directions are null directions; the energy changes along at least one of them");
    }
  }

  /**
   * The number of variables of the slice.
   *
   * @return the potential's dimension less the number of null directions, at least 1
   */
  public int dimension() {
    return n - directions.length;
  }

  /**
   * Takes the components along the null directions out of a vector.
   *
   * @param v a point, a gradient or a step, length {@code n}; replaced by its projection
   */
  public void project(double[] v) {
    for (double[] direction : directions) {
      Vectors.remove(direction, v);
    }
  }

  /**
   * Energy, projected gradient and shifted Hessian at a point.
   *
   * @param x the point, length {@code n}; not modified
   * @param gradient receives the gradient without the rounding errors along the null directions
   * @param hessian receives the Hessian, the zero eigenvalues shifted beyond all others
   * @return the energy
   */
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    double energy = evaluator.hessian(x, gradient, hessian);
    if (directions.length > 0) {
      project(gradient);
      double shift = beyondAllEigenvalues(hessian);
      for (double[] direction : directions) {
        for (int i = 0; i < n; i++) {
          double factor = shift * direction[i];
          for (int j = 0; j < n; j++) {
            hessian[i * n + j] += factor * direction[j];
          }
        }
      }
    }
    return energy;
  }

  /**
   * How far the Hessian's eigenvalues may be off.
   *
   * @param x the point, length {@code n}; not modified
   * @param hessian what {@link #hessian} gave there; not modified
   * @return a bound, as {@link Evaluator#hessianError} has it
   */
  public double hessianError(double[] x, double[] hessian) {
    return evaluator.hessianError(x, hessian);
  }

  /** Twice the largest sum of magnitudes in a row, which no eigenvalue exceeds. */
  private double beyondAllEigenvalues(double[] hessian) {
    double largest = 0.0;
    for (int i = 0; i < n; i++) {
      double sum = 0.0;
      for (int j = 0; j < n; j++) {
        sum += Math.abs(hessian[i * n + j]);
      }
      largest = Math.max(largest, sum);
    }
    return largest > 0.0 ? 2.0 * largest : 1.0;
  }
}
