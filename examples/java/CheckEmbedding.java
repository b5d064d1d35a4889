import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.stationary.NewtonPolish;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import java.util.List;

/**
 * Checks what becomes of the stationary points of a network with two hidden units when a unit of
 * zero weights is added: each one is stationary again, and its index rises by one exactly when
 * {@code sqrt(2) |g| > 2 lambda}, with {@code g = 1/4 sum_d (p_1 - t_d) (1, x_1, x_2)}.
 */
public final class CheckEmbedding {

  private CheckEmbedding() {}

  /** Enumerates every index, pads every point and compares the rule with the Hessian. */
  public static void main(String[] args) {
    double lambda = 1e-4;
    Network network = Network.xor(2, lambda);
    Landscape landscape = Landscape.of(network);
    ExplorerSettings settings = ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE);
    Exploration exploration = new Explorer(network, settings).explore(landscape);
    System.out.printf(
        "%s: %d classes, Morse sum %d%n",
        exploration.status(), landscape.size(), landscape.morseSum());

    Network larger = network.withUnits(3);
    NewtonPolish polish = new NewtonPolish(larger);
    int exceptions = 0;
    for (StationaryPoint point : landscape.points()) {
      double[] x = point.coordinates().toArray();
      int predicted = point.index() + (coupling(network, x) > 2.0 * lambda ? 1 : 0);
      // As it is, without a step: the padded point itself has to be stationary.
      PolishedPoint padded = polish.characterise(larger.layout().arrange(x, network.layout()));
      boolean holds = padded.converged() && padded.index() == predicted;
      System.out.printf(
          "energy %.13f index %d: padded, gradient %.0e index %d %s%n",
          point.energy(),
          point.index(),
          padded.rms(),
          padded.index(),
          holds ? "as predicted" : "NOT AS PREDICTED");
      exceptions += holds ? 0 : 1;
    }
    System.out.printf("exceptions: %d%n", exceptions);
  }

  /** {@code sqrt(2) |g|}. */
  private static double coupling(Network network, double[] x) {
    List<double[]> p = network.evaluator().answers(x, network.data());
    double[] g = new double[3];
    for (int d = 0; d < 4; d++) {
      double slope = (p.get(d)[1] - network.data().classOf(d)) / 4.0;
      g[0] += slope;
      g[1] += slope * (d >> 1);
      g[2] += slope * (d & 1);
    }
    return Math.sqrt(2.0 * (g[0] * g[0] + g[1] * g[1] + g[2] * g[2]));
  }
}
