package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegularisationTest {

  @ParameterizedTest
  @EnumSource
  void labelLeadsBack(Regularisation value) {
    assertThat(Regularisation.of(value.label())).isSameAs(value);
  }

  @Test
  void labelsAreThoseOfDatabases() {
    assertThat(Regularisation.ALL.label()).isEqualTo("all");
    assertThat(Regularisation.LINKS.label()).isEqualTo("links");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ALL", "weights"})
  void refusesOtherLabels(String label) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Regularisation.of(label))
        .withMessageContaining("\"all\" or \"links\"")
        .withMessageContaining("\"" + label + "\"");
  }
}
