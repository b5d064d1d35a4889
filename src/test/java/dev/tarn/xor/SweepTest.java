package dev.tarn.xor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSets;
import dev.tarn.explore.Effort;
import dev.tarn.explore.Exploration;
import dev.tarn.explore.ExplorerEvent.Progress;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.explore.JobReport;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.network.kinds.KindClass;
import dev.tarn.network.kinds.KindJournal;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.store.RunRecord;
import dev.tarn.text.Numbers;
import dev.tarn.xor.Catalogues.Catalogue;
import dev.tarn.xor.CountsTable.SweepRow;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  private static final ExplorerSettings QUICK =
      ExplorerSettings.defaults().withEffort(Effort.LOW).enumerating(Integer.MAX_VALUE);

  @TempDir private Path folder;

  /** Keeps what a sweep says, in the form {@code 2 1e-4 from 7}. */
  private static class Log implements Sweep.Listener {
    final List<String> begun = new ArrayList<>();
    final List<Exploration.Status> ended = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    int jobs;

    @Override
    public void begins(int hidden, double lambda, int known) {
      begun.add(hidden + " " + Numbers.scientific(lambda) + " from " + known);
    }

    @Override
    public void ends(int hidden, double lambda, Exploration end) {
      ended.add(end.status());
    }

    @Override
    public void accept(JobReport report) {
      jobs++;
    }

    @Override
    public void update(String counts, Progress progress, boolean news) {
      said.add(counts);
      jobs++;
    }
  }

  private Log sweep(ExplorerSettings settings, List<Integer> hidden, Double... lambdas) {
    Log log = new Log();
    new Sweep(
            new Catalogues(folder),
            settings,
            JobRunner.threads(settings.threads()),
            log,
            new Cancellation())
        .run(hidden, List.of(lambdas));
    return log;
  }

  @Test
  void searchesEachLevelOnceAndThenHasNothingLeftToDo() throws Exception {
    Log first = sweep(QUICK, List.of(1, 2), 1e-2, 1e-4);
    // One unit has 7 classes at both; two units 20 at 1e-2, of which they help the 1e-4.
    assertThat(first.begun)
        .containsExactly("1 1e-2 from 0", "1 1e-4 from 7", "2 1e-2 from 7", "2 1e-4 from 27");
    assertThat(first.said)
        .anyMatch(counts -> counts.matches("level 2 of 2, [0-9]+ classes, sum.*"))
        .noneMatch(counts -> counts.matches("level [01] of 2, [0-9]+ classes, sum.*"));
    assertThat(first.ended).containsOnly(Exploration.Status.DONE).hasSize(4);
    assertThat(first.jobs).isPositive();
    Catalogue two = new Catalogues(folder).read(2, 1e-4).orElseThrow();
    SweepRow row = SweepRow.of(two);
    assertThat(row.hidden()).isEqualTo(2);
    assertThat(row.lambda()).isEqualTo(1e-4);
    assertThat(row.classes()).containsExactly(5, 12, 7);
    assertThat(row.points())
        .containsExactly(BigInteger.valueOf(49), BigInteger.valueOf(108), BigInteger.valueOf(60));
    assertThat(row.completeness().complete()).isTrue();
    assertThat(row.components()).isEqualTo(1);
    assertThat(row.globalMinimum().orElseThrow()).isCloseTo(0.01347583008962, within(1e-12));
    assertThat(row.transitionRatio()).isEqualTo(2.4);
    assertThat(row.classes(2)).isEqualTo(7);
    assertThat(row.classes(3)).isZero();
    assertThat(row.time()).isPositive();
    assertThat(two.landscape().points())
        .allMatch(point -> point.provenance().method().equals("kinds"));

    byte[] before = Files.readAllBytes(folder.resolve("xor-2-1e-4.db"));
    Log second = sweep(QUICK, List.of(1, 2), 1e-2, 1e-4);
    assertThat(second.begun).isEmpty();
    assertThat(second.jobs).isZero();
    assertThat(folder.resolve("xor-2-1e-4.db")).hasBinaryContent(before);
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(
            "xor-1-1e-2.db", "xor-1-1e-4.db", "xor-2-1e-2.db", "xor-2-1e-4.db");
  }

  @Test
  void aCatalogueThatIsNotCompleteIsTriedTwiceWithBothNeighbours() {
    Log log = sweep(QUICK.withMaxTime(Duration.ofMillis(1)), List.of(4), 1e-4, 1e-5, 1e-6);
    assertThat(log.begun).hasSize(6);
    assertThat(log.begun.get(0)).isEqualTo("4 1e-4 from 0");
    assertThat(log.ended).containsOnly(Exploration.Status.OUT_OF_TIME);
    List<RunRecord> runs = new Catalogues(folder).read(4, 1e-5).orElseThrow().runs();
    assertThat(runs).extracting(RunRecord::status).containsExactly("out-of-time", "out-of-time");
    assertThat(new Catalogues(folder).read(4, 1e-5).orElseThrow().completeness().complete())
        .isFalse();
  }

  @Test
  void stopsAtOnceAndGoesOnLater() {
    Catalogues catalogues = new Catalogues(folder);
    Cancellation cancellation = new Cancellation();
    Log log =
        new Log() {
          @Override
          public void update(String counts, Progress progress, boolean news) {
            super.update(counts, progress, news);
            if (jobs == 3) {
              cancellation.cancel();
            }
          }
        };
    new Sweep(catalogues, QUICK, JobRunner.threads(QUICK.threads()), log, cancellation)
        .run(List.of(1, 2), List.of(1e-2, 1e-4));
    assertThat(log.jobs).isEqualTo(3);
    assertThat(log.begun).containsExactly("1 1e-2 from 0");
    assertThat(log.ended).containsExactly(Exploration.Status.STOPPED);
    List<KindClass.Parts> known = kept(catalogues);
    assertThat(known).isNotEmpty();
    Log later = sweep(QUICK, List.of(1), 1e-2);
    assertThat(later.ended).containsExactly(Exploration.Status.DONE);
    Catalogue catalogue = catalogues.read(1, 1e-2).orElseThrow();
    assertThat(catalogue.completeness().complete()).isTrue();
    assertThat(catalogue.runs())
        .extracting(RunRecord::status)
        .containsExactly("interrupted", "done");
    assertThat(kept(catalogues)).startsWith(known.toArray(KindClass.Parts[]::new));
  }

  private static List<KindClass.Parts> kept(Catalogues catalogues) {
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(catalogues.file(1, 1e-2))) {
      return database.levels(QUICK).kept().classes().stream()
          .map(KindJournal.Known::parts)
          .toList();
    }
  }

  @Test
  void aSmallerNetworkTakesTheLevelsOfALargerOneToo() {
    Catalogues catalogues = new Catalogues(folder);
    assertThat(sweep(QUICK, List.of(2), 1e-2).begun).containsExactly("2 1e-2 from 0");
    Log one = sweep(QUICK, List.of(1), 1e-2);
    assertThat(one.begun).containsExactly("1 1e-2 from 20");
    assertThat(one.said).noneMatch(counts -> counts.contains("classes, sum"));
    assertThat(SweepRow.of(catalogues.read(1, 1e-2).orElseThrow()).classes()).containsExactly(4, 3);
  }

  /** Where a unit without weights contributes, nothing is known of levels. */
  @Test
  void startsFromSmallerNetworksAndNeighboursWhereNoLevelsServe() {
    Architecture one =
        Architecture.of(2, Activation.LOGISTIC, new int[] {1}, 1, OutputLayer.LOGISTIC);
    Network network = Network.of(one, Penalty.all(one, 1.0), DataSets.xor(2));
    Catalogues other = new Catalogues(folder, Optional.of(NetworkDescription.of(network)));
    Log log = new Log();
    new Sweep(other, QUICK, JobRunner.threads(QUICK.threads()), log, new Cancellation())
        .run(List.of(1, 2), List.of(1e-1, 1e-2));
    int[] classes = new int[3];
    classes[1] = other.read(1, 1e-2).orElseThrow().landscape().size();
    classes[0] = other.read(1, 1e-1).orElseThrow().landscape().size();
    classes[2] = other.read(2, 1e-1).orElseThrow().landscape().size();
    assertThat(log.begun)
        .containsExactly(
            "1 1e-1 from 0",
            "1 1e-2 from " + classes[0],
            "2 1e-1 from " + classes[0],
            "2 1e-2 from " + (classes[1] + classes[2]));
    assertThat(log.said).isEmpty();
    assertThat(log.ended).containsOnly(Exploration.Status.DONE);
  }

  @Test
  void aSweepThatWasStoppedBeforehandDoesNothing() {
    Log log = new Log();
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    new Sweep(new Catalogues(folder), QUICK, JobRunner.threads(QUICK.threads()), log, cancellation)
        .run(List.of(1), List.of(1e-2));
    assertThat(log.begun).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }
}
