package dev.tarn.potential;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The symmetry of a potential as it acts on an invariant subspace: points are lifted, transformed
 * and reduced again.
 */
final class ReducedGroup implements SymmetryGroup {
  private final SymmetryGroup full;
  private final Reduction reduction;

  /**
   * The action of a group on a subspace.
   *
   * @param full the symmetry of the full potential, which maps the subspace to itself
   * @param reduction the isometry onto the subspace
   */
  ReducedGroup(SymmetryGroup full, Reduction reduction) {
    this.full = full;
    this.reduction = reduction;
  }

  @Override
  public BigInteger order() {
    return full.order();
  }

  @Override
  public void canonical(double[] x, double[] canonical) {
    double[] lifted = reduction.lift(x);
    full.canonical(lifted, lifted);
    put(lifted, canonical);
  }

  @Override
  public BigInteger orbitSize(double[] x) {
    return full.orbitSize(reduction.lift(x));
  }

  @Override
  public double nearestCopy(double[] x, double[] reference, double[] copy) {
    double[] lifted = reduction.lift(x);
    double distance = full.nearestCopy(lifted, reduction.lift(reference), lifted);
    put(lifted, copy);
    return distance;
  }

  @Override
  public Transformation identity() {
    return reduced(full.identity());
  }

  @Override
  public Transformation randomElement(RandomGenerator random) {
    return reduced(full.randomElement(random));
  }

  @Override
  public List<Transformation> stabiliserGenerators(double[] x) {
    return full.stabiliserGenerators(reduction.lift(x)).stream().map(this::reduced).toList();
  }

  @Override
  public Optional<Transformation> transporter(double[] x, double[] y) {
    return full.transporter(reduction.lift(x), reduction.lift(y)).map(this::reduced);
  }

  private Transformation reduced(Transformation element) {
    return new ReducedTransformation(element, reduction);
  }

  @Override
  public Projection fixedSpace(double[] x) {
    Projection projection = full.fixedSpace(reduction.lift(x));
    return point -> {
      double[] lifted = reduction.lift(point);
      projection.apply(lifted);
      put(lifted, point);
    };
  }

  private void put(double[] lifted, double[] out) {
    System.arraycopy(reduction.reduce(lifted), 0, out, 0, out.length);
  }
}
