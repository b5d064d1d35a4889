package dev.tarn.saddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClimbTest {

  @Test
  void withoutARadiusAStepIsNewtonsOrThreeTenthsOfTheLongest() {
    Climb climb = new Climb(2.0, false);
    climb.begin();
    // On the parabola -x²/2 + x the top lies at 1; the step is shorter by design.
    assertThat(climb.step(1e-6, -1.0)).isCloseTo(1e-6, within(1e-17));
    // However steep the slope, the formula's step is no longer than 1.
    assertThat(climb.step(-100.0, -1.0))
        .isCloseTo(-200.0 / (1.0 + Math.sqrt(40_001.0)), within(1e-15));
    assertThat(new Climb(0.5, false).step(-100.0, -1.0)).isEqualTo(-0.5);
    assertThat(climb.step(1e-9, 3.0)).isEqualTo(0.6);
    climb.arrived(100.0);
    assertThat(climb.step(-1e-9, 3.0)).isEqualTo(-0.6);
  }

  @Test
  void theRadiusFollowsTheSlopeAtTheFirstPointAlone() {
    Climb climb = new Climb(1.0, true);
    climb.begin();
    assertThat(climb.step(1.0, 2.0)).isEqualTo(0.1);
    // The curvature has told the slope 1.2.
    climb.arrived(1.2);
    climb.arrived(-5.0);
    assertThat(climb.radius()).isCloseTo(0.15, within(1e-15));
    assertThat(climb.step(1.0, 2.0)).isCloseTo(0.15, within(1e-15));
    climb.arrived(-1.0);
    assertThat(climb.radius()).isCloseTo(0.075, within(1e-15));
    climb.step(1.0, 2.0);
    climb.arrived(2.0);
    assertThat(climb.radius()).isCloseTo(0.075, within(1e-15));
    climb.begin();
    assertThat(climb.radius()).isEqualTo(0.1);
  }

  @Test
  void theRadiusStaysWithinItsLimits() {
    Climb climb = new Climb(1.0, true);
    climb.begin();
    for (int k = 0; k < 40; k++) {
      climb.step(1.0, 1.0);
      climb.arrived(-1.0);
    }
    assertThat(climb.radius()).isEqualTo(1e-3);
    for (int k = 0; k < 40; k++) {
      climb.arrived(1.0 + climb.step(1.0, 1.0));
    }
    assertThat(climb.radius()).isEqualTo(1.0);
  }
}
