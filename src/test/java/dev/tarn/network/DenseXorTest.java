package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSets;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The general network on the XOR data against {@link XorNetwork}. */
class DenseXorTest {

  private static DenseNetwork dense(int hidden, double lambda, Regularisation regularisation) {
    Architecture architecture =
        Architecture.of(2, Activation.TANH, new int[] {hidden}, 2, OutputLayer.SOFTMAX);
    Penalty penalty =
        regularisation == Regularisation.ALL
            ? Penalty.all(architecture, lambda)
            : Penalty.links(architecture, lambda);
    return new DenseNetwork(architecture, penalty, DataSets.xor(2));
  }

  @ParameterizedTest
  @CsvSource({"1, ALL", "2, LINKS", "3, ALL", "6, ALL", "5, LINKS"})
  void energyAndDerivativesAreTheSameToRounding(int hidden, Regularisation regularisation) {
    XorNetwork xor = new XorNetwork(hidden, 1e-3, regularisation);
    DenseNetwork dense = dense(hidden, 1e-3, regularisation);
    XorLayout layout = new XorLayout(xor.parameters(), dense.parameters());
    int n = xor.dimension();
    assertThat(dense.dimension()).isEqualTo(n);
    int[] places = layout.places();
    for (double[] x : Inputs.random(xor, 50)) {
      double[] y = layout.toDense(x);
      double[] gradient = new double[n];
      double[] hessian = new double[n * n];
      double[] denseGradient = new double[n];
      double[] denseHessian = new double[n * n];
      double energy = xor.hessian(x, gradient, hessian);
      double scale = Math.max(1.0, energy);
      assertThat(dense.hessian(y, denseGradient, denseHessian))
          .isCloseTo(energy, within(1e-15 * scale));
      for (int i = 0; i < n; i++) {
        assertThat(denseGradient[places[i]]).isCloseTo(gradient[i], within(2e-15 * scale));
        for (int j = 0; j < n; j++) {
          assertThat(denseHessian[places[i] * n + places[j]])
              .isCloseTo(hessian[i * n + j], within(1e-14 * scale));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, ALL", "2, ALL", "2, LINKS", "4, ALL", "6, LINKS"})
  void symmetryIsTheSame(int hidden, Regularisation regularisation) {
    XorNetwork xor = new XorNetwork(hidden, 1e-3, regularisation);
    DenseNetwork dense = dense(hidden, 1e-3, regularisation);
    XorLayout layout = new XorLayout(xor.parameters(), dense.parameters());
    assertThat(dense.symmetry().order()).isEqualTo(xor.symmetry().order());
    List<double[]> points = Inputs.random(xor, 40);
    RandomGenerator random = RandomStreams.of(1, hidden);
    double[] copy = new double[xor.dimension()];
    for (double[] x : points) {
      double[] y = layout.toDense(x);
      assertThat(dense.symmetry().orbitSize(y)).isEqualTo(xor.symmetry().orbitSize(x));
      double[] reference = points.get(3);
      double expected = xor.symmetry().nearestCopy(x, reference, copy);
      assertThat(dense.symmetry().nearestCopy(y, layout.toDense(reference), copy))
          .isCloseTo(expected, within(1e-12 * Math.max(1.0, expected)));
      // What is a copy for the one is a copy for the other.
      dense.symmetry().randomCopy(random, y, copy);
      double[] back = layout.toXor(copy);
      assertThat(xor.symmetry().nearestCopy(back, x, back)).isLessThan(1e-13);
    }
  }

  // Energies and orbit sizes of an independent enumeration.
  @Test
  void stationaryPointsOfTwoUnitsHaveTheKnownEnergiesAndOrbits() {
    DenseNetwork dense = dense(2, 1e-4, Regularisation.ALL);
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
