package dev.tarn.stationary;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.Potential;
import java.io.Serializable;

/**
 * When a point counts as stationary, when an eigenvalue counts as zero, and when two points are
 * one. Every search, polish, path and comparison of a run obeys the same. Immutable; the {@code
 * with} methods make changed copies.
 *
 * <p>All of them are in units of the potential's {@linkplain Potential#scales scales}: the gradient
 * in energies per length, the step and the distance in lengths, the cutoff in energies per squared
 * length. Where these are 1, as for networks, they are numbers as they stand. Rounding may keep a
 * gradient above its tolerance: what is below the floor {@code 4 eps |H| max(1, |x|)} is small
 * enough; an eigenvalue smaller than the error of the Hessian at hand ({@link
 * dev.tarn.potential.Evaluator#hessianError}) is zero, too.
 *
 * @param gradient the root-mean-square gradient below which a point is stationary, in units of the
 *     energy per unit of a variable; positive
 * @param step the length below which Newton's step from a stationary point lies: a small gradient
 *     alone does not keep a point that lies in a soft valley close to the stationary one; positive
 * @param zeroCutoff the magnitude below which an eigenvalue of the Hessian makes a point
 *     degenerate, so that its index means nothing; 0 or more and finite
 * @param energy how far the energies of two points of one class may differ, in units of the larger
 *     of the scale and the energy's magnitude: a fast filter, no criterion; positive
 * @param distance how far degenerate points of one class may lie apart, which Newton's method does
 *     not take to their limit; proper ones are told apart more finely ({@link OrbitIndex});
 *     positive
 */
public record Tolerances(
    double gradient, double step, double zeroCutoff, double energy, double distance)
    implements Serializable {

  private static final double LARGEST_GRADIENT = 0.01;
  private static final double FLOOR = 4.0;

  private static final Tolerances DEFAULTS = new Tolerances(1e-12, 1e-7, 1e-9, 1e-11, 1e-5);

  /**
   * Checks the values.
   *
   * @param gradient as above
   * @param step as above
   * @param zeroCutoff as above
   * @param energy as above
   * @param distance as above
   * @throws IllegalArgumentException if one is out of its range; the message names it
   */
  public Tolerances {
    positive("tolerance of the gradient", gradient);
    positive("tolerance of Newton's step", step);
    if (!(zeroCutoff >= 0.0) || Double.isInfinite(zeroCutoff)) {
      throw new IllegalArgumentException("the zero cutoff is 0 or more, not " + zeroCutoff);
    }
    positive("tolerance of the energy", energy);
    positive("tolerance of the distance", distance);
  }

  private static void positive(String name, double value) {
    if (!(value > 0.0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("the " + name + " is positive, not " + value);
    }
  }

  /**
   * The defaults: gradient 1e-12, Newton step 1e-7, zero cutoff 1e-9 as in the paper, energies
   * 1e-11, distance 1e-5.
   *
   * @return the default tolerances
   */
  public static Tolerances defaults() {
    return DEFAULTS;
  }

  /**
   * Tolerances that belong together for gradients that are not exact to rounding, such as those of
   * single precision: Newton's step 100 times, distances 1,000 times as large as the gradient, the
   * zero cutoff and the energies' difference as large, but none below its default. Hessians by
   * differences take steps as long as such a gradient asks for.
   *
   * @param value the root-mean-square gradient below which a point is stationary, ten times the
   *     error of a gradient or more; 1e-12 gives the defaults
   * @return the tolerances
   * @throws IllegalArgumentException if the value is not positive or above 0.01
   */
  public static Tolerances forGradient(double value) {
    if (!(value > 0.0 && value <= LARGEST_GRADIENT)) {
      throw new IllegalArgumentException(
          "the tolerance of the gradient is positive and at most "
              + LARGEST_GRADIENT
              + ", not "
              + value);
    }
    return new Tolerances(
        value,
        Math.max(DEFAULTS.step, 100.0 * value),
        Math.max(DEFAULTS.zeroCutoff, value),
        Math.max(DEFAULTS.energy, value),
        Math.max(DEFAULTS.distance, 1000.0 * value));
  }

  /**
   * The error of a gradient that the tolerance of the gradient allows for.
   *
   * @return a tenth of {@link #gradient} if that is above its default, else 0: rounding alone
   */
  public double noise() {
    return gradient > DEFAULTS.gradient ? 0.1 * gradient : 0.0;
  }

  /**
   * Whether a point is stationary: its gradient is small, and small for this Hessian too. Along a
   * mode of eigenvalue 1e-8 a root-mean-square gradient of 1e-13 still means a distance of 1e-5.
   *
   * @param rms the root-mean-square gradient
   * @param distance the length of Newton's step
   * @return whether both are below their tolerances
   */
  public boolean areMet(double rms, double distance) {
    return rms < gradient && distance < step;
  }

  /**
   * Whether a point is stationary as far as doubles can tell. A gradient counts as zero where it is
   * down to rounding: a change of the point in its last digit changes it by {@code eps |H| |x|},
   * and the sum of terms of the energy over a length of order one that cancel by {@code eps |H|}.
   * So does a step that is too short for the digits of the point to follow it.
   *
   * @param rms the root-mean-square gradient
   * @param distance the length of Newton's step
   * @param x the point; not modified
   * @param hessian the Hessian there; not modified
   * @return whether both are below their tolerances
   */
  public boolean areMet(double rms, double distance, double[] x, double[] hessian) {
    boolean resolved = distance > FLOOR * Math.ulp(1.0) * Vectors.largest(x);
    return areMet(rms <= floor(x, hessian) ? 0.0 : rms, resolved ? distance : 0.0);
  }

  /**
   * The rounding of a gradient's components.
   *
   * @param x the point; not modified
   * @param hessian the Hessian there; not modified
   * @return {@code 4 eps |H| max(1, |x|)}
   */
  public static double floor(double[] x, double[] hessian) {
    return FLOOR * Math.ulp(1.0) * Math.max(1.0, Vectors.largest(x)) * Vectors.norm(hessian);
  }

  /**
   * A copy with another tolerance of the gradient.
   *
   * @param value the root-mean-square gradient
   * @return the copy
   * @throws IllegalArgumentException if the value is not positive
   */
  public Tolerances withGradient(double value) {
    return new Tolerances(value, step, zeroCutoff, energy, distance);
  }

  /**
   * A copy with another tolerance of Newton's step.
   *
   * @param value the length
   * @return the copy
   * @throws IllegalArgumentException if the value is not positive
   */
  public Tolerances withStep(double value) {
    return new Tolerances(gradient, value, zeroCutoff, energy, distance);
  }

  /**
   * A copy with another cutoff for degenerate points.
   *
   * @param value the magnitude of an eigenvalue
   * @return the copy
   * @throws IllegalArgumentException if the value is negative or not finite
   */
  public Tolerances withZeroCutoff(double value) {
    return new Tolerances(gradient, step, value, energy, distance);
  }

  /**
   * A copy with another filter of energies.
   *
   * @param value the relative difference
   * @return the copy
   * @throws IllegalArgumentException if the value is not positive
   */
  public Tolerances withEnergy(double value) {
    return new Tolerances(gradient, step, zeroCutoff, value, distance);
  }

  /**
   * A copy with another distance for degenerate points.
   *
   * @param value the distance
   * @return the copy
   * @throws IllegalArgumentException if the value is not positive
   */
  public Tolerances withDistance(double value) {
    return new Tolerances(gradient, step, zeroCutoff, energy, value);
  }
}
