package dev.tarn.linear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LbfgsDirectionTest {

  @Test
  void emptyHistoryGivesTheScaledSteepestDescent() {
    LbfgsDirection history = new LbfgsDirection(2, 3, 0.5);
    assertThat(history.isEmpty()).isTrue();
    assertThat(direction(history, 4.0, -2.0)).containsExactly(-2.0, 1.0);
  }

  @Test
  void gradientIsNotModified() {
    LbfgsDirection history = new LbfgsDirection(1, 3, 0.5);
    double[] gradient = {4.0};
    history.direction(gradient, new double[1]);
    assertThat(gradient).containsExactly(4.0);
  }

  @Test
  void pairsWithoutPositiveCurvatureAreNotStored() {
    LbfgsDirection history = new LbfgsDirection(2, 3, 0.5);
    double[] origin = new double[2];
    history.update(new double[] {1.0, 0.0}, origin, new double[] {-1.0, 0.0}, origin);
    history.update(new double[] {1.0, 0.0}, origin, new double[] {0.0, 1.0}, origin);
    history.update(new double[] {1.0, 0.0}, origin, origin, origin);
    history.update(origin, origin, new double[] {1.0, 0.0}, origin);
    history.update(new double[] {Double.NaN, 0.0}, origin, new double[] {1.0, 0.0}, origin);
    assertThat(history.isEmpty()).isTrue();
    assertThat(direction(history, 4.0, -2.0)).containsExactly(-2.0, 1.0);
  }

  @Test
  void badPairInAFullHistoryDropsTheOldestOnly() {
    LbfgsDirection history = new LbfgsDirection(2, 2, 1.0);
    double[] origin = new double[2];
    history.update(new double[] {1.0, 0.0}, origin, new double[] {2.0, 0.0}, origin);
    history.update(new double[] {0.0, 1.0}, origin, new double[] {0.0, 4.0}, origin);
    history.update(new double[] {0.0, 1.0}, origin, new double[] {0.0, -4.0}, origin);
    LbfgsDirection newestOnly = new LbfgsDirection(2, 2, 1.0);
    newestOnly.update(new double[] {0.0, 1.0}, origin, new double[] {0.0, 4.0}, origin);
    assertThat(direction(history, 1.0, 1.0)).containsExactly(direction(newestOnly, 1.0, 1.0));
  }

  @Test
  void memoryOfOneForgetsAPairThatABadOneFollows() {
    LbfgsDirection history = new LbfgsDirection(1, 1, 1.0);
    double[] origin = new double[1];
    history.update(new double[] {1.0}, origin, new double[] {2.0}, origin);
    assertThat(history.isEmpty()).isFalse();
    history.update(new double[] {1.0}, origin, new double[] {-2.0}, origin);
    assertThat(history.isEmpty()).isTrue();
  }

  @Test
  void resetForgetsEverything() {
    LbfgsDirection history = new LbfgsDirection(2, 3, 0.5);
    double[] origin = new double[2];
    history.update(new double[] {1.0, 0.0}, origin, new double[] {2.0, 0.0}, origin);
    assertThat(history.isEmpty()).isFalse();
    history.reset();
    assertThat(history.isEmpty()).isTrue();
    assertThat(direction(history, 4.0, -2.0)).containsExactly(-2.0, 1.0);
  }

  private static double[] direction(LbfgsDirection history, double... gradient) {
    double[] direction = new double[gradient.length];
    history.direction(gradient, direction);
    return direction;
  }
}
