package dev.tarn.potential;

import dev.tarn.linear.Vectors;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The identity alone. */
enum TrivialGroup implements SymmetryGroup {
  INSTANCE;

  private static final double NEAR = 1e-5;

  @Override
  public BigInteger order() {
    return BigInteger.ONE;
  }

  @Override
  public void canonical(double[] x, double[] canonical) {
    System.arraycopy(x, 0, canonical, 0, x.length);
  }

  @Override
  public BigInteger orbitSize(double[] x) {
    return BigInteger.ONE;
  }

  @Override
  public double nearestCopy(double[] x, double[] reference, double[] copy) {
    System.arraycopy(x, 0, copy, 0, x.length);
    return Vectors.distance(copy, reference);
  }

  @Override
  public Transformation identity() {
    return SignChange.IDENTITY;
  }

  @Override
  public Transformation randomElement(RandomGenerator random) {
    return SignChange.IDENTITY;
  }

  @Override
  public List<Transformation> stabiliserGenerators(double[] x) {
    return List.of();
  }

  @Override
  public Optional<Transformation> transporter(double[] x, double[] y) {
    // Nothing is known of the lengths; small ones are small in all variables.
    double size = Math.min(1.0, Math.max(Vectors.norm(x), Vectors.norm(y)));
    return SignChange.IDENTITY.transporter(x, y, NEAR * size);
  }
}
