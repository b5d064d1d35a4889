package dev.tarn.potential.space;

import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Transformation;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A group that acts on points in other units: as on a subspace, but that lengths differ, too. */
final class ScaledGroup implements SymmetryGroup {
  private final SymmetryGroup acting;
  private final double length;

  ScaledGroup(SymmetryGroup group, double length) {
    this.length = length;
    acting = new Scaling(length).restrict(group);
  }

  /** Points in other units, taken as the points of a subspace. */
  private record Scaling(double length) implements Reduction {
    @Override
    public Potential potential() {
      throw new UnsupportedOperationException("a change of units has no potential");
    }

    @Override
    public double[] lift(double[] reduced) {
      return Units.times(reduced, length);
    }

    @Override
    public double[] reduce(double[] full) {
      return Units.times(full, 1.0 / length);
    }
  }

  @Override
  public BigInteger order() {
    return acting.order();
  }

  @Override
  public void canonical(double[] x, double[] canonical) {
    acting.canonical(x, canonical);
  }

  @Override
  public BigInteger orbitSize(double[] x) {
    return acting.orbitSize(x);
  }

  @Override
  public double nearestCopy(double[] x, double[] reference, double[] copy) {
    return acting.nearestCopy(x, reference, copy) / length;
  }

  @Override
  public Transformation identity() {
    return acting.identity();
  }

  @Override
  public Transformation randomElement(RandomGenerator random) {
    return acting.randomElement(random);
  }

  @Override
  public List<Transformation> stabiliserGenerators(double[] x) {
    return acting.stabiliserGenerators(x);
  }

  @Override
  public Optional<Transformation> transporter(double[] x, double[] y) {
    return acting.transporter(x, y);
  }

  @Override
  public Projection fixedSpace(double[] x) {
    return acting.fixedSpace(x);
  }
}
