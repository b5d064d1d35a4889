package dev.tarn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.testing.Permutations;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LinearAssignmentProperties {

  @Provide
  Arbitrary<double[][]> costs() {
    Arbitrary<Double> cost =
        Arbitraries.oneOf(
            Arbitraries.doubles().between(-100.0, 100.0),
            Arbitraries.integers().between(0, 3).map(Integer::doubleValue));
    return Arbitraries.integers()
        .between(0, 6)
        .flatMap(n -> cost.array(double[].class).ofSize(n).array(double[][].class).ofSize(n));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void isAPermutationOfLeastCost(@ForAll("costs") double[][] cost) {
    int[] rowOf = LinearAssignment.solve(cost);
    assertThat(rowOf).hasSize(cost.length).doesNotHaveDuplicates();
    double least = Double.POSITIVE_INFINITY;
    for (int[] permutation : Permutations.of(cost.length)) {
      least = Math.min(least, total(cost, permutation));
    }
    assertThat(total(cost, rowOf)).isCloseTo(least, within(1e-10));
  }

  private static double total(double[][] cost, int[] rowOf) {
    double sum = 0.0;
    for (int c = 0; c < rowOf.length; c++) {
      sum += cost[rowOf[c]][c];
    }
    return sum;
  }
}
