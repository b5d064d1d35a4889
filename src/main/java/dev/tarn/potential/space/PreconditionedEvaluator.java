package dev.tarn.potential.space;

import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import java.util.Optional;

/**
 * An evaluator of a potential together with its preconditioner, for minimisers. They take points
 * and energies to each other only where they are told: the matrix may be that of an earlier point.
 */
public final class PreconditionedEvaluator implements Evaluator, Preconditioner {
  private final Evaluator evaluator;
  private final Preconditioner preconditioner;

  private PreconditionedEvaluator(Evaluator evaluator, Preconditioner preconditioner) {
    this.evaluator = evaluator;
    this.preconditioner = preconditioner;
  }

  /**
   * What a minimiser is to be given of a potential.
   *
   * @param potential the potential
   * @return a new evaluator for one thread, with the preconditioner if there is one
   */
  public static Evaluator of(Potential potential) {
    Evaluator evaluator = potential.evaluator();
    Optional<Preconditioner> preconditioner = Preconditioner.of(potential);
    return preconditioner.isEmpty()
        ? evaluator
        : new PreconditionedEvaluator(evaluator, preconditioner.get());
  }

  @Override
  public double gradient(double[] x, double[] gradient) {
    return evaluator.gradient(x, gradient);
  }

  @Override
  public void moveTo(double[] x) {
    preconditioner.moveTo(x);
  }

  @Override
  public void divide(double[] v, double[] quotient) {
    preconditioner.divide(v, quotient);
  }
}
