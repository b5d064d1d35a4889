package dev.tarn.stationary;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.testing.SettingsChecks;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TolerancesTest {
  private static final Tolerances DEFAULTS = Tolerances.defaults();

  @Test
  void eachCopyChangesOneComponent() throws ReflectiveOperationException {
    SettingsChecks.eachCopyChangesOneComponent(
        DEFAULTS,
        Map.of(
            "gradient", 1e-10, "step", 1e-6, "zeroCutoff", 0.0, "energy", 1e-9, "distance", 1e-4));
  }

  @ParameterizedTest
  @CsvSource({
    "gradient, 0.0",
    "gradient, NaN",
    "step, -1.0",
    "step, Infinity",
    "energy, 0.0",
    "distance, 0.0"
  })
  void refusesWhatIsOutOfRange(String component, double value) {
    SettingsChecks.refuses(DEFAULTS, component, value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesACutoffThatMeansNothing(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withZeroCutoff(value))
        .withMessage("the zero cutoff is 0 or more, not " + value);
  }
}
