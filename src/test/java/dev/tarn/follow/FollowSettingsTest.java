package dev.tarn.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.stationary.Tolerances;
import dev.tarn.testing.SettingsChecks;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowSettingsTest {
  private static final FollowSettings DEFAULTS = FollowSettings.defaults();

  private static void rejects(Runnable settings, String message) {
    assertThatThrownBy(settings::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void eachCopyChangesOneComponent() throws ReflectiveOperationException {
    SettingsChecks.eachCopyChangesOneComponent(
        DEFAULTS,
        Map.of(
            "maxStep",
            0.1,
            "minStep",
            1e-9,
            "maxTurn",
            0.2,
            "scaleFloor",
            1e-2,
            "maxSize",
            1e3,
            "maxSteps",
            10,
            "tolerances",
            Tolerances.defaults().withGradient(1e-9)));
  }

  @Test
  void valuesAreChecked() {
    rejects(() -> DEFAULTS.withMaxStep(0.0), "maxStep is positive, not 0.0");
    rejects(() -> DEFAULTS.withMaxStep(Double.NaN), "maxStep is positive, not NaN");
    rejects(() -> DEFAULTS.withMaxStep(1e-11), "minStep is at most maxStep, 1.0E-11, not 1.0E-10");
    rejects(() -> DEFAULTS.withMaxSize(-1.0), "maxSize is positive, not -1.0");
    rejects(() -> DEFAULTS.withMaxSteps(0), "maxSteps is at least 1, not 0");
    rejects(() -> DEFAULTS.finer(1), "the factor is more than 1, not 1");
    rejects(() -> DEFAULTS.withMaxTurn(1.6), "maxTurn lies between 0 and 1.5, not 1.6");
    rejects(() -> DEFAULTS.withScaleFloor(0.0), "scaleFloor is positive, not 0.0");
    rejects(() -> DEFAULTS.withMinStep(0.0), "minStep is positive, not 0.0");
  }

  @Test
  void finerDividesStepsAndTurns() {
    FollowSettings finer = DEFAULTS.finer(4);
    assertThat(finer.maxStep()).isEqualTo(0.05);
    assertThat(finer.maxTurn()).isEqualTo(0.075);
    assertThat(finer.maxSteps()).isEqualTo(80_000);
  }
}
