package dev.tarn.potential;

import java.util.function.Supplier;

/** A potential of which nothing is known but how to evaluate it. */
record PlainPotential(int dimension, Supplier<? extends Evaluator> evaluators)
    implements Potential {
  PlainPotential {
    if (dimension < 1) {
      throw new IllegalArgumentException("the dimension is at least 1, not " + dimension);
    }
  }

  @Override
  public Evaluator evaluator() {
    return evaluators.get();
  }
}
