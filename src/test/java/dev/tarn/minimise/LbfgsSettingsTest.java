package dev.tarn.minimise;

import dev.tarn.testing.SettingsChecks;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LbfgsSettingsTest {
  private static final LbfgsSettings SETTINGS = LbfgsSettings.defaults();

  @Test
  void eachCopyChangesOneComponent() throws ReflectiveOperationException {
    Map<String, Object> changes =
        Map.of(
            "tolerance", 0.0,
            "maxIterations", 3,
            "memory", 1,
            "initialDiagonal", 0.5,
            "maxStep", 7.0,
            "maxRise", 0.0);
    SettingsChecks.eachCopyChangesOneComponent(SETTINGS, changes);
  }

  @ParameterizedTest
  @CsvSource({
    "tolerance, -1e-9",
    "tolerance, NaN",
    "initialDiagonal, 0.0",
    "initialDiagonal, NaN",
    "maxStep, 0.0",
    "maxStep, NaN",
    "maxRise, -1.0",
    "maxRise, NaN"
  })
  void refusesRealsOutOfRange(String component, double value) {
    SettingsChecks.refuses(SETTINGS, component, value);
  }

  @ParameterizedTest
  @CsvSource({"maxIterations, 0", "memory, 0", "memory, -2"})
  void refusesIntegersOutOfRange(String component, int value) {
    SettingsChecks.refuses(SETTINGS, component, value);
  }
}
