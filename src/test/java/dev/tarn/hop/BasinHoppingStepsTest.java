package dev.tarn.hop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.hop.BasinHopping.Step.Outcome;
import dev.tarn.job.RandomStreams;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.testing.Fake;
import dev.tarn.testing.Rastrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of a walk: their sizes, what is accepted, and that they can be repeated. */
class BasinHoppingStepsTest {
  private static final HopSettings SETTINGS = HopSettings.defaults();
  private static final Potential XOR = Network.xor(2, 1e-4);

  @Test
  void stepsAreNumberedAndConsistent() {
    List<BasinHopping.Step> steps =
        new BasinHopping(XOR, SETTINGS).stream(BasinHoppingTest.random()).limit(1000).toList();
    int known = 0;
    PolishedPoint current = steps.get(0).current();
    for (int k = 0; k < steps.size(); k++) {
      BasinHopping.Step step = steps.get(k);
      assertThat(step.number()).isEqualTo(k + 1);
      assertThat(step.walker()).isZero();
      assertThat(step.foundMinimum()).isEqualTo(step.outcome() != Outcome.FAILED);
      if (step.fresh()) {
        assertThat(step.label()).isEqualTo(known);
        known++;
      } else if (step.foundMinimum()) {
        assertThat(step.label()).isBetween(0, known - 1);
      }
      current = step.outcome() == Outcome.ACCEPTED ? step.trial() : current;
      assertThat(step.current()).isSameAs(current);
    }
    assertThat(known).isGreaterThanOrEqualTo(3);
    assertThat(steps)
        .extracting(BasinHopping.Step::outcome)
        .contains(Outcome.ACCEPTED, Outcome.REJECTED);
  }

  @Test
  void zeroTemperatureNeverGoesUp() {
    // The two low minima of the network differ by 0.0013 only.
    HopSettings cold = SETTINGS.withTemperature(0.0);
    for (Potential potential : List.of(XOR, new Rastrigin(2, 1.0))) {
      double energy = Double.POSITIVE_INFINITY;
      boolean rejected = false;
      for (BasinHopping.Step step :
          new BasinHopping(potential, cold)
              .stream(BasinHoppingTest.random()).limit(1000).toList()) {
        assertThat(step.current().energy()).isLessThanOrEqualTo(energy);
        energy = step.current().energy();
        rejected |= step.outcome() == Outcome.REJECTED;
      }
      assertThat(rejected).isTrue();
    }
  }

