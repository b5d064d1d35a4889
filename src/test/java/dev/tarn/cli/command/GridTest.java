package dev.tarn.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridTest {
  @Test
  void rangesAndListsOfHiddenUnits() {
    Grid.Hidden hidden = new Grid.Hidden();
    assertThat(hidden.convert("3")).containsExactly(3);
    assertThat(hidden.convert("1..4")).containsExactly(1, 2, 3, 4);
    assertThat(hidden.convert("2..2")).containsExactly(2);
    // Smaller networks first, each once.
    assertThat(hidden.convert("4,1..2, 2")).containsExactly(1, 2, 4);
  }

  @Test
  void decadesOfLambdaAreExactNumbers() {
    Grid.Lambdas lambdas = new Grid.Lambdas();
    assertThat(lambdas.convert("1e-1..1e-6")).containsExactly(1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6);
    assertThat(lambdas.convert("1e-4..1e-2")).containsExactly(1e-4, 1e-3, 1e-2);
    assertThat(lambdas.convert("2.5e-1..2.5e-3")).containsExactly(0.25, 0.025, 0.0025);
  }

  @Test
  void listsOfLambdaKeepTheirOrder() {
    Grid.Lambdas lambdas = new Grid.Lambdas();
    assertThat(lambdas.convert("1e-6,5e-3, 1e-2,5e-3")).containsExactly(1e-6, 5e-3, 1e-2);
  }
}
