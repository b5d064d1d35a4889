package dev.tarn.plot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnergyGridTest {
  private interface Function {
    double at(double x, double y);
  }

  private static EnergyGrid grid(Function function, int size) {
    return EnergyGrid.of(
        Potential.of(2, () -> (x, g) -> function.at(x[0], x[1])),
        new EnergyGrid.Window(-2.0, 2.0, -1.5, 1.5),
        size);
  }

  @Test
  void aCircleIsOneClosedLine() {
    List<Vector> lines = grid((x, y) -> x * x + y * y, 101).lines(1.0);
    assertThat(lines).hasSize(1);
    Vector line = lines.get(0);
    int n = line.length();
    assertThat(line.get(0)).isEqualTo(line.get(n - 2));
    assertThat(line.get(1)).isEqualTo(line.get(n - 1));
    double length = 0.0;
    for (int k = 0; k + 3 < n; k += 2) {
      // Linear interpolation over a step h is off by h^2 / 8 in the radius, and a little by slant.
      assertThat(Math.hypot(line.get(k), line.get(k + 1)))
          .isCloseTo(1.0, within(1.1 * 0.04 * 0.04 / 8));
      length += Math.hypot(line.get(k + 2) - line.get(k), line.get(k + 3) - line.get(k + 1));
    }
    assertThat(length).isCloseTo(2.0 * Math.PI, within(5e-3));
  }

  @Test
  void theLinesOfASaddleAreOpenAndDoNotCross() {
    List<Vector> lines = grid((x, y) -> x * y, 40).lines(0.1);
    assertThat(lines).hasSize(2);
    for (Vector line : lines) {
      for (int k = 0; k < line.length(); k += 2) {
        assertThat(line.get(k) * line.get(k + 1)).isCloseTo(0.1, within(6e-3));
      }
    }
    // In the cell at the middle all four sides are crossed.
    assertThat(grid((x, y) -> x * y, 40).lines(1e-4)).hasSize(2);
    assertThat(grid((x, y) -> -x * y, 40).lines(1e-4)).hasSize(2);
    assertThat(grid((x, y) -> x * y, 40).lines(50.0)).isEmpty();
  }

  @Test
  void whereTheEnergyIsNoNumberThereIsNoLine() {
    EnergyGrid grid = grid((x, y) -> Math.sqrt(x), 41);
    assertThat(grid.lines(0.5)).hasSize(1);
    assertThat(grid.finite().count()).isEqualTo(21 * 41);
  }

  @Test
  void aWindowAscends() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EnergyGrid.Window(1.0, 1.0, 0.0, 1.0))
        .withMessageContaining("not from 1.0 to 1.0");
  }
}
