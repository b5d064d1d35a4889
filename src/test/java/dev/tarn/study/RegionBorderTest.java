package dev.tarn.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.potential.Vector;
import dev.tarn.study.SensitivityMap.InputGrid;
import dev.tarn.study.SensitivityMap.Region;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RegionBorderTest {
  private static final InputGrid GRID = InputGrid.ofThePaper();

  private static Region disc(double x0, double y0, double radius) {
    return (x, y) -> square(x - x0) + square(y - y0) < square(radius);
  }

  private static double square(double x) {
    return x * x;
  }

  @Test
  void theBorderOfADiscIsOneClosedLineOnTheCircle() {
    RegionBorder border = RegionBorder.of(disc(0.4, 0.6, 0.37), GRID);
    assertThat(border.lines()).hasSize(1);
    Vector line = border.lines().get(0);
    int n = line.length();
    assertThat(line.get(0)).isEqualTo(line.get(n - 2));
    assertThat(line.get(1)).isEqualTo(line.get(n - 1));
    double length = 0.0;
    for (int k = 0; k < n; k += 2) {
      double radius = Math.hypot(line.get(k) - 0.4, line.get(k + 1) - 0.6);
      assertThat(radius).isCloseTo(0.37, within(1e-12));
      if (k > 0) {
        length += Math.hypot(line.get(k) - line.get(k - 2), line.get(k + 1) - line.get(k - 1));
      }
    }
    assertThat(length).isCloseTo(2.0 * Math.PI * 0.37, within(1e-3));
  }

  @Property(tries = 100, seed = "1")
  void theDistanceFromACircleIsExact(
      @ForAll @DoubleRange(min = -0.4, max = 1.4) double x,
      @ForAll @DoubleRange(min = -0.4, max = 1.4) double y,
      @ForAll @DoubleRange(min = 0.2, max = 0.6) double radius) {
    RegionBorder border = RegionBorder.of(disc(0.5, 0.5, radius), GRID);
    double exact = Math.abs(Math.hypot(x - 0.5, y - 0.5) - radius);
    assertThat(border.distance(x, y).orElseThrow()).isCloseTo(exact, within(1e-9));
  }

  @Property(tries = 100, seed = "1")
  void theDistanceFromALineIsExact(
      @ForAll @DoubleRange(min = 0.0, max = 1.0) double x,
      @ForAll @DoubleRange(min = 0.0, max = 1.0) double y,
      @ForAll @DoubleRange(min = 0.0, max = 6.28) double direction,
      @ForAll @DoubleRange(min = -0.2, max = 0.2) double offset) {
    double a = Math.cos(direction);
    double b = Math.sin(direction);
    Region half = (u, v) -> a * (u - 0.5) + b * (v - 0.5) > offset;
    double exact = Math.abs(a * (x - 0.5) + b * (y - 0.5) - offset);
    // The foot lies in the grid: no point of the unit square is farther than 0.91 from the line,
    // and points whose foot is outside are left out.
    double footX = x - exact * Math.signum(a * (x - 0.5) + b * (y - 0.5) - offset) * a;
    double footY = y - exact * Math.signum(a * (x - 0.5) + b * (y - 0.5) - offset) * b;
    if (Math.max(Math.abs(footX - 0.5), Math.abs(footY - 0.5)) < 0.99) {
      assertThat(RegionBorder.of(half, GRID).distance(x, y).orElseThrow())
          .isCloseTo(exact, within(1e-9));
    }
  }

  @Test
  void cornersAreReached() {
    // The nearest point of the quadrant x > 0.7, y > 0.6 is its corner.
    RegionBorder border = RegionBorder.of((x, y) -> x > 0.7 && y > 0.6, GRID);
    assertThat(border.distance(0.0, 0.0).orElseThrow())
        .isCloseTo(Math.hypot(0.7, 0.6), within(1e-9));
  }

  @Test
  void touchingCellsAreJoinedAsTheirMiddleSays() {
    InputGrid coarse = new InputGrid(0.0, 1.0, 1.0);
    Region saddleOfOnes = (x, y) -> (x - 0.5) * (y - 0.5) > -0.1;
    Region saddleOfZeros = (x, y) -> (x - 0.5) * (y - 0.5) > 0.1;
    Region island = (x, y) -> x > -0.5 && x < 1.5 && y > -0.5 && y < 1.5;
    for (Region saddle : new Region[] {saddleOfOnes, saddleOfZeros}) {
      Region region = (x, y) -> island.contains(x, y) && saddle.contains(x, y);
      int closed = 0;
      for (Vector line : RegionBorder.of(region, coarse).lines()) {
        assertThat(line.get(0)).isEqualTo(line.get(line.length() - 2));
        closed++;
      }
      // The corners (0, 0) and (1, 1) are in the region: joined by its middle, or two islands.
      assertThat(closed).isEqualTo(saddle == saddleOfOnes ? 1 : 2);
    }
  }

  @Test
  void aRegionWithoutBorderHasNoLinesAndNoDistance() {
    RegionBorder border = RegionBorder.of((x, y) -> true, GRID);
    assertThat(border.lines()).isEmpty();
    assertThat(border.distance(0.0, 0.0)).isEqualTo(OptionalDouble.empty());
  }

  @Test
  void aPointOnTheBorderHasNoDistanceFromIt() {
    RegionBorder border = RegionBorder.of((x, y) -> x >= 0.25, GRID);
    assertThat(border.distance(0.25, 0.3).orElseThrow()).isCloseTo(0.0, within(1e-12));
  }
}
