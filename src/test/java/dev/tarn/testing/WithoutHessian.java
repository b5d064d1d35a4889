package dev.tarn.testing;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;

/** Another potential with only its energy and gradient, as a user might write it. */
public record WithoutHessian(Potential inner) implements Potential {
  @Override
  public int dimension() {
    return inner.dimension();
  }

  @Override
  public Evaluator evaluator() {
    Evaluator whole = inner.evaluator();
    // Its gradient alone: everything else is the default.
    return (x, gradient) -> whole.gradient(x, gradient);
  }
}
