package dev.tarn.testing;

import dev.tarn.potential.Potential;

/** Another potential with only its energy and gradient, as a user might write it. */
public record WithoutHessian(Potential inner) implements Potential {
  @Override
  public int dimension() {
    return inner.dimension();
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    return inner.gradient(x, gradient);
  }

  @Override
  public Potential copy() {
    return new WithoutHessian(inner.copy());
  }
}
