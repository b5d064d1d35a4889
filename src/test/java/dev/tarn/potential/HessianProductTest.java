package dev.tarn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.surfaces.Himmelblau;
import dev.tarn.testing.Fake;
import org.junit.jupiter.api.Test;

/** The default product of the Hessian with a vector, and its check. */
class HessianProductTest {
  private static final double[] POINT = {0.3, -0.8};
  private static final Potential RIGHT = new Himmelblau();

  @Test
  void differencesAreExactForQuadraticsWhateverTheLengthOfTheDirection() {
    Potential quadratic = Fake.quadratic(2.0, -3.0, 0.5);
    double[] product = new double[3];
    for (double length : new double[] {1e-200, 1e-9, 1.0, 1e9, 1e200}) {
      double[] direction = {length, 2.0 * length, -length};
      quadratic.evaluator().hessianProduct(new double[] {10.0, -4.0, 300.0}, direction, product);
      double tolerance = 1e-8 * length;
      assertThat(product[0]).isCloseTo(2.0 * length, within(tolerance));
      assertThat(product[1]).isCloseTo(-6.0 * length, within(tolerance));
      assertThat(product[2]).isCloseTo(-0.5 * length, within(tolerance));
    }
  }

  @Test
  void aDirectionOfZerosGivesZeros() {
    double[] product = {Double.NaN, 1.0};
    RIGHT.evaluator().hessianProduct(POINT, new double[2], product);
    assertThat(product).containsExactly(0.0, 0.0);
  }

  @Test
  void theCheckerReportsHowWrongAProductIs() {
    Potential potential =
        new SimplePotential() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          public double gradient(double[] x, double[] gradient) {
            return RIGHT.evaluator().gradient(x, gradient);
          }

          @Override
          public void hessianProduct(double[] x, double[] direction, double[] product) {
            RIGHT.evaluator().hessianProduct(x, direction, product);
            product[1] -= 0.5;
          }
        };
    DerivativeChecker.Report report = DerivativeChecker.check(potential, POINT);
    // The largest element of the Hessian there is 12 x^2 + 4 y - 42 = -44.12.
    assertThat(report.productError()).isCloseTo(0.5 / 44.12, within(1e-8));
    assertThat(report.hessianError()).isLessThan(1e-8);
    assertThat(report.agrees(1e-7)).isFalse();
    assertThat(DerivativeChecker.check(RIGHT, POINT).productError()).isLessThan(1e-8);
  }
}
