package dev.tarn.testing;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SimplePotential;
import java.util.Arrays;
import java.util.Optional;

/** Potentials made of lambdas, for functions that only one test needs. */
public final class Fake {

  /** Fills gradient and Hessian, returns the energy. */
  @FunctionalInterface
  public interface SecondOrder {
    double evaluate(double[] x, double[] gradient, double[] hessian);
  }

  private Fake() {}

  /** A potential with a gradient only. */
  public static Potential of(int n, Evaluator function) {
    return Potential.of(n, () -> function);
  }

  /** A potential with a gradient only that says its scales, so that nothing is measured. */
  public static Potential ofOrderOne(int n, Evaluator function) {
    return new Potential() {
      @Override
      public int dimension() {
        return n;
      }

      @Override
      public Evaluator evaluator() {
        return function;
      }

      @Override
      public Optional<Scales> scales() {
        return Optional.of(Scales.ONE);
      }
    };
  }

  /** A potential that is a number nowhere. */
  public static Potential undefined(int n) {
    return of(
        n,
        (x, gradient) -> {
          Arrays.fill(gradient, Double.NaN);
          return Double.NaN;
        });
  }

  /** A potential with a Hessian, whatever the function fills in. */
  public static Potential of(int n, SecondOrder function) {
    return new SimplePotential() {
      @Override
      public int dimension() {
        return n;
      }

      @Override
      public double gradient(double[] x, double[] gradient) {
        return function.evaluate(x, gradient, new double[n * n]);
      }

      @Override
      public double hessian(double[] x, double[] gradient, double[] hessian) {
        return function.evaluate(x, gradient, hessian);
      }

      @Override
      public boolean hasAnalyticHessian() {
        return true;
      }
    };
  }

  /** {@code E = sum_i c_i x_i^2 / 2}. */
  public static Potential quadratic(double... curvatures) {
    int n = curvatures.length;
    return of(
        n,
        (x, gradient, hessian) -> {
          double energy = 0.0;
          for (int i = 0; i < n; i++) {
            gradient[i] = curvatures[i] * x[i];
            energy += 0.5 * curvatures[i] * x[i] * x[i];
            for (int j = 0; j < n; j++) {
              hessian[i * n + j] = i == j ? curvatures[i] : 0.0;
            }
          }
          return energy;
        });
  }

  /** Two wells near -1 and 1, whose energies differ by about 0.5. */
  public static Potential tiltedWells() {
    return of(
        1,
        (x, gradient) -> {
          double p = x[0] * x[0] - 1.0;
          gradient[0] = 40.0 * x[0] * p + 0.25;
          return 10.0 * p * p + 0.25 * x[0];
        });
  }

  /** Rosenbrock's valley, Comput. J. 3, 175 (1960): one minimum, 0 at (1, 1). */
  public static double rosenbrock(double[] x, double[] gradient) {
    double a = 1.0 - x[0];
    double b = x[1] - x[0] * x[0];
    gradient[0] = -2.0 * a - 400.0 * x[0] * b;
    gradient[1] = 200.0 * b;
    return a * a + 100.0 * b * b;
  }
}
