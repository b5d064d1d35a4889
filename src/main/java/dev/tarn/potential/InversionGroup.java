package dev.tarn.potential;

import dev.tarn.linear.Vectors;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The group {@code {x, -x}}. The canonical copy has a positive first non-zero component. */
final class InversionGroup implements SymmetryGroup {
  private static final double ZERO = 1e-6;
  private static final double NEAR = 1e-5;

  private final double zero;
  private final double near;

  InversionGroup(double length) {
    if (!(length > 0.0) || Double.isInfinite(length)) {
      throw new IllegalArgumentException(
          "the length of a potential is positive and finite, not " + length);
    }
    zero = ZERO * length;
    near = NEAR * length;
  }

  @Override
  public BigInteger order() {
    return BigInteger.TWO;
  }

  @Override
  public void canonical(double[] x, double[] canonical) {
    double sign = 1.0;
    for (double value : x) {
      if (Math.abs(value) > zero) {
        sign = Math.signum(value);
        break;
      }
    }
    scale(sign, x, canonical);
  }

  @Override
  public BigInteger orbitSize(double[] x) {
    return isOrigin(x) ? BigInteger.ONE : BigInteger.TWO;
  }

  @Override
  public Projection fixedSpace(double[] x) {
    return isOrigin(x) ? point -> Arrays.fill(point, 0.0) : point -> {};
  }

  private boolean isOrigin(double[] x) {
    for (double value : x) {
      if (Math.abs(value) > zero) {
        return false;
      }
    }
    return true;
  }

  @Override
  public double nearestCopy(double[] x, double[] reference, double[] copy) {
    double dot = 0.0;
    for (int i = 0; i < x.length; i++) {
      dot += x[i] * reference[i];
    }
    scale(dot < 0.0 ? -1.0 : 1.0, x, copy);
    return Vectors.distance(copy, reference);
  }

  @Override
  public Transformation identity() {
    return SignChange.IDENTITY;
  }

  @Override
  public Transformation randomElement(RandomGenerator random) {
    return random.nextBoolean() ? SignChange.IDENTITY : SignChange.INVERSION;
  }

  @Override
  public List<Transformation> stabiliserGenerators(double[] x) {
    return isOrigin(x) ? List.of(SignChange.INVERSION) : List.of();
  }

  @Override
  public Optional<Transformation> transporter(double[] x, double[] y) {
    return SignChange.IDENTITY
        .transporter(x, y, near)
        .or(() -> SignChange.INVERSION.transporter(x, y, near));
  }

  /** The transformations are the same, whatever counts as zero. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InversionGroup;
  }

  @Override
  public int hashCode() {
    return InversionGroup.class.hashCode();
  }

  private static void scale(double sign, double[] x, double[] out) {
    for (int i = 0; i < x.length; i++) {
      out[i] = sign * x[i];
    }
  }
}
