package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explore.Effort;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.testing.Inputs;
import dev.tarn.testing.KnownValues;
import dev.tarn.testing.KnownValues.Known;
import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The general form of the XOR network against the fast one. */
class KernelsTest {

  private static Network dense(int hidden, double lambda, Regularisation regularisation) {
    Network xor = Network.xor(hidden, lambda, regularisation);
    return Network.general(xor.architecture(), xor.penalty(), xor.data());
  }

  @ParameterizedTest
  @CsvSource({"1, ALL", "2, LINKS", "3, ALL", "6, ALL", "5, LINKS"})
  void energyAndDerivativesAreTheSameToRounding(int hidden, Regularisation regularisation) {
    Network xor = Network.xor(hidden, 1e-3, regularisation);
    Network dense = dense(hidden, 1e-3, regularisation);
    int n = xor.dimension();
    assertThat(dense.dimension()).isEqualTo(n);
    int[] places = places(xor.layout(), dense.layout());
    double[] product = new double[n];
    double[] denseProduct = new double[n];
    for (double[] x : Inputs.random(xor, 50)) {
      double[] y = dense.layout().arrange(x, xor.layout());
      double[] direction = Inputs.gaussian(RandomStreams.of(4, hidden), n);
      xor.evaluator().hessianProduct(x, direction, product);
      dense
          .evaluator()
          .hessianProduct(y, dense.layout().arrange(direction, xor.layout()), denseProduct);
      double[] gradient = new double[n];
      double[] hessian = new double[n * n];
      double[] denseGradient = new double[n];
      double[] denseHessian = new double[n * n];
      double energy = xor.evaluator().hessian(x, gradient, hessian);
      double scale = Math.max(1.0, energy);
      assertThat(dense.evaluator().hessian(y, denseGradient, denseHessian))
          .isCloseTo(energy, within(1e-15 * scale));
      for (int i = 0; i < n; i++) {
        assertThat(denseGradient[places[i]]).isCloseTo(gradient[i], within(2e-15 * scale));
        assertThat(denseProduct[places[i]]).isCloseTo(product[i], within(1e-13 * scale));
        for (int j = 0; j < n; j++) {
          assertThat(denseHessian[places[i] * n + places[j]])
              .isCloseTo(hessian[i * n + j], within(1e-14 * scale));
        }
      }
    }
  }

  /** Where each parameter of the one stands in the other. */
  private static int[] places(Layout from, Layout to) {
    double[] numbers = IntStream.range(0, from.dimension()).asDoubleStream().toArray();
    int[] places = new int[numbers.length];
    double[] arranged = to.arrange(numbers, from);
    for (int i = 0; i < places.length; i++) {
      places[(int) arranged[i]] = i;
    }
    return places;
  }

  /** In the coordinates of centred outputs, too. */
  @ParameterizedTest
  @CsvSource({"1, ALL", "2, LINKS", "5, ALL"})
  void reducedEnergyAndDerivativesAreTheSameToRounding(int hidden, Regularisation regularisation) {
    Network xor = Network.xor(hidden, 1e-3, regularisation);
    Network dense = dense(hidden, 1e-3, regularisation);
    CentredNetwork fast = (CentredNetwork) xor.reduction().orElseThrow();
    CentredNetwork slow = (CentredNetwork) dense.reduction().orElseThrow();
    Layout from = fast.blueprint().layout();
    Layout to = slow.blueprint().layout();
    int n = 4 * hidden + 1;
    assertThat(List.of(fast.dimension(), slow.dimension())).containsOnly(n);
    int[] places = places(from, to);
    for (double[] x : Inputs.random(fast, 50)) {
      double[] y = to.arrange(x, from);
      assertThat(slow.lift(y))
          .containsExactly(dense.layout().arrange(fast.lift(x), xor.layout()), within(1e-14));
      double[] gradient = new double[n];
      double[] hessian = new double[n * n];
      double[] denseGradient = new double[n];
      double[] denseHessian = new double[n * n];
      double energy = fast.evaluator().hessian(x, gradient, hessian);
      double scale = Math.max(1.0, energy);
      assertThat(slow.evaluator().hessian(y, denseGradient, denseHessian))
          .isCloseTo(energy, within(1e-14 * scale));
      for (int i = 0; i < n; i++) {
        assertThat(denseGradient[places[i]]).isCloseTo(gradient[i], within(1e-14 * scale));
        for (int j = 0; j < n; j++) {
          assertThat(denseHessian[places[i] * n + places[j]])
              .isCloseTo(hessian[i * n + j], within(1e-13 * scale));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, ALL", "2, ALL", "2, LINKS", "4, ALL", "6, LINKS"})
  void symmetryIsTheSame(int hidden, Regularisation regularisation) {
    Network xor = Network.xor(hidden, 1e-3, regularisation);
    Network dense = dense(hidden, 1e-3, regularisation);
    Layout byLayer = dense.layout();
    assertThat(dense.symmetry().order()).isEqualTo(xor.symmetry().order());
    List<double[]> points = Inputs.random(xor, 40);
    RandomGenerator random = RandomStreams.of(1, hidden);
    double[] copy = new double[xor.dimension()];
    for (double[] x : points) {
      double[] y = byLayer.arrange(x, xor.layout());
      assertThat(dense.symmetry().orbitSize(y)).isEqualTo(xor.symmetry().orbitSize(x));
      double[] reference = points.get(3);
      double expected = xor.symmetry().nearestCopy(x, reference, copy);
      assertThat(dense.symmetry().nearestCopy(y, byLayer.arrange(reference, xor.layout()), copy))
          .isCloseTo(expected, within(1e-12 * Math.max(1.0, expected)));
      // What is a copy for the one is a copy for the other.
      dense.symmetry().randomCopy(random, y, copy);
      double[] back = xor.layout().arrange(copy, byLayer);
      assertThat(xor.symmetry().nearestCopy(back, x, back)).isLessThan(1e-13);
    }
  }

  // Energies and orbit sizes of an independent enumeration.
  @Test
  void stationaryPointsOfTwoUnitsHaveTheKnownEnergiesAndOrbits() {
    Network dense = dense(2, 1e-4, Regularisation.ALL);
    Landscape landscape = Landscape.of(dense);
    ExplorerSettings settings =
        ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE).withEffort(Effort.LOW);
    new Explorer(dense, settings).explore(landscape);
    assertThat(landscape.morseSum()).isOne();
    assertThat(landscape.points()).hasSize(24);
    for (Known known :
        Stream.of(KnownValues.TWO_UNIT_MINIMA, KnownValues.TWO_UNIT_TRANSITION_STATES)
            .flatMap(List::stream)
            .toList()) {
      assertThat(landscape.points())
          .filteredOn(point -> Math.abs(point.energy() - known.energy()) < 1e-12)
          .singleElement()
          .satisfies(
              point ->
                  assertThat(dense.symmetry().orbitSize(point.coordinates().toArray()))
                      .isEqualTo(BigInteger.valueOf(known.orbit())));
    }
  }
}
