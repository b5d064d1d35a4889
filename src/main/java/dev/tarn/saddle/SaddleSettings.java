package dev.tarn.saddle;

import dev.tarn.stationary.StationaryPolish;
import java.io.Serializable;

/**
 * How a single-ended saddle search runs, in units of the potential's {@linkplain
 * dev.tarn.potential.Potential#scales scales}.
 *
 * @param method which algorithm to use
 * @param tolerance the root-mean-square gradient at which Newton's method takes over; positive
 * @param maxSteps the largest number of eigenvector-following steps; at least 1
 * @param maxStep the largest length of a step; positive
 */
public record SaddleSettings(Method method, double tolerance, int maxSteps, double maxStep)
    implements Serializable {

  /** The algorithm of a saddle search. */
  public enum Method {
    /** {@link #FULL} up to {@link #FULL_DIMENSION} variables, {@link #HYBRID} beyond. */
    AUTOMATIC,
    /** Eigenvector-following with a diagonalised Hessian at every step. */
    FULL,
    /** Hybrid eigenvector-following: the lowest mode alone, and L-BFGS orthogonal to it. */
    HYBRID
  }

  /** The largest dimension for which the automatic choice diagonalises the Hessian. */
  public static final int FULL_DIMENSION = StationaryPolish.FULL_DIMENSION;

  /**
   * Checks the values.
   *
   * @param method as above
   * @param tolerance as above
   * @param maxSteps as above
   * @param maxStep as above
   * @throws IllegalArgumentException if one is out of its range; the message names it
   */
  public SaddleSettings {
    if (!(tolerance > 0.0)) {
      throw new IllegalArgumentException("tolerance is positive, not " + tolerance);
    }
    if (maxSteps < 1) {
      throw new IllegalArgumentException("maxSteps is at least 1, not " + maxSteps);
    }
    if (!(maxStep > 0.0)) {
      throw new IllegalArgumentException("maxStep is positive, not " + maxStep);
    }
  }

  /**
   * The defaults: automatic choice, tolerance 1e-10, 300 steps of length up to 1.
   *
   * @return the default settings
   */
  public static SaddleSettings defaults() {
    return new SaddleSettings(Method.AUTOMATIC, 1e-10, 300, 1.0);
  }

  /**
   * A copy with another algorithm.
   *
   * @param value the algorithm
   * @return the copy
   */
  public SaddleSettings withMethod(Method value) {
    return new SaddleSettings(value, tolerance, maxSteps, maxStep);
  }

  /**
   * A copy with another tolerance.
   *
   * @param value the root-mean-square gradient at which Newton's method takes over
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public SaddleSettings withTolerance(double value) {
    return new SaddleSettings(method, value, maxSteps, maxStep);
  }

  /**
   * A copy with another limit of steps.
   *
   * @param value the largest number of steps
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public SaddleSettings withMaxSteps(int value) {
    return new SaddleSettings(method, tolerance, value, maxStep);
  }

  /**
   * A copy with another step cap.
   *
   * @param value the largest length of a step
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public SaddleSettings withMaxStep(double value) {
    return new SaddleSettings(method, tolerance, maxSteps, value);
  }
}
