package dev.tarn.plot.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class AxisProperties {
  private static final double DOUBLES = 200.0;

  private static void check(Axis axis, int fitting) {
    List<Axis.Tick> ticks = axis.ticks(fitting);
    assertThat(ticks).isNotEmpty();
    assertThat(ticks.stream().filter(tick -> !tick.label().isEmpty()))
        .hasSizeLessThanOrEqualTo(fitting + 5);
    double before = Double.NEGATIVE_INFINITY;
    for (Axis.Tick tick : ticks) {
      assertThat(axis.share(tick.value())).isBetween(-1e-6, 1.0 + 1e-6);
      assertThat(tick.value()).isGreaterThan(before);
      before = tick.value();
    }
    assertThat(ticks.stream().map(Axis.Tick::label).filter(label -> !label.isEmpty()))
        .doesNotHaveDuplicates();
  }

  @Property(seed = "1")
  void linearTicksAscendInsideTheRange(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double low,
      @ForAll @IntRange(min = -9, max = 9) int decade,
      @ForAll @DoubleRange(min = 1.0, max = 9.99) double digits,
      @ForAll @IntRange(min = 2, max = 8) int fitting) {
    double high = low + Double.parseDouble(digits + "e" + decade);
    // With fewer doubles in the range there may be none at a round number.
    Assume.that(high - low > DOUBLES * Math.ulp(Math.max(Math.abs(low), Math.abs(high))));
    check(Axis.around("E", low, high), fitting);
  }

  @Property(seed = "1")
  void logarithmicTicksAscendInsideTheRange(
      @ForAll @IntRange(min = -30, max = 30) int decade,
      @ForAll @DoubleRange(min = 1.0, max = 9.99) double digits,
      @ForAll @DoubleRange(min = 1.0, max = 1e12) double factor,
      @ForAll @IntRange(min = 2, max = 8) int fitting) {
    double low = Double.parseDouble(digits + "e" + decade);
    check(Axis.aroundLogarithms("E", low, factor * low), fitting);
  }

  @Property(seed = "1")
  void countsAreInsideTheirAxis(
      @ForAll @IntRange(max = 40) int small,
      @ForAll @IntRange(max = 2_000_000) int large,
      @ForAll @IntRange(min = 2, max = 8) int fitting) {
    Axis axis = Axis.aroundCounts("n", true, small, large);
    check(axis, fitting);
    for (int count : new int[] {small, large}) {
      assertThat(axis.shows(count)).isTrue();
      assertThat(axis.share(count)).isBetween(0.02, 0.98);
    }
  }
}
