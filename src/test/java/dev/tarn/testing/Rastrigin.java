package dev.tarn.testing;

import dev.tarn.potential.SimplePotential;
import java.util.random.RandomGenerator;

/**
 * The Rastrigin function {@code E = sum_i (x_i^2 + a (1 - cos 2 pi x_i))}, as a user would write
 * it: dimension and gradient only. A funnel of many minima around the global one, 0 at the origin.
 */
public final class Rastrigin extends SimplePotential {
  private final int n;
  private final double depth;

  public Rastrigin(int n, double depth) {
    this.n = n;
    this.depth = depth;
  }

  @Override
  public int dimension() {
    return n;
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    double energy = 0.0;
    for (int i = 0; i < n; i++) {
      double phase = 2.0 * Math.PI * x[i];
      energy += x[i] * x[i] + depth * (1.0 - StrictMath.cos(phase));
      gradient[i] = 2.0 * x[i] + depth * 2.0 * Math.PI * StrictMath.sin(phase);
    }
    return energy;
  }

  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    for (int i = 0; i < n; i++) {
      x[i] = 6.0 * random.nextDouble() - 3.0;
    }
  }
}
