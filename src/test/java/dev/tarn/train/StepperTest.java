package dev.tarn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.train.Optimiser.Adam;
import dev.tarn.train.Optimiser.GradientDescent;
import org.junit.jupiter.api.Test;

class StepperTest {

  /** By hand: the first step is rate g / (|g| + epsilon), whatever the decays are. */
  @Test
  void adamsFirstStepHasTheLengthOfTheRate() {
    double[] x = {1.0, 2.0, 3.0};
    Stepper.of(Adam.withRate(0.1), 3).step(x, new double[] {0.5, -4.0, 0.0});
    assertThat(x[0]).isCloseTo(1.0 - 0.1 * 0.5 / (0.5 + 1e-8), within(1e-15));
    assertThat(x[1]).isCloseTo(2.0 + 0.1 * 4.0 / (4.0 + 1e-8), within(1e-15));
    assertThat(x[2]).isEqualTo(3.0);
  }

  /**
   * By hand, gradients 1 and then -3: m = 0.9 * 0.1 - 0.1 * 3 = -0.21, v = 0.999 * 0.001 + 0.001 *
   * 9 = 0.009999; corrected by 1 - 0.81 and 1 - 0.998001.
   */
  @Test
  void adamsSecondStep() {
    Stepper adam = Stepper.of(Adam.withRate(0.01), 1);
    double[] x = {0.0};
    adam.step(x, new double[] {1.0});
    double first = x[0];
    adam.step(x, new double[] {-3.0});
    double mean = -0.21 / 0.19;
    double square = 0.009999 / 0.001999;
    assertThat(x[0] - first).isCloseTo(-0.01 * mean / (Math.sqrt(square) + 1e-8), within(1e-14));
  }

  @Test
  void momentumKeepsAShareOfTheLastStep() {
    Stepper descent = Stepper.of(new GradientDescent(0.5, 0.9), 1);
    double[] x = {10.0};
    descent.step(x, new double[] {2.0});
    assertThat(x[0]).isEqualTo(9.0);
    descent.step(x, new double[] {4.0});
    // v = 0.9 * -1 - 0.5 * 4
    assertThat(x[0]).isCloseTo(9.0 - 2.9, within(1e-14));
  }

  @Test
  void badInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GradientDescent(0.0, 0.5))
        .withMessage("the learning rate is positive, not 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GradientDescent(0.1, 1.0))
        .withMessage("momentum is from 0 to below 1, not 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> Adam.withRate(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.1, -0.1, 0.9, 1e-8))
        .withMessage("beta1 is from 0 to below 1, not -0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.1, 0.9, 1.0, 1e-8))
        .withMessage("beta2 is from 0 to below 1, not 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.1, 0.9, 0.9, 0.0))
        .withMessage("epsilon is positive, not 0.0");
  }
}
