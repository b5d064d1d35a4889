package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explore.Exploration.Status;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Layout;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.testing.Classes;
import dev.tarn.testing.Fake;
import dev.tarn.testing.KnownValues;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnumerationTest {
  private static final ExplorerSettings ALL =
      ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE);
  private static final ExplorerSettings QUICK = ALL.withEffort(Effort.LOW);
  private static final ExplorerSettings QUICK_EXPLORE =
      ExplorerSettings.defaults().withEffort(Effort.LOW);

  /**
   * {@code E = x^3 / 3 - x - sum_k y_k^2}: a saddle of index {@code n - 1} at 1 and a maximum at
   * -1. It falls without bound, so its Morse sum is 0.
   */
  private static Potential cubic(int n) {
    return Fake.of(
        n,
        (x, gradient, hessian) -> {
          double energy = x[0] * x[0] * x[0] / 3.0 - x[0];
          Arrays.fill(hessian, 0.0);
          gradient[0] = x[0] * x[0] - 1.0;
          hessian[0] = 2.0 * x[0];
          for (int k = 1; k < n; k++) {
            energy -= x[k] * x[k];
            gradient[k] = -2.0 * x[k];
            hessian[k * (n + 1)] = -2.0;
          }
          return energy;
        });
  }

  /** {@code E = x^4 + y^2}: nothing but a degenerate minimum at the origin. */
  private static Potential quartic() {
    return Fake.of(
        2,
        (x, gradient, hessian) -> {
          double square = x[0] * x[0];
          gradient[0] = 4.0 * square * x[0];
          gradient[1] = 2.0 * x[1];
          hessian[0] = 12.0 * square;
          hessian[1] = 0.0;
          hessian[2] = 0.0;
          hessian[3] = 2.0;
          return square * square + x[1] * x[1];
        });
  }

  private static Landscape enumerate(Potential potential, ExplorerSettings settings) {
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

  private static String classes(Landscape landscape) {
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
   * enumeration of the known values; the others were first found by this program.
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
        .forEach(seed -> assertSame(enumerate(network, ALL.withSeed(seed)), reference));
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

  @Test
  void aSumThatCannotBeOneIsIncomplete() {
    Potential cubic = cubic(3);
    Landscape landscape = Landscape.of(cubic);
    Exploration end = new Explorer(cubic, QUICK).explore(landscape);
    assertThat(end.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(classes(landscape)).isEqualTo("0 0 1 1");
    assertThat(landscape.morseSum()).isZero();
    assertThat(end.progress().morseSum()).isZero();
    // The patience grows while the sum speaks against completeness.
    assertThat(end.progress().quiet()).isGreaterThanOrEqualTo(20 * Effort.LOW.patience(2));
  }

  /** The maximum's path runs away to minus infinity: without it the sum would be 1. */
  @Test
  void aTransitionStateThatWasDroppedForItsPathIsNotForgotten() {
    Potential cubic = cubic(1);
    Landscape landscape = Landscape.of(cubic);
    Exploration end = new Explorer(cubic, QUICK).explore(landscape);
    assertThat(classes(landscape)).isEqualTo("1");
    assertThat(end.failedPaths()).isPositive();
    assertThat(end.status()).isEqualTo(Status.INCOMPLETE);
  }

  @Test
  void aWrongPointInTheLandscapeKeepsItIncomplete() {
    DoubleWells wells = DoubleWells.of(1.0, 2.0);
    Landscape landscape = enumerate(wells, QUICK);
    StationaryPoint some = landscape.minima().get(0);
    landscape.restore(
        new StationaryPoint(
            landscape.lastId() + 1,
            1,
            0.5,
            Vector.of(0.5, 0.5),
            some.eigenvalues(),
            0.0,
            BigInteger.ONE,
            some.provenance()),
        1);
    Exploration end = new Explorer(wells, QUICK).explore(landscape);
    assertThat(end.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(end.progress().morseSum()).isZero();
  }

  @Test
  void anEnumerationThatTimeCutsShortSaysSo() {
    Network network = Network.xor(4, 1e-5);
    Landscape landscape = Landscape.of(network);
    Exploration end =
        new Explorer(network, ALL.withMaxTime(Duration.ofMillis(300))).explore(landscape);
    assertThat(end.status()).isEqualTo(Status.OUT_OF_TIME);
    assertThat(landscape.morseSum()).isEqualTo(end.progress().morseSum());
  }

  @Test
  void anEnumerationThatIsStoppedSaysSo() {
    Network network = Network.xor(2, 1e-4);
    Landscape landscape = Landscape.of(network);
    ExplorerRun run = new Explorer(network, ALL).on(landscape);
    Exploration end =
        run.run(
            ExplorerEvent.reports(
                report -> {
                  if (report.job() == 3) {
                    run.stop();
                  }
                }));
    assertThat(end.status()).isEqualTo(Status.STOPPED);
    assertThat(end.progress().jobs()).isEqualTo(4);
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

  @Test
  void findsThePaddedPointsOfASmallerNetworkThatItIsGiven() {
    Network smaller = Network.xor(2, 1e-4);
    Network network = Network.xor(3, 1e-4);
    Landscape known = enumerate(smaller, QUICK);
    List<double[]> seeds = new ArrayList<>();
    for (StationaryPoint point : known.points()) {
      seeds.add(network.layout().arrange(point.coordinates().toArray(), smaller.layout()));
    }
    Landscape landscape = Landscape.of(network);
    Exploration end =
        new Explorer(network, QUICK)
            .seeding(seeds)
            .until(
                event -> event instanceof JobReport report && report.kind() == JobReport.Kind.SEEDS)
            .explore(landscape);
    assertThat(end.status()).isEqualTo(Status.LIMIT);
    assertThat(end.reason()).isEqualTo("a rule of the caller's");
    StationaryPolish polish = StationaryPolish.newton(network);
    for (double[] x : seeds) {
      PolishedPoint padded = polish.characterise(x);
      StationaryPoint found = landscape.find(padded.energy(), x).orElseThrow();
      assertThat(found.index()).isEqualTo(padded.index());
      boolean zero = found.energy() == KnownValues.ZERO_POINT;
      assertThat(found.provenance().method()).isEqualTo(zero ? "known-points" : "seeds");
    }
  }

  @Test
  void startsFromEveryPointOfALongList() {
    // More than one job's share, and the last one is the only one that counts.
    DoubleWells wells = DoubleWells.equal(2);
    List<double[]> seeds = new ArrayList<>();
    for (int k = 0; k < 130; k++) {
      seeds.add(new double[] {1.0, 1.0});
    }
    seeds.add(new double[] {0.0, 0.0});
    List<Long> jobs = new ArrayList<>();
    List<StationaryPoint> found = new ArrayList<>();
    int[] searches = new int[1];
    Landscape landscape = Landscape.of(wells);
    new Explorer(wells, QUICK)
        .seeding(seeds)
        .on(landscape)
        .run(
            ExplorerEvent.reports(
                report -> {
                  if (report.kind() == JobReport.Kind.SEEDS) {
                    jobs.add(report.job());
                    searches[0] += report.searches();
                    found.addAll(report.newPoints());
                  }
                }));
    assertThat(jobs).containsExactly(1L, 2L, 3L);
    assertThat(searches[0]).isEqualTo(131);
    assertThat(found).extracting(StationaryPoint::index).containsExactly(0, 2);
  }

  @Test
  void refusesStartingPointsOfAnotherLength() {
    DoubleWells wells = DoubleWells.equal(2);
    Explorer explorer = new Explorer(wells, QUICK);
    assertThatThrownBy(() -> explorer.seeding(List.of(new double[2], new double[3])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 components")
        .hasMessageContaining("2");
  }

  /** What a run reports, without the time. */
  private static List<String> reports(Potential potential, ExplorerSettings settings) {
    List<String> lines = new ArrayList<>();
    new Explorer(potential, settings)
        .on(Landscape.of(potential))
        .run(
            ExplorerEvent.reports(
                r ->
                    lines.add(
                        r.job()
                            + " "
                            + r.kind()
                            + " "
                            + r.from()
                            + " "
                            + r.to()
                            + " "
                            + r.newPoints()
                            + r.newConnections()
                            + r.hits())));
    return lines;
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

  @Test
  void aDegeneratePointIsNotedOnceAndKeptOut() {
    Potential quartic = quartic();
    Landscape landscape = Landscape.of(quartic);
    List<PolishedPoint> noted = new ArrayList<>();
    Exploration end =
        new Explorer(quartic, QUICK)
            .on(landscape)
            .run(ExplorerEvent.reports(report -> noted.addAll(report.newDegenerate())));
    assertThat(landscape.size()).isZero();
    assertThat(end.degenerate()).isGreaterThan(10);
    assertThat(noted).isNotEmpty().allSatisfy(p -> assertThat(p.degenerate()).isTrue());
    assertThat(noted).hasSize(1);
    assertThat(landscape.degeneratePoints()).hasSize(1);
    // Without the degenerate point the sum is 0, and no claim of completeness is made.
    assertThat(end.status()).isEqualTo(Status.INCOMPLETE);
  }
}
