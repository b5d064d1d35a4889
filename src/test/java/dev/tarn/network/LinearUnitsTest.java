package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSets;
import dev.tarn.job.RandomStreams;
import dev.tarn.potential.Evaluator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * ELU units that are linear in all examples turn into each other without a change of the energy: a
 * continuous family, in which no point is isolated.
 */
class LinearUnitsTest {
  private final Architecture architecture =
      Architecture.of(2, Activation.ELU, new int[] {3}, 1, OutputLayer.LOGISTIC);
  private final Network network =
      Network.of(architecture, Penalty.all(architecture, 1e-2), DataSets.xor(2));
  private final Layout layout = network.layout();

  private int[][] weightsOf(int first, int second) {
    return new int[][] {
      {layout.link(1, first, 0), layout.link(1, second, 0)},
      {layout.link(1, first, 1), layout.link(1, second, 1)},
      {layout.bias(1, first), layout.bias(1, second)},
      {layout.link(2, 0, first), layout.link(2, 0, second)}
    };
  }

  private double change(double[] x, double angle) {
    double[] turned = x.clone();
    for (int[] pair : weightsOf(0, 1)) {
      turned[pair[0]] = Math.cos(angle) * x[pair[0]] - Math.sin(angle) * x[pair[1]];
      turned[pair[1]] = Math.sin(angle) * x[pair[0]] + Math.cos(angle) * x[pair[1]];
    }
    Evaluator evaluator = network.evaluator();
    return evaluator.energy(turned) - evaluator.energy(x);
  }

  @Test
  void twoLinearUnitsTurnIntoEachOther() {
    RandomGenerator random = RandomStreams.of(5, 0);
    for (int trial = 0; trial < 100; trial++) {
      double[] x = random.doubles(network.dimension(), -0.3, 0.3).toArray();
      // Every sum of these two units is at least 0.4, and stays above zero in a small turn.
      x[layout.bias(1, 0)] = 1.0;
      x[layout.bias(1, 1)] = 1.2;
      x[layout.link(2, 0, 0)] = 0.5;
      assertThat(change(x, 0.1)).isCloseTo(0.0, within(1e-14));
      assertThat(change(x, -0.1)).isCloseTo(0.0, within(1e-14));
      // Half a turn takes both of them where they are curved.
      assertThat(Math.abs(change(x, Math.PI))).isGreaterThan(1e-8);
    }
  }
}
