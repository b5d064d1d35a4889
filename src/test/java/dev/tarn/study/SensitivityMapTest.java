package dev.tarn.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.network.Network;
import dev.tarn.study.SensitivityMap.InputGrid;
import dev.tarn.study.SensitivityMap.Region;
import dev.tarn.study.SensitivityMap.TrainingPoint;
import dev.tarn.xor.XorProblem;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensitivityMapTest {
  private static final InputGrid GRID = InputGrid.ofThePaper();
  private static final double FARTHEST = Math.sqrt(0.125);

  /** Right everywhere, and sure of it. */
  private static SensitivityMap perfect() {
    Region ones = XorProblem.ones();
    return SensitivityMap.of(
        (x, y) -> ones.contains(x, y) ? 0.9 : 0.1, ones, XorProblem.data(), GRID);
  }

  @Test
  void thePapersGridHas134InputsOnAnAxis() {
    assertThat(GRID.size()).isEqualTo(134);
    assertThat(GRID.at(0)).isEqualTo(-0.5);
    assertThat(GRID.at(133)).isCloseTo(1.495, within(1e-12));
    assertThat(new InputGrid(-0.5, 1.5, 0.1).size()).isEqualTo(21);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0.1, from a lower",
    "2, 1, 0.1, from a lower",
    "NaN, 1, 0.1, from a lower",
    "0, Infinity, 0.1, from a lower",
    "0, 1, 0, 2 to 2000",
    "0, 1, -1, 2 to 2000",
    "0, 1, NaN, 2 to 2000",
    "0, 1, 1.5, 2 to 2000",
    "0, 1, 1e-5, 2 to 2000"
  })
  void gridsOutOfRangeAreRefused(double low, double high, double step, String message) {
    assertThatThrownBy(() -> new InputGrid(low, high, step))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theXorRegionIsThatOfThePaper() {
    Region ones = XorProblem.ones();
    assertThat(ones.contains(0.0, 0.51)).isTrue();
    assertThat(ones.contains(0.51, 0.0)).isTrue();
    assertThat(ones.contains(0.0, 0.5)).isFalse();
    // 0.3 - 0.8 is a little below -0.5 in binary numbers.
    assertThat(ones.contains(0.3, 0.8)).isFalse();
    assertThat(ones.contains(1.4, 1.4)).isFalse();
    assertThat(XorProblem.data())
        .containsExactly(
            new TrainingPoint(0.0, 0.0, 0),
            new TrainingPoint(0.0, 1.0, 1),
            new TrainingPoint(1.0, 0.0, 1),
            new TrainingPoint(1.0, 1.0, 0));
    assertThatThrownBy(() -> new TrainingPoint(0.0, 0.0, 2)).hasMessageContaining("not 2");
  }

  @Test
  void aPerfectNetworkIsRightEverywhere() {
    SensitivityMap map = perfect();
    assertThat(map.fractionRight()).isEqualTo(1.0);
    assertThat(map.right()).isEqualTo(134 * 134);
    assertThat(map.probability(0, 0)).isEqualTo(0.1);
    assertThat(map.probability(0, 133)).isEqualTo(0.9);
    assertThat(map.smallestMargin().orElseThrow()).isCloseTo(FARTHEST, within(1e-9));
    assertThat(map.decision()).isEqualTo(map.desired()).hasSize(2);
  }

  @Test
  void undecidedIsWrong() {
    Network network = Network.xor(2, 1e-3);
    SensitivityMap map = XorProblem.sensitivity(network, new double[network.dimension()], GRID);
    assertThat(map.fractionRight()).isZero();
    assertThat(map.margins()).hasSize(4).allMatch(m -> m.distance().orElseThrow() == 0.0);
    assertThat(map.decision()).isEmpty();
  }

  @Test
  void oneClassEverywhereIsCounted() {
    SensitivityMap map =
        SensitivityMap.of((x, y) -> 1.0, XorProblem.ones(), XorProblem.data(), GRID);
    int ones = 0;
    for (int i = 0; i < 134; i++) {
      for (int j = 0; j < 134; j++) {
        // 0.015 * 33 = 0.495, 0.015 * 34 = 0.51.
        ones += Math.abs(i - j) >= 34 ? 1 : 0;
      }
    }
    assertThat(map.right()).isEqualTo(ones);
    assertThat(map.margins().get(0).distance()).hasValue(0.0);
    assertThat(map.margins().get(1).distance().orElseThrow()).isCloseTo(FARTHEST, within(1e-9));
    assertThat(map.smallestMargin()).hasValue(0.0);
  }

  @Test
  void anAnswerThatIsNeverWrongHasNoDistance() {
    SensitivityMap map =
        SensitivityMap.of(
            (x, y) -> 0.0, (x, y) -> false, List.of(new TrainingPoint(0.0, 0.0, 0)), GRID);
    assertThat(map.smallestMargin()).isEmpty();
    assertThat(SensitivityMap.of((x, y) -> 0.0, (x, y) -> true, List.of(), GRID).smallestMargin())
        .isEmpty();
  }

  @Test
  void knownDistancesFromAStrip() {
    // Class 1 is answered where |x - y| > 0.4: the strip of class 0 is too narrow by 0.1.
    SensitivityMap map =
        SensitivityMap.of(
            (x, y) -> Math.abs(x - y) > 0.4 ? 0.8 : 0.2,
            XorProblem.ones(),
            XorProblem.data(),
            GRID);
    double narrow = 0.4 / Math.sqrt(2.0);
    assertThat(map.margins().get(0).distance().orElseThrow()).isCloseTo(narrow, within(1e-9));
    assertThat(map.margins().get(1).distance().orElseThrow()).isCloseTo(FARTHEST, within(1e-9));
    assertThat(map.margins().get(3).distance().orElseThrow()).isCloseTo(narrow, within(1e-9));
  }

  /** Against the nearest wrong input of a grid eight times as fine. */
  @Property(tries = 10, seed = "1")
  void distancesAreThoseOfAFinerGrid(@ForAll Random random) {
    Network network = Network.xor(3, 1e-4);
    double[] x = new double[network.dimension()];
    for (int i = 0; i < x.length; i++) {
      x[i] = 3.0 * random.nextGaussian();
    }
    SensitivityMap map = XorProblem.sensitivity(network, x, GRID);
    double[] nearest = nearestWrong(network, x, new InputGrid(-0.5, 1.5, GRID.step() / 8.0));
    for (int d = 0; d < nearest.length; d++) {
      double found = map.margins().get(d).distance().orElseThrow();
      // Wrong inputs may form a strip that the finer grid misses, but none is nearer.
      assertThat(found).isLessThanOrEqualTo(nearest[d] + 1e-9).isLessThanOrEqualTo(FARTHEST + 1e-9);
      assertThat(wrongNear(network, x, map.margins().get(d).point(), found)).isTrue();
    }
  }

  private static double[] nearestWrong(Network network, double[] x, InputGrid fine) {
    double[] nearest = {FARTHEST, FARTHEST, FARTHEST, FARTHEST};
    for (int i = 0; i < fine.size(); i++) {
      for (int j = 0; j < fine.size(); j++) {
        boolean one = answer(network, x, fine.at(i), fine.at(j)) > 0.5;
        if (one != XorProblem.ones().contains(fine.at(i), fine.at(j))) {
          for (int d = 0; d < nearest.length; d++) {
            double apart = Math.hypot(fine.at(i) - (d >> 1), fine.at(j) - (d & 1));
            nearest[d] = Math.min(nearest[d], apart);
          }
        }
      }
    }
    return nearest;
  }

  private static double answer(Network network, double[] x, double u, double v) {
    return network.evaluator().answer(x, new double[] {u, v})[1];
  }

  /** Whether some input a little beyond a distance is answered wrong. */
  private static boolean wrongNear(Network network, double[] x, TrainingPoint t, double distance) {
    double radius = distance + 1e-6;
    for (int k = 0; k < 100_000; k++) {
      double u = t.x() + radius * Math.cos(2.0 * Math.PI * k / 100_000);
      double v = t.y() + radius * Math.sin(2.0 * Math.PI * k / 100_000);
      if (answer(network, x, u, v) > 0.5 != XorProblem.ones().contains(u, v)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    for (double p : new double[] {Double.NaN, -0.1, 1.1}) {
      assertThatThrownBy(() -> SensitivityMap.of((x, y) -> p, XorProblem.ones(), List.of(), GRID))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not " + p);
    }
    Network network = Network.xor(1, 1e-3);
    assertThatThrownBy(() -> XorProblem.sensitivity(network, new double[3], GRID))
        .hasMessageContaining("not 3");
  }
}
