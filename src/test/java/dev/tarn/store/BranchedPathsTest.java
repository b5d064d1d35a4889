package dev.tarn.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.path.Pathway.Side;
import dev.tarn.testing.Explored;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transition states whose paths have several ends, from the search to the file and back. */
class BranchedPathsTest {
  private static final Network NETWORK = Network.xor(3, 1e-4);

  /** The two that lie 6.0341e-8 and 1.42803e-7 above ln 2, with the classes that each reaches. */
  @Test
  void areKeptWithEveryClassThatIsReached(@TempDir Path folder) {
    Path file = folder.resolve("branched.db");
    Landscape catalogue = Explored.everyIndex(NETWORK);
    List<double[]> points =
        catalogue.points().stream().map(p -> p.coordinates().toArray()).toList();
    try (LandscapeDatabase database = LandscapeDatabase.open(file, NetworkDescription.of(NETWORK));
        RunRecorder run = database.startRun(ExplorerSettings.defaults())) {
      Exploration end =
          new Explorer(NETWORK, ExplorerSettings.defaults())
              .adopting(points, "elsewhere")
              .resuming(run.restart())
              .keepingIn(run)
              .explore(run.landscape());
      run.finish(end);
      assertThat(end.status()).isEqualTo(Exploration.Status.DONE);
    }
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      Landscape read = database.landscape();
      assertThat(read.connections()).hasSize(catalogue.connections().size());
      // Energies of the minima from an enumeration of every index.
      assertReaches(read, Math.log(2.0) + 6.0341e-8, 0.013343727264775833, 0.015120226016133127);
      assertReaches(read, Math.log(2.0) + 1.42803e-7, 0.011905734971155262, 0.013443019585900683);
      assertThat(DisconnectivityTree.of(read, id -> true).roots())
          .hasSize(DisconnectivityTree.of(catalogue, id -> true).roots().size());
    }
  }

  private static void assertReaches(Landscape landscape, double energy, double... minima) {
    Connection branched =
        landscape.connections().stream()
            .filter(c -> Math.abs(top(landscape, c) - energy) < 1e-11)
            .findFirst()
            .orElseThrow();
    assertThat(branched.isBranched()).isTrue();
    List<Double> reached =
        branched.minima(branched.minima(Side.MINUS).size() > 1 ? Side.MINUS : Side.PLUS).stream()
            .map(id -> landscape.get(id).energy())
            .sorted()
            .toList();
    assertThat(reached).hasSize(minima.length);
    for (int k = 0; k < minima.length; k++) {
      assertThat(reached.get(k)).isEqualTo(minima[k], Offset.offset(1e-12));
    }
    // Where the paths part lies between the minima and the transition state.
    assertThat(branched.branches())
        .allSatisfy(
            branch -> {
              assertThat(branch.barrier()).isLessThan(top(landscape, branched));
              assertThat(branch.barrier()).isGreaterThan(landscape.get(branch.minimum()).energy());
            });
  }

  private static double top(Landscape landscape, Connection connection) {
    return landscape.get(connection.transitionState()).energy();
  }
}
