package dev.tarn.surfaces;

import dev.tarn.potential.Evaluator.SmoothEnergy;
import dev.tarn.potential.Evaluator.SmoothEnergy.Scalar;
import dev.tarn.potential.SimplePotential;
import dev.tarn.potential.SymmetryGroup;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The six-hump camel function of two variables (Dixon and Szegő, Towards Global Optimisation 2,
 * North-Holland, 1978):
 *
 * <pre>
 *   E(x, y) = (4 - 2.1 x^2 + x^4/3) x^2 + x y + (-4 + 4 y^2) y^2
 * </pre>
 *
 * <p>It has 15 stationary points: 6 minima, 7 saddles of index 1 and 2 maxima; its symmetry is
 * {@code (x, y) -> (-x, -y)}, which makes 3, 4 and 1 classes of them. Immutable, may be shared
 * between threads; the same bits on every Java version.
 */
public final class SixHumpCamel extends SimplePotential implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Makes the function. */
  public SixHumpCamel() {}

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public double energy(double[] x) {
    double xx = x[0] * x[0];
    double yy = x[1] * x[1];
    return (4.0 - 2.1 * xx + xx * xx / 3.0) * xx + x[0] * x[1] + (-4.0 + 4.0 * yy) * yy;
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    double xx = x[0] * x[0];
    double yy = x[1] * x[1];
    gradient[0] = (8.0 - 8.4 * xx + 2.0 * xx * xx) * x[0] + x[1];
    gradient[1] = x[0] + (-8.0 + 16.0 * yy) * x[1];
    return energy(x);
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    double xx = x[0] * x[0];
    hessian[0] = 8.0 - 25.2 * xx + 10.0 * xx * xx;
    hessian[1] = 1.0;
    hessian[2] = 1.0;
    hessian[3] = -8.0 + 48.0 * x[1] * x[1];
    return gradient(x, gradient);
  }

  @Override
  public boolean hasAnalyticHessian() {
    return true;
  }

  @Override
  public SymmetryGroup symmetry() {
    return SymmetryGroup.inversion();
  }

  /** Uniform in {@code [-2.2, 2.2] x [-1.2, 1.2]}. */
  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    x[0] = -2.2 + 4.4 * random.nextDouble();
    x[1] = -1.2 + 2.4 * random.nextDouble();
  }

  @Override
  public <C> Optional<C> capability(Class<C> type) {
    return new Exact().as(type).or(() -> super.capability(type));
  }

  // The energy for numbers of any kind.
  private static final class Exact implements SmoothEnergy {
    @Override
    public <T extends Scalar<T>> T energy(List<T> x) {
      T xx = x.get(0).square();
      T yy = x.get(1).square();
      T tenth = xx.times(-21.0).dividedBy(xx.constant(10.0));
      T third = xx.square().dividedBy(xx.constant(3.0));
      T first = tenth.plus(third).plus(4.0).times(xx);
      T last = yy.times(4.0).plus(-4.0).times(yy);
      return first.plus(x.get(0).times(x.get(1))).plus(last);
    }
  }
}
