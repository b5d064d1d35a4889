package dev.tarn.path;

import java.io.Serializable;

/**
 * How a steepest-descent path is followed, in units of the potential's {@linkplain
 * dev.tarn.potential.Potential#scales scales}.
 *
 * @param maxStep the largest distance between two points of the path; positive
 * @param accuracy how far the gradient at a new point may be from the one that the quadratic model
 *     predicts, relative to the larger of the two; between 0 and 1
 * @param maxPushoff the largest displacement from the transition state; positive
 * @param maxSteps the largest number of steps on one side; at least 1
 * @param maxForks at how many of the saddles that symmetry leads a side into all ways on are
 *     followed, 0 or more; beyond, the conventional way alone
 * @param quenchAfter after how many steps from a stationary point the rest of the way down is left
 *     to L-BFGS with steps up to {@code maxStep}; at least 1. That is much faster where no Hessian
 *     is formed. It ends in the minimum of the path as a rule, not always; and the length is that
 *     of a straight line from there
 */
public record PathSettings(
    double maxStep, double accuracy, double maxPushoff, int maxSteps, int maxForks, int quenchAfter)
    implements Serializable {

  /**
   * Checks the values.
   *
   * @param maxStep as above
   * @param accuracy as above
   * @param maxPushoff as above
   * @param maxSteps as above
   * @param maxForks as above
   * @param quenchAfter as above
   * @throws IllegalArgumentException if one is out of its range; the message names it
   */
  public PathSettings {
    if (!(maxStep > 0.0)) {
      throw new IllegalArgumentException("maxStep is positive, not " + maxStep);
    }
    if (!(accuracy > 0.0 && accuracy < 1.0)) {
      throw new IllegalArgumentException("accuracy lies between 0 and 1, not " + accuracy);
    }
    if (!(maxPushoff > 0.0)) {
      throw new IllegalArgumentException("maxPushoff is positive, not " + maxPushoff);
    }
    if (maxSteps < 1) {
      throw new IllegalArgumentException("maxSteps is at least 1, not " + maxSteps);
    }
    if (maxForks < 0) {
      throw new IllegalArgumentException("maxForks is 0 or more, not " + maxForks);
    }
    if (quenchAfter < 1) {
      throw new IllegalArgumentException("quenchAfter is at least 1, not " + quenchAfter);
    }
  }

  /**
   * The defaults: steps up to 0.2, accuracy 0.1, pushoff up to 0.05, 20,000 steps, all ways on from
   * 64 saddles, no quench.
   *
   * @return the default settings
   */
  public static PathSettings defaults() {
    return new PathSettings(0.2, 0.1, 0.05, 20_000, 64, Integer.MAX_VALUE);
  }

  /**
   * A copy with another step cap.
   *
   * @param value the largest distance between two points of the path
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public PathSettings withMaxStep(double value) {
    return new PathSettings(value, accuracy, maxPushoff, maxSteps, maxForks, quenchAfter);
  }

  /**
   * A copy with another accuracy.
   *
   * @param value the relative error of the gradient that is accepted
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public PathSettings withAccuracy(double value) {
    return new PathSettings(maxStep, value, maxPushoff, maxSteps, maxForks, quenchAfter);
  }

  /**
   * A copy with another limit of steps.
   *
   * @param value the largest number of steps on one side
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public PathSettings withMaxSteps(int value) {
    return new PathSettings(maxStep, accuracy, maxPushoff, value, maxForks, quenchAfter);
  }

  /**
   * A copy with another limit of the pushoff.
   *
   * @param value the largest displacement from the transition state
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public PathSettings withMaxPushoff(double value) {
    return new PathSettings(maxStep, accuracy, value, maxSteps, maxForks, quenchAfter);
  }

  /**
   * A copy with another limit of saddles whose ways on are all followed.
   *
   * @param value the largest number of such saddles on one side
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public PathSettings withMaxForks(int value) {
    return new PathSettings(maxStep, accuracy, maxPushoff, maxSteps, value, quenchAfter);
  }

  /**
   * A copy with another number of steps before a quench.
   *
   * @param value the number of steps after which L-BFGS goes the rest of the way
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public PathSettings withQuenchAfter(int value) {
    return new PathSettings(maxStep, accuracy, maxPushoff, maxSteps, maxForks, value);
  }
}
