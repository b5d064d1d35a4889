package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.testing.Inputs;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ElementaryFunctionsTest {
  // The documented errors of ours, 4 and 2 units in the last place, and of StrictMath, 2.5 and 1.
  private static final double TANH_UNITS = 4.0 + 2.5;
  private static final double EXPONENTIAL_UNITS = 2.0 + 1.0;

  @Test
  void tanhAgreesWithStrictMath() {
    for (int k = -400_000; k <= 400_000; k++) {
      assertTanh(k * 5.7e-5);
    }
    for (double x = 1e-300; x < 1.0; x *= 1.37) {
      assertTanh(x);
      assertTanh(-x);
    }
  }

  @Test
  void tanhHoldsAtTheEdgesOfItsTable() {
    for (int k = 0; k <= 20 * 512; k++) {
      double edge = k / 512.0;
      assertTanh(edge);
      assertTanh(Math.nextUp(edge));
      assertTanh(Math.nextDown(edge));
    }
  }

  @Test
  void tanhIsOddToTheLastBit() {
    for (double x = 1e-9; x < 30.0; x *= 1.01) {
      assertThat(ElementaryFunctions.tanh(-x)).isEqualTo(-ElementaryFunctions.tanh(x));
    }
  }

  @Test
  void tanhOfHostileInputsIsThatOfStrictMath() {
    for (double x : Inputs.hostile()) {
      // The sign of a zero is not kept.
      assertSameBits(x, ElementaryFunctions.tanh(x), x == 0.0 ? 0.0 : StrictMath.tanh(x));
    }
  }

  /**
   * Whatever instructions the compiler makes of the loops, and however many components there are.
   */
  @Test
  void tanhOfAVectorHasTheBitsOfItsComponents() {
    double[] hostile = Inputs.hostile();
    SplittableRandom random = new SplittableRandom(17);
    for (int n = 0; n < 3000; n++) {
      double[] x = new double[n % 40];
      for (int i = 0; i < x.length; i++) {
        x[i] =
            random.nextInt(8) == 0
                ? hostile[random.nextInt(hostile.length)]
                : random.nextDouble(-25.0, 25.0);
      }
      double[] given = x.clone();
      double[] h = new double[x.length];
      ElementaryFunctions.tanh(x, h, new double[x.length], x.length);
      assertThat(x).isEqualTo(given);
      for (int i = 0; i < x.length; i++) {
        assertSameBits(x[i], h[i], ElementaryFunctions.tanh(x[i]));
      }
    }
  }

  @Test
  void tanhNeverLeavesTheUnitInterval() {
    for (double x = 15.0; x < 22.0; x += 1e-3) {
      assertThat(ElementaryFunctions.tanh(x)).isLessThanOrEqualTo(1.0);
    }
  }

  @Test
  void exponentialAgreesWithStrictMath() {
    for (int k = 0; k <= 700_000; k++) {
      assertExponential(k * 1.0003e-3);
    }
    for (double x = 1e-300; x < 1.0; x *= 1.37) {
      assertExponential(x);
    }
    for (double x = 690.0; x < 750.0; x += 0.01) {
      assertExponential(x);
    }
  }

  @Test
  void exponentialHoldsAtTheEdgesOfItsTable() {
    for (int k = 0; k < 512 * 1000; k++) {
      double edge = (k + 0.5) * (StrictMath.log(2.0) / 512.0);
      assertExponential(edge);
      assertExponential(Math.nextUp(edge));
      assertExponential(Math.nextDown(edge));
    }
  }

  @Test
  void exponentialOfHostileInputsIsThatOfStrictMath() {
    for (double x : Inputs.hostile()) {
      double magnitude = Math.abs(x);
      assertSameBits(x, ElementaryFunctions.expOfMinus(magnitude), StrictMath.exp(-magnitude));
    }
    assertThat(ElementaryFunctions.expOfMinus(0.0)).isEqualTo(1.0);
  }

  private static void assertSameBits(double x, double actual, double expected) {
    assertThat(Double.doubleToLongBits(actual))
        .as("at %s: %s, not %s", x, actual, expected)
        .isEqualTo(Double.doubleToLongBits(expected));
  }

  private static void assertTanh(double x) {
    assertNear("tanh", x, ElementaryFunctions.tanh(x), StrictMath.tanh(x), TANH_UNITS);
  }

  private static void assertExponential(double x) {
    assertNear(
        "exp of minus",
        x,
        ElementaryFunctions.expOfMinus(x),
        StrictMath.exp(-x),
        EXPONENTIAL_UNITS);
  }

  /** A plain comparison first: a million assertion objects would take seconds. */
  private static void assertNear(
      String name, double x, double actual, double expected, double units) {
    if (!(Math.abs(actual - expected) <= units * Math.ulp(expected))) {
      assertThat(actual).as("%s %s", name, x).isEqualTo(expected);
    }
  }
}
