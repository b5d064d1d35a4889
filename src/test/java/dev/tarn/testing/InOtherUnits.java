package dev.tarn.testing;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * The surface {@code e E((x - o) / l)}: another surface's energies, lengths and origin. Nothing is
 * said of its scales or symmetry.
 *
 * @param surface the surface in its own units
 * @param energy {@code e}
 * @param length {@code l}
 * @param origin {@code o}, the same for each variable
 * @param differences whether the Hessian is left to differences
 */
public record InOtherUnits(
    Potential surface, double energy, double length, double origin, boolean differences)
    implements Potential {

  @Override
  public int dimension() {
    return surface.dimension();
  }

  @Override
  public Evaluator evaluator() {
    Evaluator inner = surface.evaluator();
    return new Evaluator() {
      @Override
      public double gradient(double[] x, double[] gradient) {
        double value = inner.gradient(inside(x), gradient);
        multiply(energy / length, gradient);
        return energy * value;
      }

      @Override
      public double hessian(double[] x, double[] gradient, double[] hessian) {
        if (differences) {
          return Evaluator.super.hessian(x, gradient, hessian);
        }
        double value = inner.hessian(inside(x), gradient, hessian);
        multiply(energy / length, gradient);
        multiply(energy / length / length, hessian);
        return energy * value;
      }

      @Override
      public boolean hasAnalyticHessian() {
        return !differences;
      }
    };
  }

  /** The point of the surface in its own units. */
  public double[] inside(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = (x[i] - origin) / length;
    }
    return y;
  }

  @Override
  public void randomPoint(RandomGenerator random, double[] x) {
    surface.randomPoint(random, x);
    for (int i = 0; i < x.length; i++) {
      x[i] = origin + length * x[i];
    }
  }

  @Override
  public OptionalLong eulerCharacteristic() {
    return surface.eulerCharacteristic();
  }

  private static void multiply(double factor, double[] v) {
    for (int i = 0; i < v.length; i++) {
      v[i] *= factor;
    }
  }
}
