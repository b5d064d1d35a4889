package dev.tarn.potential;

/**
 * The base of a potential whose evaluation needs no workspace: one object is the description and
 * the evaluator, and may be shared between threads. A subclass has no mutable state.
 */
public abstract class SimplePotential implements Potential, Evaluator {

  /** For subclasses. */
  protected SimplePotential() {}

  /**
   * This object.
   *
   * @return {@code this}
   */
  @Override
  public final Evaluator evaluator() {
    return this;
  }
}
