package dev.tarn.testing;

import dev.tarn.potential.SimplePotential;
import dev.tarn.potential.SymmetryGroup;

/**
 * A transition state at the origin whose paths, along the last variable {@code z}, run into saddles
 * at {@code z = 1} and {@code -1}, from where every direction of the other variables leads down:
 *
 * <pre>
 *   E = (z^2 - 1)^2 + (1/2 - z^2) q + q^2 + q^3 + f(w),   q = |w|^2
 * </pre>
 *
 * <p>A subclass says by {@code f}, which has no terms below the third order, where the minima lie.
 */
public abstract class Funnel extends SimplePotential {
  private final int modes;
  private final SymmetryGroup symmetry;

  /** A funnel with some number of equal modes. */
  protected Funnel(int modes, SymmetryGroup symmetry) {
    this.modes = modes;
    this.symmetry = symmetry;
  }

  /** Adds the gradient of {@code f} in the first variables; returns {@code f}. */
  protected abstract double add(double[] x, double[] gradient);

  @Override
  public final int dimension() {
    return modes + 1;
  }

  @Override
  public final SymmetryGroup symmetry() {
    return symmetry;
  }

  @Override
  public final double gradient(double[] x, double[] gradient) {
    double z = x[modes];
    double q = 0.0;
    for (int i = 0; i < modes; i++) {
      q += x[i] * x[i];
    }
    double slope = 2.0 * (0.5 - z * z + 2.0 * q + 3.0 * q * q);
    for (int i = 0; i < modes; i++) {
      gradient[i] = slope * x[i];
    }
    gradient[modes] = 4.0 * z * (z * z - 1.0) - 2.0 * z * q;
    double wells = (z * z - 1.0) * (z * z - 1.0);
    return wells + (0.5 - z * z) * q + q * q + q * q * q + add(x, gradient);
  }

  /**
   * Two modes: {@code f = a Re w^3 + Re(b w^6)} with a complex {@code w = x + iy} and {@code b}.
   */
  public static final class Threefold extends Funnel {
    private final double a;
    private final double re;
    private final double im;

    /** With {@code b = re + i im}; the magnitude of {@code b} is below 1. */
    public Threefold(double a, double re, double im, SymmetryGroup symmetry) {
      super(2, symmetry);
      this.a = a;
      this.re = re;
      this.im = im;
    }

    /** The group of {@code f} with real {@code b}: that of a triangle. */
    public static SymmetryGroup triangle() {
      return new MatrixGroup(3, turn(), new double[] {1, 0, 0, 0, -1, 0, 0, 0, 1}, flip());
    }

    /** The group for any {@code b}: turns by a third. */
    public static SymmetryGroup turns() {
      return new MatrixGroup(3, turn(), flip());
    }

    private static double[] turn() {
      double sine = Math.sqrt(0.75);
      return new double[] {-0.5, -sine, 0, sine, -0.5, 0, 0, 0, 1};
    }

    private static double[] flip() {
      return new double[] {1, 0, 0, 0, 1, 0, 0, 0, -1};
    }

    @Override
    protected double add(double[] x, double[] gradient) {
      double squareRe = x[0] * x[0] - x[1] * x[1];
      double squareIm = 2.0 * x[0] * x[1];
      double cubeRe = squareRe * x[0] - squareIm * x[1];
      double cubeIm = squareRe * x[1] + squareIm * x[0];
      double fifthRe = cubeRe * squareRe - cubeIm * squareIm;
      double fifthIm = cubeRe * squareIm + cubeIm * squareRe;
      double sixthRe = cubeRe * cubeRe - cubeIm * cubeIm;
      double sixthIm = 2.0 * cubeRe * cubeIm;
      // The derivative of an analytic function g: d Re g / dx = Re g', d Re g / dy = -Im g'.
      gradient[0] += 3.0 * a * squareRe + 6.0 * (re * fifthRe - im * fifthIm);
      gradient[1] -= 3.0 * a * squareIm + 6.0 * (re * fifthIm + im * fifthRe);
      return a * cubeRe + re * sixthRe - im * sixthIm;
    }
  }

  /** Three modes: {@code f = c sum w_i^4 + d (w_1 w_2 w_3)^2}. */
  public static final class Cubic extends Funnel {
    private final double c;
    private final double d;

    /** With {@code c} above -1 and {@code d} above -27. */
    public Cubic(double c, double d) {
      super(3, cube());
      this.c = c;
      this.d = d;
    }

    private static SymmetryGroup cube() {
      return new MatrixGroup(
          4,
          new double[] {0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1},
          new double[] {0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1},
          new double[] {-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1},
          new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1});
    }

    @Override
    protected double add(double[] x, double[] gradient) {
      double product = x[0] * x[1] * x[2];
      double energy = d * product * product;
      for (int i = 0; i < 3; i++) {
        energy += c * x[i] * x[i] * x[i] * x[i];
        double others = x[(i + 1) % 3] * x[(i + 2) % 3];
        gradient[i] += 4.0 * c * x[i] * x[i] * x[i] + 2.0 * d * product * others;
      }
      return energy;
    }
  }
}
