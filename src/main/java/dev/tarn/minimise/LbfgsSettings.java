package dev.tarn.minimise;

import java.io.Serializable;

/**
 * How {@link Lbfgs} minimises. The defaults suit weights of order one.
 *
 * @param tolerance the root-mean-square gradient at which it stops; 0 or more
 * @param maxIterations the largest number of accepted steps; at least 1
 * @param memory the number of pairs kept for the inverse Hessian; at least 1
 * @param initialDiagonal the inverse Hessian before the first pair, a multiple of the identity;
 *     positive
 * @param maxStep the largest length of a step; positive
 * @param maxRise how much a step may raise the energy before it is cut; 0 or more. Unless it is 0,
 *     eight units in the last digit of the energy are allowed in any case
 */
public record LbfgsSettings(
    double tolerance,
    int maxIterations,
    int memory,
    double initialDiagonal,
    double maxStep,
    double maxRise)
    implements Serializable {

  /**
   * Checks the values.
   *
   * @param tolerance as above
   * @param maxIterations as above
   * @param memory as above
   * @param initialDiagonal as above
   * @param maxStep as above
   * @param maxRise as above
   * @throws IllegalArgumentException if one is out of its range; the message names it
   */
  public LbfgsSettings {
    require(tolerance >= 0.0, "tolerance", "0 or more", tolerance);
    require(maxIterations >= 1, "maxIterations", "at least 1", maxIterations);
    require(memory >= 1, "memory", "at least 1", memory);
    require(initialDiagonal > 0.0, "initialDiagonal", "positive", initialDiagonal);
    require(maxStep > 0.0, "maxStep", "positive", maxStep);
    require(maxRise >= 0.0, "maxRise", "0 or more", maxRise);
  }

  private static void require(boolean holds, String name, String range, double value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is " + range + ", not " + value);
    }
  }

  /**
   * The defaults: tolerance 1e-6, 10,000 iterations, 6 pairs, diagonal 1, steps up to 2, rise up to
   * 1e-10.
   *
   * @return the default settings
   */
  public static LbfgsSettings defaults() {
    return new LbfgsSettings(1e-6, 10_000, 6, 1.0, 2.0, 1e-10);
  }

  /**
   * A copy with another tolerance.
   *
   * @param value the root-mean-square gradient at which to stop
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public LbfgsSettings withTolerance(double value) {
    return new LbfgsSettings(value, maxIterations, memory, initialDiagonal, maxStep, maxRise);
  }

  /**
   * A copy with another limit of iterations.
   *
   * @param value the largest number of accepted steps
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public LbfgsSettings withMaxIterations(int value) {
    return new LbfgsSettings(tolerance, value, memory, initialDiagonal, maxStep, maxRise);
  }

  /**
   * A copy with another history.
   *
   * @param value the number of pairs kept
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public LbfgsSettings withMemory(int value) {
    return new LbfgsSettings(tolerance, maxIterations, value, initialDiagonal, maxStep, maxRise);
  }

  /**
   * A copy with another initial inverse Hessian.
   *
   * @param value the diagonal
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public LbfgsSettings withInitialDiagonal(double value) {
    return new LbfgsSettings(tolerance, maxIterations, memory, value, maxStep, maxRise);
  }

  /**
   * A copy with another step cap.
   *
   * @param value the largest length of a step
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public LbfgsSettings withMaxStep(double value) {
    return new LbfgsSettings(tolerance, maxIterations, memory, initialDiagonal, value, maxRise);
  }

  /**
   * A copy with another tolerance for rises in energy.
   *
   * @param value the largest rise that is accepted
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public LbfgsSettings withMaxRise(double value) {
    return new LbfgsSettings(tolerance, maxIterations, memory, initialDiagonal, maxStep, value);
  }
}
