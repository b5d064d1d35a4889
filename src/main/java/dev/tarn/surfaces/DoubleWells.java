package dev.tarn.surfaces;

import dev.tarn.potential.SimplePotential;
import java.io.Serializable;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Decoupled double wells, a surface of any dimension {@code N} all of whose stationary points are
 * known:
 *
 * <pre>
 *   E(x) = sum_i w_i (x_i^2 - 1)^2
 * </pre>
 *
 * <p>Every variable is -1, 0 or 1 at a stationary point, so there are {@code 3^N} of them, {@code
 * C(N, k) 2^(N - k)} of index {@code k}; the energy is the sum of the weights of the variables that
 * are 0. All minima have energy 0. The reflections {@code x_i -> -x_i} are not declared as a
 * symmetry, so that all points stay distinct. Cost {@code O(N)}, for the Hessian {@code O(N^2)}.
 * Immutable, may be shared between threads; the same bits on every Java version.
 */
public final class DoubleWells extends SimplePotential implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] weights;

  private DoubleWells(double[] weights) {
    this.weights = weights;
  }

  /**
   * Wells of weight 1.
   *
   * @param n the number of variables, at least 1
   * @return the potential
   * @throws IllegalArgumentException if {@code n} is less than 1
   */
  public static DoubleWells equal(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("the number of wells is at least 1, not " + n);
    }
    double[] weights = new double[n];
    Arrays.fill(weights, 1.0);
    return new DoubleWells(weights);
  }

  /**
   * Wells of given weights.
   *
   * @param weights {@code w_i}, each positive and finite, at least one; copied
   * @return the potential
   * @throws IllegalArgumentException if there is no weight, or one is not positive and finite
   */
  public static DoubleWells of(double... weights) {
    if (weights.length == 0) {
      throw new IllegalArgumentException("the number of wells is at least 1, not 0");
    }
    for (double weight : weights) {
      if (!(weight > 0.0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException("a weight is positive and finite, not " + weight);
      }
    }
    return new DoubleWells(weights.clone());
  }

  @Override
  public int dimension() {
    return weights.length;
  }

  @Override
  public double energy(double[] x) {
    double energy = 0.0;
    for (int i = 0; i < weights.length; i++) {
      double p = x[i] * x[i] - 1.0;
      energy += weights[i] * p * p;
    }
    return energy;
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    double energy = 0.0;
    for (int i = 0; i < weights.length; i++) {
      double p = x[i] * x[i] - 1.0;
      gradient[i] = 4.0 * weights[i] * x[i] * p;
      energy += weights[i] * p * p;
    }
    return energy;
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    int n = weights.length;
    Arrays.fill(hessian, 0, n * n, 0.0);
    for (int i = 0; i < n; i++) {
      hessian[i * (n + 1)] = weights[i] * (12.0 * x[i] * x[i] - 4.0);
    }
    return gradient(x, gradient);
  }

  @Override
  public boolean hasAnalyticHessian() {
    return true;
  }

  /** Uniform in {@code [-1.5, 1.5]} for every variable. */
  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = -1.5 + 3.0 * random.nextDouble();
    }
  }
}
