package dev.tarn.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tarn.explore.Exploration.Status;
import dev.tarn.explore.ExplorerEvent.Connected;
import dev.tarn.explore.ExplorerEvent.Found;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.job.StopRule;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.testing.BytesRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run as a sequence of events, its end, and where its jobs are done. */
class ExplorerRunTest {
  private static final Network XOR = Network.xor(2, 1e-4);
  private static final ExplorerSettings QUICK = ExplorerSettings.defaults().withEffort(Effort.LOW);
  private static final Explorer EXPLORER = new Explorer(XOR, QUICK);

  private static Landscape empty() {
    return Landscape.of(XOR);
  }

  private static List<String> story(Explorer explorer) {
    List<String> lines = new ArrayList<>();
    explorer
        .on(empty())
        .run(
            event -> {
              if (event instanceof JobReport report) {
                lines.add(report.job() + " " + report.kind() + report.hits());
              } else if (event instanceof Found found) {
                lines.add(found.point().toString());
              } else if (event instanceof Connected connected) {
                lines.add(connected.connection().toString());
              }
            });
    return lines;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void jobsThatGoThroughBytesGiveTheSameLandscape(boolean everyIndex) {
    ExplorerSettings settings = everyIndex ? QUICK.enumerating(Integer.MAX_VALUE) : QUICK;
    Explorer explorer = new Explorer(XOR, settings);
    List<String> onThreads = story(explorer);
    BytesRunner runner = new BytesRunner(2);
    assertThat(story(explorer.workingOn(runner))).isEqualTo(onThreads);
    assertThat(runner.bytes()).isPositive();
    assertThat(story(explorer.workingOn(JobRunner.direct()))).isEqualTo(onThreads);
  }

  @Test
  void eventsTellWhatIsInTheLandscapeAndHowItEnded() {
    Landscape landscape = empty();
    List<ExplorerEvent> events = new ArrayList<>();
    try (ExplorerRun run = EXPLORER.on(landscape)) {
      for (ExplorerEvent event : run) {
        if (event instanceof Found found) {
          assertThat(landscape.get(found.point().id())).isEqualTo(found.point());
        }
        events.add(event);
      }
    }
    assertThat(of(events, Found.class).map(Found::point))
        .containsExactlyInAnyOrderElementsOf(landscape.points());
    assertThat(of(events, Connected.class).map(Connected::connection))
        .containsExactlyInAnyOrderElementsOf(landscape.connections());
    assertThat(of(events, JobReport.class).map(JobReport::job)).isSorted().startsWith(0L, 1L);
    assertThat(of(events, Exploration.class)).hasSize(1);
    Exploration end = (Exploration) events.get(events.size() - 1);
    assertThat(end.status()).isEqualTo(Status.DONE);
    assertThat(end.reason()).isEqualTo("nothing new in " + end.progress().quiet() + " searches");
  }

  private static <E> Stream<E> of(List<ExplorerEvent> events, Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast);
  }

  @Test
  void aStreamEndsWhereTheCallerLeavesOff() {
    Landscape landscape = empty();
    try (ExplorerRun run = EXPLORER.on(landscape);
        Stream<ExplorerEvent> events = run.events()) {
      assertThat(events.filter(Found.class::isInstance).limit(3)).hasSize(3);
    }
    assertThat(landscape.size()).isBetween(3, 16);
  }

  @Test
  void rulesCombineAndGiveTheirReason() {
    Exploration end =
        EXPLORER
            .until(
                ExplorerLimits.classes(4)
                    .and(ExplorerLimits.searches(60))
                    .or(ExplorerLimits.time(Duration.ofHours(1))))
            .explore(empty());
    assertThat(end.status()).isEqualTo(Status.LIMIT);
    assertThat(end.reason()).isEqualTo("4 classes and 60 searches");
    assertThat(end.progress().classes()).isGreaterThanOrEqualTo(4);
    assertThat(end.progress().searches()).isGreaterThanOrEqualTo(60);
    assertThat(EXPLORER.until(ExplorerLimits.nothingNew(100)).explore(empty()).reason())
        .isEqualTo("nothing new in 100 searches");
    assertThat(EXPLORER.until(ExplorerLimits.time(Duration.ZERO)).explore(empty()).reason())
        .isEqualTo("time of PT0S");
  }

