package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.linear.Vectors;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Transformation;
import dev.tarn.potential.space.Subgroup;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * The symmetry against brute force over the whole group. Weights are quarters, so that all copies
 * are exact, and come from few units: zero units, equal units, opposite units and units that the
 * swap of the inputs exchanges are common.
 */
class XorGroupProperties {
  private static final int UNIT = 5;

  private record Case(Network network, double[] point) {
    @Override
    public String toString() {
      return network.penalty() + " " + Arrays.toString(point);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return cases(3);
  }

  @Provide
  Arbitrary<Case> upToFourUnits() {
    return cases(4);
  }

  private static Arbitrary<Case> cases(int most) {
    return Arbitraries.integers()
        .between(1, most)
        .flatMap(
            hidden ->
                Combinators.combine(
                        Arbitraries.of(Regularisation.class),
                        quarters().array(double[].class).ofSize(UNIT),
                        Arbitraries.integers().between(0, 5).list().ofSize(hidden),
                        quarters().array(double[].class).ofSize(UNIT * hidden),
                        quarters(),
                        quarters())
                    .as(
                        (regularisation, seed, kinds, fresh, b0, b1) ->
                            build(
                                Network.xor(hidden, 0.01, regularisation),
                                seed,
                                kinds,
                                fresh,
                                b0,
                                b1)));
  }

  private static Arbitrary<Double> quarters() {
    return Arbitraries.integers().between(-8, 8).map(k -> k / 4.0);
  }

