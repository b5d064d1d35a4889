package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.testing.Inputs;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class XorGroupTest {

  // 2^N_h N_h! times 2 for the swap of the inputs.
  @ParameterizedTest
  @CsvSource({
    "1, ALL, 4",
    "2, ALL, 16",
    "3, ALL, 96",
    "6, ALL, 92160",
    "1, LINKS, 4",
    "2, LINKS, 16"
  })
  void groupOrderIsThatOfPermutationsSignsAndTheSwap(
      int hidden, Regularisation regularisation, long order) {
    assertThat(Network.xor(hidden, 0.1, regularisation).symmetry().order())
        .isEqualTo(BigInteger.valueOf(order));
  }

  /**
   * With free biases (w, b) to (-w, b + w) and exchanged classes keep the energy, but not the
   * Hessian's eigenvalues: no symmetry of the landscape.
   */
  @Test
  void complementOfAnInputIsNoSymmetryEvenWithFreeBiases() {
    Network network = Network.xor(1, 0.1, Regularisation.LINKS);
    double[] x = {0.3, -0.4, 0.5, 1.2, 0.1, 0.2, -0.2};
    double[] complement = {-0.4, 0.3, -0.5, 1.2, 0.6, -0.2, 0.2};
    PolishedPoint here = StationaryPolish.newton(network).characterise(x);
    PolishedPoint there = StationaryPolish.newton(network).characterise(complement);
    assertThat(there.energy()).isCloseTo(here.energy(), within(1e-15));
    assertThat(there.eigenvalues()[0]).isNotCloseTo(here.eigenvalues()[0], within(1e-3));
    assertThat(network.symmetry().transporter(x, complement)).isEmpty();
    assertThat(network.symmetry().nearestCopy(complement, x, new double[7])).isGreaterThan(0.1);
  }

  @Test
  void orderOfALargeGroupDoesNotOverflow() {
    // 2^100 100! 2 has 31 + 158 digits: log10 is 30.10 + 157.97 + 0.30.
    assertThat(Network.xor(100, 0.1).symmetry().order().toString()).hasSize(189);
  }

  @ParameterizedTest
  @EnumSource
  void zeroPointIsItsOwnOrbit(Regularisation regularisation) {
    Network network = Network.xor(3, 0.1, regularisation);
    double[] zero = new double[network.dimension()];
    assertThat(network.symmetry().orbitSize(zero)).isEqualTo(BigInteger.ONE);
    double[] canonical = new double[zero.length];
    Arrays.fill(canonical, 7.0);
    network.symmetry().canonical(zero, canonical);
    assertThat(canonical).containsExactly(zero);
  }

  @ParameterizedTest
  @EnumSource
  void genericPointHasTheWholeGroupAsOrbit(Regularisation regularisation) {
    for (int hidden = 1; hidden <= 6; hidden++) {
      Network network = Network.xor(hidden, 0.1, regularisation);
      double[] x = Inputs.gaussian(RandomStreams.of(9, hidden), network.dimension());
      assertThat(network.symmetry().orbitSize(x)).isEqualTo(network.symmetry().order());
    }
  }

  @Test
  void randomCopyIsUniformOverTheOrbit() {
    Network network = Network.xor(2, 0.1);
    double[] x = Inputs.gaussian(RandomStreams.of(10, 0), network.dimension());
    RandomGenerator random = RandomStreams.of(10, 1);
    Map<List<Double>, Integer> counts = new HashMap<>();
    double[] copy = new double[x.length];
    int draws = 16_000;
    for (int k = 0; k < draws; k++) {
      network.symmetry().randomCopy(random, x, copy);
      counts.merge(Arrays.stream(copy).boxed().toList(), 1, Integer::sum);
    }
    assertThat(counts).hasSize(16);
    // 1000 each with a deviation of 31; the bounds are 5 deviations.
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(845, 1155));
  }

  @Test
  void canonicalAndNearestCopyMayWriteOverTheirInput() {
    Network network = Network.xor(3, 0.1, Regularisation.LINKS);
    double[] x = Inputs.gaussian(RandomStreams.of(11, 0), network.dimension());
    double[] reference = Inputs.gaussian(RandomStreams.of(11, 1), network.dimension());
    double[] expected = new double[x.length];
    network.symmetry().canonical(x, expected);
    double[] inPlace = x.clone();
    network.symmetry().canonical(inPlace, inPlace);
    assertThat(inPlace).containsExactly(expected);
    double distance = network.symmetry().nearestCopy(x, reference, expected);
    inPlace = x.clone();
    assertThat(network.symmetry().nearestCopy(inPlace, reference, inPlace)).isEqualTo(distance);
    assertThat(inPlace).containsExactly(expected);
  }

  @Test
  void nearestCopyUndoesARotationOfThirtyUnits() {
    Network network = Network.xor(30, 0.1);
    RandomGenerator random = RandomStreams.of(12, 0);
    double[] x = Inputs.gaussian(random, network.dimension());
    double[] copy = new double[x.length];
    network.symmetry().randomCopy(random, x, copy);
    assertThat(Vectors.distance(copy, x)).isGreaterThan(1.0);
    assertThat(network.symmetry().nearestCopy(copy, x, copy)).isZero();
    assertThat(copy).containsExactly(x);
  }

  @Test
  void pointsThatAreNotFiniteDoNotHang() {
    Network network = Network.xor(3, 0.1);
    HostilePoints.assertAnswered(network, 0, 7, Duration.ofSeconds(10));
  }
}
