package dev.tarn.stationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.potential.Potential;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.surfaces.Himmelblau;
import dev.tarn.testing.Fake;
import dev.tarn.testing.Rastrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewtonPolishTest {

  @Test
  void findsSaddlesOfEveryIndexFromNearby() {
    DoubleWells wells = DoubleWells.of(1.0, 0.6, 2.0);
    StationaryPolish polish = StationaryPolish.newton(wells);
    var random = RandomStreams.of(5, 5);
    for (int code = 0; code < 27; code++) {
      double[] exact = {code % 3 - 1, code / 3 % 3 - 1, code / 9 - 1};
      double[] near = new double[3];
      int zeros = 0;
      for (int i = 0; i < 3; i++) {
        near[i] = exact[i] + 0.2 * (random.nextDouble() - 0.5);
        zeros += exact[i] == 0.0 ? 1 : 0;
      }
      double[] before = near.clone();
      PolishedPoint point = polish.polish(near);
      assertThat(near).containsExactly(before);
      assertThat(point.isStationary(zeros)).isTrue();
      assertThat(point.isStationary(zeros + 1)).isFalse();
      assertThat(point.coordinates()).containsExactly(exact, within(1e-13));
      assertThat(point.rms()).isLessThan(1e-12);
    }
  }

  @Test
  void eigenvaluesAreAscendingAndExact() {
    // 4 w (3 x^2 - 1): 8 w in a well, -4 w on a barrier.
    PolishedPoint point =
        StationaryPolish.newton(DoubleWells.of(1.0, 0.5, 2.0)).characterise(new double[] {1, 0, 0});
    assertThat(point.eigenvalues()).containsExactly(new double[] {-8, -2, 8}, within(1e-14));
    assertThat(point.index()).isEqualTo(2);
    assertThat(point.smallestMagnitude()).isCloseTo(2.0, within(1e-14));
  }

  @Test
  void characteriseDoesNotMoveThePoint() {
    double[] x = {0.3, 0.1};
    PolishedPoint point = StationaryPolish.newton(new Himmelblau()).characterise(x);
    assertThat(point.coordinates()).containsExactly(x).isNotSameAs(x);
    assertThat(point.energy()).isEqualTo(new Himmelblau().energy(x));
    assertThat(point.converged()).isFalse();
  }

  @Test
  void differencedHessiansServeAsWell() {
    PolishedPoint point =
        StationaryPolish.newton(new Rastrigin(3, 0.4)).polish(new double[] {0.05, -0.04, 0.03});
    assertThat(point.isStationary(0)).isTrue();
    assertThat(point.coordinates()).containsExactly(new double[3], within(1e-12));
  }

  @Test
  void flatDirectionIsReportedAsDegenerateAndDoesNotStopTheRest() {
    // (x^2 - 1)^2 whatever y is: the Hessian is exactly singular.
    Potential trough =
        Fake.of(
            2,
            (x, gradient, hessian) -> {
              double p = x[0] * x[0] - 1.0;
              gradient[0] = 4.0 * x[0] * p;
              gradient[1] = 0.0;
              hessian[0] = 12.0 * x[0] * x[0] - 4.0;
              hessian[1] = 0.0;
              hessian[2] = 0.0;
              hessian[3] = 0.0;
              return p * p;
            });
    PolishedPoint point = StationaryPolish.newton(trough).polish(new double[] {1.2, 3.0});
    assertThat(point.converged()).isTrue();
    assertThat(point.degenerate()).isTrue();
    assertThat(point.isStationary(0)).isFalse();
    assertThat(point.coordinates()).containsExactly(new double[] {1.0, 3.0}, within(1e-13));
    assertThat(point.smallestMagnitude()).isZero();
  }

  @Test
  void quarticMinimumIsDegenerate() {
    Potential quartic =
        Fake.of(
            1,
            (x, gradient, hessian) -> {
              gradient[0] = 4.0 * x[0] * x[0] * x[0];
              hessian[0] = 12.0 * x[0] * x[0];
              return x[0] * x[0] * x[0] * x[0];
            });
    PolishedPoint point = StationaryPolish.newton(quartic).polish(new double[] {0.3});
    assertThat(point.converged()).isTrue();
    assertThat(point.degenerate()).isTrue();
  }

  /**
   * {@code x^3/3 + e x + y^2/2} has two points for a negative {@code e} and none for a positive
   * one, though the gradient at the origin is as small as the tolerance asks.
   */
  @Test
  void whereTwoPointsHaveGoneInAFoldNoneIsLeft() {
    double[] beside = {1e-12, 1e-3};
    assertThat(StationaryPolish.newton(fold(5e-13)).polish(beside).converged()).isFalse();
    assertThat(StationaryPolish.newton(fold(5e-13)).characterise(new double[2]).converged())
        .isFalse();
    PolishedPoint one = StationaryPolish.newton(fold(-1e-8)).polish(new double[] {2e-4, 1e-3});
    assertThat(one.isStationary(0)).isTrue();
    assertThat(one.coordinates()[0]).isCloseTo(1e-4, within(1e-12));
    // At the fold itself there is one point, degenerate.
    PolishedPoint both = StationaryPolish.newton(fold(0.0)).polish(new double[] {1e-2, 1e-3});
    assertThat(both.converged()).isTrue();
    assertThat(both.degenerate()).isTrue();
  }

  private static Potential fold(double e) {
    return Fake.of(
        2,
        (x, gradient, hessian) -> {
          gradient[0] = x[0] * x[0] + e;
          gradient[1] = x[1];
          hessian[0] = 2.0 * x[0];
          hessian[1] = 0.0;
          hessian[2] = 0.0;
          hessian[3] = 1.0;
          return x[0] * (x[0] * x[0] / 3.0 + e) + 0.5 * x[1] * x[1];
        });
  }

  /** The slower the energy rises, the longer the way that is left where the curvature is gone. */
  @Test
  void aMinimumOfTheSixthOrderIsDegenerate() {
    Potential sixth =
        Fake.of(
            1,
            (x, gradient, hessian) -> {
              double fourth = x[0] * x[0] * x[0] * x[0];
              gradient[0] = 6.0 * fourth * x[0];
              hessian[0] = 30.0 * fourth;
              return fourth * x[0] * x[0];
            });
    PolishedPoint point = StationaryPolish.newton(sixth).polish(new double[] {0.3});
    assertThat(point.converged()).isTrue();
    assertThat(point.degenerate()).isTrue();
  }

  @Test
  void cutoffDecidesWhatIsDegenerate() {
    double[] origin = new double[2];
    Potential soft = Fake.quadratic(1.0, 1e-8);
    assertThat(StationaryPolish.newton(soft).characterise(origin).degenerate()).isFalse();
    assertThat(
            StationaryPolish.newton(soft, tolerances(1e-12, 1e-7))
                .characterise(origin)
                .degenerate())
        .isTrue();
    Potential softer = Fake.quadratic(1.0, -1e-10);
    assertThat(StationaryPolish.newton(softer).characterise(origin).degenerate()).isTrue();
    assertThat(
            StationaryPolish.newton(softer, tolerances(1e-12, 0.0))
                .characterise(origin)
                .isStationary(1))
        .isTrue();
  }

  @Test
  void toleranceDecidesWhatIsStationary() {
    double[] x = {1e-8};
    Potential potential = Fake.quadratic(1.0);
    assertThat(
            StationaryPolish.newton(potential, tolerances(1e-7, 0.0)).characterise(x).converged())
        .isTrue();
    assertThat(
            StationaryPolish.newton(potential, tolerances(1e-9, 0.0)).characterise(x).converged())
        .isFalse();
  }

  @Test
  void aSmallGradientAlongASoftModeIsNotEnough() {
    Potential soft = Fake.quadratic(1.0, 1e-8);
    // The root-mean-square gradient is 7e-14, the distance from the minimum 1e-5.
    double[] x = {0.0, 1e-5};
    StationaryPolish polish = StationaryPolish.newton(soft);
    assertThat(polish.characterise(x).rms()).isLessThan(1e-12);
    assertThat(polish.characterise(x).converged()).isFalse();
    assertThat(polish.polish(x).converged()).isTrue();
    assertThat(polish.polish(x).coordinates()[1]).isCloseTo(0.0, within(1e-12));
  }

  @Test
  void longStepsAreCut() {
    // ln cosh x: Newton's step from 3 is -sinh 3 cosh 3 = -100.9, and would diverge.
    Potential potential =
        Fake.of(
            1,
            (x, gradient, hessian) -> {
              double tanh = StrictMath.tanh(x[0]);
              gradient[0] = tanh;
              hessian[0] = 1.0 - tanh * tanh;
              return StrictMath.log(StrictMath.cosh(x[0]));
            });
    PolishedPoint point = StationaryPolish.newton(potential).polish(new double[] {1.5});
    assertThat(point.isStationary(0)).isTrue();
    assertThat(point.coordinates()[0]).isCloseTo(0.0, within(1e-12));
  }

  @Test
  void pointThatIsNotFiniteIsReturnedAsItIsEvenAfterASuccess() {
    StationaryPolish polish = StationaryPolish.newton(new Himmelblau());
    assertThat(polish.polish(new double[] {3.1, 2.1}).converged()).isTrue();
    PolishedPoint point = polish.polish(new double[] {Double.NaN, 1.0});
    assertThat(point.coordinates()).containsExactly(Double.NaN, 1.0);
    assertThat(point.converged()).isFalse();
    assertThat(point.degenerate()).isTrue();
    assertThat(point.energy()).isNaN();
    assertThat(point.isStationary(0)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void hessianThatIsNotFiniteMakesThePointUnfit(double element) {
    Potential potential =
        Fake.of(
            1,
            (x, gradient, hessian) -> {
              gradient[0] = 1.0;
              hessian[0] = element;
              return 2.0;
            });
    PolishedPoint point = StationaryPolish.newton(potential).polish(new double[] {1.0});
    assertThat(point.converged()).isFalse();
    assertThat(point.degenerate()).isTrue();
    assertThat(point.energy()).isEqualTo(2.0);
  }

  @Test
  void stopsWhereThereIsNoStationaryPoint() {
    Potential slope =
        Fake.of(
            1,
            (x, gradient, hessian) -> {
              gradient[0] = StrictMath.exp(x[0]);
              hessian[0] = gradient[0];
              return gradient[0];
            });
    PolishedPoint point =
        StationaryPolish.newton(slope, tolerances(1e-30, 0.0)).polish(new double[] {0.0});
    assertThat(point.converged()).isFalse();
    // It went downhill, no faster than the cap of 0.5 for each of 60 steps.
    assertThat(point.coordinates()[0]).isBetween(-30.0, -1.0);
  }

  private static Tolerances tolerances(double gradient, double zeroCutoff) {
    return Tolerances.defaults().withGradient(gradient).withZeroCutoff(zeroCutoff);
  }
}
