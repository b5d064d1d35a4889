package dev.tarn.plot.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RangeTest {
  @Test
  void endsAreThoseGivenElseThoseOfTheValues() {
    Range upTo = new Range(false, Optional.empty(), Optional.of(3.0));
    Axis axis = Axis.in(upTo, "E", 1.0, 2.0);
    assertThat(axis.low()).isBetween(0.9, 1.0);
    assertThat(axis.high()).isEqualTo(3.0);
    assertThat(axis.scale()).isEqualTo(Axis.Scale.LINEAR);
  }

  @Test
  void logarithmsGiveZeroAPlaceWhereThereIsOne() {
    Range all = Range.ofLogarithms();
    assertThat(Axis.in(all, "E", 1.0, 2.0).scale()).isEqualTo(Axis.Scale.LOGARITHMIC);
    Axis withZero = Axis.in(all, "E", 0.0, 1.0, 2.0);
    assertThat(withZero.scale()).isEqualTo(Axis.Scale.LOGARITHMIC_AND_ZERO);
    assertThat(withZero.low()).isEqualTo(1.0);
    assertThat(Axis.in(all, "E", 0.0).shows(0.0)).isTrue();
  }

  @Test
  void endsThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(false, Optional.of(2.0), Optional.of(1.0)))
        .withMessage("the axis goes from a lower to a higher number, not from 2.0 to 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(false, Optional.of(Double.NaN), Optional.empty()))
        .withMessageContaining("not from NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(true, Optional.of(0.0), Optional.empty()))
        .withMessage("a logarithmic axis begins above 0, not at 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Axis.in(new Range(false, Optional.of(5.0), Optional.empty()), "E", 1.0, 2.0))
        .withMessageStartingWith("nothing to show: the values go from 0.96 to 2.04");
  }
}
