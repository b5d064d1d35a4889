package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.DerivativeChecker;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetricPotentialContract;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.testing.Inputs;
import dev.tarn.testing.KnownValues;
import dev.tarn.testing.Stationary;
import dev.tarn.testing.Weights;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class XorNetworkTest {
  @Nested
  class OneUnit extends SymmetricPotentialContract {
    @Override
    protected Potential create() {
      return Network.xor(1, 1e-2);
    }
  }

  @Nested
  class ThreeUnits extends SymmetricPotentialContract {
    @Override
    protected Potential create() {
      return Network.xor(3, 1e-6);
    }
  }

  @Nested
  class ThreeUnitsWithFreeBiases extends SymmetricPotentialContract {
    @Override
    protected Potential create() {
      return Network.xor(3, 1e-3, Regularisation.LINKS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void energyIsEquationThreeWrittenOut(Regularisation regularisation) {
    Network network = Network.xor(3, 0.017, regularisation);
    for (double[] x : Inputs.random(network, 40)) {
      assertThat(network.evaluator().energy(x))
          .isCloseTo(
              naive(network, x), within(1e-13 * Math.max(1.0, network.evaluator().energy(x))));
    }
  }

  /** Equations 1 to 3 with a softmax as a plain ratio, which is exact enough for modest weights. */
  private static double naive(Network network, double[] x) {
    Layout at = network.layout();
    double energy = 0.0;
    for (int d = 0; d < 4; d++) {
      double[] input = {d >> 1, d & 1};
      double[] y = {x[at.bias(2, 0)], x[at.bias(2, 1)]};
      for (int j = 0; j < network.architecture().units(); j++) {
        double argument = x[at.bias(1, j)];
        for (int k = 0; k < 2; k++) {
          argument += x[at.link(1, j, k)] * input[k];
        }
        for (int i = 0; i < 2; i++) {
          y[i] += x[at.link(2, i, j)] * StrictMath.tanh(argument);
        }
      }
      int right = (d >> 1) ^ (d & 1);
      double wrongOverRight = StrictMath.exp(y[1 - right] - y[right]);
      energy += 0.25 * StrictMath.log1p(wrongOverRight);
    }
    for (int i = 0; i < x.length; i++) {
      boolean isBias = at.names().get(i).contains("Bias");
      if (!isBias || network.nullDirections().isEmpty()) {
        energy += network.penalty().links().get(0) * x[i] * x[i];
      }
    }
    return energy;
  }

  // Exact: with all weights zero every probability is 1/2, and the data term couples only b_0, b_1.
  @ParameterizedTest
  @CsvSource({"1, 1e-6", "1, 0.1", "2, 1e-4", "4, 1e-2"})
  void zeroPointIsAMinimumWithKnownEigenvalues(int hidden, double lambda) {
    Network network = Network.xor(hidden, lambda);
    PolishedPoint zero =
        StationaryPolish.newton(network).characterise(network.knownPoints().get(0));
    double[] expected = new double[5 * hidden + 2];
    Arrays.fill(expected, 2.0 * lambda);
    expected[expected.length - 1] += 0.5;
    assertThat(zero.coordinates()).containsOnly(0.0);
    assertThat(zero.isStationary(0)).isTrue();
    assertThat(zero.energy()).isCloseTo(KnownValues.ZERO_POINT, within(1e-15));
    assertThat(zero.eigenvalues()).containsExactly(expected, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"1, 1e-6", "2, 1e-4", "3, 1e-2"})
  void outputWeightsAreOppositeAtEveryStationaryPoint(int hidden, double lambda) {
    Network network = Network.xor(hidden, lambda);
    Layout at = network.layout();
    List<PolishedPoint> points = quenched(network);
    assertThat(points).hasSizeGreaterThan(10);
    for (PolishedPoint point : points) {
      double[] x = point.coordinates();
      for (int j = 0; j < hidden; j++) {
        assertThat(x[at.link(2, 0, j)]).isCloseTo(-x[at.link(2, 1, j)], within(1e-6));
      }
      assertThat(x[at.bias(2, 0)]).isCloseTo(-x[at.bias(2, 1)], within(1e-6));
      long exact =
          Arrays.stream(point.eigenvalues())
              .filter(value -> Math.abs(value - 2.0 * lambda) < 1e-13)
              .count();
      assertThat(exact).isGreaterThanOrEqualTo(hidden + 1);
    }
  }

  private static List<PolishedPoint> quenched(Network network) {
    Lbfgs minimiser = new Lbfgs(network, LbfgsSettings.defaults().withTolerance(1e-9));
    StationaryPolish polish = StationaryPolish.newton(network);
    List<PolishedPoint> points = new ArrayList<>();
    for (double[] x : Inputs.random(network, 40)) {
      minimiser.minimise(x);
      PolishedPoint point = polish.polish(x);
      if (point.converged()) {
        points.add(point);
      }
    }
    return points;
  }

  // Appendix A of the paper, with the eigenvalues worked out: 2 lambda three times and
  // 2 lambda +- sqrt(2) |g|, where g = 1/4 sum over the data of (p_1 - t_1) (1, x_1, x_2).
  @ParameterizedTest
  @CsvSource({"1, 1e-6", "1, 1e-2", "2, 1e-4", "3, 1e-2"})
  void zeroUnitKeepsAPointStationaryAndAddsKnownEigenvalues(int hidden, double lambda) {
    Network network = Network.xor(hidden, lambda);
    Network wider = Network.xor(hidden + 1, lambda);
    StationaryPolish larger = StationaryPolish.newton(wider);
    int[] classes = {0, 1, 1, 0};
    int risen = 0;
    for (PolishedPoint point : quenched(network)) {
      double[] p = Weights.probabilities(network, point.coordinates());
      double[] g = new double[3];
      for (int d = 0; d < 4; d++) {
        double slope = 0.25 * (p[d] - classes[d]);
        g[0] += slope;
        g[1] += slope * (d >> 1);
        g[2] += slope * (d & 1);
      }
      double coupling = Math.sqrt(2.0 * (g[0] * g[0] + g[1] * g[1] + g[2] * g[2]));
      double[] expected = Arrays.copyOf(point.eigenvalues(), 5 * hidden + 7);
      Arrays.fill(expected, 5 * hidden + 2, 5 * hidden + 5, 2.0 * lambda);
      expected[5 * hidden + 5] = 2.0 * lambda - coupling;
      expected[5 * hidden + 6] = 2.0 * lambda + coupling;
      Arrays.sort(expected);
      PolishedPoint padded =
          larger.characterise(wider.layout().arrange(point.coordinates(), network.layout()));
      assertThat(padded.converged()).isTrue();
      assertThat(padded.energy()).isCloseTo(point.energy(), within(1e-15));
      assertThat(padded.eigenvalues()).containsExactly(expected, within(1e-12));
      int rise = coupling > 2.0 * lambda ? 1 : 0;
      assertThat(padded.index()).isEqualTo(point.index() + rise);
      risen += rise;
    }
    assertThat(risen).as("points that became saddles").isPositive();
  }

  // An independent enumeration: Newton and eigenvector-following searches for every index from 10^4
  // random starts, complete by the Morse count 9 - 8 = 1.
  @Test
  void allStationaryPointsOfOneUnitAtStrongRegularisation() {
    Network network = Network.xor(1, 1e-2);
    List<PolishedPoint> points = Stationary.find(network, 600, 1e-12);
    assertThat(Stationary.energies(points, 0))
        .containsExactly(
            new double[] {
              0.6381080428617, 0.6541502724604, KnownValues.ZERO_POINT, 0.6995177339017
            },
            within(1e-13));
    assertThat(Stationary.energies(points, 1))
        .containsExactly(
            new double[] {0.6938986436391, 0.6949905942799, 0.7017252057173}, within(1e-13));
    assertThat(Stationary.morseSum(network, points)).isEqualTo(BigInteger.ONE);
    // The orbit sizes of the same enumeration.
    assertThat(points)
        .filteredOn(point -> point.index() == 0)
        .extracting(point -> network.symmetry().orbitSize(point.coordinates()).intValue())
        .containsExactlyInAnyOrder(2, 4, 1, 2);
  }

  // The barriers relative to the zero point, which is where the paper's 0.1425e-10 is found, are
  // known to more digits than the energies.
  @Test
  void tinyTransitionStatesOfOneUnitAtWeakRegularisation() {
    Network network = Network.xor(1, 1e-6);
    List<PolishedPoint> points = Stationary.find(network, 1500, 1e-12);
    assertThat(Stationary.energies(points, 0))
        .containsExactly(energies(KnownValues.ONE_UNIT_MINIMA), within(1e-13));
    assertThat(Stationary.energies(points, 1))
        .containsExactly(energies(KnownValues.ONE_UNIT_TRANSITION_STATES), within(2e-15));
    assertThat(Stationary.morseSum(network, points)).isEqualTo(BigInteger.ONE);
  }

  private static double[] energies(List<KnownValues.Known> classes) {
    return classes.stream().mapToDouble(KnownValues.Known::energy).toArray();
  }

  @Test
  void probabilitiesAreThoseOfTheLoss() {
    Network network = Network.xor(2, 1e-4);
    for (double[] x : Inputs.random(network, 20)) {
      double[] p = Weights.probabilities(network, x);
      double loss = 0.0;
      double penalty = 0.0;
      for (int d = 0; d < 4; d++) {
        assertThat(p[d]).isBetween(0.0, 1.0);
        loss -= 0.25 * StrictMath.log(network.data().classOf(d) == 1 ? p[d] : 1.0 - p[d]);
      }
      for (double value : x) {
        penalty += 1e-4 * value * value;
      }
      if (loss < 5.0) {
        assertThat(network.evaluator().energy(x)).isCloseTo(loss + penalty, within(1e-10));
      }
      assertThat(network.evaluator().answer(x, new double[] {0.0, 1.0})[1]).isEqualTo(p[1]);
      assertThat(network.evaluator().answer(x, new double[] {1.0, 0.0})[1]).isEqualTo(p[2]);
    }
  }

  @Test
  void probabilityOfClassesSumsToOneUnderTheExchangeOfOutputs() {
    Network network = Network.xor(1, 0.1);
    double[] x = {0.3, -1.7, 2.0, -0.5, 0.2, 0.9, -0.4};
    double[] exchanged = {-1.7, 0.3, 2.0, -0.5, 0.2, -0.4, 0.9};
    assertThat(
            network.evaluator().answer(x, new double[] {0.7, -0.2})[1]
                + network.evaluator().answer(exchanged, new double[] {0.7, -0.2})[1])
        .isCloseTo(1.0, within(1e-15));
  }

  @Test
  void hugeWeightsGiveTheRightAsymptotes() {
    Network network = Network.xor(1, 1e-300);
    double[] x = new double[7];
    x[network.layout().bias(2, 1)] = 4000.0;
    // Class 1 is certain: the two examples of class 0 cost 4000 nats each.
    assertThat(network.evaluator().energy(x)).isEqualTo(2000.0);
    assertThat(Weights.probabilities(network, x)).containsOnly(1.0);
    double[] gradient = new double[7];
    double[] hessian = new double[49];
    assertThat(network.evaluator().hessian(x, gradient, hessian)).isEqualTo(2000.0);
    assertThat(gradient[network.layout().bias(2, 1)]).isEqualTo(0.5);
    assertThat(hessian).doesNotContain(Double.NaN);
  }

  @Test
  void hostileWeightsGiveNumbersOrNaNButNoException() {
    Network network = Network.xor(2, 1e-4);
    for (double value : Inputs.hostile()) {
      double[] x = new double[12];
      Arrays.fill(x, value);
      double energy = network.evaluator().gradient(x, new double[12]);
      if (Double.isNaN(value)) {
        assertThat(energy).isNaN();
      } else if (Math.abs(value) <= 1e17) {
        assertThat(energy).isFinite().isGreaterThan(0.0);
      } else {
        assertThat(Double.isFinite(energy)).isFalse();
      }
    }
  }

  @Test
  void commonShiftOfTheOutputBiasesIsFreeWithoutTheirPenalty() {
    Network network = Network.xor(2, 1e-2, Regularisation.LINKS);
    double[] x = Inputs.random(network, 1).get(0);
    double energy = network.evaluator().energy(x);
    x[network.layout().bias(2, 0)] += 0.375;
    x[network.layout().bias(2, 1)] += 0.375;
    assertThat(network.evaluator().energy(x)).isCloseTo(energy, within(1e-14));
    assertThat(StationaryPolish.newton(network).characterise(x).eigenvalues()).hasSize(11);
  }

  @Test
  void largeNetworkHasRightDerivatives() {
    Network network = Network.xor(25, 1e-3);
    assertThat(DerivativeChecker.check(network, Inputs.random(network, 1).get(0)).agrees(1e-7))
        .isTrue();
  }

  @Test
  void randomPointsIncludeZeroAndEqualUnits() {
    Network network = Network.xor(3, 0.1);
    int zeros = 0;
    int equal = 0;
    for (double[] x : Inputs.random(network, 200)) {
      List<Integer> connected = Weights.connectedUnits(network, x, 0.0);
      zeros += connected.size() < 3 ? 1 : 0;
      equal += connected.size() == 3 && x[0] == x[5] ? 1 : 0;
    }
    assertThat(zeros).isBetween(20, 120);
    assertThat(equal).isPositive();
  }

  @Test
  void keepsWhatItWasMadeWith() {
    Network network = Network.xor(4, 0.25, Regularisation.LINKS);
    assertThat(network.isXor()).isTrue();
    assertThat(network.penalty().lambda()).hasValue(0.25);
    assertThat(network.penalty().regularisation()).contains(Regularisation.LINKS);
    assertThat(network.architecture()).hasToString("2-4-2 tanh softmax");
    assertThat(network.dimension()).isEqualTo(22);
    assertThat(network.evaluator().hasAnalyticHessian()).isTrue();
    assertThat(network.evaluator()).isNotSameAs(network.evaluator());
    assertThat(Network.xor(1, 0.1).penalty().regularisation()).contains(Regularisation.ALL);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -1e-6, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesLambdaOutOfRange(double lambda) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.xor(1, lambda))
        .withMessageContaining("lambda")
        .withMessageContaining(String.valueOf(lambda));
  }

  @Test
  void refusesBadSizes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.xor(0, 0.1, Regularisation.LINKS))
        .withMessageContaining("0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.xor(1, 0.1).evaluator().answer(new double[6], new double[2]))
        .withMessageContaining("7 parameters, not 6");
  }
}
