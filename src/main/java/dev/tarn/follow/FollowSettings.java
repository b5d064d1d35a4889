package dev.tarn.follow;

import dev.tarn.stationary.Tolerances;

/**
 * How branches are followed.
 *
 * <p>All is meant in units of the potential's {@linkplain dev.tarn.potential.Potential#scales
 * scales}. Lengths are measured with each variable in units of {@code sqrt(x_i^2 + scaleFloor^2)}
 * and the parameter in units of 1: a step is relative to the size of each variable, so that points
 * whose variables are small are followed as carefully as others.
 *
 * @param maxStep the longest step; positive
 * @param minStep the step below which a branch counts as stuck; positive, at most {@code maxStep}
 * @param maxTurn the largest angle between the tangents at two neighbouring points, in radians;
 *     between 0 and 1.5
 * @param scaleFloor the size below which a variable counts as zero for the length of steps;
 *     positive
 * @param maxSize the largest magnitude of a variable; a branch that passes it is given up; positive
 * @param maxSteps the largest number of steps of a branch; at least 1
 * @param tolerances when a point counts as stationary, and two points as one
 */
public record FollowSettings(
    double maxStep,
    double minStep,
    double maxTurn,
    double scaleFloor,
    double maxSize,
    int maxSteps,
    Tolerances tolerances) {

  /**
   * Checks the values.
   *
   * @param maxStep as above
   * @param minStep as above
   * @param maxTurn as above
   * @param scaleFloor as above
   * @param maxSize as above
   * @param maxSteps as above
   * @param tolerances as above
   * @throws IllegalArgumentException if one is out of its range; the message names it
   */
  public FollowSettings {
    positive("maxStep", maxStep);
    positive("minStep", minStep);
    positive("scaleFloor", scaleFloor);
    positive("maxSize", maxSize);
    if (minStep > maxStep) {
      throw new IllegalArgumentException(
          "minStep is at most maxStep, " + maxStep + ", not " + minStep);
    }
    if (!(maxTurn > 0.0 && maxTurn < 1.5)) {
      throw new IllegalArgumentException("maxTurn lies between 0 and 1.5, not " + maxTurn);
    }
    if (maxSteps < 1) {
      throw new IllegalArgumentException("maxSteps is at least 1, not " + maxSteps);
    }
  }

  private static void positive(String name, double value) {
    if (!(value > 0.0)) {
      throw new IllegalArgumentException(name + " is positive, not " + value);
    }
  }

  /**
   * The defaults: steps from 1e-10 to 0.2, turns up to 0.3, scales from 1e-3, variables up to 1e4,
   * 20,000 steps.
   *
   * @return the default settings
   */
  public static FollowSettings defaults() {
    return new FollowSettings(0.2, 1e-10, 0.3, 1e-3, 1e4, 20_000, Tolerances.defaults());
  }

  /**
   * A copy that goes more carefully: steps and turns are divided, the limit of steps grows.
   *
   * @param factor by how much; more than 1
   * @return the copy
   * @throws IllegalArgumentException if the factor is not more than 1
   */
  public FollowSettings finer(int factor) {
    if (factor <= 1) {
      throw new IllegalArgumentException("the factor is more than 1, not " + factor);
    }
    return new FollowSettings(
        Math.max(minStep, maxStep / factor),
        minStep,
        maxTurn / factor,
        scaleFloor,
        maxSize,
        Math.multiplyExact(maxSteps, factor),
        tolerances);
  }

  /**
   * A copy with another step cap.
   *
   * @param value the longest step
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public FollowSettings withMaxStep(double value) {
    return new FollowSettings(value, minStep, maxTurn, scaleFloor, maxSize, maxSteps, tolerances);
  }

  /**
   * A copy with another limit of steps.
   *
   * @param value the largest number of steps of a branch
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public FollowSettings withMaxSteps(int value) {
    return new FollowSettings(maxStep, minStep, maxTurn, scaleFloor, maxSize, value, tolerances);
  }

  /**
   * A copy with another bound of the variables.
   *
   * @param value the largest magnitude of a variable
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public FollowSettings withMaxSize(double value) {
    return new FollowSettings(maxStep, minStep, maxTurn, scaleFloor, value, maxSteps, tolerances);
  }

  /**
   * A copy with other tolerances.
   *
   * @param value when a point counts as stationary, and two points as one
   * @return the copy
   */
  public FollowSettings withTolerances(Tolerances value) {
    return new FollowSettings(maxStep, minStep, maxTurn, scaleFloor, maxSize, maxSteps, value);
  }

  /**
   * A copy with another least step.
   *
   * @param value the step below which a branch counts as stuck
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public FollowSettings withMinStep(double value) {
    return new FollowSettings(maxStep, value, maxTurn, scaleFloor, maxSize, maxSteps, tolerances);
  }

  /**
   * A copy with another limit of turns.
   *
   * @param value the largest angle between neighbouring tangents, in radians
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public FollowSettings withMaxTurn(double value) {
    return new FollowSettings(maxStep, minStep, value, scaleFloor, maxSize, maxSteps, tolerances);
  }

  /**
   * A copy with another least scale.
   *
   * @param value the size below which a variable counts as zero for the length of steps
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public FollowSettings withScaleFloor(double value) {
    return new FollowSettings(maxStep, minStep, maxTurn, value, maxSize, maxSteps, tolerances);
  }
}
