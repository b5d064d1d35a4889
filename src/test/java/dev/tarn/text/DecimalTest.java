package dev.tarn.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
  @Property(seed = "1")
  void readsWhatIsWritten(@ForAll double value) {
    assertThat(Decimal.number(Numbers.exact(value)).isPresent()).isEqualTo(Double.isFinite(value));
    if (Double.isFinite(value)) {
      assertThat(Decimal.number(Numbers.exact(value))).contains(value);
    }
  }

  @Property(seed = "1")
  void readsWholeNumbers(@ForAll long value, @ForAll int count) {
    assertThat(Decimal.whole(Long.toString(value))).contains(value);
    assertThat(Decimal.count(Integer.toString(count))).contains(count);
    assertThat(Decimal.count(Long.toString(value)).isPresent()).isEqualTo((int) value == value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "e5",
        "1d",
        "1f",
        "0x10",
        "NaN",
        "Infinity",
        "\u0663",
        "1 ",
        "1,5",
        "--1"
      })
  void nothingElseIsANumber(String text) {
    assertThat(Decimal.number(text)).isEmpty();
    assertThat(Decimal.whole(text)).isEmpty();
    assertThat(Decimal.isNumber(text)).isFalse();
  }

  @Test
  void whatIsTooLargeIsNoNumberEither() {
    assertThat(Decimal.isNumber("1e999")).isTrue();
    assertThat(Decimal.number("1e999")).isEmpty();
    assertThat(Decimal.whole("99999999999999999999")).isEmpty();
    assertThat(Decimal.number("1e-999")).contains(0.0);
  }
}
