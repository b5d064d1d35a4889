package dev.tarn.potential.space;

import dev.tarn.potential.Potential;
import java.util.Optional;

/**
 * What evaluations of a potential cost, as a capability of the potential: a model, in
 * multiplications at the speed of the gradient's, and so the same on every machine and under every
 * load.
 *
 * @param gradient the cost of an energy with its gradient
 * @param product that of a Hessian-vector product
 * @param hessian that of a Hessian
 */
public record Work(double gradient, double product, double hessian) {
  /** An eigendecomposition with vectors takes about as many multiplications for each n^3. */
  private static final double DECOMPOSITION = 9.0;

  // About a millisecond. A quench takes hundreds of gradients, or a thousand.
  private static final double MUCH = 1.5e6;

  /**
   * Whether a gradient takes long, so that evaluations are to be saved where that costs no result.
   *
   * @param potential the potential
   * @return true from 1.5 million multiplications on; false where the potential says nothing
   */
  public static boolean isMuch(Potential potential) {
    return of(potential).filter(work -> work.gradient() >= MUCH).isPresent();
  }

  /**
   * Whether evaluations are to be saved by what the potential's preconditioner allows: it has one,
   * and a gradient takes long.
   *
   * @param potential the potential
   * @return whether both hold
   */
  public static boolean isSaved(Potential potential) {
    return isMuch(potential) && potential.capability(Preconditioner.Source.class).isPresent();
  }

  /**
   * What a potential says of its evaluations.
   *
   * @param potential the potential
   * @return empty if it says nothing
   */
  public static Optional<Work> of(Potential potential) {
    return potential.capability(Model.class).map(Model::work);
  }

  /**
   * The cost of a Hessian with its eigenvectors.
   *
   * @param n the number of variables
   * @return in multiplications
   */
  public double decomposed(int n) {
    return hessian + DECOMPOSITION * n * n * n;
  }

  /** A potential that knows what its evaluations cost. */
  @FunctionalInterface
  public interface Model {

    /**
     * What they cost.
     *
     * @return the model
     */
    Work work();
  }
}