  private static Case build(
      Network network, double[] seed, List<Integer> kinds, double[] fresh, double b0, double b1) {
    Layout at = network.layout();
    double[] x = new double[at.dimension()];
    for (int j = 0; j < network.architecture().units(); j++) {
      int kind = kinds.get(j);
      double[] unit = seed.clone();
      switch (kind) {
        case 0 -> unit = new double[UNIT];
        case 1 -> unit[2] = seed[3];
        case 2 -> unit = new double[] {seed[0], seed[1], seed[3], seed[2], seed[4]};
        case 3 -> unit = new double[] {-seed[0], -seed[1], -seed[2], -seed[3], -seed[4]};
        case 4 -> System.arraycopy(fresh, UNIT * j, unit, 0, UNIT);
        default -> {}
      }
      x[at.link(2, 0, j)] = unit[0];
      x[at.link(2, 1, j)] = unit[1];
      x[at.link(1, j, 0)] = unit[2];
      x[at.link(1, j, 1)] = unit[3];
      x[at.bias(1, j)] = unit[4];
    }
    x[at.bias(2, 0)] = b0;
    x[at.bias(2, 1)] = b1;
    return new Case(network, x);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void everyImageHasTheSameEnergy(@ForAll("cases") Case each) {
    double energy = each.network.evaluator().energy(each.point);
    for (double[] image : new XorGroup(each.network).images(each.point)) {
      assertThat(each.network.evaluator().energy(image)).isCloseTo(energy, within(1e-14));
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void orbitSizeIsTheNumberOfDistinctImages(@ForAll("upToFourUnits") Case each) {
    assertThat(each.network.symmetry().orbitSize(each.point))
        .isEqualTo(BigInteger.valueOf(new XorGroup(each.network).orbitSize(each.point)));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void stabiliserIsGeneratedByElementsThatFixThePoint(@ForAll("cases") Case each) {
    NetworkGroup symmetry = each.network.symmetry();
    List<Transformation> generators = symmetry.stabiliserGenerators(each.point);
    for (Transformation generator : generators) {
      assertThat(Vectors.distance(generator.apply(each.point), each.point)).isZero();
      assertThat(generator.isIdentity()).isFalse();
    }
    int hidden = each.network.architecture().units();
    Subgroup stabiliser = Subgroup.generatedBy(generators);
    assertThat(stabiliser.order().multiply(symmetry.orbitSize(each.point)))
        .isEqualTo(symmetry.order());
    assertThat(XorGroup.elements(hidden))
        .allMatch(
            g ->
                stabiliser.contains(g)
                    == (Vectors.distance(g.apply(each.point), each.point) == 0.0));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void transporterTakesThePointToEachImageInTheSimplestWay(
      @ForAll("cases") Case each, @ForAll @IntRange(max = 95) int which) {
    List<NetworkTransformation> group = XorGroup.elements(each.network.architecture().units());
    double[] image = group.get(which % group.size()).apply(each.point);
    Transformation found = each.network.symmetry().transporter(each.point, image).orElseThrow();
    assertThat(Vectors.distance(found.apply(each.point), image)).isZero();
    int least =
        group.stream()
            .filter(g -> Vectors.distance(g.apply(each.point), image) == 0.0)
            .mapToInt(XorGroupProperties::complexity)
            .min()
            .orElseThrow();
    assertThat(complexity((NetworkTransformation) found)).isEqualTo(least);
    double[] other = image.clone();
    other[2] += 0.125;
    assertThat(each.network.symmetry().transporter(each.point, other).isPresent())
        .isEqualTo(
            group.stream().anyMatch(g -> Vectors.distance(g.apply(each.point), other) == 0.0));
  }

  private static int complexity(NetworkTransformation g) {
    int sum = g.nodes().get(0).isIdentity() ? 0 : 1;
    SignedPermutation units = g.nodes().get(1);
    for (int k = 0; k < units.size(); k++) {
      sum += (units.source(k) == k ? 0 : 2) + (units.sign(k) < 0 ? 1 : 0);
    }
    return sum;
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void everyImageHasTheSameCanonicalFormWhichIsAnImageItself(@ForAll("cases") Case each) {
    SymmetryGroup symmetry = each.network.symmetry();
    XorGroup group = new XorGroup(each.network);
    double[] canonical = new double[each.point.length];
    symmetry.canonical(each.point, canonical);
    double[] other = new double[each.point.length];
    symmetry.canonical(canonical, other);
    assertThat(other).containsExactly(canonical);
    boolean isImage = false;
    for (double[] image : group.images(each.point)) {
      symmetry.canonical(image, other);
      assertThat(other).containsExactly(canonical);
      isImage |= Vectors.distance(group.alignedTo(canonical, image), canonical) == 0.0;
    }
    assertThat(isImage).isTrue();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void nearestCopyIsTheNearestOfAllImages(
      @ForAll("cases") Case each, @ForAll("references") double[] reference) {
    double[] target = Arrays.copyOf(reference, each.point.length);
    XorGroup group = new XorGroup(each.network);
    double least = Double.POSITIVE_INFINITY;
    for (double[] image : group.images(each.point)) {
      least = Math.min(least, Vectors.distance(group.alignedTo(target, image), target));
    }
    double[] copy = new double[each.point.length];
    double distance = each.network.symmetry().nearestCopy(each.point, target, copy);
    assertThat(distance).isCloseTo(least, within(1e-12));
    assertThat(Vectors.distance(copy, target)).isCloseTo(least, within(1e-12));
    assertThat(each.network.evaluator().energy(copy))
        .isCloseTo(each.network.evaluator().energy(each.point), within(1e-13));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void fixedSpaceProjectionIsTheAverageOverTheStabiliser(
      @ForAll("cases") Case each, @ForAll("references") double[] reference) {
    double[] point = Arrays.copyOf(reference, each.point.length);
    XorGroup group = new XorGroup(each.network);
    List<double[]> images = group.images(each.point);
    List<double[]> moved = group.images(point);
    double[] average = new double[point.length];
    int fixing = 0;
    for (int g = 0; g < images.size(); g++) {
      if (Vectors.distance(group.alignedTo(each.point, images.get(g)), each.point) == 0.0) {
        fixing++;
        for (int i = 0; i < average.length; i++) {
          average[i] += moved.get(g)[i];
        }
      }
    }
    for (int i = 0; i < average.length; i++) {
      average[i] /= fixing;
    }
    SymmetryGroup.Projection projection = each.network.symmetry().fixedSpace(each.point);
    projection.apply(point);
    assertThat(Vectors.distance(point, average)).isLessThan(1e-13);
    double[] fixed = each.point.clone();
    projection.apply(fixed);
    assertThat(Vectors.distance(fixed, each.point)).isZero();
  }

  /** Every transformation is an isometry. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void gradientStaysInTheFixedSpace(@ForAll("cases") Case each) {
    double[] gradient = new double[each.point.length];
    each.network.evaluator().gradient(each.point, gradient);
    double[] projected = gradient.clone();
    each.network.symmetry().fixedSpace(each.point).apply(projected);
    assertThat(Vectors.distance(projected, gradient)).isLessThan(1e-14);
  }

  @Provide
  Arbitrary<double[]> references() {
    return Arbitraries.doubles().between(-2.0, 2.0).array(double[].class).ofSize(3 * UNIT + 2);
  }
}
