package dev.tarn.network.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Network;
import dev.tarn.network.kinds.KindCatalogue;
import dev.tarn.network.kinds.KindClass;
import dev.tarn.network.kinds.KindEnumeration;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import org.junit.jupiter.api.Test;

/**
 * Points of networks beyond 100 variables, by the full Hessian and in their symmetric subspaces.
 */
class SubspacePolishTest {

  /** 252 variables: the lowest four eigenvalues are all that would be known without kinds. */
  @Test
  void theClassesOfThreeUnitsInANetworkOfFifty() {
    Network network = Network.xor(50, 1e-2);
    KindEnumeration enumeration = new KindEnumeration(network, ExplorerSettings.defaults());
    enumeration.run(3, JobRunner.direct(), new Cancellation(), report -> {});
    KindCatalogue catalogue = enumeration.catalogue();
    StationaryPolish polish = StationaryPolish.of(network);
    StationaryPolish full = StationaryPolish.newton(network);
    assertThat(catalogue.classes(3)).hasSize(43);
    int held = 0;
    for (KindClass each : catalogue.classes(3)) {
      double[] x = catalogue.coordinates(each, 50);
      PolishedPoint point = polish.polish(x);
      assertThat(point.isStationary(each.index(50))).as("%s", each).isTrue();
      assertThat(Vectors.distance(point.coordinates(), x)).isLessThan(1e-9);
      assertThat(point.eigenvalues()).hasSize(252);
      if (held < 6) {
        PolishedPoint whole = full.characterise(x);
        assertThat(point.eigenvalues()).containsExactly(whole.eigenvalues(), within(1e-11));
        assertThat(point.energy()).isCloseTo(whole.energy(), within(1e-13));
        held++;
      }
    }
  }
}
