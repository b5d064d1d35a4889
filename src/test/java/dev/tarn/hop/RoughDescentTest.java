package dev.tarn.hop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.minimise.LbfgsSettings;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Quenches that begin on a cheaper potential. */
class RoughDescentTest {
  private static final int N = 4;

  /** {@code sum (x_i - shift)^4 + (x_i - shift)^2 / 2}, which counts its gradients. */
  private static Potential bowl(double shift, AtomicInteger count) {
    Evaluator evaluator =
        (x, gradient) -> {
          count.incrementAndGet();
          double energy = 0.0;
          for (int i = 0; i < N; i++) {
            double d = x[i] - shift;
            energy += d * d * d * d + 0.5 * d * d;
            gradient[i] = 4.0 * d * d * d + d;
          }
          return energy;
        };
    return Potential.of(N, () -> evaluator);
  }

  /** Beside the other minimum the gradient of either is about the shift: nothing more is known. */
  @Test
  void goesDownToTheErrorAndNoFurther() {
    AtomicInteger whole = new AtomicInteger();
    AtomicInteger cheap = new AtomicInteger();
    double[] x = {7.0, -8.0, 9.0, 5.0};
    new RoughDescent(bowl(0.0, whole), bowl(1e-3, cheap), LbfgsSettings.defaults()).descend(x);
    for (double value : x) {
      assertThat(value).isCloseTo(0.0, within(5e-3));
    }
    assertThat(cheap.get()).isGreaterThan(2 * whole.get());
  }

  @Test
  void staysWhereItsGradientSaysNothing() {
    double[] x = {0.1, 0.1, 0.1, 0.1};
    AtomicInteger count = new AtomicInteger();
    new RoughDescent(bowl(0.0, count), bowl(1.0, count), LbfgsSettings.defaults()).descend(x);
    assertThat(x).containsExactly(0.1, 0.1, 0.1, 0.1);
  }

  @Test
  void theMinimumIsThatOfTheWholeAtLessOfItsGradients() {
    AtomicInteger alone = new AtomicInteger();
    AtomicInteger whole = new AtomicInteger();
    AtomicInteger cheap = new AtomicInteger();
    double[] start = {7.0, -8.0, 9.0, 5.0};
    BasinHopping plain = new BasinHopping(bowl(0.0, alone), HopSettings.defaults());
    BasinHopping begun =
        new BasinHopping(bowl(0.0, whole), HopSettings.defaults()).beginningOn(bowl(1e-3, cheap));
    alone.set(0);
    whole.set(0);
    plain.run(start, RandomStreams.of(1, 0), HopLimits.steps(1), step -> {});
    BasinHopping.Result result =
        begun.run(start, RandomStreams.of(1, 0), HopLimits.steps(1), step -> {});
    for (double value : result.best().orElseThrow().coordinates()) {
      assertThat(value).isCloseTo(0.0, within(1e-12));
    }
    assertThat(whole.get()).isLessThan(alone.get());
    assertThat(cheap.get()).isPositive();
  }

  @Test
  void anotherNumberOfVariablesIsRefused() {
    AtomicInteger count = new AtomicInteger();
    BasinHopping hopping = new BasinHopping(bowl(0.0, count), HopSettings.defaults());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hopping.beginningOn(Potential.of(3, () -> (x, g) -> 0.0)))
        .withMessage("a potential of 4 variables is wanted, not of 3");
  }
}
