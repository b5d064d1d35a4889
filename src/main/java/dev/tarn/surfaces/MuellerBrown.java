package dev.tarn.surfaces;

import dev.tarn.potential.Evaluator.SmoothEnergy;
import dev.tarn.potential.Evaluator.SmoothEnergy.Scalar;
import dev.tarn.potential.SimplePotential;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The Müller-Brown surface of two variables (Müller and Brown, Theor. Chim. Acta 53, 75, 1979):
 *
 * <pre>
 *   E(x, y) = sum_k A_k exp(a_k (x - X_k)^2 + b_k (x - X_k)(y - Y_k) + c_k (y - Y_k)^2)
 *   A = (-200, -100, -170, 15)   a = (-1, -1, -6.5, 0.7)   b = (0, 0, 11, 0.6)
 *   c = (-10, -10, -6.5, 0.7)    X = (1, 0, -0.5, -1)      Y = (0, 0.5, 1.5, 1)
 * </pre>
 *
 * <p>It has 3 minima and 2 transition states in the box that {@link #randomPoint} draws from, and
 * no symmetry. Four exponentials an evaluation. Immutable, may be shared between threads; the same
 * bits on every Java version.
 */
public final class MuellerBrown extends SimplePotential implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double[] HEIGHT = {-200.0, -100.0, -170.0, 15.0};
  private static final double[] A = {-1.0, -1.0, -6.5, 0.7};
  private static final double[] B = {0.0, 0.0, 11.0, 0.6};
  private static final double[] C = {-10.0, -10.0, -6.5, 0.7};
  private static final double[] X = {1.0, 0.0, -0.5, -1.0};
  private static final double[] Y = {0.0, 0.5, 1.5, 1.0};

  /** Makes the surface. */
  public MuellerBrown() {}

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public double energy(double[] x) {
    double energy = 0.0;
    for (int k = 0; k < HEIGHT.length; k++) {
      energy += term(k, x[0] - X[k], x[1] - Y[k]);
    }
    return energy;
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    double energy = 0.0;
    double gx = 0.0;
    double gy = 0.0;
    for (int k = 0; k < HEIGHT.length; k++) {
      double u = x[0] - X[k];
      double v = x[1] - Y[k];
      double term = term(k, u, v);
      energy += term;
      gx += term * (2.0 * A[k] * u + B[k] * v);
      gy += term * (B[k] * u + 2.0 * C[k] * v);
    }
    gradient[0] = gx;
    gradient[1] = gy;
    return energy;
  }

  @Override
  public double hessian(double[] x, double[] gradient, double[] hessian) {
    double xx = 0.0;
    double xy = 0.0;
    double yy = 0.0;
    for (int k = 0; k < HEIGHT.length; k++) {
      double u = x[0] - X[k];
      double v = x[1] - Y[k];
      double term = term(k, u, v);
      double px = 2.0 * A[k] * u + B[k] * v;
      double py = B[k] * u + 2.0 * C[k] * v;
      xx += term * (px * px + 2.0 * A[k]);
      xy += term * (px * py + B[k]);
      yy += term * (py * py + 2.0 * C[k]);
    }
    hessian[0] = xx;
    hessian[1] = xy;
    hessian[2] = xy;
    hessian[3] = yy;
    return gradient(x, gradient);
  }

  @Override
  public boolean hasAnalyticHessian() {
    return true;
  }

  /** Uniform in {@code [-1.5, 1.2] x [-0.2, 2]}. */
  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    x[0] = -1.5 + 2.7 * random.nextDouble();
    x[1] = -0.2 + 2.2 * random.nextDouble();
  }

  private static double term(int k, double u, double v) {
    return HEIGHT[k] * StrictMath.exp(A[k] * u * u + B[k] * u * v + C[k] * v * v);
  }

  @Override
  public <C> Optional<C> capability(Class<C> type) {
    return new Exact().as(type).or(() -> super.capability(type));
  }

  // The energy for numbers of any kind.
  private static final class Exact implements SmoothEnergy {
    @Override
    public <T extends Scalar<T>> T energy(List<T> x) {
      T energy = x.get(0).constant(0.0);
      for (int k = 0; k < HEIGHT.length; k++) {
        T u = x.get(0).plus(-X[k]);
        T v = x.get(1).plus(-Y[k]);
        T sum = tenths(A[k], u.square()).plus(tenths(B[k], u.times(v)));
        energy = energy.plus(sum.plus(tenths(C[k], v.square())).exp().times(HEIGHT[k]));
      }
      return energy;
    }

    // Times a constant with one decimal, which a double need not be: divided by ten afterwards.
    private static <T extends Scalar<T>> T tenths(double factor, T value) {
      return value.times(Math.rint(10.0 * factor)).dividedBy(value.constant(10.0));
    }
  }
}
