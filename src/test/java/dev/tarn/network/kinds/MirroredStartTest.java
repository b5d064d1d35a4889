package dev.tarn.network.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.data.DataSets;
import dev.tarn.job.RandomStreams;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.network.pattern.KindPoint;
import dev.tarn.network.pattern.UnitSpace;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MirroredStartTest {
  private static final double SAME = 1e-9;

  @Test
  void everyStartIsMappedToItself() {
    UnitSpace space = KindCatalogue.units(Network.xor(1, 1e-3));
    RandomGenerator random = RandomStreams.of(3L, 1L);
    List<double[]> pool = List.of(new double[] {0.3, -0.7, 0.2, 1.1}, new double[] {1, 1, 0.5, 2});
    int drawn = 0;
    for (int trial = 0; trial < 2_000; trial++) {
      Optional<KindPoint> start = new MirroredStart(space, 8, random).draw(7, pool);
      if (start.isPresent()) {
        drawn++;
        assertThat(start.get().units()).isEqualTo(7);
        assertThat(start.get().kinds()).isLessThanOrEqualTo(8);
        assertThat(space.transform(start.get(), 1).matches(start.get(), true, SAME)).isTrue();
      }
    }
    assertThat(drawn).isGreaterThan(1_000);
  }

  @Test
  void dataWithoutSymmetryGiveNone() {
    Architecture architecture =
        Architecture.of(2, Activation.TANH, new int[] {2}, 3, OutputLayer.SOFTMAX);
    Network network =
        Network.of(
            architecture, Penalty.all(architecture, 0.1), DataSets.spirals(4, 3, 0.4, 0.05, 7L));
    UnitSpace space = KindCatalogue.units(network);
    assertThat(space.symmetries()).isEqualTo(1);
    assertThat(new MirroredStart(space, 8, RandomStreams.of(3L, 1L)).draw(4, List.of())).isEmpty();
  }
}
