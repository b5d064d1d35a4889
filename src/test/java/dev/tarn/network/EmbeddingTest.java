package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.Provenance;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.Tolerances;
import dev.tarn.testing.Explored;
import dev.tarn.testing.Stationary;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
  private static final double TOLERANCE = Tolerances.defaults().gradient();

  private static Landscape landscape(Network network, int starts) {
    Landscape landscape = new Landscape(network.dimension(), network.symmetry());
    for (PolishedPoint point : Stationary.find(network, starts, TOLERANCE)) {
      landscape.add(point, new Provenance(0, 0, "test"));
    }
    return landscape;
  }

  /** Every stationary point that Newton's method finds, of any index. */
  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
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
            new Provenance(0, 0, "test"));
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
  }
}