  @Test
  void aRuleMaySeeEveryEventAndEndsTheRunWithItsJob() {
    Landscape landscape = empty();
    StopRule<ExplorerEvent> joined = StopRule.of("joined", Connected.class::isInstance);
    List<ExplorerEvent> events = new ArrayList<>();
    Exploration end = EXPLORER.until(joined).on(landscape).run(events::add);
    assertThat(end.reason()).isEqualTo("joined");
    assertThat(of(events, Connected.class).map(Connected::connection))
        .isNotEmpty()
        .containsExactlyElementsOf(landscape.connections());
    // Nothing of a job is kept back.
    assertThat(events.get(events.size() - 2)).isInstanceOf(JobReport.class);
  }

  @Test
  void limitsRefuseNumbersThatMeanNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExplorerLimits.searches(0))
        .withMessage("the number of searches is at least 1, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExplorerLimits.classes(-1))
        .withMessage("the number of classes is at least 1, not -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExplorerLimits.nothingNew(0))
        .withMessageContaining("without a new class is at least 1, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExplorerLimits.time(Duration.ofSeconds(-1)))
        .withMessage("the time is 0 or more, not PT-1S");
  }

  @Test
  void aRunIsConsumedOnce() {
    ExplorerRun run = EXPLORER.until(ExplorerLimits.classes(1)).on(empty());
    Iterator<ExplorerEvent> events = run.iterator();
    assertThatIllegalStateException()
        .isThrownBy(run::run)
        .withMessage("this run has begun, and can be consumed once: the explorer makes a new one");
    while (events.hasNext()) {
      assertThat(events.next()).isNotNull();
    }
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(events::next);
    run.close();
    assertThatIllegalStateException()
        .isThrownBy(run::events)
        .withMessage("this run is closed: the explorer makes a new one");
  }

  @Test
  void anExplorerMakesAsManyRunsAsOneLikes() {
    Explorer explorer = EXPLORER.until(ExplorerLimits.classes(3));
    Exploration first = explorer.explore(empty());
    assertThat(explorer.explore(empty()).progress().jobs()).isEqualTo(first.progress().jobs());
  }

  @Test
  void anyThreadStopsARun() throws InterruptedException {
    ExplorerRun run =
        new Explorer(Network.xor(6, 1e-6), ExplorerSettings.defaults())
            .on(Landscape.of(Network.xor(6, 1e-6)));
    CountDownLatch begun = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              try {
                begun.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              run.stop();
            });
    other.start();
    Exploration end = run.run(event -> begun.countDown());
    other.join();
    assertThat(end.status()).isEqualTo(Status.STOPPED);
    assertThat(end.reason()).isEqualTo("stopped");
  }

  @Test
  void oneRequestStopsAllRunsThatHeedIt() {
    Cancellation cancellation = new Cancellation();
    Explorer explorer = EXPLORER.stoppingAt(cancellation);
    Exploration end = explorer.on(empty()).run(event -> cancellation.cancel());
    assertThat(end.status()).isEqualTo(Status.STOPPED);
    assertThat(end.progress().jobs()).isOne();
    Exploration next = explorer.explore(empty());
    assertThat(next.status()).isEqualTo(Status.STOPPED);
    assertThat(next.progress().jobs()).isZero();
  }

  @Test
  void refusesAnotherPotentialsLandscape() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EXPLORER.on(Landscape.of(Network.xor(3, 1e-4))))
        .withMessage("the landscape is of 17 variables, the potential of 12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EXPLORER.on(Landscape.of(DoubleWells.equal(12))))
        .withMessageContaining("the potential one of order 16");
    Landscape other = Landscape.of(Network.xor(2, 1e-3));
    new Explorer(Network.xor(2, 1e-3), QUICK).until(ExplorerLimits.classes(3)).explore(other);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EXPLORER.on(other))
        .withMessageContaining("of the landscape has the energy");
  }
}
