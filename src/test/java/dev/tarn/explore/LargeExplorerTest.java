package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.potential.space.Work;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.testing.Images;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The explorer beyond the dimension up to which it forms Hessians. */
class LargeExplorerTest {
  private static final int JOBS = 16;

  /** The first jobs: basin-hopping, then some searches for transition states. */
  /** The first jobs: basin-hopping, then some searches for transition states. */
  private static Recorded explore(Network network, int threads) {
    return Recorded.jobs(JOBS, network, ExplorerSettings.defaults().withThreads(threads));
  }

  /**
   * Without a preconditioner, with as many examples as it takes for one, and with so many that the
   * solvers of a worker share their evaluators and no more is found out of a point than its index.
   */
  @ParameterizedTest
  @ValueSource(ints = {40, 120, 2_100})
  void everyPointIsWhatTheFullHessianSays(int examples) {
    Network network = Images.network(50, 5, 4, examples, 1e-3);
    Recorded one = explore(network, 1);
    Landscape landscape = one.landscape();
    assertThat(landscape.count(0)).isGreaterThan(2);
    double accuracy = Work.isSaved(network) ? 0.11 : 1e-5;
    assertThat(landscape.count(1)).isPositive();
    assertThat(landscape.connections()).hasSize(landscape.count(1));
    StationaryPolish polish = StationaryPolish.newton(network);
    for (StationaryPoint point : landscape.points()) {
      PolishedPoint full = polish.polish(point.coordinates().toArray());
      assertThat(full.isStationary(point.index())).isTrue();
      assertThat(full.energy()).isCloseTo(point.energy(), within(1e-13));
      for (int k = 0; k < point.eigenvalues().length(); k++) {
        double expected = full.eigenvalues()[k];
        assertThat(point.eigenvalues().get(k))
            .isCloseTo(expected, within(accuracy * Math.abs(expected)));
      }
    }
    assertThat(explore(network, 2).reports()).isEqualTo(one.reports());
  }

  /** 160 variables and 1,797 examples: a gradient takes half a millisecond, a Hessian thirty. */
  @Test
  void pathsAreCoarseWhereAGradientOrAHessianTakesLong() {
    assertThat(Pace.of(Images.network(64, 2, 10, 1797, 1e-2)).coarsePaths()).isTrue();
    assertThat(Pace.of(Images.network(64, 2, 10, 50, 1e-2)).coarsePaths()).isFalse();
    assertThat(Pace.of(Images.network(784, 10, 10, 200, 1e-3)).coarsePaths()).isTrue();
    assertThat(Pace.of(Network.xor(14, 1e-2)).coarsePaths()).isFalse();
  }

  /** A quench of the one takes seconds, of the other half a minute. */
  @Test
  void searchesBeginEarlierWhereAQuenchTakesVeryLong() {
    assertThat(Pace.of(Images.network(784, 10, 10, 1_000, 1e-3)).opening()).isEqualTo(6);
    assertThat(Pace.of(Images.network(784, 100, 10, 1_000, 1e-3)).opening()).isEqualTo(3);
  }

  @Test
  void enumerationsOfEveryIndexAreRefused() {
    Network network = Network.xor(40, 1e-2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Explorer(network, ExplorerSettings.defaults().enumerating(2)))
        .withMessage(
            "an enumeration of every index needs all eigenvalues of the Hessian, which are"
                + " computed for at most 200 variables, not for 202");
  }
}
