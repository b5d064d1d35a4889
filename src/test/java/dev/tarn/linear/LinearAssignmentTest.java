package dev.tarn.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearAssignmentTest {

  @Test
  void solvesAnExampleByHand() {
    // The only permutation of cost 3 takes row 1, 0, 2.
    double[][] cost = {{4, 1, 3}, {1, 0, 5}, {3, 2, 1}};
    assertThat(LinearAssignment.solve(cost)).containsExactly(1, 0, 2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void endsWithAPermutationWhateverTheCosts(double bad) {
    for (int pattern = 1; pattern < 1 << 9; pattern++) {
      double[][] cost = new double[3][3];
      for (int e = 0; e < 9; e++) {
        cost[e / 3][e % 3] = (pattern >> e & 1) == 1 ? bad : e;
      }
      int[] rowOf =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(10), () -> LinearAssignment.solve(cost));
      assertThat(rowOf).as("pattern %s", pattern).containsExactlyInAnyOrder(0, 1, 2);
    }
  }
}
