package dev.tarn.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.testing.Inputs;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  private static final int STREAMS = 10_000;

  @Test
  void sameNameGivesTheSameNumbers() {
    double[] one = draw(7, 42);
    assertThat(draw(7, 42)).containsExactly(one);
    assertThat(draw(7, 43)).isNotEqualTo(one);
    assertThat(draw(8, 42)).isNotEqualTo(one);
    assertThat(draw(42, 7)).isNotEqualTo(one);
  }

  @Test
  void neighbouringNamesGiveDistinctStreams() {
    Set<Long> first = new HashSet<>();
    for (long seed = -50; seed < 50; seed++) {
      for (long stream = -50; stream < 50; stream++) {
        first.add(RandomStreams.of(seed, stream).nextLong());
      }
    }
    assertThat(first).hasSize(100 * 100);
  }

  @Test
  void firstNumbersOfConsecutiveStreamsAreUniformAndUncorrelated() {
    double[] numbers = new double[STREAMS];
    for (int k = 0; k < STREAMS; k++) {
      numbers[k] = RandomStreams.of(1, k).nextDouble();
    }
    // Five standard deviations of the mean of 10^4 uniform numbers, and of their correlation.
    assertThat(new Mean().evaluate(numbers)).isCloseTo(0.5, within(5 * 0.2887 / 100));
    double[] even = new double[STREAMS / 2];
    double[] odd = new double[STREAMS / 2];
    for (int k = 0; k < STREAMS / 2; k++) {
      even[k] = numbers[2 * k];
      odd[k] = numbers[2 * k + 1];
    }
    assertThat(new PearsonsCorrelation().correlation(even, odd))
        .isCloseTo(0.0, within(5 / Math.sqrt(STREAMS / 2.0)));
  }

  private static double[] draw(long seed, long stream) {
    return Inputs.gaussian(RandomStreams.of(seed, stream), 20);
  }
}
