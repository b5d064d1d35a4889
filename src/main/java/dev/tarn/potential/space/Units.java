package dev.tarn.potential.space;

import dev.tarn.potential.Potential;
import dev.tarn.potential.Potential.Scales;

/**
 * The units that searches work in: those of the potential's {@link Scales}, in which its numbers
 * are of order one. Where these are 1, everything is left as it is.
 */
public final class Units {
  private final Scales scales;
  private final Potential potential;

  private Units(Scales scales, Potential potential) {
    this.scales = scales;
    this.potential = potential;
  }

  /**
   * The units of a potential whose gradients are exact to rounding.
   *
   * @param potential the potential; without scales of its own it is taken as it is
   * @return its units
   */
  public static Units of(Potential potential) {
    return of(potential, 0.0);
  }

  /**
   * The units of a potential.
   *
   * @param potential the potential; without scales of its own it is taken as it is
   * @param noise the error of a gradient in these units, which differences have to do with; 0 for
   *     rounding alone
   * @return its units
   */
  public static Units of(Potential potential, double noise) {
    Scales scales = potential.scales().orElse(Scales.ONE);
    return new Units(
        scales,
        scales.areOne() && noise == 0.0
            ? potential
            : new ScaledPotential(potential, scales, noise));
  }

  /**
   * The potential in these units.
   *
   * @return a potential of the same dimension, the potential itself where the units are 1
   */
  public Potential potential() {
    return potential;
  }

  /**
   * Whether the units are 1.
   *
   * @return true if nothing needs to be converted
   */
  public boolean areOne() {
    return scales.areOne();
  }

  /**
   * The unit of length.
   *
   * @return in the potential's own numbers
   */
  public double length() {
    return scales.length();
  }

  /**
   * The unit of the energy.
   *
   * @return in the potential's own numbers
   */
  public double energy() {
    return scales.energy();
  }

  /**
   * The unit of the Hessian's eigenvalues.
   *
   * @return in the potential's own numbers
   */
  public double curvature() {
    return scales.energy() / scales.length() / scales.length();
  }

  /**
   * A point in these units.
   *
   * @param x the point; not modified
   * @return a new array, or {@code x} itself where the units are 1
   */
  public double[] enter(double[] x) {
    return areOne() ? x : times(x, 1.0 / scales.length());
  }

  /**
   * A point in the potential's own numbers.
   *
   * @param y the point in these units; not modified
   * @return a new array, or {@code y} itself where the units are 1
   */
  public double[] leave(double[] y) {
    return areOne() ? y : times(y, scales.length());
  }

  static double[] times(double[] v, double factor) {
    double[] product = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      product[i] = factor * v[i];
    }
    return product;
  }
}
