package dev.tarn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.surfaces.Himmelblau;
import dev.tarn.testing.Fake;
import dev.tarn.testing.Fake.SecondOrder;
import org.junit.jupiter.api.Test;

class DerivativeCheckerTest {
  private static final double[] POINT = {0.3, -0.8};
  private static final Potential RIGHT = new Himmelblau();

  /** Himmelblau's function with something spoilt afterwards. */
  private static Potential spoilt(SecondOrder spoil) {
    return Fake.of(
        2,
        (x, gradient, hessian) -> {
          double energy = RIGHT.evaluator().hessian(x, gradient, hessian);
          return energy + spoil.evaluate(x, gradient, hessian);
        });
  }

  @Test
  void acceptsRightDerivatives() {
    DerivativeChecker.Report report = DerivativeChecker.check(RIGHT, POINT);
    assertThat(report.agrees(1e-8)).isTrue();
    assertThat(report.agrees(0.0)).isFalse();
  }

  @Test
  void reportsHowWrongAGradientIs() {
    Potential potential =
        spoilt(
            (x, gradient, hessian) -> {
              gradient[1] += 0.01;
              return 0.0;
            });
    DerivativeChecker.Report report = DerivativeChecker.check(potential, POINT);
    double[] gradient = new double[2];
    RIGHT.evaluator().gradient(POINT, gradient);
    double size = Math.max(Math.abs(gradient[0]), Math.abs(gradient[1] + 0.01));
    assertThat(report.gradientError()).isCloseTo(0.01 / size, within(1e-9));
    assertThat(report.hessianError()).isLessThan(1e-8);
    assertThat(report.agrees(1e-7)).isFalse();
  }

  @Test
  void reportsHowWrongAHessianIs() {
    Potential potential =
        spoilt(
            (x, gradient, hessian) -> {
              hessian[0] += 0.5;
              return 0.0;
            });
    DerivativeChecker.Report report = DerivativeChecker.check(potential, POINT);
    // The largest element of the right Hessian there is 12 x^2 + 4 y - 42 = -44.12, now -43.62.
    assertThat(report.hessianError()).isCloseTo(0.5 / 43.62, within(1e-8));
    assertThat(report.gradientError()).isLessThan(1e-8);
    assertThat(report.asymmetry()).isZero();
    assertThat(report.agrees(1e-7)).isFalse();
  }

  @Test
  void reportsAsymmetry() {
    Potential potential =
        spoilt(
            (x, gradient, hessian) -> {
              hessian[1] += 1e-3;
              return 0.0;
            });
    DerivativeChecker.Report report = DerivativeChecker.check(potential, POINT);
    assertThat(report.asymmetry()).isCloseTo(1e-3, within(1e-12));
    assertThat(report.agrees(1e-7)).isFalse();
  }

  @Test
  void reportsEnergiesThatDisagree() {
    Potential potential =
        new SimplePotential() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          public double energy(double[] x) {
            return RIGHT.evaluator().energy(x) + 0.25;
          }

          @Override
          public double gradient(double[] x, double[] gradient) {
            return RIGHT.evaluator().gradient(x, gradient);
          }
        };
    DerivativeChecker.Report report = DerivativeChecker.check(potential, POINT);
    assertThat(report.energyMismatch()).isCloseTo(0.25, within(1e-12));
    assertThat(report.gradientError()).isLessThan(1e-8);
    assertThat(report.agrees(1e-7)).isFalse();
  }

  @Test
  void neverAgreesWhenSomethingIsNotANumber() {
    Potential potential =
        spoilt(
            (x, gradient, hessian) -> {
              gradient[0] = Double.NaN;
              return 0.0;
            });
    assertThat(DerivativeChecker.check(potential, POINT).agrees(Double.MAX_VALUE)).isFalse();
    assertThat(DerivativeChecker.check(RIGHT, new double[] {Double.NaN, 0.0}).agrees(1.0))
        .isFalse();
  }

  @Test
  void refusesPointsOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DerivativeChecker.check(RIGHT, new double[3]))
        .withMessageContaining("3")
        .withMessageContaining("2");
  }
}
