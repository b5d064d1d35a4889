package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.DerivativeChecker;
import dev.tarn.potential.Potential;
import dev.tarn.potential.PotentialContract;
import dev.tarn.stationary.NewtonPolish;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.testing.Inputs;
import dev.tarn.testing.KnownValues;
import dev.tarn.testing.Stationary;
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
  class OneUnit extends PotentialContract {
    @Override
    protected Potential create() {
      return new XorNetwork(1, 1e-2);
    }
  }

  @Nested
  class ThreeUnits extends PotentialContract {
    @Override
    protected Potential create() {
      return new XorNetwork(3, 1e-6);
    }
  }

  @Nested
  class ThreeUnitsWithFreeBiases extends PotentialContract {
    @Override
    protected Potential create() {
      return new XorNetwork(3, 1e-3, Regularisation.LINKS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void energyIsEquationThreeWrittenOut(Regularisation regularisation) {
    XorNetwork network = new XorNetwork(3, 0.017, regularisation);
    for (double[] x : Inputs.random(network, 40)) {
      assertThat(network.energy(x))
          .isCloseTo(naive(network, x), within(1e-13 * Math.max(1.0, network.energy(x))));
    }
  }

  /** Equations 1 to 3 with a softmax as a plain ratio, which is exact enough for modest weights. */
  private static double naive(XorNetwork network, double[] x) {
    XorParameters at = network.parameters();
    double energy = 0.0;
    for (int d = 0; d < 4; d++) {
      double[] input = {d >> 1, d & 1};
      double[] y = {x[at.outputBias(0)], x[at.outputBias(1)]};
      for (int j = 0; j < at.hidden(); j++) {
        double argument = x[at.hiddenBias(j)];
        for (int k = 0; k < 2; k++) {
          argument += x[at.hidden(j, k)] * input[k];
        }
        for (int i = 0; i < 2; i++) {
          y[i] += x[at.output(i, j)] * StrictMath.tanh(argument);
        }
      }
      int right = (d >> 1) ^ (d & 1);
      double wrongOverRight = StrictMath.exp(y[1 - right] - y[right]);
      energy += 0.25 * StrictMath.log1p(wrongOverRight);
    }
    for (int i = 0; i < x.length; i++) {
      boolean isBias = at.names().get(i).contains("Bias");
      if (!isBias || network.regularisation() == Regularisation.ALL) {
        energy += network.lambda() * x[i] * x[i];
      }
    }
    return energy;
  }

  // Exact: with all weights zero every probability is 1/2, and the data term couples only b_0, b_1.
  @ParameterizedTest
  @CsvSource({"1, 1e-6", "1, 0.1", "2, 1e-4", "4, 1e-2"})
  void zeroPointIsAMinimumWithKnownEigenvalues(int hidden, double lambda) {
    XorNetwork network = new XorNetwork(hidden, lambda);
    PolishedPoint zero = new NewtonPolish(network).characterise(network.knownPoints().get(0));
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
    XorNetwork network = new XorNetwork(hidden, lambda);
    XorParameters at = network.parameters();
    List<PolishedPoint> points = quenched(network);
    assertThat(points).hasSizeGreaterThan(10);
    for (PolishedPoint point : points) {
      double[] x = point.coordinates();
      for (int j = 0; j < hidden; j++) {
        assertThat(x[at.output(0, j)]).isCloseTo(-x[at.output(1, j)], within(1e-6));
      }
      assertThat(x[at.outputBias(0)]).isCloseTo(-x[at.outputBias(1)], within(1e-6));
      long exact =
          Arrays.stream(point.eigenvalues())
              .filter(value -> Math.abs(value - 2.0 * lambda) < 1e-13)
              .count();
      assertThat(exact).isGreaterThanOrEqualTo(hidden + 1);
    }
  }

  private static List<PolishedPoint> quenched(XorNetwork network) {
    Lbfgs minimiser = new Lbfgs(network, LbfgsSettings.defaults().withTolerance(1e-9));
    NewtonPolish polish = new NewtonPolish(network);
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
    XorNetwork network = new XorNetwork(hidden, lambda);
    NewtonPolish larger = new NewtonPolish(new XorNetwork(hidden + 1, lambda));
    int[] classes = XorNetwork.classes();
    int risen = 0;
    for (PolishedPoint point : quenched(network)) {
      double[] p = network.probabilities(point.coordinates());
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
      PolishedPoint padded = larger.characterise(network.parameters().pad(point.coordinates(), 1));
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
    XorNetwork network = new XorNetwork(1, 1e-2);
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
    XorNetwork network = new XorNetwork(1, 1e-6);
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
    XorNetwork network = new XorNetwork(2, 1e-4);
    for (double[] x : Inputs.random(network, 20)) {
      double[] p = network.probabilities(x);
      double loss = 0.0;
      double penalty = 0.0;
      for (int d = 0; d < 4; d++) {
        assertThat(p[d]).isBetween(0.0, 1.0);
        loss -= 0.25 * StrictMath.log(XorNetwork.classes()[d] == 1 ? p[d] : 1.0 - p[d]);
      }
      for (double value : x) {
        penalty += 1e-4 * value * value;
      }
      if (loss < 5.0) {
        assertThat(network.energy(x)).isCloseTo(loss + penalty, within(1e-10));
      }
      assertThat(network.probability(x, 0.0, 1.0)).isEqualTo(p[1]);
      assertThat(network.probability(x, 1.0, 0.0)).isEqualTo(p[2]);
    }
  }

  @Test
  void probabilityOfClassesSumsToOneUnderTheExchangeOfOutputs() {
    XorNetwork network = new XorNetwork(1, 0.1);
    double[] x = {0.3, -1.7, 2.0, -0.5, 0.2, 0.9, -0.4};
    double[] exchanged = {-1.7, 0.3, 2.0, -0.5, 0.2, -0.4, 0.9};
    assertThat(network.probability(x, 0.7, -0.2) + network.probability(exchanged, 0.7, -0.2))
        .isCloseTo(1.0, within(1e-15));
  }

  @Test
  void hugeWeightsGiveTheRightAsymptotes() {
    XorNetwork network = new XorNetwork(1, 1e-300);
    double[] x = new double[7];
    x[network.parameters().outputBias(1)] = 4000.0;
    // Class 1 is certain: the two examples of class 0 cost 4000 nats each.
    assertThat(network.energy(x)).isEqualTo(2000.0);
    assertThat(network.probabilities(x)).containsOnly(1.0);
    double[] gradient = new double[7];
    double[] hessian = new double[49];
    assertThat(network.hessian(x, gradient, hessian)).isEqualTo(2000.0);
    assertThat(gradient[network.parameters().outputBias(1)]).isEqualTo(0.5);
    assertThat(hessian).doesNotContain(Double.NaN);
  }

  @Test
  void hostileWeightsGiveNumbersOrNaNButNoException() {
    XorNetwork network = new XorNetwork(2, 1e-4);
    for (double value : Inputs.hostile()) {
      double[] x = new double[12];
      Arrays.fill(x, value);
      double energy = network.gradient(x, new double[12]);
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
    XorNetwork network = new XorNetwork(2, 1e-2, Regularisation.LINKS);
    double[] x = Inputs.random(network, 1).get(0);
    double energy = network.energy(x);
    x[network.parameters().outputBias(0)] += 0.375;
    x[network.parameters().outputBias(1)] += 0.375;
    assertThat(network.energy(x)).isCloseTo(energy, within(1e-14));
    assertThat(new NewtonPolish(network).characterise(x).eigenvalues()).hasSize(11);
  }

  @Test
  void largeNetworkHasRightDerivatives() {
    XorNetwork network = new XorNetwork(25, 1e-3);
    assertThat(DerivativeChecker.check(network, Inputs.random(network, 1).get(0)).agrees(1e-7))
        .isTrue();
  }

  @Test
  void randomPointsIncludeZeroAndEqualUnits() {
    XorNetwork network = new XorNetwork(3, 0.1);
    int zeros = 0;
    int equal = 0;
    for (double[] x : Inputs.random(network, 200)) {
      List<Integer> connected = network.parameters().connectedUnits(x, 0.0);
      zeros += connected.size() < 3 ? 1 : 0;
      equal += connected.size() == 3 && x[0] == x[5] ? 1 : 0;
    }
    assertThat(zeros).isBetween(20, 120);
    assertThat(equal).isPositive();
  }

  @Test
  void keepsWhatItWasMadeWith() {
    XorNetwork network = new XorNetwork(4, 0.25, Regularisation.LINKS);
    for (XorNetwork each : List.of(network, network.copy())) {
      assertThat(each.lambda()).isEqualTo(0.25);
      assertThat(each.regularisation()).isEqualTo(Regularisation.LINKS);
      assertThat(each.parameters()).isEqualTo(new XorParameters(4));
      assertThat(each.dimension()).isEqualTo(22);
      assertThat(each.hasAnalyticHessian()).isTrue();
    }
    assertThat(network.copy()).isNotSameAs(network);
    assertThat(new XorNetwork(1, 0.1).regularisation()).isEqualTo(Regularisation.ALL);
    assertThat(XorNetwork.classes()).containsExactly(0, 1, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -1e-6, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesLambdaOutOfRange(double lambda) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new XorNetwork(1, lambda))
        .withMessageContaining("lambda")
        .withMessageContaining(String.valueOf(lambda));
  }

  @Test
  void refusesBadSizes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new XorNetwork(0, 0.1, Regularisation.LINKS))
        .withMessageContaining("0");
    XorNetwork network = new XorNetwork(1, 0.1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.probability(new double[6], 0.0, 0.0))
        .withMessageContaining("7 parameters, not 6");
  }
}
