package dev.tarn.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.stationary.Tolerances;
import org.junit.jupiter.api.Test;

class FollowSettingsTest {
  private static final FollowSettings DEFAULTS = FollowSettings.defaults();

  private static void rejects(Runnable settings, String message) {
    assertThatThrownBy(settings::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void valuesAreChecked() {
    rejects(() -> DEFAULTS.withMaxStep(0.0), "maxStep is positive, not 0.0");
    rejects(() -> DEFAULTS.withMaxStep(Double.NaN), "maxStep is positive, not NaN");
    rejects(() -> DEFAULTS.withMaxStep(1e-11), "minStep is at most maxStep, 1.0E-11, not 1.0E-10");
    rejects(() -> DEFAULTS.withMaxSize(-1.0), "maxSize is positive, not -1.0");
    rejects(() -> DEFAULTS.withMaxSteps(0), "maxSteps is at least 1, not 0");
    rejects(() -> DEFAULTS.finer(1), "the factor is more than 1, not 1");
    rejects(
        () -> new FollowSettings(0.1, 1e-9, 1.6, 1e-3, 1e4, 10, Tolerances.defaults()),
        "maxTurn lies between 0 and 1.5, not 1.6");
    rejects(
        () -> new FollowSettings(0.1, 1e-9, 0.3, 0.0, 1e4, 10, Tolerances.defaults()),
        "scaleFloor is positive, not 0.0");
    rejects(
        () -> new FollowSettings(0.1, 0.0, 0.3, 1e-3, 1e4, 10, Tolerances.defaults()),
        "minStep is positive, not 0.0");
  }

  @Test
  void finerDividesStepsAndTurns() {
    FollowSettings finer = DEFAULTS.finer(4);
    assertThat(finer.maxStep()).isEqualTo(0.05);
    assertThat(finer.maxTurn()).isEqualTo(0.075);
    assertThat(finer.maxSteps()).isEqualTo(80_000);
  }
}
