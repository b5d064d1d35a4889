package dev.tarn.surfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.potential.Potential;
import dev.tarn.potential.PotentialContract;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleWellsTest extends PotentialContract {
  private static final double[] WEIGHTS = {1.0, 0.7, 2.5};

  @Override
  protected Potential create() {
    return DoubleWells.of(WEIGHTS);
  }

  @Test
  void everyPointOfZerosAndOnesIsStationaryWithAsManyDescentsAsZeros() {
    StationaryPolish polish = StationaryPolish.newton(create());
    for (int code = 0; code < 27; code++) {
      double[] x = {code % 3 - 1, code / 3 % 3 - 1, code / 9 - 1};
      double energy = 0.0;
      int zeros = 0;
      for (int i = 0; i < x.length; i++) {
        if (x[i] == 0.0) {
          energy += WEIGHTS[i];
          zeros++;
        }
      }
      PolishedPoint point = polish.characterise(x);
      assertThat(point.isStationary(zeros)).isTrue();
      assertThat(point.energy()).isCloseTo(energy, within(1e-15));
    }
  }

  @Test
  void equalWellsHaveWeightOne() {
    assertThat(DoubleWells.equal(4).energy(new double[4])).isEqualTo(4.0);
    assertThat(DoubleWells.equal(4).dimension()).isEqualTo(4);
  }

  @Test
  void weightsAreCopied() {
    double[] weights = {1.0};
    DoubleWells wells = DoubleWells.of(weights);
    weights[0] = 5.0;
    assertThat(wells.energy(new double[1])).isEqualTo(1.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void refusesLessThanOneWell(int n) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DoubleWells.equal(n))
        .withMessageContaining("at least 1")
        .withMessageContaining(String.valueOf(n));
  }

  @Test
  void refusesNoWeights() {
    assertThatIllegalArgumentException()
        .isThrownBy(DoubleWells::of)
        .withMessageContaining("at least 1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWeightsThatAreNotPositive(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DoubleWells.of(1.0, weight))
        .withMessageContaining("positive")
        .withMessageContaining(String.valueOf(weight));
  }
}
