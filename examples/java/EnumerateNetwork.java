import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;

/**
 * Finds the minima and transition states of a network with two hidden units, and prints every
 * class: energy, size of its orbit, and what the transition states join.
 */
public final class EnumerateNetwork {

  private EnumerateNetwork() {}

  /** Explores and prints. */
  public static void main(String[] args) {
    Network network = Network.xor(2, 1e-4);
    Landscape landscape = Landscape.of(network);
    ExplorerSettings settings = ExplorerSettings.defaults().withSeed(1).withThreads(2);
    Exploration exploration = new Explorer(network, settings).explore(landscape);

    System.out.printf("%-4s %-18s %5s  %s%n", "id", "energy", "orbit", "p(class 1) on the inputs");
    for (StationaryPoint minimum : landscape.minima()) {
      System.out.printf("%-4d %-18.13f %5d ", minimum.id(), minimum.energy(), minimum.orbit());
      network
          .evaluator()
          .answers(minimum.coordinates().toArray(), network.data())
          .forEach(p -> System.out.printf(" %.3f", p[1]));
      System.out.println();
    }
    System.out.printf("%n%-4s %-18s %5s  %s%n", "id", "energy", "orbit", "joins, with barriers");
    for (StationaryPoint saddle : landscape.transitionStates()) {
      Connection connection = landscape.connection(saddle.id()).orElseThrow();
      StationaryPoint minus = landscape.get(connection.minus());
      StationaryPoint plus = landscape.get(connection.plus());
      System.out.printf(
          "%-4d %-18.13f %5d  %d (%.6g) and %d (%.6g)%n",
          saddle.id(),
          saddle.energy(),
          saddle.orbit(),
          minus.id(),
          saddle.energy() - minus.energy(),
          plus.id(),
          saddle.energy() - plus.energy());
    }
    System.out.printf(
        "%n%s after %d searches: %d minima, %d transition states, %d component(s)%n",
        exploration.status(),
        exploration.progress().searches(),
        landscape.minima().size(),
        landscape.transitionStates().size(),
        landscape.components().size());
  }
}