  @Test
  void acceptanceFollowsMetropolis() {
    // Steps so long that both are equally likely.
    double temperature = 0.4;
    HopSettings settings =
        SETTINGS.withTemperature(temperature).withStepSize(50.0).withAdaptationInterval(0);
    int up = 0;
    int upAccepted = 0;
    double from = Double.NaN;
    double rise = 0.0;
    for (BasinHopping.Step step :
        new BasinHopping(Fake.tiltedWells(), settings)
            .stream(BasinHoppingTest.random()).limit(6000).toList()) {
      if (step.number() > 1 && step.trial().energy() > from + 0.1) {
        rise = step.trial().energy() - from;
        up++;
        upAccepted += step.outcome() == Outcome.ACCEPTED ? 1 : 0;
      }
      from = step.current().energy();
    }
    double p = StrictMath.exp(-rise / temperature);
    assertThat(rise).isCloseTo(0.5, within(0.01));
    assertThat(up).isGreaterThan(1000);
    assertThat((double) upAccepted / up).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / up)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.7})
  void stepSizeAdaptsUntilTheTargetIsReached(double target) {
    HopSettings settings =
        SETTINGS.withTemperature(0.5).withStepSize(0.1).withTargetAcceptance(target);
    Potential funnel = new Rastrigin(3, 1.0);
    List<BasinHopping.Step> steps =
        new BasinHopping(funnel, settings)
            .stream(BasinHoppingTest.random()).skip(1500).limit(3000).toList();
    double accepted =
        steps.stream().filter(step -> step.outcome() == Outcome.ACCEPTED).count() / 3000.0;
    assertThat(accepted).isCloseTo(target, within(0.06));
  }

  @Test
  void stepSizeStaysFixedWithoutAnInterval() {
    HopSettings settings = SETTINGS.withAdaptationInterval(0).withStepSize(0.3);
    assertThat(new BasinHopping(XOR, settings).stream(BasinHoppingTest.random()).limit(200))
        .allMatch(step -> step.stepSize() == 0.3);
  }

  @Test
  void stepSizeStaysWithinItsRange() {
    HopSettings fast = SETTINGS.withAdaptationInterval(1).withAdaptationFactor(3.0);
    // Minima of equal energies: every step is accepted.
    assertThat(
            new BasinHopping(DoubleWells.equal(1), fast)
                .stream(BasinHoppingTest.random())
                    .limit(30)
                    .reduce((a, b) -> b)
                    .orElseThrow()
                    .stepSize())
        .isEqualTo(Walker.STEP_RANGE);
    // No energy is finite: every step fails.
    Potential nowhere = Fake.of(1, (x, gradient) -> Double.NaN);
    assertThat(
            new BasinHopping(nowhere, fast)
                .stream(new double[1], BasinHoppingTest.random())
                    .limit(30)
                    .reduce((a, b) -> b)
                    .orElseThrow()
                    .stepSize())
        .isEqualTo(1.0 / Walker.STEP_RANGE);
  }

  @Test
  void displacementsAreUniformWithinTheStepSize() {
    // Where all is flat the quench stays where the displacement led.
    Potential flat = Fake.of(2, (x, gradient) -> plane(gradient));
    HopSettings settings = SETTINGS.withStepSize(0.25).withAdaptationInterval(0);
    double[] from = {5.0, -3.0};
    double largest = 0.0;
    double sum = 0.0;
    List<BasinHopping.Step> steps =
        new BasinHopping(flat, settings)
            .stream(from, BasinHoppingTest.random()).limit(2001).toList();
    assertThat(steps.get(0).trial().coordinates()).containsExactly(from);
    for (BasinHopping.Step step : steps.subList(1, steps.size())) {
      for (int i = 0; i < 2; i++) {
        double moved = step.trial().coordinates()[i] - from[i];
        largest = Math.max(largest, Math.abs(moved));
        sum += moved;
      }
      from = step.current().coordinates();
    }
    assertThat(largest).isBetween(0.249, 0.25 + 1e-12);
    // The mean of 4000 numbers of deviation 0.25 / sqrt 3, five deviations.
    assertThat(sum / 4000).isCloseTo(0.0, within(5 * 0.1443 / Math.sqrt(4000)));
  }

  private static double plane(double[] gradient) {
    gradient[0] = 0.0;
    gradient[1] = 0.0;
    return 1.0;
  }

  @Test
  void sameStreamGivesTheSameSteps() {
    List<BasinHopping.Step> one =
        new BasinHopping(XOR, SETTINGS).stream(BasinHoppingTest.random()).limit(150).toList();
    List<BasinHopping.Step> two =
        new BasinHopping(XOR, SETTINGS).stream(BasinHoppingTest.random()).limit(150).toList();
    assertThat(fingerprints(two)).isEqualTo(fingerprints(one));
    List<BasinHopping.Step> other =
        new BasinHopping(XOR, SETTINGS).stream(RandomStreams.of(1997, 1)).limit(150).toList();
    assertThat(fingerprints(other)).isNotEqualTo(fingerprints(one));
  }

  @Test
  void runDeliversTheStepsOfTheStream() {
    BasinHopping hopping = new BasinHopping(XOR, SETTINGS);
    double[] start = new double[12];
    start[3] = 1.0;
    List<BasinHopping.Step> delivered = new ArrayList<>();
    BasinHopping.Result result =
        hopping.run(start, BasinHoppingTest.random(), HopLimits.steps(60), delivered::add);
    List<BasinHopping.Step> streamed =
        hopping.stream(start, BasinHoppingTest.random()).limit(60).toList();
    assertThat(fingerprints(delivered)).isEqualTo(fingerprints(streamed));
    assertThat(start[3]).isEqualTo(1.0);
    long accepted = delivered.stream().skip(1).filter(s -> s.outcome() == Outcome.ACCEPTED).count();
    assertThat(result.acceptanceRatio()).isEqualTo(accepted / 59.0);
    assertThat(result.minima())
        .hasSize((int) delivered.stream().filter(BasinHopping.Step::fresh).count());
    assertThat(hopping.settings()).isSameAs(SETTINGS);
  }

  /**
   * All numbers of the steps, since records of arrays are equal only if the arrays are the same.
   */
  static List<List<Object>> fingerprints(List<BasinHopping.Step> steps) {
    List<List<Object>> all = new ArrayList<>();
    for (BasinHopping.Step step : steps) {
      List<Object> each = new ArrayList<>();
      each.addAll(List.of(step.number(), step.walker(), step.outcome(), step.label()));
      each.addAll(List.of(step.fresh(), step.stepSize()));
      for (PolishedPoint point : List.of(step.trial(), step.current())) {
        each.add(point.energy());
        for (double value : point.coordinates()) {
          each.add(value);
        }
      }
      all.add(each);
    }
    return all;
  }

  @Test
  void streamMakesEachStepWhenItIsAskedFor() {
    AtomicInteger gradients = new AtomicInteger();
    Potential counting =
        Fake.ofOrderOne(
            1,
            (x, gradient) -> {
              gradients.incrementAndGet();
              gradient[0] = 2.0 * x[0];
              return x[0] * x[0];
            });
    var steps =
        new BasinHopping(counting, SETTINGS)
            .stream(new double[1], BasinHoppingTest.random()).iterator();
    assertThat(gradients).hasValue(0);
    steps.next();
    int one = gradients.get();
    assertThat(one).isPositive();
    steps.next();
    assertThat(gradients.get()).isBetween(one + 1, 20 * one);
  }

  @Test
  void stepsThatAreNotFiniteAreRejectedAndTheWalkGoesOn() {
    // A well with nothing defined beyond |x| = 1.2.
    Potential island =
        Fake.of(
            1,
            (x, gradient) -> {
              gradient[0] = 2.0 * x[0];
              return Math.abs(x[0]) > 1.2 ? Double.NaN : x[0] * x[0];
            });
    HopSettings settings = SETTINGS.withStepSize(2.4).withAdaptationInterval(0);
    List<BasinHopping.Step> steps =
        new BasinHopping(island, settings)
            .stream(new double[1], BasinHoppingTest.random()).limit(200).toList();
    assertThat(steps)
        .extracting(BasinHopping.Step::outcome)
        .contains(Outcome.FAILED, Outcome.ACCEPTED);
    for (BasinHopping.Step step : steps) {
      assertThat(step.current().coordinates()[0]).isCloseTo(0.0, within(1e-9));
      if (step.outcome() == Outcome.FAILED) {
        assertThat(step.label()).isEqualTo(OrbitIndex.ABSENT);
        assertThat(step.fresh()).isFalse();
        assertThat(step.trial().converged()).isFalse();
      }
    }
  }
}
