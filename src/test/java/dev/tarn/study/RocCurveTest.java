package dev.tarn.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RocCurveTest {
  private static final int[] XOR = {0, 1, 1, 0};

  @Test
  void countsTiesHalf() {
    assertThat(RocCurve.area(new double[] {0.1, 0.9, 0.8, 0.2}, XOR, 0.0)).isEqualTo(1.0);
    assertThat(RocCurve.area(new double[] {0.9, 0.1, 0.2, 0.8}, XOR, 0.0)).isEqualTo(0.0);
    assertThat(RocCurve.area(new double[] {0.5, 0.5, 0.5, 0.5}, XOR, 0.0)).isEqualTo(0.5);
    // Three of four pairs won, or two won and two tied: the 0.75 of one hidden unit in the paper.
    assertThat(RocCurve.area(new double[] {0.1, 0.9, 0.3, 0.4}, XOR, 0.0)).isEqualTo(0.75);
    assertThat(RocCurve.area(new double[] {0.0, 0.6, 0.6, 0.6}, XOR, 0.0)).isEqualTo(0.75);
  }

  @Test
  void theToleranceHoldsForEachPairAndNotForChains() {
    // 0.0 ties with 0.6, which ties with 1.2, but 0.0 loses against 1.2.
    double[] scores = {0.0, 0.6, 1.2};
    int[] classes = {0, 0, 1};
    assertThat(RocCurve.area(scores, classes, 0.7)).isEqualTo(0.75);
    assertThat(RocCurve.area(scores, classes, 0.5)).isEqualTo(1.0);
    assertThat(RocCurve.area(scores, classes, 2.0)).isEqualTo(0.5);
  }

  @Test
  void aDifferenceOfExactlyTheToleranceIsATie() {
    assertThat(RocCurve.area(new double[] {0.25, 0.5}, new int[] {0, 1}, 0.25)).isEqualTo(0.5);
    assertThat(RocCurve.area(new double[] {0.25, 0.5}, new int[] {0, 1}, Math.nextDown(0.25)))
        .isEqualTo(1.0);
  }

  @Test
  void equalInfiniteScoresAreATie() {
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(RocCurve.area(new double[] {infinity, infinity}, new int[] {0, 1}, 0.0))
        .isEqualTo(0.5);
    assertThat(RocCurve.area(new double[] {-infinity, infinity}, new int[] {0, 1}, 1e300))
        .isEqualTo(1.0);
  }

  @Property(tries = 200, seed = "1")
  void exchangingTheClassesGivesTheComplement(
      @ForAll @Size(4) double @DoubleRange(min = 0.0, max = 1.0) [] scores,
      @ForAll @DoubleRange(min = 0.0, max = 0.5) double tolerance) {
    int[] exchanged = {1, 0, 0, 1};
    assertThat(RocCurve.area(scores, exchanged, tolerance))
        .isCloseTo(1.0 - RocCurve.area(scores, XOR, tolerance), within(1e-15));
  }

  @Test
  void rejectsWhatHasNoCurve() {
    double[] two = {0.1, 0.9};
    assertThatThrownBy(() -> RocCurve.area(two, XOR, 0.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 scores for 4 classes");
    assertThatThrownBy(() -> RocCurve.area(two, new int[] {1, 1}, 0.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("both classes");
    assertThatThrownBy(() -> RocCurve.area(two, new int[] {0, 2}, 0.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 2");
    assertThatThrownBy(() -> RocCurve.area(new double[] {0.1, Double.NaN}, new int[] {0, 1}, 0.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
    for (double tolerance : new double[] {-1e-9, Double.NaN}) {
      assertThatThrownBy(() -> RocCurve.area(two, new int[] {0, 1}, tolerance))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("tolerance");
    }
  }
}
