package dev.tarn.store;

import static dev.tarn.store.FakeJob.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tarn.explore.Effort;
import dev.tarn.explore.Exploration;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerEvent;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.explore.Journal;
import dev.tarn.explore.Journal.Restart.Pair;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.saddle.SaddleSettings.Method;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.testing.Classes;
import dev.tarn.testing.KnownValues;
import dev.tarn.text.TarnVersion;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {
  private static final NetworkDescription NETWORK = NetworkDescription.of(Network.xor(2, 1e-4));
  private static final ExplorerSettings SEED_1 = ExplorerSettings.defaults();
  private static final ExplorerSettings SEED_2 = SEED_1.withSeed(2);

  @TempDir private Path folder;
  private Path file;
  private LandscapeDatabase first;
  private LandscapeDatabase second;

  @BeforeEach
  void openTwice() {
    file = folder.resolve("x.db");
    first = LandscapeDatabase.open(file, NETWORK);
    second = LandscapeDatabase.open(file, NETWORK);
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  private static Exploration done(long jobs, long quiet) {
    ExplorerEvent.Progress progress =
        new ExplorerEvent.Progress(
            jobs, 10 * jobs, 0, 0, 0, BigInteger.ZERO, quiet, 0, 0, Duration.ofSeconds(1));
    return new Exploration(
        Exploration.Status.DONE, "", progress, 0, 0, ExplorerEvent.Failures.NONE);
  }

  @Test
  void beginsAfresh() {
    try (RunRecorder run = first.startRun(SEED_1)) {
      assertThat(run.restart()).isEqualTo(new Journal.Restart(1, 0, 0, 0, Set.of()));
      assertThat(run.landscape().size()).isZero();
    }
  }

  @Test
  void goesOnWithJobsPairsAndPatience() {
    try (RunRecorder run = first.startRun(SEED_1)) {
      run.append(run.landscape(), new FakeJob(run, 0, point(NETWORK, 1, 0), point(NETWORK, 2, 0)));
      run.append(run.landscape(), new FakeJob(run, 1).between(1, 2).quiet(10));
      run.append(run.landscape(), new FakeJob(run, 2).between(2, 2).quiet(20));
      run.finish(done(3, 20));
    }
    assertThat(restart(SEED_1))
        .isEqualTo(new Journal.Restart(2, 3, 20, 30, Set.of(Pair.of(1, 2), Pair.of(2, 2))));
    // Other searches have to be patient anew, and draw from streams that were not used yet.
    assertThat(restart(SEED_2).quiet()).isZero();
    assertThat(restart(SEED_2).nextJob()).isEqualTo(3);
  }

  private Journal.Restart restart(ExplorerSettings settings) {
    try (RunRecorder run = second.startRun(settings)) {
      return run.restart();
    }
  }

  @Test
  void goesOnWithWhatSearchesHaveCost() {
    JobReport.Trial full = new JobReport.Trial(Method.FULL, 2, 1, 0.1 + 0.2);
    JobReport.Trial hybrid = new JobReport.Trial(Method.HYBRID, 1, 0, 1e9);
    assertThat(first.trials()).isEmpty();
    try (RunRecorder run = first.startRun(SEED_1)) {
      run.append(run.landscape(), new FakeJob(run, 0, point(NETWORK, 1, 0)).costing(full));
      run.append(run.landscape(), new FakeJob(run, 1).costing(hybrid));
      run.append(run.landscape(), new FakeJob(run, 2).costing(full));
      run.finish(done(3, 20));
    }
    assertThat(restart(SEED_2).trials()).containsExactly(full.plus(full), hybrid);
    assertThat(second.trials()).containsExactly(full.plus(full), hybrid);
  }

  @Test
  void patienceEndsWithWhatAnotherRunHasFoundSince() {
    RunRecorder other = first.startRun(SEED_2);
    try (RunRecorder run = second.startRun(SEED_1)) {
      run.append(run.landscape(), new FakeJob(run, 0, point(NETWORK, 1, 0)));
      run.finish(done(1, 500));
    }
    other.append(other.landscape(), new FakeJob(other, 0, point(NETWORK, 2, 0)));
    other.close();
    assertThat(restart(SEED_1).quiet()).isZero();
  }

  @Test
  void writesNewsAtOnceAndCountersWithTheNextWrite() {
    RunRecorder run = first.startRun(SEED_1);
    run.append(run.landscape(), new FakeJob(run, 0, point(NETWORK, 1, 0)));
    run.append(run.landscape(), new FakeJob(run, 1, point(NETWORK, 1, 0)).between(1, 1));
    run.append(run.landscape(), new FakeJob(run, 2, point(NETWORK, 2, 0)));
    // As another process sees it, and as it stays if this one is killed now.
    assertThat(second.landscape().hits(1)).isEqualTo(2);
    assertThat(second.landscape().hits(2)).isEqualTo(1);
    RunRecord record = second.runs().get(0);
    assertThat(record.jobs()).isEqualTo(3);
    assertThat(record.searches()).isEqualTo(30);
    assertThat(record.degenerate()).isEqualTo(3);
    assertThat(record.status()).isEqualTo(RunRecord.RUNNING);
    assertThat(record.finished()).isEmpty();
    assertThat(record.lastPoint()).isEqualTo(2);
    run.finish(done(3, 0));
    assertThat(second.runs().get(0).status()).isEqualTo("done");
    assertThat(second.runs().get(0).finished()).isPresent();
    run.close();
    assertThat(second.runs().get(0).status()).isEqualTo("done");
  }

  @Test
  void keepsTheCountersOfFruitlessJobsBackForALittleWhile() throws Exception {
    try (RunRecorder run = first.startRun(SEED_1)) {
      run.append(run.landscape(), new FakeJob(run, 0, point(NETWORK, 1, 0)));
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      long job = 1;
      while (second.runs().get(0).jobs() == 1 && System.nanoTime() < deadline) {
        run.append(run.landscape(), new FakeJob(run, job, point(NETWORK, 1, 0)));
        job++;
        Thread.onSpinWait();
      }
      assertThat(second.runs().get(0).jobs()).isEqualTo(job);
      assertThat(second.landscape().hits(1)).isEqualTo(job);
    }
  }

  @Test
  void storesAClassOnceThoughTwoProcessesFindIt() {
    try (RunRecorder a = first.startRun(SEED_1);
        RunRecorder b = second.startRun(SEED_2)) {
      a.append(a.landscape(), new FakeJob(a, 0, point(NETWORK, 1, 0), point(NETWORK, 2, 0)));
      b.append(b.landscape(), new FakeJob(b, 0, point(NETWORK, 2, 0), point(NETWORK, 3, 0)));
      a.append(
          a.landscape(),
          new FakeJob(a, 1, point(NETWORK, 3, 0), point(NETWORK, 1, 0), point(NETWORK, 4, 1)));
      b.append(b.landscape(), new FakeJob(b, 1, point(NETWORK, 5, 0)));
      Landscape all = first.landscape();
      assertThat(all.points())
          .extracting(StationaryPoint::id, p -> p.provenance().run())
          .containsExactly(tuple(1, 1), tuple(2, 1), tuple(3, 2), tuple(4, 1), tuple(5, 2));
      assertThat(all.hits(2)).isEqualTo(2);
      assertThat(all.hits(3)).isEqualTo(2);
      assertThat(all.connections()).hasSize(1);
      // The process that wrote last knows everything.
      assertThat(b.landscape().points()).isEqualTo(all.points());
      assertThat(b.landscape().connections()).isEqualTo(all.connections());
    }
  }

  @Test
  void writesAPointThatCameUnannounced() {
    try (RunRecorder run = first.startRun(SEED_1)) {
      run.append(run.landscape(), new FakeJob(run, 0, point(NETWORK, 1, 0)).announcing(false));
      assertThat(second.landscape().size()).isEqualTo(1);
    }
  }

  @Test
  void anUnannouncedPointTakesNobodysId() {
    try (RunRecorder a = first.startRun(SEED_1);
        RunRecorder b = second.startRun(SEED_2)) {
      a.append(a.landscape(), new FakeJob(a, 0, point(NETWORK, 1, 0)));
      FakeJob job = new FakeJob(b, 0, point(NETWORK, 2, 0)).announcing(false);
      assertThatThrownBy(() -> b.append(b.landscape(), job))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("run again");
      assertThat(first.landscape().points()).isEqualTo(a.landscape().points());
    }
  }

  @Test
  void aJobThatFailsLeavesNothingBehind() {
    RunRecorder run = first.startRun(SEED_1);
    run.append(run.landscape(), new FakeJob(run, 0, point(NETWORK, 1, 0)));
    IllegalStateException failure = new IllegalStateException("on purpose");
    FakeJob job = new FakeJob(run, 1, point(NETWORK, 2, 0)).failing(failure);
    assertThatThrownBy(() -> run.append(run.landscape(), job)).isSameAs(failure);
    run.close();
    assertThat(second.landscape().size()).isEqualTo(1);
    assertThat(second.runs().get(0).status()).isEqualTo(RunRecord.FAILED);
    assertThat(restart(SEED_1).nextJob()).isEqualTo(1);
  }

  @Test
  void servesItsOwnLandscapeOnly() {
    try (RunRecorder run = first.startRun(SEED_1)) {
      Landscape other = first.landscape();
      assertThatThrownBy(() -> run.append(other, new FakeJob(run, 0)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void recordsWhatARunWas() {
    try (RunRecorder run =
        first.startRun(
            SEED_2.withThreads(3).withEffort(Effort.HIGH).withMaxTime(Duration.ofMinutes(5)))) {
      run.finish(done(0, 0));
    }
    RunRecord record = second.runs().get(0);
    assertThat(record.version()).isEqualTo(TarnVersion.current()).matches("\\d+\\.\\d+.*");
    assertThat(record.java()).isEqualTo(System.getProperty("java.version"));
    assertThat(record.seed()).isEqualTo(2);
    assertThat(record.threads()).isEqualTo(3);
    assertThat(record.effort()).isEqualTo("high");
    assertThat(record.configuration())
        .startsWith("{\"seed\":2,\"threads\":3,\"effort\":\"high\",\"maxTime\":\"PT5M\"")
        .contains("\"method\":\"AUTOMATIC\"", "\"images\":15");
    assertThat(record.started()).isBeforeOrEqualTo(record.finished().orElseThrow());
  }

  @Test
  void twoExplorersAtOnceFindEverythingOnce() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<Exploration>> both =
          List.of(
              pool.submit(() -> explore(first, SEED_1, start)),
              pool.submit(() -> explore(second, SEED_2, start)));
      for (Future<Exploration> exploration : both) {
        assertThat(exploration.get().status()).isEqualTo(Exploration.Status.DONE);
      }
    } finally {
      pool.shutdownNow();
    }
    Landscape all = first.landscape();
    Classes.assertClasses(all.minima(), KnownValues.TWO_UNIT_MINIMA, 1e-11);
    Classes.assertClasses(all.transitionStates(), KnownValues.TWO_UNIT_TRANSITION_STATES, 1e-11);
    assertThat(all.connections()).hasSize(KnownValues.TWO_UNIT_TRANSITION_STATES.size());
  }

  private static Exploration explore(
      LandscapeDatabase database, ExplorerSettings settings, CyclicBarrier start) throws Exception {
    try (RunRecorder run = database.startRun(settings.withEffort(Effort.LOW))) {
      Explorer explorer =
          new Explorer(NETWORK.network(), settings.withEffort(Effort.LOW))
              .resuming(run.restart())
              .keepingIn(run);
      start.await();
      Exploration exploration = explorer.explore(run.landscape());
      run.finish(exploration);
      return exploration;
    }
  }
}
