import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerEvent.Found;
import dev.tarn.explore.ExplorerRun;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import java.math.BigInteger;

/**
 * Enumerates the stationary points of two hidden units as a stream, until a rule of one's own says
 * stop: the Morse sum is 1 and the last find is two thirds of all searches back.
 */
public final class StreamOfPoints {

  private StreamOfPoints() {}

  /** Prints each class when it is found. */
  public static void main(String[] args) {
    Network network = Network.xor(2, 1e-4);
    Landscape landscape = Landscape.of(network);
    Explorer explorer =
        new Explorer(network, ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE))
            .until(
                event ->
                    event.progress().morseSum().equals(BigInteger.ONE)
                        && 3 * event.progress().quiet() > 2 * event.progress().searches());

    try (ExplorerRun run = explorer.on(landscape)) {
      for (ExplorerEvent event : run) {
        if (event instanceof Found found) {
          StationaryPoint point = found.point();
          System.out.printf(
              "after %5d searches: %.10f, index %d, %d copies%n",
              event.progress().searches(), point.energy(), point.index(), point.orbit());
        }
      }
    }
    System.out.printf("%d classes, Morse sum %d%n", landscape.size(), landscape.morseSum());
  }
}
