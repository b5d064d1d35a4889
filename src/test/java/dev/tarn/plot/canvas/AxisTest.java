package dev.tarn.plot.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
  private static List<String> labels(Axis axis, int fitting) {
    return axis.ticks(fitting).stream()
        .map(Axis.Tick::label)
        .filter(label -> !label.isEmpty())
        .toList();
  }

  @Test
  void linearTicksAreRoundNumbers() {
    Axis axis = Axis.around("energy / nats", 0.0, 0.7);
    assertThat(axis.low()).isCloseTo(-0.028, within(1e-12));
    assertThat(axis.high()).isCloseTo(0.728, within(1e-12));
    assertThat(labels(axis, 8))
        .containsExactly("0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7");
    assertThat(labels(axis, 4)).containsExactly("0.0", "0.2", "0.4", "0.6");
    assertThat(axis.caption()).isEqualTo("energy / nats");
  }

  /**
   * Twelve digits on every tick would say less than two, so the ten shared ones go to the title.
   */
  @Test
  void tinyDifferencesAreShownAboveAnOffset() {
    Axis axis = Axis.around("energy / nats", 0.47753990330, 0.47753990330 + 1e-11);
    assertThat(axis.caption()).isEqualTo("energy \u2212 0.4775399033 / nats");
    assertThat(labels(axis, 3))
        .containsExactly("0", "0.5\u00d710^{\u221211}", "1.0\u00d710^{\u221211}");
    assertThat(axis.share(axis.ticks(3).get(0).value())).isCloseTo(0.037, within(1e-3));
    Axis negative = Axis.around("height", -5.0, -5.0 - 1e-9);
    assertThat(negative.caption()).isEqualTo("height + 5");
  }

  @Test
  void neighbouringDoublesHaveNoTicksThatLie() {
    Axis axis = Axis.around("E", 1.0, Math.nextUp(1.0));
    assertThat(axis.low()).isLessThan(axis.high());
    assertThat(axis.ticks(8)).extracting(Axis.Tick::value).containsExactly(1.0);
    assertThat(labels(axis, 8)).containsExactly("0");
  }

  @ParameterizedTest
  @CsvSource({"0.0", "1.0", "-3.5", "0.4775399033", "1e-9", "6e5"})
  void aSingleValueStandsInTheMiddle(double value) {
    Axis axis = Axis.around("E", value, value);
    assertThat(axis.share(value)).isCloseTo(0.5, within(1e-9));
    assertThat(labels(axis, 5)).hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"1.0", "0.02", "500.0", "3.0"})
  void aSingleValueOnALogarithmicAxisHasRoom(double value) {
    Axis axis = Axis.aroundLogarithms("E", value);
    assertThat(axis.share(value)).isBetween(0.2, 0.8);
    assertThat(labels(axis, 5)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void decadesAreAllPlainOrAllPowers() {
    assertThat(labels(Axis.aroundLogarithms("n", 0.01, 1000.0), 8))
        .containsExactly("0.01", "0.1", "1", "10", "100", "1000");
    assertThat(labels(Axis.aroundLogarithms("n", 1.0, 1e6), 4))
        .containsExactly("10^{0}", "10^{2}", "10^{4}", "10^{6}");
  }

  @Test
  void aHugeRangeHasFewTicks() {
    assertThat(Axis.aroundLogarithms("n", 1e-300, 1e300).ticks(8)).hasSizeBetween(5, 9);
  }

  @Test
  void smallCountsBeginAtZero() {
    Axis axis = Axis.aroundCounts("minima", true, 1.0, 29.0, 4.0);
    assertThat(axis.scale()).isEqualTo(Axis.Scale.WHOLE);
    assertThat(axis.share(0.0)).isBetween(0.0, 0.1);
    assertThat(labels(axis, 4)).containsExactly("0", "10", "20", "30");
    assertThat(labels(Axis.aroundCounts("minima", true, 1.0), 8)).containsExactly("0", "1");
    assertThat(labels(Axis.aroundCounts("minima", true), 8)).containsExactly("0", "1");
    assertThat(Axis.aroundCounts("ratio", false, 0.3, 0.9).scale()).isEqualTo(Axis.Scale.LINEAR);
  }

  @Test
  void zeroAmongLargeCountsHasAPlaceBelowTheBreak() {
    Axis axis = Axis.aroundCounts("points", true, 0.0, 8.0, 1216356.0);
    assertThat(axis.scale()).isEqualTo(Axis.Scale.LOGARITHMIC_AND_ZERO);
    assertThat(axis.share(0.0)).isBetween(0.0, Axis.BREAK);
    assertThat(axis.share(8.0)).isBetween(Axis.BREAK, 0.3);
    assertThat(axis.share(1216356.0)).isBetween(0.9, 1.0);
    assertThat(labels(axis, 8)).startsWith("0", "10^{1}").endsWith("10^{6}");
    assertThat(axis.shows(0.0)).isTrue();
    assertThat(axis.shows(-1.0)).isFalse();
    assertThat(Axis.aroundCounts("points", true, 8.0, 1216356.0).shows(0.0)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "0.75, 0.75",
    "-0.5, \u22120.5",
    "12345.6, 12346",
    "1e-4, 10^{\u22124}",
    "2.5e-4, 2.5\u00d710^{\u22124}",
    "-3e7, \u22123\u00d710^{7}",
    "999999, 10^{6}",
  })
  void labelsAreShort(double value, String label) {
    assertThat(Axis.label(value)).isEqualTo(label);
  }

  @Test
  void rangesThatAreNoneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Axis("E", 2.0, 1.0, Axis.Scale.LINEAR))
        .withMessage("an axis goes from a lower to a higher number, not from 2.0 to 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Axis.around("E", Double.NaN))
        .withMessageContaining("not from NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Axis("E", -1.7e308, 1.7e308, Axis.Scale.LINEAR));
    for (Axis.Scale scale : List.of(Axis.Scale.LOGARITHMIC, Axis.Scale.LOGARITHMIC_AND_ZERO)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Axis("E", 0.0, 1.0, scale))
          .withMessage("a logarithmic axis begins above 0, not at 0.0");
    }
  }
}
