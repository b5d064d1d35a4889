package dev.tarn.stationary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.potential.SymmetryGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrbitIndexTest {
  private final OrbitIndex index = new OrbitIndex(SymmetryGroup.inversion());

  @Test
  void emptyIndexFindsNothing() {
    assertThat(index.find(1.0, new double[] {1.0})).isEqualTo(OrbitIndex.ABSENT);
  }

  @Test
  void findsAPointAndItsCopies() {
    index.add(7, -3.5, new double[] {1.0, 2.0});
    assertThat(index.find(-3.5, new double[] {1.0, 2.0})).isEqualTo(7);
    assertThat(index.find(-3.5, new double[] {-1.0, -2.0})).isEqualTo(7);
    assertThat(index.find(-3.5 + 1e-12, new double[] {-1.0, -2.0 + 1e-6})).isEqualTo(7);
  }

  @Test
  void equalEnergyAloneIsNotEnough() {
    index.add(7, 0.5, new double[] {1.0, 2.0});
    assertThat(index.find(0.5, new double[] {1.0, -2.0})).isEqualTo(OrbitIndex.ABSENT);
    assertThat(index.find(0.5, new double[] {1.0, 2.00002})).isEqualTo(OrbitIndex.ABSENT);
  }

  @Test
  void equalPlaceWithAnotherEnergyIsNotEnough() {
    index.add(7, 0.5, new double[] {1.0, 2.0});
    assertThat(index.find(0.5 + 2e-11, new double[] {1.0, 2.0})).isEqualTo(OrbitIndex.ABSENT);
    assertThat(index.find(0.5 - 2e-11, new double[] {1.0, 2.0})).isEqualTo(OrbitIndex.ABSENT);
  }

  @Test
  void energyWindowIsRelativeForLargeEnergies() {
    index.add(0, 1e6, new double[] {1.0});
    assertThat(index.find(1e6 + 5e-6, new double[] {1.0})).isZero();
    assertThat(index.find(1e6 + 2e-5, new double[] {1.0})).isEqualTo(OrbitIndex.ABSENT);
  }

  @Test
  void nearestOfSeveralPointsWins() {
    index.add(0, 0.5, new double[] {1.0});
    index.add(1, 0.5, new double[] {1.0 + 8e-6});
    assertThat(index.find(0.5, new double[] {1.0 + 3e-6})).isZero();
    assertThat(index.find(0.5, new double[] {1.0 + 6e-6})).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void energiesThatAreNotFiniteAreNeverFound(double energy) {
    index.add(0, 0.5, new double[] {1.0});
    assertThat(index.find(energy, new double[] {1.0})).isEqualTo(OrbitIndex.ABSENT);
  }

  @Test
  void positiveAndNegativeZeroAreOneEnergy() {
    index.add(3, 0.0, new double[] {1.0});
    assertThat(index.find(-0.0, new double[] {1.0})).isEqualTo(3);
  }
}
