package dev.tarn.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.study.Reliability.Share;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

  /** Newcombe, Statistics in Medicine 17, 857 (1998), table I, method 5 (Clopper-Pearson). */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2527, 0.3676",
    "15, 148, 0.0578, 0.1617",
    "0, 20, 0.0000, 0.1684",
    "1, 29, 0.0009, 0.1776"
  })
  void publishedIntervals(int count, int trials, double low, double high) {
    Share share = Share.of(count, trials, 0.95);
    assertThat(share.low()).isCloseTo(low, within(5e-5));
    assertThat(share.high()).isCloseTo(high, within(5e-5));
  }

  /** With no success the upper end p solves (1 - p)^n = 0.025. */
  @Test
  void theExtremesHaveClosedForms() {
    Share never = Share.of(0, 40, 0.95);
    assertThat(never.low()).isZero();
    assertThat(never.high()).isCloseTo(1.0 - Math.pow(0.025, 1.0 / 40.0), within(1e-10));
    Share always = Share.of(40, 40, 0.95);
    assertThat(always.high()).isEqualTo(1.0);
    assertThat(always.low()).isCloseTo(Math.pow(0.025, 1.0 / 40.0), within(1e-10));
    assertThat(always.value()).isEqualTo(1.0);
  }

  @Property(tries = 60, seed = "1")
  void theTailsHaveHalfTheErrorRate(
      @ForAll @IntRange(max = 50) int count, @ForAll @IntRange(min = 1, max = 50) int trials) {
    Assume.that(count <= trials);
    Share share = Share.of(count, trials, 0.9);
    assertThat(share.value()).isBetween(share.low(), share.high());
    if (count > 0) {
      BinomialDistribution atLow = new BinomialDistribution(trials, share.low());
      assertThat(1.0 - atLow.cumulativeProbability(count - 1)).isCloseTo(0.05, within(1e-7));
    }
    if (count < trials) {
      BinomialDistribution atHigh = new BinomialDistribution(trials, share.high());
      assertThat(atHigh.cumulativeProbability(count)).isCloseTo(0.05, within(1e-7));
    }
  }

  @Test
  void badInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Share.of(0, 0, 0.95))
        .withMessage("the number of trials is at least 1, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Share.of(4, 3, 0.95))
        .withMessage("the count is from 0 to the number of trials, 3, not 4");
    assertThatIllegalArgumentException().isThrownBy(() -> Share.of(-1, 3, 0.95));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Share.of(1, 3, 1.0))
        .withMessage("the confidence level is between 0 and 1, not 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> Share.of(1, 3, Double.NaN));
  }
}
