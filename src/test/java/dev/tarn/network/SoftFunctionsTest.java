package dev.tarn.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Against {@link StrictMath}, which is within one unit in the last place of the exact values. */
class SoftFunctionsTest {

  private static void assertAccurate(
      DoubleUnaryOperator actual, DoubleUnaryOperator exact, double from, double to) {
    for (double x = from; x < to; x = x * 1.013 + 1e-320) {
      double expected = exact.applyAsDouble(x);
      double error = Math.abs(actual.applyAsDouble(x) - expected);
      assertThat(error).as("at %s", x).isLessThanOrEqualTo(5.0 * Math.ulp(expected));
    }
  }

  @Test
  void logarithmIsAccurate() {
    assertAccurate(SoftFunctions::log1p, StrictMath::log1p, 1e-310, 1e3);
    assertThat(SoftFunctions.log1p(0.0)).isZero();
    assertThat(SoftFunctions.log1p(1.0)).isEqualTo(StrictMath.log(2.0));
    assertThat(SoftFunctions.log1p(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(SoftFunctions.log1p(Double.NaN)).isNaN();
  }

  @Test
  void logarithmFromOneOnIsAccurate() {
    assertAccurate(e -> SoftFunctions.log(1.0 + e), e -> StrictMath.log(1.0 + e), 1e-16, 1e3);
    for (int k = 0; k <= 16 * 128; k++) {
      double edge = 1.0 + k / 128.0;
      assertAccurate(SoftFunctions::log, StrictMath::log, edge, Math.nextUp(edge));
      assertAccurate(SoftFunctions::log, StrictMath::log, Math.nextUp(edge), edge + 1e-15);
    }
    assertThat(SoftFunctions.log(1.0)).isZero();
    assertThat(SoftFunctions.log(Double.MAX_VALUE)).isEqualTo(StrictMath.log(Double.MAX_VALUE));
    assertThat(SoftFunctions.log(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(SoftFunctions.log(Double.NaN)).isNaN();
  }

  @Test
  void exponentialLessOneIsAccurate() {
    assertAccurate(SoftFunctions::expOfMinusLessOne, x -> StrictMath.expm1(-x), 1e-310, 1e3);
    assertThat(SoftFunctions.expOfMinusLessOne(0.0)).isZero();
    assertThat(SoftFunctions.expOfMinusLessOne(Double.NaN)).isNaN();
  }

  @Test
  void logisticNeverOverflows() {
    assertThat(SoftFunctions.logistic(0.0)).isEqualTo(0.5);
    assertThat(SoftFunctions.logistic(1e9)).isOne();
    assertThat(SoftFunctions.logistic(-1e9)).isZero();
    assertThat(SoftFunctions.logistic(-40.0)).isEqualTo(StrictMath.exp(-40.0));
    assertThat(SoftFunctions.logistic(Double.NaN)).isNaN();
  }
}
