package dev.tarn.surfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.potential.Potential;
import dev.tarn.potential.SymmetricPotentialContract;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.testing.Stationary;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class SixHumpCamelTest extends SymmetricPotentialContract {

  @Override
  protected Potential create() {
    return new SixHumpCamel();
  }

  @Test
  void hasFifteenStationaryPointsInEightClasses() {
    List<PolishedPoint> points = Stationary.find(create(), 300, 1e-12);
    // sympy 1.14: all real roots of the gradient after elimination of y, in 40 digits.
    assertThat(Stationary.energies(points, 0))
        .containsExactly(
            new double[] {-1.0316284534898774, -0.21546382438371764, 2.1042503103112584},
            within(1e-14));
    assertThat(Stationary.energies(points, 1))
        .containsExactly(
            new double[] {0.0, 0.5437186009781851, 2.2293571975307147, 2.22947081802986},
            within(1e-14));
    assertThat(Stationary.energies(points, 2))
        .containsExactly(new double[] {2.496295351023577}, within(1e-14));
    // 6 minima - 7 saddles + 2 maxima, the copies counted.
    assertThat(Stationary.morseSum(create(), points)).isEqualTo(BigInteger.ONE);
  }
}
