package dev.tarn.study.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSets;
import dev.tarn.job.JobRunner;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.study.cloud.Attractors.Approach;
import dev.tarn.study.cloud.Attractors.Attractor;
import dev.tarn.study.cloud.GradientWalks.Granularity;
import dev.tarn.study.cloud.LossGradientCloud.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttractorsTest {
  private static final double LN_2 = Math.log(2.0);

  private static LossGradientCloud cloud(double... energiesAndNorms) {
    int points = energiesAndNorms.length / 2;
    LossGradientCloud.Walk walk = new LossGradientCloud.Walk(points);
    for (int k = 0; k < points; k++) {
      walk.set(k, energiesAndNorms[2 * k], energiesAndNorms[2 * k + 1]);
    }
    LossGradientCloud.Builder builder = new LossGradientCloud.Builder(points);
    builder.add(walk);
    return builder.build();
  }

  /**
   * The four energies at which networks of two hidden units stop on XOR without regularisation: all
   * four inputs right; two of them at probability 1/2; three at 2/3 and one at 1/3 wrong; none told
   * apart. Bosman and others (2020, section IV A 1) see four attractors.
   */
  @Test
  void theSmallestXorNetworkHasFourAttractors() {
    int[] widths = {2};
    Architecture shape = Architecture.of(2, Activation.ELU, widths, 1, OutputLayer.LOGISTIC);
    Network network = Network.of(shape, Penalty.none(shape), DataSets.xor(2));
    LossGradientCloud sample =
        GradientWalks.of(network, 1.0, Granularity.MICRO, 1)
            .withCurvatures(0)
            .sample(network, JobRunner.threads(2), walks -> {});
    Attractors found = Attractors.of(sample, List.of(), 0.01, 0.01);
    double threeRight = 0.75 * Math.log(3.0) - 0.5 * LN_2;
    assertThat(found.attractors()).hasSize(4);
    double[] expected = {0.0, 0.5 * LN_2, threeRight, LN_2};
    for (int k = 0; k < 4; k++) {
      assertThat(found.attractors().get(k).at()).isCloseTo(expected[k], within(1e-3));
    }
    assertThat(found.attractors().stream().mapToInt(Attractor::points).sum())
        .isEqualTo(found.flatPoints());
  }

  @Test
  void aGapSeparatesAttractors() {
    LossGradientCloud sample =
        cloud(0.50, 0.001, 0.10, 0.009, 0.115, 0.002, 0.3, 0.5, 0.128, 0.01, 0.52, 0.003);
    Attractors found = Attractors.of(sample, List.of(), 0.01, 0.015);
    assertThat(found.flatPoints()).isEqualTo(5);
    assertThat(found.attractors())
        .containsExactly(
            new Attractor(0.10, 0.128, 3, 0.002, 0.115, List.of()),
            new Attractor(0.50, 0.50, 1, 0.001, 0.50, List.of()),
            new Attractor(0.52, 0.52, 1, 0.003, 0.52, List.of()));
  }

  @Test
  void stationaryPointsStandWhereTheirEnergiesAre() {
    LossGradientCloud sample =
        cloud(0.1, 1e-3, 0.102, 1e-3, 0.3, 1e-3, 0.7, 1e-3, Double.POSITIVE_INFINITY, 0.0);
    List<Mark> marks =
        List.of(
            new Mark(4, 1, 0.305, 0.0),
            new Mark(2, 0, 0.093, 0.0),
            new Mark(3, 2, 0.095, 0.0),
            new Mark(9, 0, 0.5, 0.0));
    Attractors found = Attractors.of(sample, marks, 0.01, 0.01);
    assertThat(found.attractors()).hasSize(3);
    Attractor first = found.attractors().get(0);
    assertThat(first.stationary()).extracting(Mark::id).containsExactly(2, 3);
    assertThat(first.count(0, 0)).isEqualTo(1);
    assertThat(first.count(1, Integer.MAX_VALUE)).isEqualTo(1);
    assertThat(found.attractors().get(1).count(0, 0)).isZero();
    assertThat(found.attractors().get(1).count(1, 1)).isEqualTo(1);
    assertThat(found.attractors().get(2).stationary()).isEmpty();
    assertThat(found.approaches())
        .containsExactly(
            new Approach(marks.get(1), 2, 0.5),
            new Approach(marks.get(2), 2, 0.5),
            new Approach(marks.get(0), 1, 0.25),
            new Approach(marks.get(3), 0, 0.0));
  }

  @Test
  void aSteepCloudHasNone() {
    Attractors found =
        Attractors.of(cloud(0.1, 1.0), List.of(new Mark(1, 0, 0.1, 0.0)), 0.01, 0.01);
    assertThat(found.attractors()).isEmpty();
    assertThat(found.approaches()).containsExactly(new Approach(new Mark(1, 0, 0.1, 0.0), 0, 0.0));
  }

  @Test
  void badInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attractors.of(cloud(0.1, 1.0), List.of(), 0.0, 0.01))
        .withMessage("the gradient that counts as zero is positive, not 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attractors.of(cloud(0.1, 1.0), List.of(), 0.01, Double.NaN))
        .withMessage("the difference of energies that are about the same is positive, not NaN");
  }
}
