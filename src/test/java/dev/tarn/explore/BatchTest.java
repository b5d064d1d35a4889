package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.data.DataSets;
import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.potential.space.BatchError;
import dev.tarn.potential.space.Batches;
import dev.tarn.saddle.SaddleFinder;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.testing.Images;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches that begin on a batch of the examples. */
class BatchTest {
  private static final ExplorerSettings SETTINGS =
      ExplorerSettings.defaults().withEffort(Effort.LOW);

  private static final int JOBS = 9;

  /** With a Hessian, and without one. */
  static Stream<Network> networks() {
    return Stream.of(moons(Activation.TANH), Images.network(50, 5, 4, 120, 1e-3));
  }

  private static Network moons(Activation activation) {
    Architecture shape = Architecture.of(2, activation, new int[] {2}, 1, OutputLayer.LOGISTIC);
    return Network.of(shape, Penalty.all(shape, 1e-3), DataSets.moons(100, 0.2, 1));
  }

  private static Recorded explore(Network network, ExplorerSettings settings) {
    return Recorded.jobs(JOBS, network, settings);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyPointIsOneOfTheWholeLossWhateverTheThreads(Network network) {
    Recorded one = explore(network, SETTINGS.withBatch(40));
    assertThat(one.landscape().count(0)).isGreaterThan(1);
    StationaryPolish polish = StationaryPolish.of(network);
    for (StationaryPoint point : one.landscape().points()) {
      assertThat(polish.characterise(point.coordinates().toArray()).isStationary(point.index()))
          .isTrue();
    }
    assertThat(explore(network, SETTINGS.withBatch(40).withThreads(2)).reports())
        .isEqualTo(one.reports());
  }

  /** Otherwise it would not have been a batch. */
  @Test
  void anotherBatchLeadsElsewhere() {
    Network network = moons(Activation.TANH);
    List<String> one = explore(network, SETTINGS.withBatch(40)).reports();
    assertThat(explore(network, SETTINGS).reports()).isNotEqualTo(one);
    assertThat(explore(network, SETTINGS.withBatch(60)).reports()).isNotEqualTo(one);
  }

  /** The searches of enumerations: for any index, for one, and from points in common. */
  @Test
  void anEnumerationBeginsOnBatchesToo() {
    Network network = moons(Activation.LOGISTIC);
    ExplorerSettings settings = SETTINGS.enumerating(3);
    Recorded one = explore(network, settings.withBatch(40));
    assertThat(one.landscape().points()).hasSizeGreaterThan(3);
    StationaryPolish polish = StationaryPolish.of(network);
    for (StationaryPoint point : one.landscape().points()) {
      assertThat(polish.polish(point.coordinates().toArray()).isStationary(point.index())).isTrue();
    }
    assertThat(explore(network, settings).reports()).isNotEqualTo(one.reports());
  }

  /** A search goes on from where the batch's gradient is no larger than its error. */
  @ParameterizedTest
  @MethodSource("networks")
  void aSearchIsBegunAndItsCostCounted(Network network) {
    Potential searched = network.reduction().map(Reduction::potential).orElse(network);
    Potential batch = Batches.of(network).orElseThrow().batch(40, RandomStreams.of(3, 0));
    Potential part = batch.reduction().map(Reduction::potential).orElse(batch);
    RoughSearches rough = new RoughSearches(searched, batch);
    List<double[]> begins = new ArrayList<>();
    SaddleFinder whole = SaddleFinder.transitionState(searched, SaddleSettings.defaults());
    SaddleFinder begun =
        rough.before(
            start -> {
              begins.add(start);
              return whole.search(start);
            },
            SaddleFinder::transitionState,
            SaddleSettings.defaults());
    int moved = 0;
    for (int k = 0; k < 8; k++) {
      double[] start = new double[searched.dimension()];
      searched.randomPoint(RandomStreams.of(4, k), start);
      begun.search(start);
      double[] reached = begins.get(k);
      if (!Arrays.equals(reached, start)) {
        moved++;
        double error = new BatchError(searched, part).at(reached);
        assertThat(rms(part, reached)).isLessThan(Math.max(2.0 * error, 1e-3));
      }
    }
    assertThat(moved).isGreaterThan(2);
    assertThat(rough.takeWork()).isPositive();
    assertThat(rough.takeWork()).isZero();
  }

  private static double rms(Potential potential, double[] x) {
    double[] gradient = new double[x.length];
    potential.evaluator().gradient(x, gradient);
    return Vectors.rms(gradient);
  }

  @Test
  void whatHasNoExamplesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Explorer(Network.xor(2, 1e-2), SETTINGS.withBatch(2)))
        .withMessageContaining("XOR has 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.withBatch(-1))
        .withMessage("a batch is of some examples, or 0 for all, not of -1");
  }
}
