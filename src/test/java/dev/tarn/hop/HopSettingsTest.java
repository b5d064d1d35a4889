package dev.tarn.hop;

import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.stationary.Tolerances;
import dev.tarn.testing.SettingsChecks;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopSettingsTest {
  private static final HopSettings SETTINGS = HopSettings.defaults();

  @Test
  void eachCopyChangesOneComponent() throws ReflectiveOperationException {
    Map<String, Object> changes =
        Map.of(
            "temperature", 0.0,
            "stepSize", 0.25,
            "targetAcceptance", 0.3,
            "adaptationInterval", 0,
            "adaptationFactor", 1.5,
            "pushoff", 0.01,
            "maxPushoffs", 0,
            "tolerances", Tolerances.defaults().withZeroCutoff(0.0),
            "quench", LbfgsSettings.defaults().withMemory(3));
    SettingsChecks.eachCopyChangesOneComponent(SETTINGS, changes);
  }

  @ParameterizedTest
  @CsvSource({
    "temperature, -1.0",
    "temperature, NaN",
    "temperature, Infinity",
    "stepSize, 0.0",
    "stepSize, NaN",
    "stepSize, Infinity",
    "targetAcceptance, 0.0",
    "targetAcceptance, 1.0",
    "targetAcceptance, NaN",
    "adaptationFactor, 1.0",
    "adaptationFactor, NaN",
    "adaptationFactor, Infinity",
    "pushoff, 0.0",
    "pushoff, NaN",
    "pushoff, Infinity"
  })
  void refusesRealsOutOfRange(String component, double value) {
    SettingsChecks.refuses(SETTINGS, component, value);
  }

  @ParameterizedTest
  @CsvSource({"adaptationInterval, -1", "maxPushoffs, -1"})
  void refusesIntegersOutOfRange(String component, int value) {
    SettingsChecks.refuses(SETTINGS, component, value);
  }
}
