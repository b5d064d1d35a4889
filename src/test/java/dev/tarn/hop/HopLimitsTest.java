package dev.tarn.hop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.job.StopRule;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HopLimitsTest {
  private static final HopLimits.Progress PROGRESS =
      new HopLimits.Progress(100, Duration.ofSeconds(3), -1.5, 40);
  private static final StopRule<HopLimits.Progress> YES = progress -> true;
  private static final StopRule<HopLimits.Progress> NO = progress -> false;

  @Test
  void stepsStopAtTheirNumber() {
    assertThat(HopLimits.steps(100).shouldStop(PROGRESS)).isTrue();
    assertThat(HopLimits.steps(101).shouldStop(PROGRESS)).isFalse();
    assertThat(HopLimits.steps(100).reason(PROGRESS)).contains("100 steps");
    assertThat(HopLimits.steps(101).reason(PROGRESS)).isEmpty();
  }

  @Test
  void timeStopsWhenItHasPassed() {
    assertThat(HopLimits.time(Duration.ofSeconds(3)).shouldStop(PROGRESS)).isTrue();
    assertThat(HopLimits.time(Duration.ofMillis(3001)).shouldStop(PROGRESS)).isFalse();
    assertThat(HopLimits.time(Duration.ZERO).reason(PROGRESS)).contains("time of PT0S");
  }

  @Test
  void energyStopsStrictlyBelow() {
    assertThat(HopLimits.energyBelow(-1.4).shouldStop(PROGRESS)).isTrue();
    assertThat(HopLimits.energyBelow(-1.5).shouldStop(PROGRESS)).isFalse();
    assertThat(HopLimits.energyBelow(-1.4).reason(PROGRESS)).contains("energy below -1.4");
  }

  @Test
  void noMinimumIsNotBelowAnyEnergy() {
    HopLimits.Progress none = new HopLimits.Progress(1, Duration.ZERO, Double.POSITIVE_INFINITY, 1);
    assertThat(HopLimits.energyBelow(Double.POSITIVE_INFINITY).shouldStop(none)).isFalse();
  }

  @Test
  void nothingNewStopsAfterAsManySteps() {
    assertThat(HopLimits.nothingNew(40).shouldStop(PROGRESS)).isTrue();
    assertThat(HopLimits.nothingNew(41).shouldStop(PROGRESS)).isFalse();
    assertThat(HopLimits.nothingNew(40).reason(PROGRESS)).contains("nothing new in 40 steps");
  }

  @Test
  void orStopsWithEither() {
    assertThat(YES.or(NO).shouldStop(PROGRESS)).isTrue();
    assertThat(NO.or(YES).shouldStop(PROGRESS)).isTrue();
    assertThat(YES.or(YES).shouldStop(PROGRESS)).isTrue();
    assertThat(NO.or(NO).shouldStop(PROGRESS)).isFalse();
    assertThat(NO.or(NO).reason(PROGRESS)).isEmpty();
  }

  @Test
  void andStopsWithBoth() {
    assertThat(YES.and(YES).shouldStop(PROGRESS)).isTrue();
    assertThat(YES.and(NO).shouldStop(PROGRESS)).isFalse();
    assertThat(NO.and(YES).shouldStop(PROGRESS)).isFalse();
    assertThat(YES.and(NO).reason(PROGRESS)).isEmpty();
    assertThat(NO.and(YES).reason(PROGRESS)).isEmpty();
  }

  @Test
  void reasonNamesTheRulesThatStopped() {
    StopRule<HopLimits.Progress> rule =
        HopLimits.steps(1000)
            .or(HopLimits.steps(50).and(HopLimits.nothingNew(30)))
            .or(HopLimits.energyBelow(0.0));
    assertThat(rule.reason(PROGRESS)).contains("50 steps and nothing new in 30 steps");
    assertThat(YES.reason(PROGRESS)).contains("a rule of the caller's");
    assertThat(NO.reason(PROGRESS)).isEmpty();
  }

  @Test
  void secondRuleIsAskedOnlyWhenItMatters() {
    AtomicInteger asked = new AtomicInteger();
    StopRule<HopLimits.Progress> counting = progress -> asked.incrementAndGet() > 0;
    assertThat(YES.or(counting).reason(PROGRESS)).isPresent();
    assertThat(NO.and(counting).reason(PROGRESS)).isEmpty();
    assertThat(YES.or(counting).shouldStop(PROGRESS)).isTrue();
    assertThat(NO.and(counting).shouldStop(PROGRESS)).isFalse();
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -5})
  void refusesNumbersOfStepsBelowOne(long n) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HopLimits.steps(n))
        .withMessageContaining("at least 1, not " + n);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HopLimits.nothingNew(n))
        .withMessageContaining("at least 1, not " + n);
  }

  @Test
  void refusesNegativeTimeAndNoEnergy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HopLimits.time(Duration.ofSeconds(-1)))
        .withMessageContaining("PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HopLimits.energyBelow(Double.NaN))
        .withMessageContaining("NaN");
  }
}
