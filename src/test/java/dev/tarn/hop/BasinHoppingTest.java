package dev.tarn.hop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.hop.BasinHopping.Step.Outcome;
import dev.tarn.job.RandomStreams;
import dev.tarn.job.StopRule;
import dev.tarn.network.Network;
import dev.tarn.network.Regularisation;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.surfaces.MuellerBrown;
import dev.tarn.surfaces.SixHumpCamel;
import dev.tarn.testing.Fake;
import dev.tarn.testing.KnownValues;
import dev.tarn.testing.Rastrigin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasinHoppingTest {
  private static final HopSettings SETTINGS = HopSettings.defaults();
  private static final Potential XOR = Network.xor(2, 1e-4);

  private static RandomGenerator random() {
    return RandomStreams.of(1997, 0);
  }

  private static double[] energies(BasinHopping.Result result) {
    return result.minima().stream().mapToDouble(PolishedPoint::energy).toArray();
  }

  private static BasinHopping.Result run(Potential potential, HopSettings settings, int steps) {
    return new BasinHopping(potential, settings).run(random(), HopLimits.steps(steps), step -> {});
  }

  @Test
  void findsTheLowMinimaOfTwoUnitsSoon() {
    BasinHopping.Result result = run(XOR, SETTINGS, 1000);
    assertLowest(result, 2);
  }

  @Test
  void findsAllMinimaOfTwoUnitsGivenEnoughSteps() {
    BasinHopping.Result result = run(XOR, SETTINGS, 2500);
    // The fifth is the zero point, which random steps need not reach.
    assertThat(result.minima()).hasSizeBetween(4, 5);
    assertLowest(result, result.minima().size());
  }

  private static void assertLowest(BasinHopping.Result result, int count) {
    for (int k = 0; k < count; k++) {
      assertThat(energies(result)[k])
          .isCloseTo(KnownValues.TWO_UNIT_MINIMA.get(k).energy(), within(1e-13));
    }
  }

  @Test
  void everyMinimumIsPolishedAndSorted() {
    BasinHopping.Result result = run(XOR, SETTINGS, 500);
    assertThat(result.minima()).allMatch(point -> point.isStationary(0));
    assertThat(energies(result)).isSorted();
    assertThat(result.best()).containsSame(result.minima().get(0));
    assertThat(result.steps()).isEqualTo(500);
    assertThat(result.settings()).isSameAs(SETTINGS);
    assertThat(result.stopReason()).isEqualTo("500 steps");
  }

  @Test
  void leavesTheOneMinimumOfStrongRegularisation() {
    // At lambda = 0.1 the zero point is the only stationary point of one unit (enumeration).
    BasinHopping.Result result = run(Network.xor(1, 0.1), SETTINGS, 50);
    assertThat(energies(result))
        .containsExactly(new double[] {KnownValues.ZERO_POINT}, offset(1e-15));
    assertThat(result.failures()).isZero();
  }

  @Test
  void countsCopiesAsOneMinimum() {
    // Three classes of two minima each (see SixHumpCamelTest).
    BasinHopping.Result result = run(new SixHumpCamel(), SETTINGS.withTemperature(10.0), 300);
    assertThat(energies(result))
        .containsExactly(
            new double[] {-1.031628453489877, -0.2154638243837176, 2.104250310311258},
            offset(1e-13));
  }

  @Test
  void findsTheMinimaOfASurfaceOfAnotherScale() {
    HopSettings settings =
        SETTINGS
            .withTemperature(100.0)
            .withTolerances(Tolerances.defaults().withGradient(1e-10))
            .withStepSize(0.5);
    assertThat(energies(run(new MuellerBrown(), settings, 200)))
        .containsExactly(
            new double[] {-146.69951720995402, -108.16672411685236, -80.76781812965903},
            offset(1e-11));
  }

  @Test
  void worksWithoutAHessianOfThePotential() {
    BasinHopping.Result result = run(new Rastrigin(2, 1.0), SETTINGS, 300);
    assertThat(result.best().orElseThrow().energy()).isCloseTo(0.0, within(1e-15));
    assertThat(result.minima()).hasSizeGreaterThan(5).allMatch(point -> point.isStationary(0));
  }

  @Test
  void usesNoHessianInManyDimensions() {
    Potential potential = new Rastrigin(StationaryPolish.FULL_DIMENSION + 1, 0.0);
    BasinHopping.Result result = run(potential, SETTINGS, 3);
    assertThat(result.failures()).isZero();
    PolishedPoint found = result.best().orElseThrow();
    assertThat(found.eigenvalues()).hasSize(StationaryPolish.KNOWN);
    assertThat(found.isStationary(0)).isTrue();
    assertThat(found.energy()).isCloseTo(0.0, within(1e-14));
    assertThat(run(new Rastrigin(3, 0.0), SETTINGS, 1).minima().get(0).eigenvalues()).hasSize(3);
  }

  @Test
  void quenchThatEndsOnASaddleGoesOnToAMinimum() {
    // At the top of all barriers the gradient is zero, so that the minimiser stays there.
    BasinHopping hopping = new BasinHopping(DoubleWells.of(1.0, 0.7, 2.0), SETTINGS);
    BasinHopping.Step first = hopping.stream(new double[3], random()).findFirst().orElseThrow();
    assertThat(first.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(first.trial().isStationary(0)).isTrue();
    assertThat(first.trial().energy()).isCloseTo(0.0, within(1e-20));
    // Three barriers need three pushoffs.
    HopSettings two = SETTINGS.withMaxPushoffs(2);
    BasinHopping.Step stuck =
        new BasinHopping(DoubleWells.of(1.0, 0.7, 2.0), two)
            .stream(new double[3], random()).findFirst().orElseThrow();
    assertThat(stuck.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(stuck.trial().index()).isEqualTo(1);
  }

  @Test
  void pushoffsGoToBothSides() {
    BasinHopping hopping = new BasinHopping(DoubleWells.equal(1), SETTINGS);
    boolean left = false;
    boolean right = false;
    for (int k = 0; k < 40; k++) {
      BasinHopping.Step step =
          hopping.stream(new double[1], RandomStreams.of(5, k)).findFirst().orElseThrow();
      left |= step.trial().coordinates()[0] < 0.0;
      right |= step.trial().coordinates()[0] > 0.0;
    }
    assertThat(left && right).isTrue();
  }

  @Test
  void zeroEigenvaluesOfAContinuousSymmetryDoNotMatter() {
    Network network = Network.xor(1, 1e-2, Regularisation.LINKS);
    BasinHopping.Result result = run(network, SETTINGS, 100);
    assertThat(result.minima())
        .isNotEmpty()
        .allMatch(point -> point.eigenvalues().length == network.dimension() - 1);
    assertThat(result.failures()).isLessThan(10);
  }

  @Test
  void stepsAreNumberedAndConsistent() {
    List<BasinHopping.Step> steps =
        new BasinHopping(XOR, SETTINGS).stream(random()).limit(1000).toList();
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
          new BasinHopping(potential, cold).stream(random()).limit(1000).toList()) {
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
        new BasinHopping(Fake.tiltedWells(), settings).stream(random()).limit(6000).toList()) {
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
        new BasinHopping(funnel, settings).stream(random()).skip(1500).limit(3000).toList();
    double accepted =
        steps.stream().filter(step -> step.outcome() == Outcome.ACCEPTED).count() / 3000.0;
    assertThat(accepted).isCloseTo(target, within(0.06));
  }

  @Test
  void stepSizeStaysFixedWithoutAnInterval() {
    HopSettings settings = SETTINGS.withAdaptationInterval(0).withStepSize(0.3);
    assertThat(new BasinHopping(XOR, settings).stream(random()).limit(200))
        .allMatch(step -> step.stepSize() == 0.3);
  }

  @Test
  void stepSizeStaysWithinItsRange() {
    HopSettings fast = SETTINGS.withAdaptationInterval(1).withAdaptationFactor(3.0);
    // Minima of equal energies: every step is accepted.
    assertThat(
            new BasinHopping(DoubleWells.equal(1), fast)
                .stream(random()).limit(30).reduce((a, b) -> b).orElseThrow().stepSize())
        .isEqualTo(Walker.STEP_RANGE);
    // No energy is finite: every step fails.
    Potential nowhere = Fake.of(1, (x, gradient) -> Double.NaN);
    assertThat(
            new BasinHopping(nowhere, fast)
                .stream(new double[1], random())
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
        new BasinHopping(flat, settings).stream(from, random()).limit(2001).toList();
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
        new BasinHopping(XOR, SETTINGS).stream(random()).limit(150).toList();
    List<BasinHopping.Step> two =
        new BasinHopping(XOR, SETTINGS).stream(random()).limit(150).toList();
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
    BasinHopping.Result result = hopping.run(start, random(), HopLimits.steps(60), delivered::add);
    List<BasinHopping.Step> streamed = hopping.stream(start, random()).limit(60).toList();
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
        Fake.of(
            1,
            (x, gradient) -> {
              gradients.incrementAndGet();
              gradient[0] = 2.0 * x[0];
              return x[0] * x[0];
            });
    var steps = new BasinHopping(counting, SETTINGS).stream(new double[1], random()).iterator();
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
        new BasinHopping(island, settings).stream(new double[1], random()).limit(200).toList();
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

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void potentialThatIsNowhereFiniteGivesNoMinimum(double energy) {
    Potential nowhere = Fake.of(2, (x, gradient) -> energy);
    BasinHopping.Result result = run(nowhere, SETTINGS, 25);
    assertThat(result.minima()).isEmpty();
    assertThat(result.best()).isEmpty();
    assertThat(result.failures()).isEqualTo(25);
    assertThat(result.acceptanceRatio()).isZero();
  }

  @Test
  void potentialWithoutMinimumFailsEveryStep() {
    Potential downhill =
        Fake.of(
            1,
            (x, gradient) -> {
              gradient[0] = -1.0;
              return -x[0];
            });
    HopSettings quick = SETTINGS.withQuench(SETTINGS.quench().withMaxIterations(50));
    assertThat(run(downhill, quick, 5).failures()).isEqualTo(5);
  }

  @Test
  void randomStartsAreDrawnUntilOneLeadsToAMinimum() {
    // Defined for positive x only, and the default random points have either sign.
    Potential half =
        Fake.of(
            1,
            (x, gradient) -> {
              gradient[0] = 2.0 * (x[0] - 1.0);
              return x[0] > 0.0 ? (x[0] - 1.0) * (x[0] - 1.0) : Double.NaN;
            });
    for (int seed = 0; seed < 10; seed++) {
      BasinHopping.Result result =
          new BasinHopping(half, SETTINGS)
              .run(
                  RandomStreams.of(seed, 0),
                  HopLimits.energyBelow(1.0).or(HopLimits.steps(50)),
                  step -> {});
      assertThat(result.stopReason()).isEqualTo("energy below 1.0");
    }
  }

  @Test
  void rulesStopTheRun() {
    BasinHopping hopping = new BasinHopping(XOR, SETTINGS);
    BasinHopping.Result low =
        hopping.run(random(), HopLimits.energyBelow(0.014).or(HopLimits.steps(5000)), step -> {});
    assertThat(low.stopReason()).isEqualTo("energy below 0.014");
    assertThat(low.best().orElseThrow().energy()).isLessThan(0.014);
    BasinHopping.Result stale = hopping.run(random(), HopLimits.nothingNew(50), step -> {});
    assertThat(stale.stopReason()).isEqualTo("nothing new in 50 steps");
    BasinHopping.Result timed =
        hopping.run(random(), HopLimits.time(Duration.ofMillis(20)), step -> {});
    assertThat(timed.stopReason()).isEqualTo("time of PT0.02S");
    assertThat(timed.steps()).isPositive();
    BasinHopping.Result own = hopping.run(random(), p -> p.steps() == 7, step -> {});
    assertThat(own.steps()).isEqualTo(7);
  }

  @Test
  void progressCountsStepsSinceTheLastNewMinimum() {
    List<BasinHopping.Step> steps = new ArrayList<>();
    List<Long> since = new ArrayList<>();
    StopRule<HopLimits.Progress> watching =
        progress -> {
          since.add(progress.stepsSinceNew());
          return progress.steps() == 100;
        };
    new BasinHopping(XOR, SETTINGS).run(random(), watching, steps::add);
    long expected = 0;
    for (int k = 0; k < 100; k++) {
      expected = steps.get(k).fresh() ? 0 : expected + 1;
      assertThat(since.get(k)).isEqualTo(expected);
    }
  }

  @Test
  void interruptEndsTheRun() {
    BasinHopping.Result result =
        new BasinHopping(XOR, SETTINGS)
            .run(
                random(),
                HopLimits.steps(1000),
                step -> {
                  if (step.number() == 5) {
                    Thread.currentThread().interrupt();
                  }
                });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.stopReason()).isEqualTo("interrupted");
    assertThat(result.steps()).isEqualTo(5);
  }

  @Test
  void refusesBadStarts() {
    BasinHopping hopping = new BasinHopping(XOR, SETTINGS);
    StopRule<HopLimits.Progress> once = HopLimits.steps(1);
    double[] bad = new double[12];
    bad[4] = Double.NEGATIVE_INFINITY;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hopping.run(new double[11], random(), once, step -> {}))
        .withMessageContaining("11 components")
        .withMessageContaining("12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hopping.stream(new double[11], random()))
        .withMessageContaining("11 components");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hopping.run(bad, random(), once, step -> {}))
        .withMessageContaining("-Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hopping.stream(bad, random()))
        .withMessageContaining("-Infinity");
  }
}
