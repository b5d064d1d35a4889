package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.surfaces.DoubleWells;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.util.CombinatoricsUtils;

class EnumerationProperties {

  @Provide
  Arbitrary<double[]> weights() {
    return Arbitraries.integers()
        .between(1, 3)
        .flatMap(
            n ->
                Arbitraries.doubles()
                    .between(0.25, 8.0)
                    .ofScale(3)
                    .array(double[].class)
                    .ofSize(n)
                    .uniqueElements());
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, seed = "1")
  void decoupledDoubleWellsAreCompleteWithMorseSumOne(
      @ForAll("weights") double[] weights, @ForAll long seed) {
    DoubleWells wells = DoubleWells.of(weights);
    int n = weights.length;
    Landscape landscape = Landscape.of(wells);
    Exploration end =
        new Explorer(
                wells, ExplorerSettings.defaults().withSeed(seed).enumerating(Integer.MAX_VALUE))
            .explore(landscape);
    assertThat(end.status()).isEqualTo(Exploration.Status.DONE);
    assertThat(landscape.morseSum()).isOne();
    assertThat(landscape.size()).isEqualTo((int) Math.pow(3, n));
    for (int index = 0; index <= n; index++) {
      long expected = CombinatoricsUtils.binomialCoefficient(n, index) << (n - index);
      assertThat(landscape.count(index)).as("points of index %d", index).isEqualTo((int) expected);
    }
    // The energy of a point is the sum of the weights of the variables that are 0.
    for (StationaryPoint point : landscape.points()) {
      double energy = 0.0;
      for (int i = 0; i < n; i++) {
        energy += point.coordinates().get(i) == 0.0 ? weights[i] : 0.0;
      }
      assertThat(point.energy()).isEqualTo(energy);
    }
  }
}
