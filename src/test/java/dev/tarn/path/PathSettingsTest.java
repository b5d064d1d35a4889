package dev.tarn.path;

import dev.tarn.testing.SettingsChecks;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathSettingsTest {
  private static final PathSettings DEFAULTS = PathSettings.defaults();

  @Test
  void eachCopyChangesOneComponent() throws ReflectiveOperationException {
    SettingsChecks.eachCopyChangesOneComponent(
        DEFAULTS,
        Map.of(
            "maxStep",
            0.1,
            "accuracy",
            0.05,
            "maxPushoff",
            0.01,
            "maxSteps",
            10,
            "maxForks",
            1,
            "quenchAfter",
            5));
  }

  @ParameterizedTest
  @CsvSource({"maxStep, 0.0", "maxStep, NaN", "accuracy, 0.0", "accuracy, 1.0", "maxPushoff, -1.0"})
  void refusesWhatIsOutOfRange(String component, double value) {
    SettingsChecks.refuses(DEFAULTS, component, value);
  }
}
