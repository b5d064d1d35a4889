package dev.tarn.saddle;

import java.io.Serializable;

/**
 * How a doubly-nudged elastic band is relaxed, in units of the potential's {@linkplain
 * dev.tarn.potential.Potential#scales scales}.
 *
 * @param images the number of images between the end points; at least 1
 * @param maxIterations the largest number of L-BFGS steps of the whole band; at least 1
 * @param tolerance the root-mean-square force on the band at which it stops; 0 or more
 * @param springConstant the force constant of the springs, relative to the mean gradient on the
 *     images divided by their mean spacing at the start; positive
 * @param maxStep the largest step of one image; positive
 */
public record BandSettings(
    int images, int maxIterations, double tolerance, double springConstant, double maxStep)
    implements Serializable {

  /**
   * Checks the values.
   *
   * @param images as above
   * @param maxIterations as above
   * @param tolerance as above
   * @param springConstant as above
   * @param maxStep as above
   * @throws IllegalArgumentException if one is out of its range; the message names it
   */
  public BandSettings {
    if (images < 1) {
      throw new IllegalArgumentException("images is at least 1, not " + images);
    }
    if (maxIterations < 1) {
      throw new IllegalArgumentException("maxIterations is at least 1, not " + maxIterations);
    }
    if (!(tolerance >= 0.0)) {
      throw new IllegalArgumentException("tolerance is 0 or more, not " + tolerance);
    }
    if (!(springConstant > 0.0)) {
      throw new IllegalArgumentException("springConstant is positive, not " + springConstant);
    }
    if (!(maxStep > 0.0)) {
      throw new IllegalArgumentException("maxStep is positive, not " + maxStep);
    }
  }

  /**
   * The defaults: 15 images, 60 iterations, tolerance 1e-4, relative spring constant 1, steps up to
   * 0.3.
   *
   * @return the default settings
   */
  public static BandSettings defaults() {
    return new BandSettings(15, 60, 1e-4, 1.0, 0.3);
  }

  /**
   * A copy with another number of images.
   *
   * @param value the number of images between the end points
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public BandSettings withImages(int value) {
    return new BandSettings(value, maxIterations, tolerance, springConstant, maxStep);
  }

  /**
   * A copy with another limit of iterations.
   *
   * @param value the largest number of steps of the band
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public BandSettings withMaxIterations(int value) {
    return new BandSettings(images, value, tolerance, springConstant, maxStep);
  }

  /**
   * A copy with another tolerance.
   *
   * @param value the root-mean-square force at which the band stops
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public BandSettings withTolerance(double value) {
    return new BandSettings(images, maxIterations, value, springConstant, maxStep);
  }

  /**
   * A copy with another spring constant.
   *
   * @param value the relative force constant of the springs
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public BandSettings withSpringConstant(double value) {
    return new BandSettings(images, maxIterations, tolerance, value, maxStep);
  }

  /**
   * A copy with another step cap.
   *
   * @param value the largest step of one image
   * @return the copy
   * @throws IllegalArgumentException if the value is out of its range
   */
  public BandSettings withMaxStep(double value) {
    return new BandSettings(images, maxIterations, tolerance, springConstant, value);
  }
}
