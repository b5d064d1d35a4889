package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.SymmetryGroup;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The symmetry of networks of every kind, on data with and without symmetry. */
class NetworkGroupProperties {

  @Provide
  Arbitrary<Network> networks() {
    return Arbitraries.oneOf(
        RandomNetworks.any(), RandomNetworks.any().map(RandomNetworks::onSymmetricData));
  }

  private static double[] point(Network network, RandomGenerator random) {
    double[] x = new double[network.dimension()];
    network.randomPoint(random, x);
    return x;
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void copiesHaveTheSameEnergy(@ForAll("networks") Network network, @ForAll long seed) {
    RandomGenerator random = RandomStreams.of(seed, 0);
    SymmetryGroup symmetry = network.symmetry();
    double[] x = point(network, random);
    double energy = network.evaluator().energy(x);
    double tolerance = 1e-12 * Math.max(1.0, energy);
    double[] copy = new double[x.length];
    symmetry.randomCopy(random, x, copy);
    assertThat(network.evaluator().energy(copy)).isCloseTo(energy, within(tolerance));
    symmetry.canonical(copy, copy);
    assertThat(network.evaluator().energy(copy)).isCloseTo(energy, within(tolerance));
    symmetry.nearestCopy(x, point(network, random), copy);
    assertThat(network.evaluator().energy(copy)).isCloseTo(energy, within(tolerance));
    for (NetworkTransformation element : network.symmetry().dataSymmetries()) {
      assertThat(network.evaluator().energy(element.apply(x))).isCloseTo(energy, within(tolerance));
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void copiesAreRecognised(@ForAll("networks") Network network, @ForAll long seed) {
    RandomGenerator random = RandomStreams.of(seed, 1);
    SymmetryGroup symmetry = network.symmetry();
    double[] x = point(network, random);
    double[] y = point(network, random);
    double[] copy = new double[x.length];
    symmetry.randomCopy(random, x, copy);
    double[] nearest = new double[x.length];
    assertThat(symmetry.nearestCopy(copy, x, nearest)).isLessThan(1e-8);
    assertThat(symmetry.orbitSize(copy)).isEqualTo(symmetry.orbitSize(x));
    // The distance of two orbits does not depend on the copies.
    double distance = symmetry.nearestCopy(x, y, nearest);
    assertThat(symmetry.nearestCopy(copy, y, nearest))
        .isCloseTo(distance, within(1e-7 + 1e-12 * distance));
    assertThat(symmetry.nearestCopy(y, copy, nearest))
        .isCloseTo(distance, within(1e-7 + 1e-12 * distance));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void gradientsLieInTheFixedSpace(@ForAll("networks") Network network, @ForAll long seed) {
    double[] x = point(network, RandomStreams.of(seed, 2));
    double[] gradient = new double[x.length];
    double size = Math.max(1.0, network.evaluator().gradient(x, gradient));
    double[] projected = gradient.clone();
    SymmetryGroup.Projection projection = network.symmetry().fixedSpace(x);
    projection.apply(projected);
    assertThat(projected).containsExactly(gradient, within(1e-6 * size));
    double[] again = projected.clone();
    projection.apply(again);
    assertThat(again).containsExactly(projected, within(1e-13 * size));
    double[] same = x.clone();
    projection.apply(same);
    assertThat(Vectors.distance(same, x)).isLessThan(1e-5);
  }
}
