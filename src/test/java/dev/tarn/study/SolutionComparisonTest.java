package dev.tarn.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.MinimaxPath;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.testing.Explored;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SolutionComparisonTest {
  private static final Network XOR = Network.xor(2, 1e-4);
  private static Landscape landscape;

  @BeforeAll
  static void explore() {
    landscape = Explored.of(XOR);
  }

  private static SolutionComparison compare(double[] first, double[] second) {
    return SolutionComparison.of(XOR, landscape, first, second);
  }

  private static double[] minimum(int rank) {
    return landscape.minima().get(rank).coordinates().toArray();
  }

  private static double[] copy(double[] x, long stream) {
    double[] copy = new double[x.length];
    XOR.symmetry().randomCopy(RandomStreams.of(5, stream), x, copy);
    return copy;
  }

  @Test
  void copiesAreTheSame() {
    for (int k = 0; k < 20; k++) {
      SolutionComparison found = compare(minimum(0), copy(minimum(0), k));
      assertThat(found.same()).isTrue();
      assertThat(found.leadToTheSame()).isTrue();
      assertThat(found.distance()).isLessThan(1e-12);
      assertThat(found.path()).isEmpty();
      assertThat(found.barrier()).isEmpty();
    }
  }

  @Test
  void unfinishedTrainingLeadsToTheSameMinimum() {
    double[] beside = copy(minimum(1), 3);
    beside[4] += 1e-3;
    SolutionComparison found = compare(minimum(1), beside);
    assertThat(found.same()).isFalse();
    assertThat(found.distance()).isCloseTo(1e-3, within(1e-9));
    assertThat(found.leadToTheSame()).isTrue();
    assertThat(found.second().energy()).isGreaterThan(found.first().energy());
    assertThat(found.second().minimum()).isEqualTo(found.first().minimum());
  }

  @Test
  void differentMinimaAreJoinedByTheFastestPath() {
    List<StationaryPoint> minima = landscape.minima();
    int joined = 0;
    for (int i = 0; i < minima.size(); i++) {
      for (int j = 0; j < i; j++) {
        SolutionComparison found = compare(minimum(i), copy(minimum(j), i));
        assertThat(found.same()).isFalse();
        assertThat(found.leadToTheSame()).isFalse();
        assertThat(found.distance()).isGreaterThan(1e-3);
        assertThat(found.settledDistance()).isCloseTo(found.distance(), within(1e-6));
        assertThat(found.path())
            .isEqualTo(MinimaxPath.between(landscape, minima.get(i).id(), minima.get(j).id()));
        if (found.path().isPresent()) {
          joined++;
          double higher = Math.max(minima.get(i).energy(), minima.get(j).energy());
          assertThat(found.barrier().orElseThrow())
              .isPositive()
              .isCloseTo(found.path().orElseThrow().highest().energy() - higher, within(1e-11));
        }
      }
    }
    assertThat(joined).isPositive();
  }

  @Test
  void withoutALandscapeThereIsNoBarrier() {
    SolutionComparison found =
        SolutionComparison.of(XOR, Landscape.of(XOR), minimum(0), minimum(1));
    assertThat(found.first().minimum()).isEmpty();
    assertThat(found.path()).isEmpty();
    assertThat(found.leadToTheSame()).isFalse();
  }

  @Test
  void badInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compare(minimum(0), new double[3]))
        .withMessage("a solution has 12 numbers, not 3");
    double[] wild = minimum(0);
    wild[0] = Double.NaN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compare(wild, minimum(0)))
        .withMessage("the energy of a solution is finite, not NaN");
  }
}
