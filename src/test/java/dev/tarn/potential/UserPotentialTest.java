package dev.tarn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.testing.Fake;
import dev.tarn.testing.Rastrigin;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** A potential with dimension and gradient only: the defaults of the interface. */
class UserPotentialTest extends PotentialContract {

  @Override
  protected Potential create() {
    return new Rastrigin(3, 0.4);
  }

  @Test
  void differencedHessianIsAccurate() {
    double[] x = {0.3, -0.7, 1.9};
    double[] hessian = new double[9];
    create().evaluator().hessian(x, new double[3], hessian);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double exact =
            i == j
                ? 2.0 + 0.4 * 4.0 * Math.PI * Math.PI * StrictMath.cos(2.0 * Math.PI * x[i])
                : 0.0;
        // The truncation error of central differences is h^2/6 times the fourth derivative.
        assertThat(hessian[3 * i + j]).isCloseTo(exact, within(1e-7));
      }
    }
  }

  @Test
  void defaultsAreModest() {
    Potential potential = Fake.of(2, Fake::rosenbrock);
    assertThat(potential.evaluator().hasAnalyticHessian()).isFalse();
    assertThat(potential.knownPoints()).isEmpty();
    assertThat(potential.symmetry().order()).isEqualTo(BigInteger.ONE);
    Potential simple = create();
    assertThat(simple.evaluator()).isSameAs(simple);
  }

  @Test
  void defaultRandomPointsHaveManyScales() {
    Potential potential = Fake.of(50, (x, gradient) -> 0.0);
    int small = 0;
    int large = 0;
    for (int k = 0; k < 400; k++) {
      double[] x = new double[50];
      potential.randomPoint(RandomStreams.of(1, k), x);
      double size = Vectors.distance(x, new double[50]) / Math.sqrt(50.0);
      assertThat(size).isBetween(0.0005, 20.0);
      small += size < 0.1 ? 1 : 0;
      large += size > 1.0 ? 1 : 0;
    }
    // Half of the four decades lie below 0.1 and a quarter above 1; the bounds are 5 deviations.
    assertThat(small).isBetween(150, 250);
    assertThat(large).isBetween(57, 143);
  }
}
