package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XorParametersTest {
  private final XorParameters two = new XorParameters(2);

  @Test
  void orderIsUnitByUnitThenTheOutputBiases() {
    assertThat(two.dimension()).isEqualTo(12);
    assertThat(two.names())
        .containsExactly(
            "output[0][0]",
            "output[1][0]",
            "hidden[0][0]",
            "hidden[0][1]",
            "hiddenBias[0]",
            "output[0][1]",
            "output[1][1]",
            "hidden[1][0]",
            "hidden[1][1]",
            "hiddenBias[1]",
            "outputBias[0]",
            "outputBias[1]");
    assertThat(two.output(1, 1)).isEqualTo(6);
    assertThat(two.hidden(1, 0)).isEqualTo(7);
    assertThat(two.hiddenBias(1)).isEqualTo(9);
    assertThat(two.outputBias(1)).isEqualTo(11);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_001})
  void refusesNumbersOfUnitsOutOfRange(int hidden) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new XorParameters(hidden))
        .withMessageContaining("hidden units")
        .withMessageContaining(String.valueOf(hidden));
  }

  @Test
  void refusesIndicesOutOfRange() {
    assertOutOfBounds("output", () -> two.output(2, 0));
    assertOutOfBounds("hidden unit", () -> two.output(0, 2));
    assertOutOfBounds("hidden unit", () -> two.hidden(-1, 0));
    assertOutOfBounds("input", () -> two.hidden(0, 2));
    assertOutOfBounds("hidden unit", () -> two.hiddenBias(2));
    assertOutOfBounds("output", () -> two.outputBias(-1));
  }

  private static void assertOutOfBounds(String what, IntSupplier access) {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(access::getAsInt)
        .withMessageContaining("the " + what + " is from 0 to 1");
  }

  @Test
  void paddingAddsZeroUnitsBeforeTheOutputBiases() {
    double[] x = {1, 2, 3, 4, 5, 6, 7};
    assertThat(new XorParameters(1).pad(x, 1)).containsExactly(1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 6, 7);
    assertThat(new XorParameters(1).pad(x, 0)).containsExactly(x).isNotSameAs(x);
  }

  @Test
  void refusesBadPadding() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.pad(new double[12], -1))
        .withMessageContaining("-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.pad(new double[7], 1))
        .withMessageContaining("12")
        .withMessageContaining("7");
  }

  @Test
  void connectedUnitsHaveAWeightBeyondTheCutoff() {
    double[] x = new double[12];
    assertThat(two.connectedUnits(x, 0.0)).isEmpty();
    x[two.hiddenBias(1)] = -1e-9;
    assertThat(two.connectedUnits(x, 1e-10)).containsExactly(1);
    assertThat(two.connectedUnits(x, 1e-9)).isEmpty();
    x[two.output(0, 0)] = 1.0;
    assertThat(two.connectedUnits(x, 1e-10)).containsExactly(0, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> two.connectedUnits(new double[7], 0.0));
  }

  @Test
  void lengthIsCheckedWithAMessageThatShowsBoth() {
    two.checkLength(new double[12]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.checkLength(new double[] {1.5, 2.5}))
        .withMessageContaining("12 parameters, not 2")
        .withMessageContaining("1.5");
  }
}
