package dev.tarn.hop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.hop.BasinHopping.Step.Outcome;
import dev.tarn.job.RandomStreams;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.testing.Fake;
import dev.tarn.testing.KnownValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTemperingTest {
  private static final TemperingSettings SETTINGS =
      TemperingSettings.defaults().withWalkers(3).withExchangeInterval(4);
  private static final Potential XOR = Network.xor(2, 1e-4);
  private static final ParallelTempering SEARCH = new ParallelTempering(XOR, SETTINGS);

  private static List<BasinHopping.Step> steps(ParallelTempering search, int count) {
    return search.stream(5).limit(count).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void stepsAreTheSameOnAnyNumberOfThreads(int threads) {
    List<BasinHopping.Step> alone = steps(SEARCH, 200);
    List<BasinHopping.Step> parallel = steps(SEARCH.withThreads(threads), 200);
    assertThat(BasinHoppingStepsTest.fingerprints(parallel))
        .isEqualTo(BasinHoppingStepsTest.fingerprints(alone));
  }

  @Test
  void anotherSeedGivesOtherSteps() {
    List<BasinHopping.Step> other = SEARCH.stream(6).limit(50).toList();
    assertThat(BasinHoppingStepsTest.fingerprints(other))
        .isNotEqualTo(BasinHoppingStepsTest.fingerprints(steps(SEARCH, 50)));
  }

  @Test
  void walkersTakeTurnsInTheOrderOfTheSteps() {
    List<BasinHopping.Step> steps = steps(SEARCH, 60);
    for (int k = 0; k < 60; k++) {
      assertThat(steps.get(k).walker()).isEqualTo(k % 3);
      assertThat(steps.get(k).number()).isEqualTo(k / 3 + 1);
    }
  }

  @Test
  void eachWalkerHopsOnItsOwnStreamUntilTheFirstExchange() {
    List<BasinHopping.Step> steps = steps(SEARCH, 3 * SETTINGS.exchangeInterval());
    for (int w = 0; w < 3; w++) {
      int walker = w;
      HopSettings own = SETTINGS.hop().withTemperature(SETTINGS.temperature(w));
      List<BasinHopping.Step> alone =
          new BasinHopping(XOR, own)
              .stream(RandomStreams.of(5, w)).limit(SETTINGS.exchangeInterval()).toList();
      assertThat(steps.stream().filter(step -> step.walker() == walker))
          .extracting(step -> step.trial().energy())
          .containsExactlyElementsOf(alone.stream().map(step -> step.trial().energy()).toList());
    }
  }

  @Test
  void walkersRunOnThreadsOfTheirOwn() {
    Set<String> names = ConcurrentHashMap.newKeySet();
    Potential watched =
        Fake.ofOrderOne(
            1,
            (x, gradient) -> {
              names.add(Thread.currentThread().getName());
              gradient[0] = 2.0 * x[0];
              return x[0] * x[0];
            });
    steps(new ParallelTempering(watched, SETTINGS).withThreads(2), 100);
    assertThat(names).isNotEmpty().doesNotContain(Thread.currentThread().getName());
  }

  @Test
  void findsAllMinimaOfTwoUnits() {
    ParallelTempering.Result result =
        SEARCH.withThreads(2).run(1, HopLimits.steps(3000), step -> {});
    for (int k = 0; k < 4; k++) {
      assertThat(result.hops().minima().get(k).energy())
          .isCloseTo(KnownValues.TWO_UNIT_MINIMA.get(k).energy(), within(1e-13));
    }
    assertThat(result.hops().steps()).isEqualTo(3000);
    assertThat(result.seed()).isEqualTo(1);
    assertThat(result.settings()).isSameAs(SETTINGS);
    assertThat(result.hops().settings()).isSameAs(SETTINGS.hop());
    assertThat(result.hops().stopReason()).isEqualTo("3000 steps");
  }

  @Test
  void ratiosAreThoseOfTheSteps() {
    List<BasinHopping.Step> steps = new ArrayList<>();
    ParallelTempering.Result result = SEARCH.run(1, HopLimits.steps(601), steps::add);
    assertThat(result.temperatures().get(0)).isEqualTo(0.01);
    assertThat(result.temperatures().get(1)).isCloseTo(0.1, within(1e-15));
    assertThat(result.temperatures().get(2)).isCloseTo(1.0, within(1e-15));
    for (int w = 0; w < 3; w++) {
      int walker = w;
      List<BasinHopping.Step> own =
          steps.stream().filter(s -> s.walker() == walker && s.number() > 1).toList();
      long accepted = own.stream().filter(s -> s.outcome() == Outcome.ACCEPTED).count();
      assertThat(result.acceptanceRatios().get(w)).isEqualTo((double) accepted / own.size());
    }
    assertThat(result.exchangeRatios()).hasSize(2).allMatch(ratio -> ratio > 0.0 && ratio <= 1.0);
  }

  @Test
  void ratiosAreZeroWithoutSteps() {
    ParallelTempering.Result result = SEARCH.run(1, HopLimits.steps(1), step -> {});
    assertThat(result.acceptanceRatios()).containsExactly(0.0, 0.0, 0.0);
    assertThat(result.exchangeRatios()).containsExactly(0.0, 0.0);
  }

  @Test
  void exchangesCarryMinimaBetweenNeighboursOnly() {
    int interval = SETTINGS.exchangeInterval();
    List<BasinHopping.Step> steps = steps(SEARCH, 3 * interval * 100);
    int exchanges = 0;
    for (int round = 1; round < 100; round++) {
      PolishedPoint[] before = new PolishedPoint[3];
      PolishedPoint[] after = new PolishedPoint[3];
      for (int w = 0; w < 3; w++) {
        before[w] = steps.get(3 * (round * interval - 1) + w).current();
        BasinHopping.Step next = steps.get(3 * round * interval + w);
        // An accepted step has left the minimum that it began with.
        after[w] = next.outcome() == Outcome.ACCEPTED ? null : next.current();
      }
      int lower = round % 2;
      for (int w = 0; w < 3; w++) {
        if (after[w] == null || after[w].equals(before[w])) {
          continue;
        }
        exchanges++;
        assertThat(w).isBetween(lower, lower + 1);
        assertThat(after[w]).isSameAs(before[2 * lower + 1 - w]);
      }
    }
    assertThat(exchanges).isPositive();
  }

  @Test
  void exchangesAreAcceptedByTheirRule() {
    // Steps so small that each leads back to where it began: only exchanges move a walker, and
    // one is tried before every second step.
    HopSettings still =
        HopSettings.defaults().withTemperature(0.25).withStepSize(1e-6).withAdaptationInterval(0);
    TemperingSettings settings = new TemperingSettings(still, 2, 0.5, 1);
    ParallelTempering search = new ParallelTempering(Fake.tiltedWells(), settings);
    long seed = 0;
    while (gap(search.stream(seed).limit(2).toList(), 0) < 0.4) {
      seed++;
    }
    List<BasinHopping.Step> steps = search.stream(seed).limit(16_000).toList();
    double gap = gap(steps, 0);
    assertThat(gap).isCloseTo(0.5, within(0.01));
    int up = 0;
    int upAccepted = 0;
    for (int k = 2; k + 3 < steps.size(); k += 4) {
      boolean coldIsLow = steps.get(k).trial().energy() < steps.get(k + 1).trial().energy();
      boolean exchanged = gap(steps, k) * gap(steps, k + 2) < 0.0;
      if (coldIsLow) {
        up++;
        upAccepted += exchanged ? 1 : 0;
      } else {
        assertThat(exchanged).isTrue();
      }
    }
    double p = StrictMath.exp(-(1.0 / 0.25 - 1.0 / 0.5) * gap);
    assertThat(up).isGreaterThan(1000);
    assertThat((double) upAccepted / up).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / up)));
  }

  /** How much more energy the hot walker has. */
  private static double gap(List<BasinHopping.Step> steps, int at) {
    return steps.get(at + 1).trial().energy() - steps.get(at).trial().energy();
  }

  @Test
  void coldWalkerHoldsTheLowestEnergiesOnAverage() {
    double[] sums = new double[3];
    for (BasinHopping.Step step : steps(SEARCH, 3000)) {
      sums[step.walker()] += step.current().energy();
    }
    assertThat(sums[0]).isLessThan(sums[1]);
    assertThat(sums[1]).isLessThan(sums[2]);
  }

  @Test
  void allWalkersStartAtTheGivenPoint() {
    double[] start = new double[12];
    ParallelTempering search = SEARCH.withStart(start);
    start[0] = Double.NaN;
    for (BasinHopping.Step step : steps(search, 3)) {
      assertThat(step.trial().coordinates()).containsOnly(0.0);
    }
  }

  @Test
  void refusesBadStarts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SEARCH.withStart(new double[3]))
        .withMessageContaining("3 components");
    double[] bad = new double[12];
    bad[0] = Double.NaN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SEARCH.withStart(bad))
        .withMessageContaining("NaN");
  }

  @Test
  void walkersWithoutAMinimumDoNotExchange() {
    Potential nowhere = Fake.of(2, (x, gradient) -> Double.NaN);
    ParallelTempering.Result result =
        new ParallelTempering(nowhere, SETTINGS).run(1, HopLimits.steps(100), step -> {});
    assertThat(result.hops().failures()).isEqualTo(100);
    assertThat(result.exchangeRatios()).containsExactly(0.0, 0.0);
  }

  @Test
  void exceptionsOfThePotentialReachTheCaller() {
    Potential broken =
        Fake.of(
            1,
            (x, gradient) -> {
              throw new UnsupportedOperationException("broken on purpose");
            });
    Potential fatal =
        Fake.of(
            1,
            (x, gradient) -> {
              throw new StackOverflowError("overflown on purpose");
            });
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> steps(new ParallelTempering(broken, SETTINGS).withThreads(2), 1))
        .withMessage("broken on purpose");
    assertThatExceptionOfType(StackOverflowError.class)
        .isThrownBy(() -> steps(new ParallelTempering(fatal, SETTINGS).withThreads(2), 1));
  }

  @Test
  void interruptEndsTheRunAndTheStream() {
    ParallelTempering search = SEARCH.withThreads(1);
    Thread.currentThread().interrupt();
    ParallelTempering.Result result = search.run(1, HopLimits.steps(1000), step -> {});
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.hops().stopReason()).isEqualTo("interrupted");
    assertThat(result.hops().steps()).isZero();
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> steps(search, 1));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void refusesNoThreads() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SEARCH.withThreads(0))
        .withMessage("the number of threads is at least 1, not 0");
  }
}
