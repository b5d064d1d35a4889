package dev.tarn.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSet;
import dev.tarn.job.JobRunner;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.Reliability.Basin;
import dev.tarn.study.ReliabilitySettings.GoodMinimum;
import dev.tarn.study.ReliabilitySettings.GoodMinimum.Accurate;
import dev.tarn.study.ReliabilitySettings.GoodMinimum.NearBest;
import dev.tarn.testing.BytesRunner;
import dev.tarn.testing.Explored;
import dev.tarn.train.Initialisation;
import dev.tarn.train.Initialisation.Law;
import dev.tarn.train.Learner;
import dev.tarn.train.Optimiser.Adam;
import dev.tarn.train.Optimiser.GradientDescent;
import dev.tarn.train.Training;
import dev.tarn.xor.BlobQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private static final Network XOR = Network.xor(2, 1e-4);
  private static final JobRunner TWO = JobRunner.threads(2);

  private static Training training(double scale, int steps) {
    return Training.of(
        Adam.withRate(0.05), Initialisation.of(Law.GLOROT_UNIFORM, scale), steps, 17);
  }

  private static Reliability xor(
      Optional<Landscape> catalogue,
      Training training,
      int runs,
      GoodMinimum good,
      JobRunner runner) {
    return Reliability.of(
        2,
        Learner.of(XOR),
        catalogue,
        ReliabilitySettings.of(training, runs, good),
        runner,
        (run, energy) -> {});
  }

  @Test
  void everyEndIsAMinimumOfTheCatalogue() {
    Landscape catalogue = Explored.of(XOR);
    Reliability found =
        xor(Optional.of(catalogue), training(1.0, 400), 40, new NearBest(1e-9), TWO);
    assertThat(found.basins()).isNotEmpty();
    for (Basin basin : found.basins()) {
      assertThat(basin.kind()).isEqualTo(Basin.Kind.MINIMUM);
      StationaryPoint known = catalogue.get(basin.known().orElseThrow());
      assertThat(known.index()).isZero();
      assertThat(basin.energy()).isCloseTo(known.energy(), within(1e-12));
    }
    assertThat(found.basins()).extracting(Basin::known).doesNotHaveDuplicates();
    assertThat(found.basins().stream().mapToInt(basin -> basin.share().count()).sum())
        .isEqualTo(40);
    double lowest = catalogue.globalMinimum().orElseThrow().energy();
    assertThat(found.best()).isLessThanOrEqualTo(lowest);
    assertThat(found.basins().stream().filter(Basin::good)).hasSize(1);
    assertThat(found.good().count()).isBetween(1, 39);
    // 400 steps do not suffice to come within 1e-9 of a minimum.
    assertThat(found.goodAsTrained().count()).isLessThan(found.good().count());
    assertThat(found.converged().count()).isZero();
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    List<String> told = new ArrayList<>();
    Reliability one =
        Reliability.of(
            2,
            Learner.of(XOR),
            Optional.empty(),
            ReliabilitySettings.of(training(1.0, 200), 20, new Accurate(1.0)),
            JobRunner.threads(1),
            (run, energy) -> told.add(run.number() + " " + energy));
    assertThat(xor(Optional.empty(), training(1.0, 200), 20, new Accurate(1.0), new BytesRunner(2)))
        .isEqualTo(one);
    assertThat(told).hasSize(20);
    assertThat(told.get(0)).startsWith("0 ");
    assertThat(told.get(19)).startsWith("19 ");
    assertThat(one.basins()).allMatch(basin -> basin.known().isEmpty());
    assertThat(one.basins())
        .allMatch(basin -> basin.good() == (basin.accuracy().orElseThrow() == 1.0));
  }

  /** Noisy data do not allow every accuracy: what is good is known when all runs are done. */
  @Test
  void theAccuraciesReachedAreTheMeasureOfWhatIsGood() {
    Reliability found = xor(Optional.empty(), training(1.0, 200), 20, new Accurate(1.0), TWO);
    assertThat(found.accuracies().length()).isEqualTo(20);
    assertThat(found.accuracies().stream().sorted().toArray())
        .containsExactly(found.accuracies().toArray());
    double lowest = found.accuracyQuantile(0.0).orElseThrow();
    assertThat(lowest).isEqualTo(found.accuracies().get(0)).isLessThan(1.0);
    assertThat(found.accuracyQuantile(0.05).orElseThrow()).isEqualTo(lowest);
    assertThat(found.accuracyQuantile(0.5).orElseThrow()).isEqualTo(found.accuracies().get(9));
    assertThat(found.accuracyQuantile(0.51).orElseThrow()).isEqualTo(found.accuracies().get(10));
    assertThat(found.accuracyQuantile(1.0).orElseThrow()).isEqualTo(1.0);
    assertThatIllegalArgumentException().isThrownBy(() -> found.accuracyQuantile(1.1));

    Reliability all = found.judgedBy(lowest);
    assertThat(all.good().count()).isEqualTo(20);
    assertThat(all.basins()).allMatch(Basin::good);
    assertThat(found.judgedBy(1.0)).isEqualTo(found);
    assertThatIllegalArgumentException().isThrownBy(() -> found.judgedBy(0.0));
    assertThat(found.basins()).allMatch(basin -> basin.live().orElseThrow() <= 2);
  }

  /** Weights that begin at almost zero stay beside the saddle at zero for long. */
  @Test
  void endsAtASaddleAreNoGoodMinima() {
    Training brief =
        Training.of(new GradientDescent(1e-9, 0.0), Initialisation.of(Law.NORMAL, 1e-10), 1, 1);
    Reliability found =
        Reliability.of(
            1,
            Learner.of(Identity.network()),
            Optional.of(Identity.landscape()),
            ReliabilitySettings.of(brief, 6, new NearBest(10.0)),
            TWO,
            (run, energy) -> {});
    assertThat(found.basins()).hasSize(1);
    Basin basin = found.basins().get(0);
    assertThat(basin.kind()).isEqualTo(Basin.Kind.SADDLE);
    assertThat(basin.index()).isEqualTo(1);
    assertThat(basin.good()).isFalse();
    assertThat(basin.known()).as("a saddle is no minimum of the catalogue").isEmpty();
    assertThat(basin.share().count()).isEqualTo(6);
    assertThat(found.good().count()).isZero();
    assertThat(found.best()).isEqualTo(Identity.landscape().get(2).energy());
  }

  @Test
  void unusedWeightsMakeDegenerateEnds() {
    int[] widths = {4};
    Architecture shape = Architecture.of(2, Activation.TANH, widths, 1, OutputLayer.LINEAR);
    // Four units fit four examples in many ways: a valley of zero energy.
    Network network =
        Network.of(
            shape,
            Penalty.none(shape),
            DataSet.ofTargets(
                "XOR",
                List.of("x1", "x2"),
                List.of("y"),
                new double[] {0, 0, 0, 1, 1, 0, 1, 1},
                new double[] {0, 1, 1, 0}));
    Reliability found =
        Reliability.of(
            4,
            Learner.of(network),
            Optional.empty(),
            ReliabilitySettings.of(training(1.0, 2000), 10, new NearBest(1e-6)),
            TWO,
            (run, energy) -> {});
    Basin first = found.basins().get(0);
    assertThat(first.kind()).isEqualTo(Basin.Kind.DEGENERATE);
    assertThat(first.energy()).isLessThan(1e-12);
    assertThat(first.share().count()).isGreaterThan(5);
    assertThat(first.accuracy()).isEmpty();
    assertThat(first.good()).isTrue();
  }

  /** Ends of ReLU networks are told apart by energy and accuracy. */
  @Test
  void moreUnitsAreMoreReliable() {
    BlobQuestion question = BlobQuestion.of(40, 3);
    List<Integer> good = new ArrayList<>();
    for (int units : new int[] {1, 2, 8}) {
      Reliability found =
          Reliability.of(
              units,
              Learner.of(question.network(units)),
              Optional.empty(),
              ReliabilitySettings.of(question.training(), 30, new Accurate(0.99)),
              TWO,
              (run, energy) -> {});
      assertThat(found.basins())
          .allMatch(basin -> basin.kind() == Basin.Kind.UNSETTLED && basin.index() == 0);
      for (Basin basin : found.basins()) {
        for (Basin other : found.basins()) {
          assertThat(
                  basin.equals(other)
                      || Math.abs(basin.energy() - other.energy()) > 1e-4
                      || basin.accuracy().getAsDouble() != other.accuracy().getAsDouble())
              .isTrue();
        }
      }
      good.add(found.good().count());
    }
    // One unit draws one straight line, which cannot tell the classes apart.
    assertThat(good.get(0)).isZero();
    assertThat(good.get(1)).isBetween(1, 15);
    assertThat(good.get(2)).isGreaterThan(24);
  }

  @Test
  void whatIsGood() {
    assertThat(new Accurate(0.75).isGood(5.0, OptionalDouble.of(0.75), 0.0)).isTrue();
    assertThat(new Accurate(0.8).isGood(0.0, OptionalDouble.of(0.75), 0.0)).isFalse();
    assertThat(new Accurate(0.8).isGood(0.0, OptionalDouble.empty(), 0.0)).isFalse();
    assertThat(new NearBest(0.5).isGood(1.5, OptionalDouble.empty(), 1.0)).isTrue();
    assertThat(new NearBest(0.4).isGood(1.5, OptionalDouble.empty(), 1.0)).isFalse();
  }

  @Test
  void badInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Accurate(0.0))
        .withMessage("the accuracy of a good minimum is above 0 and at most 1, not 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Accurate(1.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NearBest(-1.0))
        .withMessage("the energy of a good minimum lies 0 or more above the best, not -1.0");
    Training training = training(1.0, 1);
    GoodMinimum good = new Accurate(1.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReliabilitySettings.of(training, 0, good))
        .withMessage("the number of runs is at least 1, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReliabilitySettings(training, 1, good, 0.0, 0.0, 0.0))
        .withMessage("the confidence level is between 0 and 1, not 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReliabilitySettings(training, 1, good, 0.9, -1.0, 0.0))
        .withMessage("the tolerance of energies is 0 or more, not -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReliabilitySettings(training, 1, good, 0.9, 0.0, Double.NaN))
        .withMessage("the tolerance of accuracies is 0 or more, not NaN");
  }
}
