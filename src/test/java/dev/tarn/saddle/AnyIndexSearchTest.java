package dev.tarn.saddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Reduction;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.surfaces.Himmelblau;
import dev.tarn.testing.Fake;
import dev.tarn.testing.Inputs;
import dev.tarn.testing.KnownValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyIndexSearchTest {

  private static AnyIndexSearch finder(Potential potential) {
    return new AnyIndexSearch(potential, SaddleSettings.defaults());
  }

  /** The energies of the classes found from random points, by index, ascending. */
  private static Map<Integer, List<Double>> energies(Potential potential, int starts) {
    AnyIndexSearch finder = finder(potential);
    OrbitIndex known = new OrbitIndex(potential.symmetry());
    RandomGenerator random = RandomStreams.of(11, 0);
    double[] x = new double[potential.dimension()];
    Map<Integer, List<Double>> energies = new TreeMap<>();
    int count = 0;
    for (int k = 0; k < starts; k++) {
      potential.randomPoint(random, x);
      SaddleFinder.Result end = finder.search(x);
      if (end.found() && known.find(end.point()) == OrbitIndex.ABSENT) {
        known.add(count, end.point());
        count++;
        energies
            .computeIfAbsent(end.point().index(), index -> new ArrayList<>())
            .add(end.point().energy());
      }
    }
    energies.values().forEach(list -> list.sort(null));
    return energies;
  }

  @Test
  void findsEveryPointOfEveryIndexOfDoubleWells() {
    Map<Integer, List<Double>> energies = energies(DoubleWells.of(1.0, 2.0, 4.0), 2000);
    // C(3, i) 2^(3 - i) points of index i.
    assertThat(energies).containsOnlyKeys(0, 1, 2, 3);
    assertThat(energies.get(0)).hasSize(8).allMatch(energy -> energy == 0.0);
    assertThat(energies.get(1))
        .containsExactly(1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 2.0, 2.0, 4.0, 4.0, 4.0, 4.0);
    assertThat(energies.get(2)).containsExactly(3.0, 3.0, 5.0, 5.0, 6.0, 6.0);
    assertThat(energies.get(3)).containsExactly(7.0);
  }

  @Test
  void findsMinimaSaddlesAndTheMaximumOfHimmelblau() {
    Map<Integer, List<Double>> energies = energies(new Himmelblau(), 2000);
    assertThat(energies).containsOnlyKeys(0, 1, 2);
    assertThat(energies.get(0)).hasSize(4);
    assertThat(energies.get(1)).hasSize(4);
    // The maximum is published to three digits as 181.617 at (-0.270845, -0.923039).
    assertThat(energies.get(2))
        .singleElement()
        .satisfies(e -> assertThat(e).isCloseTo(181.617, within(1e-3)));
  }

  @Test
  void findsTheClassesOfTwoUnitsInTheReducedSpace() {
    Potential reduced = Network.xor(2, 1e-4).reduction().orElseThrow().potential();
    Map<Integer, List<Double>> energies = energies(reduced, 12_000);
    assertThat(energies).containsOnlyKeys(0, 1, 2);
    assertKnown(energies.get(0), KnownValues.TWO_UNIT_MINIMA);
    assertKnown(energies.get(1), KnownValues.TWO_UNIT_TRANSITION_STATES);
    assertThat(energies.get(2)).hasSize(7);
  }

  private static void assertKnown(List<Double> energies, List<KnownValues.Known> known) {
    assertThat(energies).hasSameSizeAs(known);
    for (int k = 0; k < known.size(); k++) {
      assertThat(energies.get(k)).isCloseTo(known.get(k).energy(), within(1e-11));
    }
  }

  @Test
  void comesBackToEachPointOfTwoUnitsAsEigenvectorFollowingDoes() {
    Network network = Network.xor(2, 1e-4);
    Landscape landscape = Landscape.of(network);
    new Explorer(network, ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE))
        .explore(landscape);
    assertThat(landscape.size()).isEqualTo(24);
    Reduction reduction = network.reduction().orElseThrow();
    AnyIndexSearch any = finder(reduction.potential());
    RandomGenerator random = RandomStreams.of(5, 0);
    for (StationaryPoint point : landscape.points()) {
      double[] start = reduction.reduce(point.coordinates().toArray());
      for (int i = 0; i < start.length; i++) {
        start[i] += 1e-5 * random.nextGaussian();
      }
      SaddleFinder.Result here = any.search(start);
      SaddleFinder.Result there =
          SaddleFinder.ofIndex(reduction.potential(), point.index(), SaddleSettings.defaults())
              .search(start);
      assertThat(here.found()).isTrue();
      assertThat(there.found()).isTrue();
      assertThat(here.point().index()).isEqualTo(point.index());
      assertThat(here.point().rms()).isLessThan(1e-12);
      assertThat(here.point().energy()).isCloseTo(there.point().energy(), within(1e-14));
      assertThat(here.point().coordinates())
          .containsExactly(there.point().coordinates(), within(1e-8));
      assertThat(landscape.find(here.point().energy(), reduction.lift(here.point().coordinates())))
          .contains(point);
    }
  }

  @Test
  void doesNotTakeAPointForStationaryWhereOnlyTheHessianTimesTheGradientVanishes() {
    // E = x^3 / 3 + x has no stationary point; |g| is least at 0, where H g = 0 and g = 1.
    Potential slope =
        Fake.of(
            1,
            (x, gradient, hessian) -> {
              gradient[0] = x[0] * x[0] + 1.0;
              hessian[0] = 2.0 * x[0];
              return x[0] * x[0] * x[0] / 3.0 + x[0];
            });
    SaddleFinder.Result end = finder(slope).search(new double[] {0.7});
    assertThat(end.found()).isFalse();
    assertThat(end.point().converged()).isFalse();
    assertThat(end.point().coordinates()[0]).isCloseTo(0.0, within(1e-2));
  }

  @Test
  void givesUpOnADegeneratePoint() {
    Potential flat =
        Fake.of(
            1,
            (x, gradient, hessian) -> {
              gradient[0] = 4.0 * x[0] * x[0] * x[0];
              hessian[0] = 12.0 * x[0] * x[0];
              return x[0] * x[0] * x[0] * x[0];
            });
    SaddleFinder.Result end = finder(flat).search(new double[] {0.1});
    assertThat(end.found()).isFalse();
    assertThat(end.point().degenerate()).isTrue();
  }

  @Test
  void comesBackFromWhereTheGradientIsLarge() {
    // The gradient is 2.6e5 there; steps are at most 1 long.
    SaddleFinder.Result end = finder(DoubleWells.equal(1)).search(new double[] {40.0});
    assertThat(end.found()).isTrue();
    assertThat(end.point().coordinates()).containsExactly(1.0);
  }

  @Test
  void survivesStartsThatAreNotFiniteOrHuge() {
    Potential reduced = Network.xor(1, 1e-2).reduction().orElseThrow().potential();
    AnyIndexSearch finder = finder(reduced);
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e200}) {
      for (int i = 0; i < reduced.dimension(); i++) {
        double[] start = new double[reduced.dimension()];
        start[i] = bad;
        SaddleFinder.Result end = finder.search(start);
        assertThat(end.found()).as("%s at %d", bad, i).isFalse();
        assertThat(end.point().converged()).isFalse();
      }
    }
    // The finder is as good as new afterwards.
    assertThat(finder.search(new double[reduced.dimension()]).found()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void keepsWithinItsStepLimit(int limit) {
    DoubleWells wells = DoubleWells.equal(1);
    double[] start = {300.0};
    SaddleSettings settings = SaddleSettings.defaults().withMaxSteps(limit);
    SaddleFinder.Result end = new AnyIndexSearch(wells, settings).search(start);
    assertThat(end.steps()).isEqualTo(limit);
    assertThat(end.found()).isFalse();
    assertThat(start[0] - end.point().coordinates()[0]).isBetween(0.0, 10.0 * limit);
  }

  @Test
  void aStartThatIsStationaryTakesNoStep() {
    SaddleFinder.Result end = finder(DoubleWells.equal(2)).search(new double[] {0.0, 1.0});
    assertThat(end.steps()).isZero();
    assertThat(end.found()).isTrue();
    assertThat(end.point().index()).isEqualTo(1);
  }

  @Test
  void leavesTheStartAloneAndHandsOutNewArrays() {
    AnyIndexSearch finder = finder(DoubleWells.equal(3));
    double[] start = {0.3, -0.8, 1.2};
    double[] first = finder.search(start).point().coordinates();
    double[] kept = first.clone();
    assertThat(start).containsExactly(0.3, -0.8, 1.2);
    for (double[] other : Inputs.random(DoubleWells.equal(3), 20)) {
      finder.search(other);
    }
    assertThat(first).containsExactly(kept);
    assertThat(finder.search(start).point().coordinates()).containsExactly(kept);
  }

  @Test
  void refusesAStartOfAnotherLength() {
    assertThatThrownBy(() -> finder(new Himmelblau()).search(new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 components")
        .hasMessageContaining("2");
  }
}
