package dev.tarn.hop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.testing.SettingsChecks;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemperingSettingsTest {
  private static final TemperingSettings SETTINGS = TemperingSettings.defaults();

  @Test
  void eachCopyChangesOneComponent() throws ReflectiveOperationException {
    Map<String, Object> changes =
        Map.of(
            "hop",
            HopSettings.defaults().withTemperature(0.2),
            "walkers",
            7,
            "highestTemperature",
            3.0,
            "exchangeInterval",
            1);
    SettingsChecks.eachCopyChangesOneComponent(SETTINGS, changes);
  }

  @Test
  void temperaturesAreGeometric() {
    TemperingSettings settings = SETTINGS.withWalkers(5).withHighestTemperature(0.16);
    double[] expected = {0.01, 0.02, 0.04, 0.08, 0.16};
    for (int k = 0; k < 5; k++) {
      assertThat(settings.temperature(k)).isCloseTo(expected[k], within(1e-15));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.001, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesHighestTemperaturesThatAreNotTheHighest(double value) {
    SettingsChecks.refuses(SETTINGS, "highestTemperature", value);
  }

  @ParameterizedTest
  @CsvSource({"walkers, 1", "walkers, 0", "exchangeInterval, 0"})
  void refusesIntegersOutOfRange(String component, int value) {
    SettingsChecks.refuses(SETTINGS, component, value);
  }

  @Test
  void refusesZeroAsTheLowestTemperature() {
    HopSettings cold = HopSettings.defaults().withTemperature(0.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.withHop(cold))
        .withMessageContaining("lowest temperature is positive")
        .withMessageContaining("0.0");
  }
}
