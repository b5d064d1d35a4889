package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.potential.Potential;
import dev.tarn.potential.SimplePotential;
import dev.tarn.saddle.SaddleSettings;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.surfaces.Himmelblau;
import dev.tarn.surfaces.MuellerBrown;
import dev.tarn.surfaces.SixHumpCamel;
import dev.tarn.testing.Classes;
import dev.tarn.testing.KnownValues;
import dev.tarn.testing.WithoutHessian;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorerTest {
  private static final ExplorerSettings QUICK = ExplorerSettings.defaults().withEffort(Effort.LOW);

  private static Landscape empty(Potential potential) {
    return Landscape.of(potential);
  }

  private static Landscape explore(Potential potential, ExplorerSettings settings) {
    Landscape landscape = empty(potential);
    Exploration end = new Explorer(potential, settings).explore(landscape);
    assertThat(end.status()).isEqualTo(Exploration.Status.DONE);
    assertThat(end.progress().exhausted()).isTrue();
    return landscape;
  }

  @Test
  void findsEverythingWithOneUnitAndThePublishedDifference() {
    Landscape landscape = explore(Network.xor(1, 1e-6), ExplorerSettings.defaults());
    Classes.assertClasses(landscape.minima(), KnownValues.ONE_UNIT_MINIMA, 1e-12);
    Classes.assertClasses(
        landscape.transitionStates(), KnownValues.ONE_UNIT_TRANSITION_STATES, 1e-15);
    StationaryPoint zero = landscape.minima().get(3);
    StationaryPoint middle = landscape.transitionStates().get(1);
    // 0.1425e-10 in the paper, section III.
    assertThat(middle.energy() - zero.energy()).isCloseTo(0.1425e-10, within(0.0001e-10));
    for (StationaryPoint ts : landscape.transitionStates()) {
      Connection connection = landscape.connection(ts.id()).orElseThrow();
      assertThat(List.of(connection.minus(), connection.plus())).contains(zero.id());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsEverythingWithTwoUnitsForEverySeed(long seed) {
    Landscape landscape = explore(Network.xor(2, 1e-4), ExplorerSettings.defaults().withSeed(seed));
    Classes.assertClasses(landscape.minima(), KnownValues.TWO_UNIT_MINIMA, 1e-12);
    Classes.assertClasses(
        landscape.transitionStates(), KnownValues.TWO_UNIT_TRANSITION_STATES, 1e-12);
    assertThat(landscape.components()).hasSize(1);
  }

  @Test
  void everyPointIsWhatItSays() {
    Network network = Network.xor(3, 1e-3);
    Landscape landscape = explore(network, QUICK);
    StationaryPolish polish = StationaryPolish.newton(network);
    for (StationaryPoint point : landscape.points()) {
      PolishedPoint check = polish.characterise(point.coordinates().toArray());
      assertThat(check.rms()).isLessThan(1e-12);
      assertThat(check.index()).isEqualTo(point.index());
      assertThat(check.energy()).isCloseTo(point.energy(), within(1e-14));
    }
    assertThat(landscape.transitionStates())
        .allSatisfy(ts -> assertThat(landscape.connection(ts.id())).isPresent());
  }

  @Test
  void listsTheMuellerBrownSurface() {
    Landscape landscape = explore(new MuellerBrown(), QUICK);
    Classes.assertEnergies(landscape.minima(), 1e-8, -146.699517210, -108.166724117, -80.767818130);
    Classes.assertEnergies(landscape.transitionStates(), 1e-8, -72.248940112, -40.664843509);
    assertThat(landscape.components()).hasSize(1);
  }

  @Test
  void listsAPotentialWithoutHessianAndWithTheHybridMethod() {
    Potential bare = new WithoutHessian(new Himmelblau());
    Landscape landscape =
        explore(
            bare,
            QUICK.withSaddle(SaddleSettings.defaults().withMethod(SaddleSettings.Method.HYBRID)));
    Classes.assertEnergies(landscape.minima(), 1e-8, 0.0, 0.0, 0.0, 0.0);
    Classes.assertEnergies(
        landscape.transitionStates(),
        1e-7,
        13.311926270,
        67.719150088,
        104.015162918,
        178.337239202);
  }

  @Test
  void listsTheSixHumpCamel() {
    Landscape landscape = explore(new SixHumpCamel(), QUICK);
    Classes.assertClasses(
        landscape.minima(),
        List.of(
            new KnownValues.Known(-1.031628453, 2),
            new KnownValues.Known(-0.215463824, 2),
            new KnownValues.Known(2.104250310, 2)),
        1e-8);
    Classes.assertClasses(
        landscape.transitionStates(),
        List.of(
            new KnownValues.Known(0.0, 1),
            new KnownValues.Known(0.543718601, 2),
            new KnownValues.Known(2.229357198, 2),
            new KnownValues.Known(2.229470818, 2)),
        1e-8);
  }

  private static List<String> reports(Potential potential, ExplorerSettings settings) {
    return Recorded.run(potential, settings).reports();
  }

  @Test
  void theSameSeedGivesTheSameRunWhateverTheThreads() {
    Network network = Network.xor(2, 1e-3);
    List<String> one = reports(network, QUICK.withSeed(42));
    List<String> two = reports(network, QUICK.withSeed(42).withThreads(2));
    List<String> five = reports(network, QUICK.withSeed(42).withThreads(5));
    assertThat(two).isEqualTo(one);
    assertThat(five).isEqualTo(one);
    assertThat(reports(network, QUICK.withSeed(43))).isNotEqualTo(one);
  }

  @Test
  void stopsWhenAsked() {
    Network network = Network.xor(3, 1e-4);
    Landscape landscape = empty(network);
    ExplorerRun run = new Explorer(network, ExplorerSettings.defaults()).on(landscape);
    int[] jobs = new int[1];
    Exploration end =
        run.run(
            ExplorerEvent.reports(
                r -> {
                  jobs[0]++;
                  if (jobs[0] == 5) {
                    run.stop();
                  }
                }));
    assertThat(end.status()).isEqualTo(Exploration.Status.STOPPED);
    assertThat(end.reason()).isEqualTo("stopped");
    assertThat(jobs[0]).isEqualTo(5);
    assertThat(end.progress().jobs()).isEqualTo(5);
  }

  @Test
  void stopsOnAnInterruptAndLeavesItSet() {
    Network network = Network.xor(3, 1e-4);
    Thread.currentThread().interrupt();
    Exploration end = new Explorer(network, ExplorerSettings.defaults()).explore(empty(network));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(end.status()).isEqualTo(Exploration.Status.STOPPED);
  }

  @Test
  void stopsWhenTheTimeIsUp() {
    Network network = Network.xor(6, 1e-6);
    Exploration end =
        new Explorer(network, ExplorerSettings.defaults().withMaxTime(Duration.ofMillis(200)))
            .explore(empty(network));
    assertThat(end.status()).isEqualTo(Exploration.Status.OUT_OF_TIME);
    assertThat(end.progress().elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
  }

  @Test
  void goesOnFromWhereItStoppedWithoutRepeatingPairs() {
    Network network = Network.xor(2, 1e-4);
    Landscape landscape = empty(network);
    Set<Journal.Restart.Pair> pairs = new HashSet<>();
    List<Long> jobs = new ArrayList<>();
    ExplorerSettings settings = QUICK;
    ExplorerRun first = new Explorer(network, settings).on(landscape);
    Exploration end =
        first.run(
            ExplorerEvent.reports(
                r -> {
                  jobs.add(r.job());
                  if (r.kind() == JobReport.Kind.PAIR) {
                    pairs.add(Journal.Restart.Pair.of(r.from(), r.to()));
                  }
                  if (r.job() == 60) {
                    first.stop();
                  }
                }));
    assertThat(pairs).isNotEmpty();
    new Explorer(network, settings)
        .resuming(
            new Journal.Restart(
                2,
                end.progress().jobs(),
                end.progress().quiet(),
                end.progress().searches(),
                Set.copyOf(pairs)))
        .on(landscape)
        .run(
            ExplorerEvent.reports(
                r -> {
                  jobs.add(r.job());
                  if (r.kind() == JobReport.Kind.PAIR) {
                    assertThat(pairs).doesNotContain(Journal.Restart.Pair.of(r.from(), r.to()));
                  }
                }));
    assertThat(jobs).doesNotHaveDuplicates().isSorted();
    Classes.assertClasses(landscape.minima(), KnownValues.TWO_UNIT_MINIMA, 1e-12);
    Classes.assertClasses(
        landscape.transitionStates(), KnownValues.TWO_UNIT_TRANSITION_STATES, 1e-12);
  }

  @Test
  void aJournalSeesEveryJobInOrder() {
    Network network = Network.xor(1, 1e-3);
    List<Long> jobs = new ArrayList<>();
    int[] news = new int[1];
    Journal journal =
        (landscape, merge) -> {
          boolean expected = merge.hasNews();
          JobReport report = merge.run();
          assertThat(!report.newPoints().isEmpty()).isEqualTo(expected);
          news[0] += report.newPoints().size();
          jobs.add(report.job());
          return report;
        };
    Landscape landscape = empty(network);
    new Explorer(network, QUICK.withThreads(2)).keepingIn(journal).explore(landscape);
    assertThat(jobs).isSorted().doesNotHaveDuplicates().startsWith(0L);
    assertThat(news[0]).isEqualTo(landscape.size());
  }

  @Test
  void keepsWhatWasMergedWhenTheObserverFails() {
    Network network = Network.xor(2, 1e-4);
    Landscape landscape = empty(network);
    ExplorerRun run = new Explorer(network, QUICK).on(landscape);
    assertThatThrownBy(
            () ->
                run.run(
                    ExplorerEvent.reports(
                        r -> {
                          if (r.job() == 10) {
                            throw new IllegalStateException("disk full");
                          }
                        })))
        .hasMessage("disk full");
    assertThat(landscape.size()).isPositive();
  }

  @Test
  void reportsAFailureOfThePotential() {
    Potential broken =
        new SimplePotential() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          public double gradient(double[] x, double[] gradient) {
            throw new IllegalStateException("no such molecule");
          }
        };
    assertThatThrownBy(() -> new Explorer(broken, QUICK).explore(empty(broken)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no such molecule");
  }

  @Test
  void refusesBadSettings() {
    assertThatThrownBy(() -> QUICK.withThreads(0)).hasMessageContaining("from 1 to 64, not 0");
    assertThatThrownBy(() -> QUICK.withThreads(65)).hasMessageContaining("65");
    assertThatThrownBy(() -> QUICK.withMaxTime(Duration.ZERO)).hasMessageContaining("positive");
  }
}
