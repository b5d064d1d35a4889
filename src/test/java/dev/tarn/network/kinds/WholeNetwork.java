package dev.tarn.network.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.network.Network;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import java.util.Arrays;

/** Classes held against the XOR network's full Hessian and group. */
final class WholeNetwork {
  private WholeNetwork() {}

  /**
   * Checks energy, gradient, index, eigenvalues and orbit of every class up to a level.
   *
   * @param hidden the number of hidden units that the classes are padded to
   */
  static void check(KindCatalogue catalogue, int hidden, int level, double lambda) {
    Network network = Network.xor(hidden, lambda);
    StationaryPolish polish = StationaryPolish.newton(network);
    for (int k = 0; k <= level; k++) {
      for (KindClass each : catalogue.level(k)) {
        double[] x = catalogue.coordinates(each, hidden);
        PolishedPoint whole = polish.characterise(x);
        assertThat(whole.energy()).isCloseTo(each.energy(), within(1e-13));
        assertThat(whole.rms()).isLessThan(1e-12);
        assertThat(whole.index()).isEqualTo(each.index(hidden));
        assertThat(network.symmetry().orbitSize(x)).isEqualTo(each.orbit(hidden));
        double[] eigenvalues = each.eigenvalues(hidden);
        int across = whole.eigenvalues().length - eigenvalues.length;
        double[] all = Arrays.copyOf(eigenvalues, whole.eigenvalues().length);
        // The common shift of a unit's two output weights, and of the output biases: 2 lambda.
        Arrays.fill(all, eigenvalues.length, all.length, 2.0 * lambda);
        Arrays.sort(all);
        assertThat(across).isEqualTo(hidden + 1);
        assertThat(whole.eigenvalues()).containsExactly(all, within(1e-11));
      }
    }
  }
}
