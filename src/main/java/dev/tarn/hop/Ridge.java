package dev.tarn.hop;

import dev.tarn.linear.KrylovBasis;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Slice;
import java.util.random.RandomGenerator;

/**
 * Looks for negative curvature at a point of a potential too large for a Hessian.
 *
 * <p>The lowest eigenvalue of the Hessian on a Krylov space is an upper bound of its lowest one: if
 * it is negative, there is a way down, and no minimum near. If it is not, nothing is said: the
 * polish has the last word. Cost: 40 Hessian-vector products. Not thread-safe.
 */
final class Ridge {
  private static final int PRODUCTS = 40;

  /**
   * Of the largest eigenvalue. What is less negative is found in valleys too, away from any saddle,
   * where leaving it leads nowhere.
   */
  private static final double CLEARLY = 1e-2;

  private final Evaluator evaluator;
  private final Slice slice;
  private final int n;
  private final KrylovBasis basis;
  private final double[] start;
  private double[] at;

  Ridge(Potential potential) {
    evaluator = potential.evaluator();
    slice = new Slice(potential);
    n = potential.dimension();
    basis = new KrylovBasis(n, PRODUCTS);
    start = new double[n];
    at = start;
  }

  /**
   * Looks for a direction of negative curvature.
   *
   * @param x the point; not modified
   * @param random where the search begins
   * @param direction receives a unit vector, if there is one
   * @return whether one was found
   */
  boolean find(double[] x, RandomGenerator random, double[] direction) {
    at = x;
    for (int i = 0; i < n; i++) {
      start[i] = random.nextGaussian();
    }
    basis.start(this::product, slice.zerosAt(x), start);
    basis.grow(PRODUCTS);
    boolean found = basis.decompose() && isClear(basis.values());
    if (found) {
      basis.vector(0, direction, 0);
      Vectors.normalise(direction);
    }
    basis.release();
    return found;
  }

  private boolean isClear(double[] values) {
    return values[0] < -CLEARLY * Math.abs(values[basis.size() - 1]);
  }

  private void product(double[] v, double[] out) {
    evaluator.hessianProduct(at, v, out);
    slice.projectAt(at, out);
  }
}
