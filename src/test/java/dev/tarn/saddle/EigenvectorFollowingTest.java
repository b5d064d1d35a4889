package dev.tarn.saddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.job.RandomStreams;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.OrbitIndex;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.surfaces.MuellerBrown;
import dev.tarn.testing.KnownValues;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EigenvectorFollowingTest {

  private static SaddleFinder finder(Potential potential, SaddleSettings.Method method) {
    return SaddleFinder.transitionState(potential, SaddleSettings.defaults().withMethod(method));
  }

  @ParameterizedTest
  @EnumSource(SaddleSettings.Method.class)
  void findsBothTransitionStatesOfMuellerBrown(SaddleSettings.Method method) {
    // The surface's wells are a fraction of one apart.
    SaddleFinder finder =
        SaddleFinder.transitionState(
            new MuellerBrown(), SaddleSettings.defaults().withMethod(method).withMaxStep(0.1));
    // Published positions to two digits; the energies are those of the independent enumeration.
    SaddleFinder.Result upper = finder.search(new double[] {-0.8, 0.6});
    SaddleFinder.Result lower = finder.search(new double[] {0.2, 0.3});
    assertThat(upper.found()).isTrue();
    assertThat(upper.point().energy()).isCloseTo(-40.664843509, within(1e-8));
    assertThat(lower.found()).isTrue();
    assertThat(lower.point().energy()).isCloseTo(-72.248940112, within(1e-8));
  }

  @ParameterizedTest
  @EnumSource(
      value = SaddleSettings.Method.class,
      names = {"FULL", "HYBRID"})
  void findsEveryTransitionStateOfTwoUnits(SaddleSettings.Method method) {
    Network network = Network.xor(2, 1e-4);
    SaddleFinder finder = finder(network, method);
    RandomGenerator random = RandomStreams.of(7, 0);
    OrbitIndex index = new OrbitIndex(network.symmetry());
    TreeSet<Double> energies = new TreeSet<>();
    double[] x = new double[network.dimension()];
    for (int k = 0; k < 4000; k++) {
      network.randomPoint(random, x);
      SaddleFinder.Result end = finder.search(x);
      if (end.found() && index.find(end.point()) == OrbitIndex.ABSENT) {
        index.add(energies.size(), end.point());
        energies.add(end.point().energy());
      }
    }
    assertThat(energies).hasSameSizeAs(KnownValues.TWO_UNIT_TRANSITION_STATES);
    int k = 0;
    for (double energy : energies) {
      assertThat(energy)
          .isCloseTo(KnownValues.TWO_UNIT_TRANSITION_STATES.get(k).energy(), within(1e-11));
      k++;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void findsSaddlesOfAnyIndex(int index) {
    DoubleWells wells = DoubleWells.equal(4);
    SaddleFinder finder = SaddleFinder.ofIndex(wells, index, SaddleSettings.defaults());
    RandomGenerator random = RandomStreams.of(3, index);
    double[] x = new double[4];
    int found = 0;
    for (int k = 0; k < 50; k++) {
      for (int i = 0; i < 4; i++) {
        x[i] = 2.0 * random.nextDouble() - 1.0;
      }
      SaddleFinder.Result end = finder.search(x);
      if (end.found()) {
        found++;
        assertThat(end.point().index()).isEqualTo(index);
        assertThat(end.point().rms()).isLessThan(1e-12);
      }
    }
    assertThat(found).isGreaterThan(40);
  }

  @Test
  void leavesTheStartAlone() {
    double[] start = {-0.8, 0.6};
    SaddleFinder.ofIndex(new MuellerBrown(), 1, SaddleSettings.defaults()).search(start);
    assertThat(start).containsExactly(-0.8, 0.6);
  }

  @Test
  void doesNotFindWhatIsNotThere() {
    // One well in one dimension has a single maximum, which the step limit keeps out of reach.
    SaddleFinder.Result end =
        SaddleFinder.ofIndex(DoubleWells.equal(1), 1, SaddleSettings.defaults().withMaxSteps(1))
            .search(new double[] {1e3});
    assertThat(end.found()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(SaddleSettings.Method.class)
  void survivesStartsThatAreNotFinite(SaddleSettings.Method method) {
    SaddleFinder finder = finder(Network.xor(1, 1e-2), method);
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e200}) {
      double[] start = new double[7];
      start[2] = bad;
      assertThat(finder.search(start).found()).isFalse();
    }
  }

  @Test
  void refusesAnIndexBeyondTheDimension() {
    assertThatThrownBy(() -> SaddleFinder.ofIndex(new MuellerBrown(), 3, SaddleSettings.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 0 to 2")
        .hasMessageContaining("3");
  }

  @ParameterizedTest
  @EnumSource(SaddleSettings.Method.class)
  void refusesAStartOfAnotherLength(SaddleSettings.Method method) {
    assertThatThrownBy(() -> finder(new MuellerBrown(), method).search(new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 components");
  }

  @Test
  void refusesBadSettings() {
    SaddleSettings good = SaddleSettings.defaults();
    assertThatThrownBy(() -> good.withTolerance(0.0)).hasMessageContaining("tolerance");
    assertThatThrownBy(() -> good.withMaxSteps(0)).hasMessageContaining("maxSteps");
    assertThatThrownBy(() -> good.withMaxStep(Double.NaN)).hasMessageContaining("maxStep");
  }

  @Test
  void choosesTheMethodByDimension() {
    SaddleSettings settings = SaddleSettings.defaults();
    assertThat(SaddleFinder.transitionState(DoubleWells.equal(200), settings))
        .isInstanceOf(EigenvectorFollowing.class);
    assertThat(SaddleFinder.transitionState(DoubleWells.equal(201), settings))
        .isInstanceOf(HybridEigenvectorFollowing.class);
  }
}
