package dev.tarn.study.volumes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.JobRunner;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.study.Reliability;
import dev.tarn.study.ReliabilitySettings;
import dev.tarn.study.ReliabilitySettings.GoodMinimum;
import dev.tarn.testing.BytesRunner;
import dev.tarn.train.Initialisation;
import dev.tarn.train.Initialisation.Law;
import dev.tarn.train.Learner;
import dev.tarn.train.Optimiser;
import dev.tarn.train.Training;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BasinVolumesTest {
  private static final StationaryPoint.Provenance BY_HAND =
      new StationaryPoint.Provenance(0, 0, "test");

  /** Two wells, x near -1 and near 1, of which the first is lower; y plays no part in it. */
  private static final Potential WELLS =
      Potential.of(
          2,
          () ->
              (x, g) -> {
                double s = x[0] * x[0] - 1.0;
                g[0] = 4.0 * s * x[0] + 0.6;
                g[1] = 2.0 * x[1];
                return s * s + 0.6 * x[0] + x[1] * x[1];
              });

  private static BasinVolumes volumes(
      Landscape landscape, double radius, int starts, JobRunner runner, double level) {
    return BasinVolumes.of(
        landscape,
        starts,
        BasinVolumes.ball(2, radius, 1),
        List.of(Way.steepest(WELLS)),
        runner,
        level);
  }

  /** Paths never cross the line through the saddle, so the basin is a segment of the disc. */
  @Test
  void sharesAreThoseOfQuadrature() {
    Landscape landscape = Landscape.of(WELLS);
    StationaryPolish polish = StationaryPolish.of(WELLS);
    int left = landscape.add(polish.polish(new double[] {-1.0, 0.1}), BY_HAND).point().id();
    int right = landscape.add(polish.polish(new double[] {0.9, 0.1}), BY_HAND).point().id();
    double saddle = 0.15;
    for (int k = 0; k < 50; k++) {
      double s = saddle * saddle - 1.0;
      saddle -= (4.0 * s * saddle + 0.6) / (12.0 * saddle * saddle - 4.0);
    }
    double radius = 1.5;
    int strips = 20_000;
    double area = 0.0;
    for (int k = 0; k < strips; k++) {
      double x = saddle + (radius - saddle) * (k + 0.5) / strips;
      area += 2.0 * Math.sqrt(radius * radius - x * x) * (radius - saddle) / strips;
    }
    double expected = area / (Math.PI * radius * radius);
    BasinVolumes volumes = volumes(landscape, radius, 2000, JobRunner.threads(2), 0.9999);
    assertThat(volumes.elsewhere().get(0).count()).isZero();
    assertThat(volumes.basins()).extracting(b -> b.minimum().id()).containsExactly(left, right);
    assertThat(volumes.basins().get(1).shares().get(0).low()).isLessThan(expected);
    assertThat(volumes.basins().get(1).shares().get(0).high()).isGreaterThan(expected);
    assertThat(
            volumes.basins().get(0).shares().get(0).value()
                + volumes.basins().get(1).shares().get(0).value())
        .isCloseTo(1.0, within(1e-12));
    assertThat(volumes(landscape, radius, 50, JobRunner.direct(), 0.95))
        .isEqualTo(volumes(landscape, radius, 50, JobRunner.threads(2), 0.95));
  }

  @Test
  void whatIsNotInTheLandscapeIsElsewhere() {
    Landscape empty = Landscape.of(WELLS);
    BasinVolumes volumes = volumes(empty, 1.0, 10, JobRunner.direct(), 0.95);
    assertThat(volumes.basins()).isEmpty();
    assertThat(volumes.elsewhere().get(0).value()).isEqualTo(1.0);
  }

  /** Of points in a ball of n dimensions 2^-n lie within half the radius. */
  @Test
  void startsAreUniformInTheBall() {
    int inner = 0;
    for (int k = 0; k < 20_000; k++) {
      double[] x = BasinVolumes.inBall(RandomStreams.of(7, k), 3, 2.0);
      double length = Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
      assertThat(length).isLessThanOrEqualTo(2.0 + 1e-12);
      inner += length < 1.0 ? 1 : 0;
    }
    // Five standard deviations.
    assertThat(inner / 20_000.0).isCloseTo(0.125, within(5.0 * Math.sqrt(0.125 * 0.875 / 20_000)));
  }

  /** From the same weights trainers lead to what reliability counts. */
  @Test
  void trainersLeadWhereReliabilityCounts() {
    Network network = Network.xor(2, 1e-3);
    Learner learner = Learner.of(network);
    Training training =
        Training.of(
            Optimiser.Adam.withRate(0.1), Initialisation.of(Law.GLOROT_UNIFORM, 1.0), 300, 1);
    Landscape landscape = Landscape.of(network);
    Reliability counted =
        Reliability.of(
            2,
            learner,
            Optional.empty(),
            ReliabilitySettings.of(training, 40, new GoodMinimum.Accurate(1.0)),
            JobRunner.threads(2),
            (run, energy) -> {});
    StationaryPolish polish = StationaryPolish.of(network);
    for (Reliability.Basin basin : counted.basins()) {
      if (basin.kind() == Reliability.Basin.Kind.MINIMUM) {
        landscape.add(polish.polish(basin.point().toArray()), BY_HAND);
      }
    }
    BasinVolumes volumes =
        BasinVolumes.of(
            landscape,
            40,
            number -> training.start(learner, number),
            List.of(Way.steepest(network), Way.trained("adam", training, learner)),
            new BytesRunner(2),
            0.95);
    assertThat(volumes.ways()).containsExactly("steepest descent", "adam");
    int found = 0;
    for (Reliability.Basin basin : counted.basins()) {
      if (basin.kind() == Reliability.Basin.Kind.MINIMUM) {
        int id = landscape.find(basin.energy(), basin.point().toArray()).orElseThrow().id();
        assertThat(volumes.basins())
            .filteredOn(one -> one.minimum().id() == id)
            .singleElement()
            .satisfies(one -> assertThat(one.shares().get(1)).isEqualTo(basin.share()));
        found += basin.share().count();
      }
    }
    assertThat(volumes.elsewhere().get(1).count()).isEqualTo(40 - found);
    assertThat(found).isGreaterThan(20);
  }
}
