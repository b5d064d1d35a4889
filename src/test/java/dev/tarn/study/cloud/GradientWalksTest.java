package dev.tarn.study.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSets;
import dev.tarn.job.JobRunner;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.study.cloud.Curvature.Scope;
import dev.tarn.study.cloud.GradientWalks.Granularity;
import dev.tarn.study.cloud.LossGradientCloud.Mark;
import dev.tarn.testing.BytesRunner;
import dev.tarn.testing.Explored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientWalksTest {

  private static Network elu(double lambda, int... widths) {
    Architecture shape = Architecture.of(2, Activation.ELU, widths, 1, OutputLayer.LOGISTIC);
    return Network.of(shape, Penalty.all(shape, lambda), DataSets.xor(2));
  }

  /** Figure captions of the paper: epsilon is 0.02 and 0.2 in [-1, 1], 0.2 in [-10, 10]. */
  @Test
  void asManyWalksAsAskedForAndWhatTheyHaveComeTo() {
    Network network = elu(1.0, 2);
    GradientWalks two = GradientWalks.of(network, 1.0, Granularity.MACRO, 1).withWalks(2);
    LossGradientCloud cloud = two.sample(network, JobRunner.threads(1), walks -> {});
    assertThat(two.count(network)).isEqualTo(2);
    assertThat(cloud.size()).isEqualTo(200);
    assertThat(cloud.accuracies().length()).isEqualTo(2);
    assertThat(cloud.accuracies().stream()).allMatch(share -> share >= 0.0 && share <= 1.0);
    LossGradientCloud more = two.withWalks(3).sample(network, JobRunner.threads(1), walks -> {});
    assertThat(more.accuracies().get(1)).isEqualTo(cloud.accuracies().get(1));
    assertThat(more.energy(150)).isEqualTo(cloud.energy(150));
  }

  @Test
  void stepsAreThoseOfThePaper() {
    Network network = elu(0.0, 2);
    GradientWalks micro = GradientWalks.of(network, 1.0, Granularity.MICRO, 1);
    assertThat(micro.epsilon()).isCloseTo(0.02, within(1e-15));
    assertThat(GradientWalks.of(network, 1.0, Granularity.MACRO, 1).epsilon())
        .isCloseTo(0.2, within(1e-15));
    assertThat(GradientWalks.of(network, 10.0, Granularity.MICRO, 1).epsilon())
        .isCloseTo(0.2, within(1e-15));
    // 2 * 9 walks of 1000 points.
    LossGradientCloud cloud =
        micro.withCurvatures(0).sample(network, JobRunner.threads(2), walks -> {});
    assertThat(cloud.size()).isEqualTo(18_000);
    assertThat(cloud.counts().values()).containsOnly(0);
  }

  /** The same walk, written out. */
  @Test
  void componentsStepAgainstTheGradient() {
    Network network = elu(0.0, 2);
    GradientWalks how = GradientWalks.of(network, 1.0, Granularity.MACRO, 9);
    LossGradientCloud cloud = how.sample(network, JobRunner.threads(1), walks -> {});
    RandomGenerator random = RandomStreams.of(9, 3);
    double[] x = new double[9];
    double[] gradient = new double[9];
    for (int i = 0; i < 9; i++) {
      x[i] = 2.0 * random.nextDouble() - 1.0;
      assertThat(x[i]).isBetween(-1.0, 1.0);
    }
    for (int k = 0; k < 100; k++) {
      double energy = network.evaluator().gradient(x, gradient);
      double norm = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
      assertThat(cloud.energy(300 + k)).isEqualTo(energy);
      assertThat(cloud.norm(300 + k)).isCloseTo(norm, within(1e-14));
      for (int i = 0; i < 9; i++) {
        double step = 0.2 * random.nextDouble();
        x[i] -= gradient[i] < 0.0 ? -step : step;
      }
    }
  }

  @Test
  void walksGoDown() {
    LossGradientCloud cloud =
        GradientWalks.of(elu(0.0, 4), 1.0, Granularity.MICRO, 2)
            .withCurvatures(0)
            .sample(elu(0.0, 4), JobRunner.threads(2), walks -> {});
    double first =
        IntStream.range(0, 34).mapToDouble(k -> cloud.energy(1000 * k)).average().orElseThrow();
    double last =
        IntStream.range(0, 34)
            .mapToDouble(k -> cloud.energy(1000 * k + 999))
            .average()
            .orElseThrow();
    assertThat(last).isLessThan(0.3 * first);
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void theNumberOfThreadsChangesNothing(Scope scope) {
    Network network = elu(0.0, 2, 2);
    GradientWalks how = GradientWalks.of(network, 1.0, Granularity.MACRO, 4).withScope(scope);
    List<Integer> told = new ArrayList<>();
    LossGradientCloud one = how.sample(network, JobRunner.threads(1), told::add);
    LossGradientCloud two = how.sample(network, new BytesRunner(2), walks -> {});
    assertThat(told).isEqualTo(IntStream.rangeClosed(1, 30).boxed().toList());
    assertThat(two.counts()).isEqualTo(one.counts());
    assertThat(one.counts().values().stream().mapToInt(count -> count).sum()).isEqualTo(3000);
    for (int k = 0; k < one.size(); k++) {
      assertThat(two.energy(k)).isEqualTo(one.energy(k));
      assertThat(two.norm(k)).isEqualTo(one.norm(k));
      assertThat(two.curvature(k)).isEqualTo(one.curvature(k));
    }
  }

  @Test
  void someCurvaturesAreSpreadEvenly() {
    Network network = elu(0.0, 2);
    LossGradientCloud cloud =
        GradientWalks.of(network, 1.0, Granularity.MACRO, 4)
            .withCurvatures(100)
            .sample(network, JobRunner.threads(2), walks -> {});
    int[] known =
        IntStream.range(0, cloud.size()).filter(k -> cloud.curvature(k).isPresent()).toArray();
    assertThat(known.length).isBetween(80, 100);
    int every = known[1] - known[0];
    assertThat(known).isEqualTo(IntStream.range(0, known.length).map(k -> k * every).toArray());
    // All parts of walks, not their starts only.
    assertThat(Arrays.stream(known).map(k -> k % 100).distinct().count()).isGreaterThan(50);
  }

  /** A strong regulariser makes every point convex. */
  @Test
  void curvaturesFollowTheHessian() {
    Network bowl = elu(100.0, 2);
    LossGradientCloud convex =
        GradientWalks.of(bowl, 1.0, Granularity.MACRO, 4)
            .sample(bowl, JobRunner.threads(2), walks -> {});
    assertThat(convex.counts().get(Curvature.CONVEX)).isEqualTo(1800);
    Network free = elu(0.0, 2);
    assertThat(new Curvature.Classifier(free, Scope.WHOLE, 1e-7).at(new double[9]))
        .contains(Curvature.SINGULAR);
    Network deep = elu(0.0, 2, 2);
    double[] overflow = new double[15];
    Arrays.fill(overflow, 1e200);
    assertThat(new Curvature.Classifier(deep, Scope.WHOLE, 1e-7).at(overflow)).isEmpty();
  }

  /** Second derivatives across layers make a saddle of what the blocks see as convex. */
  @Test
  void blocksLeaveOutWhatIsBetweenThem() {
    Network network = elu(0.0, 2, 2);
    GradientWalks how = GradientWalks.of(network, 1.0, Granularity.MACRO, 4);
    int whole =
        how.sample(network, JobRunner.threads(2), walks -> {}).counts().get(Curvature.CONVEX);
    int blocks =
        how.withScope(Scope.BLOCKS)
            .sample(network, JobRunner.threads(2), w -> {})
            .counts()
            .get(Curvature.CONVEX);
    assertThat(whole).isLessThan(30);
    assertThat(blocks).isGreaterThan(1000);
  }

  /** The special form of the XOR network is sampled as the general one is. */
  @ParameterizedTest
  @EnumSource(Scope.class)
  void bothFormsOfANetworkAreSampledAlike(Scope scope) {
    Network special = Network.xor(2, 1e-3);
    Architecture shape = special.architecture();
    Network general = Network.general(shape, Penalty.all(shape, 1e-3), special.data());
    RandomGenerator random = RandomStreams.of(7, 0);
    Curvature.Classifier one = new Curvature.Classifier(special, scope, 1e-7);
    Curvature.Classifier other = new Curvature.Classifier(general, scope, 1e-7);
    List<Curvature> kinds = new ArrayList<>();
    for (int trial = 0; trial < 200; trial++) {
      double[] x = new double[12];
      for (int i = 0; i < 12; i++) {
        x[i] = 4.0 * random.nextDouble() - 2.0;
      }
      double[] same = general.layout().arrange(x, special.layout());
      assertThat(one.at(x)).isEqualTo(other.at(same));
      kinds.add(one.at(x).orElseThrow());
    }
    assertThat(kinds).contains(Curvature.SADDLE);
    LossGradientCloud cloud =
        GradientWalks.of(special, 1.0, Granularity.MACRO, 1)
            .sample(special, JobRunner.threads(2), walks -> {});
    assertThat(cloud.size()).isEqualTo(2400);
  }

  @Test
  void eigenvaluesGiveTheClass() {
    assertThat(Curvature.of(new double[] {1.0, 2.0}, 1e-7)).isEqualTo(Curvature.CONVEX);
    assertThat(Curvature.of(new double[] {-1.0, -2.0}, 1e-7)).isEqualTo(Curvature.CONCAVE);
    assertThat(Curvature.of(new double[] {-1.0, 2.0}, 1e-7)).isEqualTo(Curvature.SADDLE);
    assertThat(Curvature.of(new double[] {-1.0, 2e7, 5.0}, 1e-7)).isEqualTo(Curvature.SINGULAR);
    assertThat(Curvature.of(new double[] {0.0, 0.0}, 1e-7)).isEqualTo(Curvature.SINGULAR);
    assertThat(Curvature.SADDLE.label()).isEqualTo("saddle");
  }

  /** What takes a minute is decided by the cube of the dimension. */
  @Test
  void wideNetworksAreSampledOnly() {
    GradientWalks narrow = GradientWalks.of(elu(0.0, 2), 1.0, Granularity.MICRO, 1);
    GradientWalks wide = GradientWalks.of(elu(0.0, 20, 20, 20), 1.0, Granularity.MICRO, 1);
    assertThat(narrow.curvatures()).isEqualTo(100_000);
    assertThat(wide.curvatures()).isBetween(10, 200);
  }

  @Test
  void stationaryPointsStandAtGradientZero() {
    Network network = Network.xor(1, 1e-2);
    Landscape landscape = Explored.everyIndex(network);
    List<Mark> marks = LossGradientCloud.marks(landscape);
    assertThat(marks).hasSize(landscape.size()).hasSizeGreaterThan(2);
    assertThat(marks).allMatch(mark -> mark.norm() < 1e-11);
    for (Mark mark : marks) {
      assertThat(mark.energy()).isEqualTo(landscape.get(mark.id()).energy());
      assertThat(mark.index()).isEqualTo(landscape.get(mark.id()).index());
    }
  }

  @Test
  void badInputIsRefused() {
    Network network = elu(0.0, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientWalks.of(network, 0.0, Granularity.MICRO, 1))
        .withMessage("the range of the starts is positive, not 0.0");
    GradientWalks walks = GradientWalks.of(network, 1.0, Granularity.MICRO, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> walks.withCurvatures(-1))
        .withMessage("the number of curvatures is 0 or more, not -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> walks.withWalks(0))
        .withMessage("the number of walks is at least 1, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new GradientWalks(
                    1.0, Granularity.MICRO, OptionalInt.of(1), 1, Scope.WHOLE, 0.0, 1))
        .withMessage("the relative size of a zero eigenvalue is from 1e-12 to below 1, not 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> walks.sample(elu(0.0, 100, 100), JobRunner.threads(1), k -> {}))
        .withMessage("curvatures are found with up to 4096 parameters, not with 10501");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> walks.withCurvatures(0).sample(elu(0.0, 300, 300), JobRunner.threads(1), k -> {}))
        .withMessage("a sample has at most 100000000 points, not 183002000");
  }
}
