package dev.tarn.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @Property(seed = "1")
  void exactTextReadsBackAsTheSameDouble(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      String text = Numbers.exact(value);
      assertThat(Double.doubleToLongBits(Double.parseDouble(text))).isEqualTo(bits);
    }
  }

  @Test
  void exactTextIsTheShortest() {
    assertThat(Numbers.exact(1e-4)).isEqualTo("1e-4");
    assertThat(Numbers.exact(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(Numbers.exact(2e-3)).isEqualTo("0.002");
    // Double.toString gives 1.9999999999999998E23 up to Java 18.
    assertThat(Numbers.exact(Double.parseDouble("2e23"))).isEqualTo("2e23");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 1e-1",
    "1e-4, 1e-4",
    "1e-6, 1e-6",
    "0.0025, 2.5e-3",
    "12, 1.2e1",
    "0.3, 3e-1",
    "1, 1e0",
    "100, 1e2",
    "1.2345e-5, 1.2345e-5",
    "4.9e-324, 4.9e-324",
  })
  void scientificTextIsShortAndSaysTheWholeNumber(double lambda, String text) {
    assertThat(Numbers.scientific(lambda)).isEqualTo(text);
    assertThat(Double.parseDouble(text)).isEqualTo(lambda);
  }

  @Test
  void roundedTextHasTheDigitsAskedFor() {
    assertThat(Numbers.rounded(3.2149e-13, 3)).isEqualTo("3.21e-13");
    assertThat(Numbers.rounded(-2.0, 1)).isEqualTo("-2e+00");
    assertThat(Numbers.fixed(0.25, 3)).isEqualTo("0.250");
    assertThat(Numbers.fixed(1.5e3, 0)).isEqualTo("1500");
  }

  @Test
  void typedTextHasNoPowerOfTenAndNoRounding() {
    assertThat(Numbers.typed(1e-4)).isEqualTo("0.0001");
    assertThat(Numbers.typed(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(Numbers.typed(200.0)).isEqualTo("200");
  }

  @Test
  void cellsOfTablesAreExact() {
    assertThat(Numbers.cell(1e-4)).isEqualTo("1e-4");
    assertThat(Numbers.cell(7)).isEqualTo("7");
    assertThat(Numbers.cell(BigInteger.TEN.pow(20))).isEqualTo("100000000000000000000");
    assertThat(Numbers.known(OptionalDouble.of(0.5))).isEqualTo("0.5");
    assertThat(Numbers.known(OptionalDouble.empty())).isEmpty();
    assertThat(Numbers.plain(2.0)).isEqualTo("2");
  }

  @Test
  void countsHaveTheirNoun() {
    assertThat(Numbers.count(1, "minimum", "minima")).isEqualTo("1 minimum");
    assertThat(Numbers.count(0, "minimum", "minima")).isEqualTo("0 minima");
  }

  @ParameterizedTest
  @CsvSource({"PT0.4S, 0 s", "PT59S, 59 s", "PT3M5S, 3 min 05 s", "PT2H7M, 2 h 07 min"})
  void writesTimes(Duration duration, String text) {
    assertThat(Numbers.time(duration)).isEqualTo(text);
  }
}
