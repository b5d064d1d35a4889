package dev.tarn.potential.space;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
 * <p>Zero modes that depend on the point ({@link Potential.ZeroModes}) are shifted in the same way,
 * and taken out of gradients; points are not moved along them.
 *
 * <p>Without null directions every method does nothing beyond calling the potential. Cost: {@code
 * O(n)} for each null direction, {@code O(n^2)} for a Hessian. Used by the potential's thread only.
 */
public final class Slice {
  private static final double ORTHONORMALITY = 1e-10;

  private final Evaluator evaluator;
  private final int n;
  private final double[][] directions;
  private final List<double[]> constant;
  private final Optional<Potential.ZeroModes> moving;

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
    constant = List.copyOf(given);
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
    moving = potential.capability(Potential.ZeroModes.class);
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
    return n - directions.length - moving.map(Potential.ZeroModes::most).orElse(0);
  }

  /**
   * The number of variables across all zero modes at a point, which special points have fewer of.
   *
   * @param x the point, length {@code n}; not modified
   * @return the number of eigenvalues that mean something there
   */
  public int dimensionAt(double[] x) {
    return n - zerosAt(x).size();
  }

  /**
   * The directions along which the energy does not change at a point.
   *
   * @param x the point, length {@code n}; not modified
   * @return orthonormal vectors, not to be modified
   */
  public List<double[]> zerosAt(double[] x) {
    List<double[]> zeros = new ArrayList<>(Arrays.asList(directions));
    moving.ifPresent(modes -> zeros.addAll(modes.at(x)));
    return zeros;
  }

  /**
   * Takes the components along all zero modes at a point out of a vector.
   *
   * @param x the point, length {@code n}; not modified
   * @param v a gradient, a step or a mode; replaced by its projection
   */
  public void projectAt(double[] x, double[] v) {
    project(v);
    moving.ifPresent(modes -> modes.at(x).forEach(mode -> Vectors.remove(mode, v)));
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
   * Energy and projected gradient at a point.
   *
   * @param x the point, length {@code n}; not modified
   * @param gradient receives the gradient as {@link #hessian} has it
   * @return the energy
   */
  public double gradient(double[] x, double[] gradient) {
    double energy = evaluator.gradient(x, gradient);
    for (double[] zero : moving.isEmpty() ? constant : zerosAt(x)) {
      Vectors.remove(zero, gradient);
    }
    return energy;
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
    List<double[]> zeros = moving.isEmpty() ? constant : zerosAt(x);
    if (!zeros.isEmpty()) {
      zeros.forEach(zero -> Vectors.remove(zero, gradient));
      double shift = beyondAllEigenvalues(hessian);
      for (double[] direction : zeros) {
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
    if (evaluator.hasAnalyticHessian() || (directions.length == 0 && moving.isEmpty())) {
      return evaluator.hessianError(x, hessian);
    }
    // Differences are compared with others, without the shift.
    double[] plain = new double[n * n];
    evaluator.hessian(x, new double[n], plain);
    return evaluator.hessianError(x, plain);
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
