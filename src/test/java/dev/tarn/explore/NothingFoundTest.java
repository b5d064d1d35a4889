package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.explore.Exploration.Status;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Evaluator;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.testing.Fake;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions without a proper stationary point: each run says so, and why. */
class NothingFoundTest {
  private static final ExplorerSettings QUICK = ExplorerSettings.defaults().withEffort(Effort.LOW);

  /** What is not finite, not bounded below, without curvature, or not smooth. */
  enum Empty {
    NOT_A_NUMBER(
        (x, gradient) -> {
          Arrays.fill(gradient, Double.NaN);
          return Double.NaN;
        }),
    SLOPE(
        (x, gradient) -> {
          Arrays.fill(gradient, 1.0);
          return x[0] + x[1];
        }),
    FALLING_EXPONENTIAL(
        (x, gradient) -> {
          gradient[0] = -StrictMath.exp(-x[0]);
          gradient[1] = 2.0 * x[1];
          return StrictMath.exp(-x[0]) + x[1] * x[1];
        }),
    CONES(
        (x, gradient) -> {
          gradient[0] = Math.signum(x[0]);
          gradient[1] = Math.signum(x[1]);
          return Math.abs(x[0]) + Math.abs(x[1]);
        }),
    MONKEY_SADDLE(
        (x, gradient) -> {
          gradient[0] = 3.0 * (x[0] * x[0] - x[1] * x[1]);
          gradient[1] = -6.0 * x[0] * x[1];
          return x[0] * x[0] * x[0] - 3.0 * x[0] * x[1] * x[1];
        });

    @SuppressWarnings("ImmutableEnumChecker") // Lambda expressions without a state.
    private final Evaluator evaluator;

    Empty(Evaluator evaluator) {
      this.evaluator = evaluator;
    }
  }

  @ParameterizedTest
  @EnumSource(Empty.class)
  void everySearchFailsAndTheRunSaysSo(Empty empty) {
    Potential potential = Fake.of(2, empty.evaluator);
    Landscape landscape = Landscape.of(potential);
    Exploration end = new Explorer(potential, QUICK).explore(landscape);
    assertThat(landscape.points()).isEmpty();
    assertThat(end.status()).isEqualTo(Status.NOTHING_FOUND);
    long searches = end.progress().searches();
    assertThat(end.failures().all() + end.degenerate()).isEqualTo(searches);
    assertThat(end.reason()).contains("no stationary point in " + searches + " searches");
    switch (empty) {
      case NOT_A_NUMBER -> {
        assertThat(end.failures().notFinite()).isEqualTo(searches);
        assertThat(end.reason()).contains("where searches start");
      }
      default -> assertThat(end.reason()).contains("did not converge");
    }
  }

  /** The one point of {@code -x^2 - y^2} is a maximum: an enumeration finds it. */
  @Test
  void aMaximumIsNoMinimum() {
    Potential hill = Fake.quadratic(-2.0, -2.0);
    Landscape explored = Landscape.of(hill);
    assertThat(new Explorer(hill, QUICK).explore(explored).status())
        .isEqualTo(Status.NOTHING_FOUND);
    Landscape enumerated = Landscape.of(hill);
    new Explorer(hill, QUICK.enumerating(Integer.MAX_VALUE)).explore(enumerated);
    assertThat(enumerated.points()).extracting(StationaryPoint::index).containsExactly(2);
  }

  /**
   * A flat top for {@code |x| <= 1} with wells at 2.5: differences that reach over its edge see a
   * curvature that is not there.
   */
  @Test
  void theEdgeOfAPlateauIsNoTransitionState() {
    Potential plateau =
        Fake.of(
            2,
            (x, gradient) -> {
              double t = Math.max(0.0, Math.abs(x[0]) - 1.0);
              gradient[0] = Math.signum(x[0]) * (-3.0 * t * t + 2.0 * t * t * t);
              gradient[1] = 2.0 * x[1];
              return 1.0 - t * t * t + 0.5 * t * t * t * t + x[1] * x[1];
            });
    Landscape landscape = Landscape.of(plateau);
    Exploration end = new Explorer(plateau, QUICK).explore(landscape);
    assertThat(landscape.transitionStates()).isEmpty();
    assertThat(landscape.minima()).hasSize(2);
    assertThat(end.degenerate()).isPositive();
  }
}
