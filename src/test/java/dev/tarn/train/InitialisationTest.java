package dev.tarn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tarn.job.RandomStreams;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Layout;
import dev.tarn.network.OutputLayer;
import dev.tarn.train.Initialisation.Law;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitialisationTest {
  private static Layout layout(int... widths) {
    return Layout.byLayer(Architecture.of(3, Activation.TANH, widths, 2, OutputLayer.SOFTMAX));
  }

  private static double[] drawn(Initialisation how, Layout layout, long seed) {
    double[] x = new double[layout.dimension()];
    how.draw(layout, RandomStreams.of(seed, 0), x);
    return x;
  }

  /** Links and biases of layer 1, which is 3 to 1000; then the links of layer 2, 1000 to 2. */
  private static double[] links(Layout layout, double[] x, int layer) {
    int units = layout.architecture().widths().get(layer);
    int below = layout.architecture().widths().get(layer - 1);
    double[] links = new double[units * below];
    for (int j = 0; j < units; j++) {
      for (int k = 0; k < below; k++) {
        links[j * below + k] = x[layout.link(layer, j, k)];
      }
    }
    return links;
  }

  private static double deviation(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
  }

  @ParameterizedTest
  @EnumSource(Law.class)
  void variancesAreThoseOfThePapers(Law law) {
    Layout layout = layout(1000);
    double[] x = drawn(Initialisation.of(law, 1.0), layout, 5);
    for (int layer = 1; layer <= 2; layer++) {
      double in = layer == 1 ? 3.0 : 1000.0;
      double out = layer == 1 ? 1000.0 : 2.0;
      double expected =
          switch (law) {
            case NORMAL -> 1.0;
            case UNIFORM -> Math.sqrt(1.0 / 3.0);
            case GLOROT_UNIFORM, GLOROT_NORMAL -> Math.sqrt(2.0 / (in + out));
            case HE_UNIFORM, HE_NORMAL -> Math.sqrt(2.0 / in);
          };
      // 2000 numbers and more: five standard errors.
      assertThat(deviation(links(layout, x, layer)) / expected).isBetween(0.92, 1.08);
    }
  }

  @Test
  void uniformLawsKeepTheirBoundsAndComeNearThem() {
    Layout layout = layout(50);
    double[] glorot = drawn(Initialisation.of(Law.GLOROT_UNIFORM, 1.0), layout, 1);
    double bound = Math.sqrt(6.0 / 53.0);
    assertThat(Arrays.stream(links(layout, glorot, 1)).map(Math::abs).max().orElseThrow())
        .isBetween(0.95 * bound, bound);
    double[] he = drawn(Initialisation.of(Law.HE_UNIFORM, 0.5), layout, 1);
    double half = 0.5 * Math.sqrt(2.0);
    assertThat(Arrays.stream(links(layout, he, 1)).map(Math::abs).max().orElseThrow())
        .isBetween(0.95 * half, half);
  }

  @Test
  void biasesAreZeroUnlessDrawn() {
    Layout layout = layout(4, 5);
    Initialisation how = Initialisation.of(Law.HE_NORMAL, 1.0);
    double[] without = drawn(how, layout, 2);
    double[] with = drawn(how.withBiases(), layout, 2);
    for (int l = 1; l <= 3; l++) {
      for (int j = 0; j < layout.architecture().widths().get(l); j++) {
        assertThat(without[layout.bias(l, j)]).isZero();
        assertThat(with[layout.bias(l, j)]).isNotZero();
      }
    }
    assertThat(Arrays.stream(links(layout, without, 2))).doesNotContain(0.0);
  }

  @Property(tries = 30, seed = "1")
  void theScaleIsAFactor(@ForAll Law law, @ForAll @IntRange(min = 1, max = 9) int units) {
    Layout layout = layout(units);
    double[] one = drawn(Initialisation.of(law, 1.0).withBiases(), layout, units);
    double[] four = drawn(Initialisation.of(law, 4.0).withBiases(), layout, units);
    for (int i = 0; i < one.length; i++) {
      assertThat(four[i]).isEqualTo(4.0 * one[i]);
    }
  }

  @ParameterizedTest
  @EnumSource(Law.class)
  void labelsReadBack(Law law) {
    assertThat(Law.of(law.label())).isEqualTo(law);
  }

  @Test
  void badInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Initialisation.of(Law.NORMAL, 0.0))
        .withMessage("the scale of the initialisation is positive, not 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Initialisation.of(Law.NORMAL, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Initialisation.of(Law.UNIFORM, Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Law.of("xavier"))
        .withMessage(
            "the initialisation is one of normal, uniform, glorot-uniform, glorot-normal, "
                + "he-uniform, he-normal, not \"xavier\"");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Initialisation.of(Law.NORMAL, 1.0)
                    .draw(layout(2), RandomStreams.of(1, 1), new double[3]));
  }
}
