import dev.tarn.data.DataSets;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Embedding;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.network.Regularisation;

/**
 * Checks that the stationary points of a network are embedded in the one with another hidden unit,
 * for a network that is not XOR: ELU units and a logistic output on twenty points of two moons.
 */
public final class CheckEmbedding {

  private CheckEmbedding() {}

  /** Enumerates every index, pads every point and compares the rule with the Hessian. */
  public static void main(String[] args) {
    Architecture layers =
        Architecture.of(2, Activation.ELU, new int[] {2}, 1, OutputLayer.LOGISTIC);
    Penalty penalty = Penalty.of(layers, 1e-2, Regularisation.ALL);
    Network network = Network.of(layers, penalty, DataSets.moons(20, 0.1, 1));
    Landscape landscape = Landscape.of(network);
    new Explorer(network, ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE))
        .explore(landscape);

    Embedding embedding = new Embedding(network, 1);
    landscape.points().stream()
        .map(embedding::pad)
        .forEach(
            p ->
                System.out.printf(
                    "energy %.10f: gradient %.0e, index %d becomes %d, %s%n",
                    p.energy(),
                    p.gradient(),
                    p.sourceIndex(),
                    p.index(),
                    p.agrees() ? "as predicted" : "NOT AS PREDICTED"));
    System.out.printf("%d classes, Morse sum %d%n", landscape.size(), landscape.morseSum());
  }
}
