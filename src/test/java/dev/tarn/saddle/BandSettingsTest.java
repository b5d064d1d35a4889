package dev.tarn.saddle;

import dev.tarn.testing.SettingsChecks;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandSettingsTest {
  private static final BandSettings DEFAULTS = BandSettings.defaults();

  @Test
  void eachCopyChangesOneComponent() throws ReflectiveOperationException {
    SettingsChecks.eachCopyChangesOneComponent(
        DEFAULTS,
        Map.of(
            "images",
            3,
            "maxIterations",
            5,
            "tolerance",
            0.0,
            "springConstant",
            2.0,
            "maxStep",
            0.1));
  }

  @ParameterizedTest
  @CsvSource({"tolerance, -1.0", "tolerance, NaN", "springConstant, 0.0", "maxStep, NaN"})
  void refusesWhatIsOutOfRange(String component, double value) {
    SettingsChecks.refuses(DEFAULTS, component, value);
  }
}
