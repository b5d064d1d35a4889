package dev.tarn.potential;

import dev.tarn.linear.Vectors;
import java.util.Locale;
import java.util.Optional;

/** The two elements of the group of inversion; the first alone is the trivial group. */
enum SignChange implements Transformation {
  /** {@code x -> x}. */
  IDENTITY(1.0),
  /** {@code x -> -x}. */
  INVERSION(-1.0);

  private final double sign;

  SignChange(double sign) {
    this.sign = sign;
  }

  @Override
  public double[] apply(double[] x) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = sign * x[i];
    }
    return out;
  }

  @Override
  public SignChange after(Transformation first) {
    if (first instanceof SignChange other) {
      return other == this ? IDENTITY : INVERSION;
    }
    throw new IllegalArgumentException(this + " cannot follow " + first + ", of another group");
  }

  @Override
  public SignChange inverse() {
    return this;
  }

  @Override
  public boolean isIdentity() {
    return this == IDENTITY;
  }

  /** Of the two directions along a line. */
  @Override
  public int[] permutation() {
    return this == IDENTITY ? new int[] {0, 1} : new int[] {1, 0};
  }

  /** This element if it takes one point to another. */
  Optional<Transformation> transporter(double[] x, double[] y, double near) {
    return Vectors.distance(apply(x), y) <= near ? Optional.of(this) : Optional.empty();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
