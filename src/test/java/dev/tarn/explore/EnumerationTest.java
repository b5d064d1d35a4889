package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explore.Exploration.Status;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Layout;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.testing.Classes;
import dev.tarn.testing.KnownValues;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Enumerations that are complete. */
class EnumerationTest {
  private static final ExplorerSettings ALL =
      ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE);
  private static final ExplorerSettings QUICK = ALL.withEffort(Effort.LOW);
  private static final ExplorerSettings QUICK_EXPLORE =
      ExplorerSettings.defaults().withEffort(Effort.LOW);

  static Landscape enumerate(Potential potential, ExplorerSettings settings) {
    Landscape landscape = Landscape.of(potential);
    Exploration end = new Explorer(potential, settings).explore(landscape);
    assertThat(end.status()).isEqualTo(Status.DONE);
    assertThat(end.progress().exhausted()).isTrue();
    assertThat(landscape.morseSum()).isOne();
    assertThat(end.progress().morseSum()).isOne();
    return landscape;
  }

  private static int largestIndex(Landscape landscape) {
    return landscape.points().stream().mapToInt(StationaryPoint::index).max().orElse(-1);
  }

  static String classes(Landscape landscape) {
    List<String> counts = new ArrayList<>();
    for (int index = 0; index <= largestIndex(landscape); index++) {
      counts.add(Integer.toString(landscape.count(index)));
    }
    return String.join(" ", counts);
  }

  private static String points(Landscape landscape) {
    List<String> counts = new ArrayList<>();
    for (int index = 0; index <= largestIndex(landscape); index++) {
      counts.add(
          landscape.points(index).stream()
              .map(StationaryPoint::orbit)
              .reduce(BigInteger.ZERO, BigInteger::add)
              .toString());
    }
    return String.join(" ", counts);
  }

  private static void assertSame(Landscape landscape, Landscape reference) {
    List<StationaryPoint> points = landscape.points();
    List<StationaryPoint> expected = reference.points();
    assertThat(points).hasSameSizeAs(expected);
    // By class, since classes of almost the same energy may change places.
    for (StationaryPoint point : expected) {
      StationaryPoint here =
          landscape.find(point.energy(), point.coordinates().toArray()).orElseThrow();
      assertThat(here.energy()).isCloseTo(point.energy(), within(1e-11));
      assertThat(here.index()).isEqualTo(point.index());
      assertThat(here.orbit()).isEqualTo(point.orbit());
    }
  }

  /** Checks each point in the full space, whatever found it. */
  private static void assertStationary(Network network, Landscape landscape) {
    Layout parameters = network.layout();
    StationaryPolish polish = StationaryPolish.newton(network);
    for (StationaryPoint point : landscape.points()) {
      double[] x = point.coordinates().toArray();
      PolishedPoint check = polish.characterise(x);
      assertThat(check.rms()).as("gradient of point %d", point.id()).isLessThan(1e-12);
      assertThat(point.rms()).isLessThan(1e-12);
      assertThat(check.index()).isEqualTo(point.index());
      assertThat(check.degenerate()).isFalse();
      assertThat(point.eigenvalues().length()).isEqualTo(network.dimension());
      // Exact fact 2 of the known values: softmax does not feel a shift, the regulariser does.
      for (int j = 0; j < network.architecture().units(); j++) {
        assertThat(x[parameters.link(2, 0, j)])
            .isCloseTo(-x[parameters.link(2, 1, j)], within(1e-9));
      }
      assertThat(x[parameters.bias(2, 0)]).isCloseTo(-x[parameters.bias(2, 1)], within(1e-9));
    }
  }

  /**
   * Classes and points by index. One unit, and two units at 1e-4, agree with the independent
   * enumeration of the known values; the others were first found by this program. A low effort is
   * enough for the further seeds, though not to be as sure.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 1e-1, 1, 1",
    "1, 1e-2, 4 3, 9 8",
    "1, 1e-3, 4 3, 9 8",
    "1, 1e-4, 4 3, 9 8",
    "1, 1e-5, 4 3, 9 8",
    "1, 1e-6, 4 3, 9 8",
    "2, 1e-1, 1, 1",
    "2, 1e-2, 4 10 6, 33 88 56",
    "2, 1e-3, 5 12 7, 49 108 60",
    "2, 1e-4, 5 12 7, 49 108 60",
    "2, 1e-5, 5 12 7, 49 108 60",
    "2, 1e-6, 5 12 7, 49 108 60",
  })
  void fiveSeedsGiveTheSameCompleteCatalogue(
      int hidden, double lambda, String classes, String points) {
    Network network = Network.xor(hidden, lambda);
    Landscape reference = enumerate(network, ALL);
    assertThat(classes(reference)).isEqualTo(classes);
    assertThat(points(reference)).isEqualTo(points);
    assertStationary(network, reference);
    LongStream.rangeClosed(2, 5)
        .forEach(seed -> assertSame(enumerate(network, QUICK.withSeed(seed)), reference));
  }

  /** As found by this program with three seeds. */
  @ParameterizedTest
  @CsvSource({
    "1e-2, 3 12 19 9, 145 498 680 326",
    "1e-4, 6 17 26 13, 241 834 1004 410",
  })
  void threeUnitsAreComplete(double lambda, String classes, String points) {
    Network network = Network.xor(3, lambda);
    Landscape landscape = enumerate(network, ALL);
    assertThat(classes(landscape)).isEqualTo(classes);
    assertThat(points(landscape)).isEqualTo(points);
    assertStationary(network, landscape);
    assertSame(enumerate(network, ALL.withSeed(2).withThreads(2)), landscape);
  }

  @Test
  void twoUnitsHaveTheKnownEnergies() {
    Landscape landscape = enumerate(Network.xor(2, 1e-4), QUICK);
    Classes.assertClasses(landscape.minima(), KnownValues.TWO_UNIT_MINIMA, 1e-12);
    Classes.assertClasses(
        landscape.transitionStates(), KnownValues.TWO_UNIT_TRANSITION_STATES, 1e-12);
    assertThat(landscape.components()).hasSize(1);
    assertThat(landscape.connections()).hasSize(12);
  }

  /**
   * Within 1e-11 of the fold in lambda the two points that merge lie 1e-5 apart, and their energies
   * agree to the last digits: they differ in the index.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.02284331080144724, 0.02284331080162724, 0.02284331080166724})
  void pointsAboutToMergeAreToldApart(double lambda) {
    Network network = Network.xor(1, lambda);
    Landscape landscape = enumerate(network, QUICK);
    assertThat(classes(landscape)).isEqualTo("2 1");
    assertThat(points(landscape)).isEqualTo("3 2");
    StationaryPoint top = landscape.transitionStates().get(0);
    StationaryPoint near = landscape.minima().get(1);
    assertThat(top.energy()).isCloseTo(near.energy(), within(1e-15));
    double[] a = top.coordinates().toArray();
    double[] b = near.coordinates().toArray();
    assertThat(network.symmetry().nearestCopy(b, a, new double[a.length])).isLessThan(1e-5);
    assertThat(landscape.connections()).hasSize(1);
    assertThat(landscape.components()).hasSize(1);
    Landscape explored = Landscape.of(network);
    assertThat(new Explorer(network, QUICK_EXPLORE).explore(explored).status())
        .isEqualTo(Status.DONE);
    assertThat(classes(explored)).isEqualTo("2 1");
  }

  @ParameterizedTest
  @CsvSource({"1, 8 12", "2, 8 12 6", "3, 8 12 6 1", "4, 8 12 6 1"})
  void theLargestIndexKeepsHigherOnesOut(int maxIndex, String classes) {
    DoubleWells wells = DoubleWells.of(1.0, 2.0, 4.0);
    Landscape landscape = Landscape.of(wells);
    Exploration end = new Explorer(wells, QUICK.enumerating(maxIndex)).explore(landscape);
    // With indices left out the sum proves nothing, so it is not held against the run.
    assertThat(end.status()).isEqualTo(Status.DONE);
    assertThat(classes(landscape)).isEqualTo(classes);
    assertThat(landscape.connections()).hasSize(12);
  }

  @Test
  void refusesALargestIndexBelowOne() {
    assertThatThrownBy(() -> ALL.enumerating(0)).hasMessageContaining("at least 1, not 0");
  }

  private static List<String> reports(Potential potential, ExplorerSettings settings) {
    return Recorded.run(potential, settings).reports();
  }

  @Test
  void theSameSeedGivesTheSameRunWhateverTheThreads() {
    Network network = Network.xor(2, 1e-3);
    List<String> one = reports(network, QUICK.withSeed(42));
    assertThat(reports(network, QUICK.withSeed(42).withThreads(2))).isEqualTo(one);
    assertThat(reports(network, QUICK.withSeed(43))).isNotEqualTo(one);
    for (JobReport.Kind kind :
        List.of(
            JobReport.Kind.ANY_INDEX,
            JobReport.Kind.NEIGHBOURHOOD,
            JobReport.Kind.COMBINED,
            JobReport.Kind.OF_INDEX)) {
      assertThat(one).as("jobs of a run").anyMatch(line -> line.contains(" " + kind + " "));
    }
  }
}
