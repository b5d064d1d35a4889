package dev.tarn.surfaces;

import dev.tarn.potential.Evaluator.SmoothEnergy;
import dev.tarn.potential.Evaluator.SmoothEnergy.Scalar;
import dev.tarn.potential.SimplePotential;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Himmelblau's function of two variables (Himmelblau, Applied Nonlinear Programming, McGraw-Hill,
 * 1972):
 *
 * <pre>
 *   E(x, y) = (x^2 + y - 11)^2 + (x + y^2 - 7)^2
 * </pre>
 *
 * <p>It has 9 stationary points: 4 minima, all of energy 0, 4 saddles of index 1 and a maximum. It
 * has no symmetry. Immutable, may be shared between threads; the same bits on every Java version.
 */
public final class Himmelblau extends SimplePotential implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Makes the function. */
  public Himmelblau() {}

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public double energy(double[] x) {
    double p = x[0] * x[0] + x[1] - 11.0;
    double q = x[0] + x[1] * x[1] - 7.0;
    return p * p + q * q;
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    double p = x[0] * x[0] + x[1] - 11.0;
    double q = x[0] + x[1] * x[1] - 7.0;
    gradient[0] = 4.0 * x[0] * p + 2.0 * q;
    gradient[1] = 2.0 * p + 4.0 * x[1] * q;
    return p * p + q * q;
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    hessian[0] = 12.0 * x[0] * x[0] + 4.0 * x[1] - 42.0;
    hessian[1] = 4.0 * (x[0] + x[1]);
    hessian[2] = hessian[1];
    hessian[3] = 12.0 * x[1] * x[1] + 4.0 * x[0] - 26.0;
    return gradient(x, gradient);
  }

  @Override
  public boolean hasAnalyticHessian() {
    return true;
  }

  /** Uniform in {@code [-5, 5] x [-5, 5]}. */
  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    x[0] = -5.0 + 10.0 * random.nextDouble();
    x[1] = -5.0 + 10.0 * random.nextDouble();
  }

  @Override
  public <C> Optional<C> capability(Class<C> type) {
    return new Exact().as(type).or(() -> super.capability(type));
  }

  // The energy for numbers of any kind.
  private static final class Exact implements SmoothEnergy {
    @Override
    public <T extends Scalar<T>> T energy(List<T> x) {
      T p = x.get(0).square().plus(x.get(1)).plus(-11.0);
      T q = x.get(0).plus(x.get(1).square()).plus(-7.0);
      return p.square().plus(q.square());
    }
  }
}
