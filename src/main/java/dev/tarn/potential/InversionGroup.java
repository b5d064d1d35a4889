package dev.tarn.potential;

import dev.tarn.linear.Vectors;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The group {@code {x, -x}}. The canonical copy has a positive first non-zero component. */
enum InversionGroup implements SymmetryGroup {
  INSTANCE;

  private static final double TOLERANCE = 1e-6;

  @Override
  public BigInteger order() {
    return BigInteger.TWO;
  }

  @Override
  public void canonical(double[] x, double[] canonical) {
    double sign = 1.0;
    for (double value : x) {
      if (Math.abs(value) > TOLERANCE) {
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

  private static boolean isOrigin(double[] x) {
    for (double value : x) {
      if (Math.abs(value) > TOLERANCE) {
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
    return SignChange.IDENTITY.transporter(x, y).or(() -> SignChange.INVERSION.transporter(x, y));
  }

  private static void scale(double sign, double[] x, double[] out) {
    for (int i = 0; i < x.length; i++) {
      out[i] = sign * x[i];
    }
  }
}
