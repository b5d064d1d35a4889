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
    index.add(7, OrbitIndex.ANY, -3.5, new double[] {1.0, 2.0});
    assertThat(index.find(-3.5, new double[] {1.0, 2.0})).isEqualTo(7);
    assertThat(index.find(-3.5, new double[] {-1.0, -2.0})).isEqualTo(7);
    assertThat(index.find(-3.5 + 1e-12, new double[] {-1.0, -2.0 + 1e-6})).isEqualTo(7);
  }

  @Test
  void equalEnergyAloneIsNotEnough() {
    index.add(7, OrbitIndex.ANY, 0.5, new double[] {1.0, 2.0});
    assertThat(index.find(0.5, new double[] {1.0, -2.0})).isEqualTo(OrbitIndex.ABSENT);
    assertThat(index.find(0.5, new double[] {1.0, 2.00002})).isEqualTo(OrbitIndex.ABSENT);
  }

  @Test
  void equalPlaceWithAnotherEnergyIsNotEnough() {
    index.add(7, OrbitIndex.ANY, 0.5, new double[] {1.0, 2.0});
    assertThat(index.find(0.5 + 2e-11, new double[] {1.0, 2.0})).isEqualTo(OrbitIndex.ABSENT);
    assertThat(index.find(0.5 - 2e-11, new double[] {1.0, 2.0})).isEqualTo(OrbitIndex.ABSENT);
  }

  @Test
  void energyWindowIsRelativeForLargeEnergies() {
    index.add(0, OrbitIndex.ANY, 1e6, new double[] {1.0});
    assertThat(index.find(1e6 + 5e-6, new double[] {1.0})).isZero();
    assertThat(index.find(1e6 + 2e-5, new double[] {1.0})).isEqualTo(OrbitIndex.ABSENT);
  }

  @Test
  void nearestOfSeveralPointsWins() {
    index.add(0, OrbitIndex.ANY, 0.5, new double[] {1.0});
    index.add(1, OrbitIndex.ANY, 0.5, new double[] {1.0 + 8e-6});
    assertThat(index.find(0.5, new double[] {1.0 + 3e-6})).isZero();
    assertThat(index.find(0.5, new double[] {1.0 + 6e-6})).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void energiesThatAreNotFiniteAreNeverFound(double energy) {
    index.add(0, OrbitIndex.ANY, 0.5, new double[] {1.0});
    assertThat(index.find(energy, new double[] {1.0})).isEqualTo(OrbitIndex.ABSENT);
  }

  @Test
  void positiveAndNegativeZeroAreOneEnergy() {
    index.add(3, OrbitIndex.ANY, 0.0, new double[] {1.0});
    assertThat(index.find(-0.0, new double[] {1.0})).isEqualTo(3);
  }

  private static PolishedPoint point(int morse, boolean degenerate, double... x) {
    return new PolishedPoint(x, 0.5, 0.0, new double[x.length], morse, true, degenerate);
  }

  /** Two points about to merge in a fold: as near as one likes, but of another index. */
  @Test
  void pointsOfAnotherIndexAreNeverTheSame() {
    index.add(0, point(0, false, 1.0, 2.0));
    assertThat(index.find(point(0, false, 1.0, 2.0))).isZero();
    assertThat(index.find(point(1, false, 1.0, 2.0 + 1e-9))).isEqualTo(OrbitIndex.ABSENT);
    index.add(1, point(1, false, 1.0, 2.0 + 1e-9));
    assertThat(index.find(point(1, false, 1.0, 2.0))).isEqualTo(1);
    assertThat(index.find(point(0, false, 1.0, 2.0 + 1e-9))).isZero();
  }

  @Test
  void properPointsAreToldApartBeyondTenNewtonSteps() {
    index.add(0, point(0, false, 1.0, 2.0));
    assertThat(index.find(point(0, false, -1.0, -2.0 - 9e-7))).isZero();
    assertThat(index.find(point(0, false, 1.0, 2.0 + 2e-6))).isEqualTo(OrbitIndex.ABSENT);
    OrbitIndex coarse =
        new OrbitIndex(SymmetryGroup.inversion(), Tolerances.defaults().withStep(1e-6));
    coarse.add(0, point(0, false, 1.0, 2.0));
    assertThat(coarse.find(point(0, false, 1.0, 2.0 + 2e-6))).isZero();
  }

  @Test
  void theIndexOfADegeneratePointMeansNothing() {
    index.add(0, point(0, false, 1.0, 2.0));
    assertThat(index.find(point(1, true, 1.0, 2.0 + 5e-6))).isZero();
    index.add(1, point(1, true, 3.0, 2.0));
    assertThat(index.find(point(0, false, 3.0, 2.0 + 5e-6))).isEqualTo(1);
    assertThat(index.find(0.5, new double[] {3.0, 2.0})).isEqualTo(1);
  }
}
