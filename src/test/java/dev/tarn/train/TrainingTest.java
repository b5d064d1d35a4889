package dev.tarn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSets;
import dev.tarn.linear.Vectors;
import dev.tarn.minimise.Lbfgs;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SimplePotential;
import dev.tarn.train.Initialisation.Law;
import dev.tarn.train.Optimiser.Adam;
import dev.tarn.train.Optimiser.GradientDescent;
import dev.tarn.train.Optimiser.QuasiNewton;
import dev.tarn.train.Training.Run.Ending;
import dev.tarn.train.Training.Run.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingTest {
  private static final Initialisation GLOROT = Initialisation.of(Law.GLOROT_UNIFORM, 1.0);

  private static Network xor(OutputLayer output, int outputs) {
    int[] widths = {3};
    Architecture shape = Architecture.of(2, Activation.TANH, widths, outputs, output);
    return Network.of(shape, Penalty.all(shape, 1e-3), DataSets.xor(2));
  }

  private static Learner learner() {
    return Learner.of(xor(OutputLayer.LOGISTIC, 1));
  }

  static Stream<Optimiser> optimisers() {
    return Stream.of(
        new GradientDescent(0.5, 0.9),
        Adam.withRate(0.05),
        new QuasiNewton(LbfgsSettings.defaults()));
  }

  @ParameterizedTest
  @MethodSource("optimisers")
  void recordsWhatItDoes(Optimiser optimiser) {
    Learner learner = learner();
    Training.Run run = Training.of(optimiser, GLOROT, 5000, 3).withSnapshots(7).run(learner, 2);
    assertThat(run.number()).isEqualTo(2);
    assertThat(run.ending()).isEqualTo(Ending.CONVERGED);
    assertThat(run.endedByItself()).isTrue();
    assertThat(run.gradients().length()).isEqualTo(run.steps() + 1);
    assertThat(run.gradients().get(run.steps())).isLessThanOrEqualTo(1e-6);
    assertThat(run.energy()).isLessThan(run.energies().get(0));
    double[] gradient = new double[learner.potential().dimension()];
    for (Snapshot snapshot : run.snapshots()) {
      double energy =
          learner.potential().evaluator().gradient(snapshot.point().toArray(), gradient);
      assertThat(energy).isEqualTo(run.energies().get(snapshot.step()));
      assertThat(Vectors.rms(gradient)).isEqualTo(run.gradients().get(snapshot.step()));
    }
    assertThat(run.snapshots()).extracting(Snapshot::step).startsWith(0, 7).endsWith(run.steps());
    assertThat(run.snapshots()).extracting(Snapshot::step).doesNotHaveDuplicates().isSorted();
    assertThat(run.snapshots().get(run.snapshots().size() - 1).point()).isEqualTo(run.end());
    assertThat(run.accuracy().orElseThrow())
        .isEqualTo(learner.accuracy(run.end().toArray()).orElseThrow());
  }

  @Test
  void lbfgsEndsWhereTheMinimiserEnds() {
    Learner learner = learner();
    LbfgsSettings settings = LbfgsSettings.defaults();
    Training training = Training.of(new QuasiNewton(settings), GLOROT, 1000, 3);
    for (int number = 0; number < 5; number++) {
      double[] x = training.start(learner, number);
      int iterations =
          new Lbfgs(learner.potential(), settings.withMaxIterations(1000)).minimise(x).iterations();
      Training.Run run = training.run(learner, number);
      assertThat(run.steps()).isEqualTo(iterations);
      assertThat(run.end().toArray()).isEqualTo(x);
    }
  }

  @ParameterizedTest
  @MethodSource("optimisers")
  void theNumberOfThreadsChangesNothing(Optimiser optimiser) {
    Training training = Training.of(optimiser, GLOROT.withBiases(), 60, 11).withSnapshots(25);
    List<Training.Run> one = new ArrayList<>();
    List<Training.Run> two = new ArrayList<>();
    training.runAll(learner(), 40, 1, one::add);
    training.runAll(learner(), 40, 2, two::add);
    assertThat(two).isEqualTo(one);
    assertThat(one).extracting(Training.Run::number).isSorted().hasSize(40);
    assertThat(one).extracting(Training.Run::end).doesNotHaveDuplicates();
    assertThat(training.run(learner(), 31)).isEqualTo(one.get(31));
  }

  @Test
  void aRunThatHasNoTimeLeftIsCutOff() {
    Training.Run run = Training.of(Adam.withRate(0.01), GLOROT, 3, 1).run(learner(), 0);
    assertThat(run.ending()).isEqualTo(Ending.CUT_OFF);
    assertThat(run.steps()).isEqualTo(3);
    assertThat(run.endedByItself()).isFalse();
    assertThat(run.snapshots()).isEmpty();
    Training.Run lbfgs =
        Training.of(new QuasiNewton(LbfgsSettings.defaults()), GLOROT, 3, 1).run(learner(), 0);
    assertThat(lbfgs.ending()).isEqualTo(Ending.CUT_OFF);
    assertThat(lbfgs.steps()).isEqualTo(3);
  }

  @Test
  void aRunThatFliesApartEndsAtTheLastFinitePoint() {
    Training.Run run =
        Training.of(new GradientDescent(1e6, 0.0), GLOROT, 5000, 1).run(learner(), 0);
    assertThat(run.ending()).isEqualTo(Ending.DIVERGED);
    assertThat(run.energy()).isFinite();
    assertThat(learner().potential().evaluator().energy(run.end().toArray()))
        .isEqualTo(run.energy());
  }

  /** The kink of |x| at 0, where no step leads down although the slope is 1. */
  @Test
  void lbfgsStallsOnAKink() {
    Potential kink =
        new SimplePotential() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          public double gradient(double[] x, double[] gradient) {
            gradient[0] = x[0] < 0.0 ? -1.0 : 1.0;
            return Math.abs(x[0]);
          }
        };
    Learner learner =
        new Learner() {
          @Override
          public Potential potential() {
            return kink;
          }

          @Override
          public double[] start(Initialisation initialisation, RandomGenerator random) {
            return new double[1];
          }

          @Override
          public OptionalDouble accuracy(double[] x) {
            return OptionalDouble.empty();
          }
        };
    Training.Run run =
        Training.of(new QuasiNewton(LbfgsSettings.defaults()), GLOROT, 10, 1).run(learner, 0);
    assertThat(run.ending()).isEqualTo(Ending.STALLED);
    assertThat(run.endedByItself()).isTrue();
    assertThat(run.steps()).isZero();
    assertThat(run.accuracy()).isEmpty();
  }

  /** The XOR network is the general one with another order of the parameters. */
  @Test
  void bothNetworksAreTrainedAlike() {
    Network fast = Network.xor(3, 1e-3);
    Learner general = Learner.of(Network.general(fast.architecture(), fast.penalty(), fast.data()));
    Learner xor = Learner.of(Network.xor(3, 1e-3));
    Training training = Training.of(Adam.withRate(0.05), GLOROT.withBiases(), 100, 8);
    Training.Run one = training.run(general, 4);
    Training.Run other = training.run(xor, 4);
    for (int k = 0; k <= 100; k++) {
      assertThat(other.energies().get(k)).isCloseTo(one.energies().get(k), within(1e-9));
    }
    assertThat(other.accuracy()).isEqualTo(one.accuracy());
  }

  @Test
  void accuracyCountsWhatIsRight() {
    Learner xor = Learner.of(Network.xor(1, 1e-3));
    // All outputs equal: class 0 is said of all four inputs, and two of them are of class 0.
    assertThat(xor.accuracy(new double[7])).hasValue(0.5);
    Learner general = Learner.of(xor(OutputLayer.SOFTMAX, 2));
    assertThat(general.accuracy(new double[general.potential().dimension()])).hasValue(0.5);
    int[] widths = {2};
    Architecture linear = Architecture.of(2, Activation.RELU, widths, 2, OutputLayer.LINEAR);
    Learner targets =
        Learner.of(Network.of(linear, Penalty.none(linear), DataSets.xor(2).withTargets()));
    assertThat(targets.accuracy(new double[12])).isEmpty();
    assertThat(targets.potential().hasKinks()).isTrue();
    assertThat(general.potential().hasKinks()).isFalse();
  }

  @Test
  void badInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Training.of(Adam.withRate(0.1), GLOROT, 0, 1))
        .withMessage("the number of steps is at least 1, not 0");
    Training training = Training.of(Adam.withRate(0.1), GLOROT, 10, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.withTolerance(-1.0))
        .withMessage("the tolerance is 0 or more, not -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.withSnapshots(-2))
        .withMessage("the steps between snapshots are 0 or more, not -2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.run(learner(), 0, new double[2]))
        .withMessage("the starting point has 2 components, not 13");
    double[] wild = new double[13];
    wild[3] = Double.NaN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.run(learner(), 6, wild))
        .withMessage("energy or gradient are not finite at the starting point of run 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.runAll(learner(), -1, 1, run -> {}))
        .withMessage("the number of runs is 0 or more, not -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.runAll(learner(), 1, 0, run -> {}))
        .withMessage("the number of threads is at least 1, not 0");
  }
}
