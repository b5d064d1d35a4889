package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import dev.tarn.testing.Explored;
import dev.tarn.testing.Stationary;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddingTest {
  private static final double TOLERANCE = Tolerances.defaults().gradient();

  private static Landscape landscape(Network network, int starts) {
    Landscape landscape = Landscape.of(network);
    for (PolishedPoint point : Stationary.find(network, starts, TOLERANCE)) {
      landscape.add(point, new StationaryPoint.Provenance(0, 0, "test"));
    }
    return landscape;
  }

  /** Every stationary point that Newton's method finds, of any index. */
  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void ruleGivesTheIndexAndEveryEigenvalue(
      @ForAll @IntRange(min = 1, max = 3) int hidden,
      @ForAll @IntRange(min = 1, max = 2) int extra,
      @ForAll @IntRange(min = 1, max = 6) int exponent) {
    Network network = Network.xor(hidden, Math.pow(10.0, -exponent));
    Embedding embedding = new Embedding(network, extra);
    for (StationaryPoint point : landscape(network, 200).points()) {
      Embedding.Padded padded = embedding.pad(point);
      assertThat(padded.agrees()).isTrue();
      assertThat(padded.gradient()).isLessThan(TOLERANCE);
      assertThat(padded.index()).isEqualTo(padded.predictedIndex());
      assertThat(padded.energy()).isCloseTo(point.energy(), within(1e-15));
      Vector found = padded.eigenvalues();
      Vector predicted = padded.predictedEigenvalues();
      assertThat(predicted.length()).isEqualTo(found.length()).isEqualTo(5 * (hidden + extra) + 2);
      for (int k = 0; k < found.length(); k++) {
        assertThat(predicted.get(k)).isCloseTo(found.get(k), within(1e-12));
      }
    }
  }

  /** Of the classes of two units at lambda = 1e-4 only the zero point stays a minimum. */
  @Test
  void onlyTheZeroPointStaysAMinimum() {
    Network network = Network.xor(2, 1e-4);
    Landscape landscape = Explored.everyIndex(network);
    assertThat(landscape.size()).isEqualTo(24);
    Embedding embedding = new Embedding(network, 1);
    List<Embedding.Padded> padded =
        landscape.points().stream().map(point -> embedding.pad(point)).toList();
    assertThat(padded).allMatch(Embedding.Padded::agrees);
    assertThat(padded.stream().filter(Embedding.Padded::isMinimum))
        .singleElement()
        .satisfies(
            zero -> {
              assertThat(zero.energy()).isCloseTo(Math.log(2.0), within(1e-15));
              assertThat(zero.coupling()).isZero();
            });
  }

  @Test
  void paddedPointsAreStationaryInTheLargerLandscape() {
    Network network = Network.xor(1, 1e-2);
    Landscape larger = Explored.everyIndex(Network.xor(2, 1e-2));
    Embedding embedding = new Embedding(network, 1);
    for (StationaryPoint point : Explored.everyIndex(network).points()) {
      Embedding.Padded padded = embedding.pad(point);
      assertThat(larger.find(padded.energy(), padded.coordinates().toArray()))
          .isPresent()
          .hasValueSatisfying(known -> assertThat(known.index()).isEqualTo(padded.index()));
    }
  }

  private static Network network(
      Activation activation, OutputLayer output, int outputs, Penalty penalty, DataSet data) {
    int[] units = {2};
    return Network.of(Architecture.of(2, activation, units, outputs, output), penalty, data);
  }

  private static Penalty penalty(double first, double bias, double second) {
    return new Penalty(Vector.of(first, second), Vector.of(bias, 1e-2));
  }

  static Stream<Network> oneHiddenLayer() {
    DataSet spirals = DataSets.spirals(2, 3, 1.0, 0.0, 1);
    DataSet xor = DataSets.xor(2);
    Penalty weak = penalty(1e-3, 1e-3, 1e-3);
    Penalty strong = penalty(2e-2, 5e-3, 1e-2);
    return Stream.of(
        network(Activation.TANH, OutputLayer.SOFTMAX, 3, weak, spirals),
        network(Activation.ELU, OutputLayer.SOFTMAX, 3, strong, spirals),
        network(Activation.TANH, OutputLayer.LOGISTIC, 1, weak, xor),
        network(Activation.ELU, OutputLayer.LOGISTIC, 1, weak, xor),
        network(Activation.TANH, OutputLayer.LINEAR, 2, weak, xor.withTargets()));
  }

  /** Whatever the activation, the outputs and the coefficients; of any number of outputs. */
  @ParameterizedTest
  @MethodSource("oneHiddenLayer")
  void ruleHoldsForAnyNetworkOfOneHiddenLayer(Network network) {
    Embedding embedding = new Embedding(network, 2);
    int risen = 0;
    List<StationaryPoint> points = landscape(network, 60).points();
    assertThat(points).isNotEmpty();
    for (StationaryPoint point : points) {
      Embedding.Padded padded = embedding.pad(point);
      assertThat(padded.stationary()).isTrue();
      if (!padded.degenerate()) {
        assertThat(padded.index()).isEqualTo(padded.predictedIndex());
        risen += padded.index() > point.index() ? 1 : 0;
      }
      Vector predicted = padded.predictedEigenvalues();
      for (int k = 0; k < predicted.length(); k++) {
        assertThat(predicted.get(k)).isCloseTo(padded.eigenvalues().get(k), within(1e-10));
      }
    }
    assertThat(risen).as("points that became saddles").isPositive();
  }

  /**
   * A unit of ReLU stands on its kinks; the point is proper as long as no use of it is too good.
   */
  @Test
  void aReluUnitMayStaySilent() {
    Architecture shape =
        Architecture.of(2, Activation.RELU, new int[] {1}, 1, OutputLayer.LOGISTIC);
    Network network = Network.of(shape, Penalty.all(shape, 0.2), DataSets.xor(2));
    Landscape landscape = Landscape.of(network);
    StationaryPolish polish = StationaryPolish.of(network);
    landscape.add(polish.characterise(new double[5]), new StationaryPoint.Provenance(0, 0, "test"));
    Embedding.Padded zero = new Embedding(network, 1).pad(landscape.points().get(0));
    assertThat(zero.agrees()).isTrue();
    assertThat(zero.isMinimum()).isTrue();
    assertThat(zero.coupling()).isBetween(0.0, 0.4);
    Network weak = network.withLambda(1e-3);
    StationaryPoint same = landscape.points().get(0);
    Embedding.Padded woken = new Embedding(weak, 1).pad(same);
    assertThat(woken.coupling()).isGreaterThan(2e-3).isCloseTo(zero.coupling(), within(1e-9));
    assertThat(woken.degenerate()).isTrue();
    assertThat(woken.isMinimum()).isFalse();
  }

  @Test
  void couplingIsThatOfTheFormula() {
    // Output biases alone: p_1 = e^z / (1 + e^z) for all data, z = 2: (p - t)/4 sums by hand.
    double p = 1.0 / (1.0 + Math.exp(-2.0));
    double all = p - 0.5;
    double half = (2.0 * p - 1.0) / 4.0;
    double[] x = {0.0, 0.0, 0.0, 0.0, 0.0, -1.0, 1.0};
    Network network = Network.xor(1, 0.1);
    StationaryPoint point =
        new StationaryPoint(
            1,
            0,
            0.0,
            Vector.of(x),
            Vector.of(new double[7]),
            0.0,
            BigInteger.ONE,
            new StationaryPoint.Provenance(0, 0, "test"));
    assertThat(new Embedding(network, 1).pad(point).coupling())
        .isCloseTo(Math.sqrt(2.0 * (all * all + 2.0 * half * half)), within(1e-15));
  }

  @Test
  void counterexamplesAreRecognised() {
    Vector none = Vector.of();
    assertThat(padded(1, 1, true, false, none).agrees()).isTrue();
    assertThat(padded(1, 0, true, false, none).agrees()).isFalse();
    assertThat(padded(1, 0, true, false, none).isMinimum()).isTrue();
    assertThat(padded(1, 0, true, true, none).agrees()).isTrue();
    assertThat(padded(1, 0, true, true, none).isMinimum()).isFalse();
    assertThat(padded(0, 0, false, false, none).agrees()).isFalse();
    assertThat(padded(0, 0, false, false, none).isMinimum()).isFalse();
  }

  private static Embedding.Padded padded(
      int predicted, int index, boolean stationary, boolean degenerate, Vector none) {
    return new Embedding.Padded(
        1, 0, 1, 0.5, none, 0.1, 0.0, predicted, index, none, none, stationary, degenerate);
  }

  @Test
  void impossibleEmbeddingsAreRefused() {
    Network network = Network.xor(1, 0.1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Embedding(network, 0))
        .withMessageContaining("at least 1, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Embedding(Network.xor(1, 0.1, Regularisation.LINKS), 1))
        .withMessageContaining("in a zero unit change nothing");
    for (Activation loud : List.of(Activation.LOGISTIC, Activation.SOFTPLUS)) {
      Network other =
          network(loud, OutputLayer.LOGISTIC, 1, penalty(1e-2, 1e-2, 1e-2), DataSets.xor(2));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Embedding(other, 1))
          .withMessageContaining("not zero at zero: a padded point is not stationary");
    }
    Architecture deep =
        Architecture.of(2, Activation.TANH, new int[] {2, 2}, 1, OutputLayer.LOGISTIC);
    Network two = Network.of(deep, Penalty.all(deep, 1e-2), DataSets.xor(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Embedding(two, 1))
        .withMessageContaining("one hidden layer is wanted");
  }
}
