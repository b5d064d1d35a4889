package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.explore.Exploration.Status;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.testing.KnownValues;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Enumerations from starting points that are given. */
class EnumerationSeedsTest {
  private static final ExplorerSettings QUICK =
      ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE).withEffort(Effort.LOW);

  @Test
  void findsThePaddedPointsOfASmallerNetworkThatItIsGiven() {
    Network smaller = Network.xor(2, 1e-4);
    Network network = Network.xor(3, 1e-4);
    Landscape known = EnumerationTest.enumerate(smaller, QUICK);
    List<double[]> seeds = new ArrayList<>();
    for (StationaryPoint point : known.points()) {
      seeds.add(network.layout().arrange(point.coordinates().toArray(), smaller.layout()));
    }
    Landscape landscape = Landscape.of(network);
    Exploration end =
        new Explorer(network, QUICK)
            .seeding(seeds)
            .until(
                event -> event instanceof JobReport report && report.kind() == JobReport.Kind.SEEDS)
            .explore(landscape);
    assertThat(end.status()).isEqualTo(Status.LIMIT);
    assertThat(end.reason()).isEqualTo("a rule of the caller's");
    StationaryPolish polish = StationaryPolish.newton(network);
    for (double[] x : seeds) {
      PolishedPoint padded = polish.characterise(x);
      StationaryPoint found = landscape.find(padded.energy(), x).orElseThrow();
      assertThat(found.index()).isEqualTo(padded.index());
      boolean zero = found.energy() == KnownValues.ZERO_POINT;
      assertThat(found.provenance().method()).isEqualTo(zero ? "known-points" : "seeds");
    }
  }

  @Test
  void startsFromEveryPointOfALongList() {
    // More than one job's share, and the last one is the only one that counts.
    DoubleWells wells = DoubleWells.equal(2);
    List<double[]> seeds = new ArrayList<>();
    for (int k = 0; k < 130; k++) {
      seeds.add(new double[] {1.0, 1.0});
    }
    seeds.add(new double[] {0.0, 0.0});
    List<Long> jobs = new ArrayList<>();
    List<StationaryPoint> found = new ArrayList<>();
    int[] searches = new int[1];
    Landscape landscape = Landscape.of(wells);
    new Explorer(wells, QUICK)
        .seeding(seeds)
        .on(landscape)
        .run(
            ExplorerEvent.reports(
                report -> {
                  if (report.kind() == JobReport.Kind.SEEDS) {
                    jobs.add(report.job());
                    searches[0] += report.searches();
                    found.addAll(report.newPoints());
                  }
                }));
    assertThat(jobs).containsExactly(1L, 2L, 3L);
    assertThat(searches[0]).isEqualTo(131);
    assertThat(found).extracting(StationaryPoint::index).containsExactly(0, 2);
  }

  @Test
  void refusesStartingPointsOfAnotherLength() {
    DoubleWells wells = DoubleWells.equal(2);
    Explorer explorer = new Explorer(wells, QUICK);
    assertThatThrownBy(() -> explorer.seeding(List.of(new double[2], new double[3])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 components")
        .hasMessageContaining("2");
  }
}
