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
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What basin-hopping finds, and how a run ends. */
class BasinHoppingTest {
  private static final HopSettings SETTINGS = HopSettings.defaults();
  private static final Potential XOR = Network.xor(2, 1e-4);

  static RandomGenerator random() {
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
