package dev.tarn.network.smaller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.explore.Effort;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.job.Cancellation;
import dev.tarn.landscape.Landscape;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Network;
import dev.tarn.testing.Explored;
import dev.tarn.testing.Weights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmallerNetworksTest {
  private static final ExplorerSettings QUICK =
      ExplorerSettings.defaults().withEffort(Effort.LOW).enumerating(Integer.MAX_VALUE);

  @Test
  void oneUnitHasNoSmallerNetwork() {
    List<JobReport> reports = new ArrayList<>();
    assertThat(
            new SmallerNetworks(
                    Network.xor(1, 1e-4),
                    QUICK,
                    (hidden, report) -> reports.add(report),
                    new Cancellation())
                .padded())
        .isEmpty();
    assertThat(reports).isEmpty();
  }

  @Test
  void givesEveryPointOfTheNetworkWithOneUnitLess() {
    Network network = Network.xor(3, 1e-4);
    List<JobReport> reports = new ArrayList<>();
    List<double[]> padded =
        new SmallerNetworks(
                network, QUICK, (hidden, report) -> reports.add(report), new Cancellation())
            .padded();
    // 24 classes of two units at this lambda, see known-values.
    assertThat(padded).hasSize(24);
    assertThat(reports).isNotEmpty();
    double[] gradient = new double[network.dimension()];
    Set<Integer> connected = new HashSet<>();
    for (double[] x : padded) {
      network.evaluator().gradient(x, gradient);
      assertThat(Vectors.rms(gradient)).isLessThan(1e-12);
      connected.add(Weights.connectedUnits(network, x, 1e-10).size());
    }
    // Those of one unit are among them, and the zero point.
    assertThat(connected).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void padsWithAsManyUnitsAsAskedFor() {
    Network one = Network.xor(1, 1e-2);
    Landscape landscape = Explored.everyIndex(one);
    List<double[]> padded = SmallerNetworks.pad(one, landscape.points(), 2);
    assertThat(padded).hasSize(7);
    Network three = Network.xor(3, 1e-2);
    for (int k = 0; k < padded.size(); k++) {
      assertThat(padded.get(k)).hasSize(three.dimension());
      assertThat(three.evaluator().energy(padded.get(k)))
          .isEqualTo(one.evaluator().energy(landscape.points().get(k).coordinates().toArray()));
    }
  }

  @Test
  void stopsWhenAskedTo() {
    Cancellation cancellation = new Cancellation();
    List<JobReport> reports = new ArrayList<>();
    SmallerNetworks smaller =
        new SmallerNetworks(
            Network.xor(5, 1e-6),
            QUICK,
            (hidden, report) -> {
              reports.add(report);
              if (reports.size() == 3) {
                cancellation.cancel();
              }
            },
            cancellation);
    List<double[]> padded = smaller.padded();
    assertThat(reports).hasSize(3);
    // What one unit had by then, padded by one.
    assertThat(padded).isNotEmpty().allSatisfy(x -> assertThat(x).hasSize(12));
    assertThat(padded).hasSizeLessThanOrEqualTo(7);
  }
}
