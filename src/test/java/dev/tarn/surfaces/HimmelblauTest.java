package dev.tarn.surfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.potential.Potential;
import dev.tarn.potential.PotentialContract;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.testing.Stationary;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class HimmelblauTest extends PotentialContract {

  @Override
  protected Potential create() {
    return new Himmelblau();
  }

  @Test
  void hasNineStationaryPoints() {
    List<PolishedPoint> points = Stationary.find(create(), 300, 1e-11);
    // sympy 1.14: all real roots of the gradient's resultant in 40 digits.
    assertThat(Stationary.energies(points, 0)).containsExactly(new double[4], within(1e-20));
    assertThat(Stationary.energies(points, 1))
        .containsExactly(
            new double[] {
              13.31192627040559, 67.71915008752615, 104.0151629175581, 178.3372392019275
            },
            within(1e-12));
    assertThat(Stationary.energies(points, 2))
        .containsExactly(new double[] {181.6165215225827}, within(1e-12));
    assertThat(Stationary.morseSum(create(), points)).isEqualTo(BigInteger.ONE);
  }
}
