package dev.tarn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.space.Subgroup;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * What holds for every potential with a symmetry group that is not trivial; for a trivial one
 * nothing here could fail.
 */
public abstract class SymmetricPotentialContract extends PotentialContract {
  private static final double SAME = 1e-6;

  @Test
  void groupHasMoreThanTheIdentity() {
    SymmetryGroup group = create().symmetry();
    assertThat(group.order()).isGreaterThan(BigInteger.ONE);
    assertThat(group.identity().isIdentity()).isTrue();
    RandomGenerator random = RandomStreams.of(10, 0);
    boolean moves = false;
    for (int k = 0; k < 50; k++) {
      moves |= !group.randomElement(random).isIdentity();
    }
    assertThat(moves).isTrue();
  }

  @Test
  void energyIsInvariantUnderTheSymmetry() {
    Potential potential = create();
    RandomGenerator random = RandomStreams.of(4, 0);
    double[] copy = new double[potential.dimension()];
    for (double[] x : points()) {
      double energy = potential.evaluator().energy(x);
      potential.symmetry().randomCopy(random, x, copy);
      assertClose(potential.evaluator().energy(copy), energy);
      potential.symmetry().canonical(x, copy);
      assertClose(potential.evaluator().energy(copy), energy);
      potential.symmetry().nearestCopy(x, points().get(0), copy);
      assertClose(potential.evaluator().energy(copy), energy);
    }
  }

  @Test
  void canonicalFormIsIdempotentAndTheSameForEveryCopy() {
    Potential potential = create();
    SymmetryGroup symmetry = potential.symmetry();
    RandomGenerator random = RandomStreams.of(5, 0);
    int n = potential.dimension();
    for (double[] x : points()) {
      double[] canonical = new double[n];
      symmetry.canonical(x, canonical);
      double[] other = new double[n];
      symmetry.canonical(canonical, other);
      assertThat(Vectors.distance(other, canonical)).isLessThan(1e-12);
      for (int k = 0; k < 5; k++) {
        symmetry.randomCopy(random, x, other);
        symmetry.canonical(other, other);
        assertThat(Vectors.distance(other, canonical)).as(Arrays.toString(x)).isLessThan(1e-12);
      }
    }
  }

  @Test
  void nearestCopyOfACopyIsThePointItself() {
    Potential potential = create();
    SymmetryGroup symmetry = potential.symmetry();
    RandomGenerator random = RandomStreams.of(6, 0);
    double[] copy = new double[potential.dimension()];
    for (double[] x : points()) {
      symmetry.randomCopy(random, x, copy);
      double distance = symmetry.nearestCopy(copy, x, copy);
      assertThat(distance).isLessThan(1e-12);
      assertThat(Vectors.distance(copy, x)).isCloseTo(distance, within(1e-14));
    }
  }

  @Test
  void nearestCopyIsNoFartherThanAnyOtherCopy() {
    Potential potential = create();
    SymmetryGroup symmetry = potential.symmetry();
    RandomGenerator random = RandomStreams.of(7, 0);
    double[] copy = new double[potential.dimension()];
    double[] reference = points().get(0);
    for (double[] x : points()) {
      double nearest = symmetry.nearestCopy(x, reference, copy);
      for (int k = 0; k < 10; k++) {
        symmetry.randomCopy(random, x, copy);
        assertThat(nearest).isLessThanOrEqualTo(Vectors.distance(copy, reference) + 1e-12);
      }
    }
  }

  @Test
  void orbitSizeDividesTheGroupOrderAndIsTheSameForEveryCopy() {
    Potential potential = create();
    SymmetryGroup symmetry = potential.symmetry();
    RandomGenerator random = RandomStreams.of(8, 0);
    double[] copy = new double[potential.dimension()];
    for (double[] x : points()) {
      BigInteger size = symmetry.orbitSize(x);
      assertThat(symmetry.order().remainder(size)).isZero();
      symmetry.randomCopy(random, x, copy);
      assertThat(symmetry.orbitSize(copy)).isEqualTo(size);
    }
  }

  @Test
  void elementsFormAGroupThatActsOnThePoints() {
    SymmetryGroup group = create().symmetry();
    RandomGenerator random = RandomStreams.of(11, 0);
    for (double[] x : points()) {
      Transformation a = group.randomElement(random);
      Transformation b = group.randomElement(random);
      assertSame(a.after(b).apply(x), a.apply(b.apply(x)));
      assertSame(a.inverse().apply(a.apply(x)), x);
      assertThat(a.inverse().after(a)).isEqualTo(group.identity());
      assertThat(a.after(b).inverse()).isEqualTo(b.inverse().after(a.inverse()));
      assertThat(a.after(b).inverse()).hasSameHashCodeAs(b.inverse().after(a.inverse()));
      assertSame(group.identity().apply(x), x);
      int[] product = Arrays.stream(b.permutation()).map(i -> a.permutation()[i]).toArray();
      assertThat(a.after(b).permutation()).containsExactly(product);
    }
  }

  @Test
  void stabiliserFixesThePointAndHasTheOrderThatTheOrbitLeaves() {
    SymmetryGroup group = create().symmetry();
    for (double[] x : withKnownPoints()) {
      List<Transformation> generators = group.stabiliserGenerators(x);
      for (Transformation generator : generators) {
        assertThat(generator.isIdentity()).isFalse();
        assertThat(Vectors.distance(generator.apply(x), x)).isLessThan(SAME * x.length);
      }
      assertThat(Subgroup.generatedBy(generators).order().multiply(group.orbitSize(x)))
          .isEqualTo(group.order());
    }
  }

  /** The zero point among them, which most elements leave in place. */
  private List<double[]> withKnownPoints() {
    Potential potential = create();
    List<double[]> points = points();
    points.addAll(potential.knownPoints());
    points.add(new double[potential.dimension()]);
    return points;
  }

  @Test
  void transporterTakesAPointToItsCopies() {
    SymmetryGroup group = create().symmetry();
    RandomGenerator random = RandomStreams.of(12, 0);
    for (double[] x : points()) {
      double[] copy = group.randomElement(random).apply(x);
      Transformation found = group.transporter(x, copy).orElseThrow();
      assertThat(Vectors.distance(found.apply(x), copy)).isLessThan(SAME);
      copy[0] += 0.125;
      if (group.nearestCopy(x, copy, new double[x.length]) > 1e-3) {
        assertThat(group.transporter(x, copy)).isEmpty();
      }
    }
  }

  @Test
  void fixedSpaceHoldsThePointAndIsAProjection() {
    SymmetryGroup group = create().symmetry();
    RandomGenerator random = RandomStreams.of(13, 0);
    for (double[] x : withKnownPoints()) {
      SymmetryGroup.Projection projection = group.fixedSpace(x);
      double[] fixed = x.clone();
      projection.apply(fixed);
      assertThat(Vectors.distance(fixed, x)).isLessThan(SAME * x.length);
      double[] point = points().get(random.nextInt(5));
      projection.apply(point);
      double[] again = point.clone();
      projection.apply(again);
      assertSame(again, point);
      for (Transformation generator : group.stabiliserGenerators(x)) {
        assertSame(generator.apply(point), point);
      }
    }
  }

  private static void assertSame(double[] actual, double[] expected) {
    double size = Vectors.norm(expected);
    assertThat(Vectors.distance(actual, expected)).isLessThan(1e-13 * Math.max(1.0, size));
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-13 * Math.max(1.0, Math.abs(expected))));
  }
}
