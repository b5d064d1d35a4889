package dev.tarn.plot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.DisconnectivityTree;
import dev.tarn.landscape.DisconnectivityTree.Barrier;
import dev.tarn.landscape.DisconnectivityTree.Minimum;
import dev.tarn.plot.picture.DisconnectivityGraph.TreeStyle;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TreeScaleTest {
  /** The lowest minimum is not at zero, so that energies and heights above it differ. */
  private static final DisconnectivityTree TREE =
      DisconnectivityTree.of(
          List.of(new Minimum(1, 1.0), new Minimum(2, 1.5)), List.of(new Barrier(3, 2.0, 1, 2)));

  private static double[] thresholds(
      boolean logarithmic, int count, Optional<Double> lowest, Optional<Double> highest) {
    return TreeScale.of(
            TREE,
            new TreeStyle(
                logarithmic, count, lowest, highest, false, true, Optional.empty(), "nats"))
        .thresholds();
  }

  @Test
  void thresholdsIncludeBothEnds() {
    assertThat(thresholds(false, 3, Optional.empty(), Optional.empty()))
        .containsExactly(1.0, 1.5, 2.0);
  }

  @Test
  void logarithmicThresholdsDifferByOneFactor() {
    double[] energies = thresholds(true, 3, Optional.of(0.01), Optional.empty());
    assertThat(energies).hasSize(3);
    assertThat(energies[0]).isCloseTo(1.01, within(1e-12));
    assertThat(energies[1]).isCloseTo(1.1, within(1e-12));
    assertThat(energies[2]).isEqualTo(2.0);
  }

  @Test
  void theLastThresholdIsTheHighestBarrierEvenAboveThePicture() {
    double[] energies = thresholds(false, 3, Optional.empty(), Optional.of(0.8));
    assertThat(energies).containsExactly(1.0, 1.4, 2.0);
  }

  @Test
  void withoutThresholdsBarriersAreExact() {
    assertThat(thresholds(false, 0, Optional.empty(), Optional.empty())).isEmpty();
    assertThat(thresholds(true, 0, Optional.empty(), Optional.empty())).isEmpty();
  }
}
