package dev.tarn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.data.DataSets;
import dev.tarn.data.UnusableFileException;
import dev.tarn.explore.Exploration.Status;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.Cancellation;
import dev.tarn.job.JobRunner;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.network.kinds.KindEnumeration;
import dev.tarn.network.kinds.KindJournal;
import dev.tarn.network.kinds.KindJournal.Known;
import dev.tarn.stationary.StationaryPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelRecorderTest {
  private static final ExplorerSettings SETTINGS =
      ExplorerSettings.defaults().enumerating(Integer.MAX_VALUE);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("x.db");
  }

  private static NetworkDescription xor(int hidden) {
    return NetworkDescription.of(Network.xor(hidden, 1e-3));
  }

  private LandscapeDatabase open(int hidden) {
    return LandscapeDatabase.open(file, xor(hidden));
  }

  private static KindEnumeration enumeration(LandscapeDatabase database) {
    return new KindEnumeration(database.network().network(), SETTINGS, database.levels(SETTINGS));
  }

  private int[] enumerate(int hidden, Consumer<KindJournal.Report> observer) {
    try (LandscapeDatabase database = open(hidden)) {
      KindEnumeration enumeration = enumeration(database);
      assertThat(enumeration.run(hidden, JobRunner.direct(), new Cancellation(), observer))
          .isEqualTo(Status.DONE);
      return enumeration.catalogue().counts(hidden);
    }
  }

  private List<Known> kept() {
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      return database.levels(SETTINGS).kept().classes();
    }
  }

  private void script(String script) throws Exception {
    try (Sql sql = DatabaseFile.openToWrite(file)) {
      sql.script(script);
    }
  }

  @Test
  void keepsEveryBitAndGoesOnAtTheNextLevel() {
    List<KindJournal.Report> reports = new ArrayList<>();
    int[] two = enumerate(2, reports::add);
    List<Known> before = kept();
    long hits = reports.stream().mapToLong(report -> report.hits().size()).sum();
    assertThat(before.stream().mapToLong(Known::hits).sum()).isEqualTo(hits + before.size());
    assertThat(before)
        .extracting(Known::parts)
        .containsExactlyElementsOf(
            reports.stream()
                .flatMap(report -> report.newClasses().stream())
                .map(each -> each.parts())
                .toList());
    assertThat(enumerate(2, report -> assertThat(report).isNull())).containsExactly(two);
    assertThat(LandscapeDatabase.grow(file, xor(4))).contains(xor(2));
    List<Integer> levels = new ArrayList<>();
    assertThat(enumerate(4, report -> levels.add(report.level())))
        .containsExactly(6, 18, 36, 49, 27);
    assertThat(levels).startsWith(3).contains(4).doesNotContain(0, 1, 2);
    assertThat(kept().subList(0, before.size()))
        .extracting(Known::parts)
        .isEqualTo(before.stream().map(Known::parts).toList());
  }

  /** What another search has found may be missing from the levels: nothing is lost. */
  @Test
  void pointsOfTheSmallerNetworkAreKeptAsidePadded() {
    enumerate(2, report -> {});
    StationaryPoint found;
    try (LandscapeDatabase database = open(2);
        RunRecorder run = database.startRun(SETTINGS)) {
      run.append(run.landscape(), new FakeJob(run, 0, FakeJob.point(xor(2), 1, 0)));
      found = run.landscape().points().get(0);
    }
    LandscapeDatabase.grow(file, xor(3));
    try (LandscapeDatabase database = open(3)) {
      assertThat(database.landscape().size()).isZero();
      assertThat(database.earlierPoints()).hasSize(1);
      double[] padded = database.earlierPoints().get(0);
      assertThat(xor(3).network().evaluator().energy(padded))
          .isCloseTo(
              xor(2).network().evaluator().energy(found.coordinates().toArray()), within(1e-15));
      assertThat(Arrays.stream(padded).filter(weight -> weight == 0.0).count())
          .isGreaterThanOrEqualTo(5);
    }
  }

  /** With another cutoff a class may have become proper, and its like may have been passed over. */
  @Test
  void anotherCutoffSearchesAllLevelsAnew() {
    enumerate(2, report -> {});
    ExplorerSettings other = SETTINGS.withZeroCutoff(1e-8);
    try (LandscapeDatabase database = open(2)) {
      assertThat(database.levels(SETTINGS).kept().state().levels().get(2).quiet()).isPositive();
      assertThat(database.levels(other).kept().state().levels())
          .allMatch(level -> level.quiet() == 0 && level.below() == 0);
    }
  }

  @Test
  void onlyALargerNetworkOfTheSameFamilyTakesTheLevelsOver() {
    assertThat(LandscapeDatabase.grow(file, xor(3))).isEmpty();
    open(2).close();
    assertThat(LandscapeDatabase.grow(file, xor(3))).as("without levels").isEmpty();
    int[] two = enumerate(2, report -> {});
    assertThat(LandscapeDatabase.grow(file, xor(1))).isEmpty();
    assertThat(LandscapeDatabase.grow(file, xor(2))).isEmpty();
    assertThat(LandscapeDatabase.grow(file, NetworkDescription.of(Network.xor(3, 2e-3)))).isEmpty();
    assertThatExceptionOfType(UnusableFileException.class)
        .isThrownBy(() -> open(3))
        .withMessageContaining("2 hidden units");
    assertThat(LandscapeDatabase.grow(file, xor(3))).isEqualTo(Optional.of(xor(2)));
    try (LandscapeDatabase database = open(3)) {
      assertThat(database.landscape().size()).isZero();
      assertThat(enumeration(database).catalogue().counts(2)).containsExactly(two);
    }
  }

  @Test
  void aDatabaseWithoutLevelsTakesThoseOfItsFamily() {
    int[] two = enumerate(2, report -> {});
    Path larger = folder.resolve("larger.db");
    try (LandscapeDatabase smaller = LandscapeDatabase.openToRead(file);
        LandscapeDatabase three = LandscapeDatabase.open(larger, xor(3));
        LandscapeDatabase other =
            LandscapeDatabase.open(
                folder.resolve("other.db"), NetworkDescription.of(Network.xor(3, 2e-3)))) {
      assertThat(other.takeLevels(smaller)).isZero();
      assertThat(three.levelClasses()).isEmpty();
      int taken = three.takeLevels(smaller);
      assertThat(taken).isEqualTo(smaller.levelClasses().size());
      assertThat(three.levels(SETTINGS).kept()).isEqualTo(smaller.levels(SETTINGS).kept());
      assertThat(enumeration(three).catalogue().counts(2)).containsExactly(two);
      assertThat(three.takeLevels(smaller)).as("it has levels of its own").isZero();
    }
  }

  @Test
  void aSecondProcessIsNoticed() {
    try (LandscapeDatabase first = open(1);
        LandscapeDatabase second = open(1)) {
      KindEnumeration one = enumeration(first);
      KindEnumeration other = enumeration(second);
      one.run(1, JobRunner.direct(), new Cancellation(), report -> {});
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> other.run(1, JobRunner.direct(), new Cancellation(), report -> {}))
          .withMessageContaining("another process enumerates the same levels");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE FROM level_search WHERE key = 'jobs'|lacks jobs",
        "DELETE FROM level_search WHERE key = 'weights'|lacks weights",
        "UPDATE kind_classes SET multiplicities = '[1,0]' WHERE id = 2|at least 1",
        "UPDATE kind_classes SET blocks = x'00' WHERE id = 2|is damaged",
        "UPDATE kind_classes SET coordinates = zeroblob(24) WHERE multiplicities = '[1,1]'|3"
            + " numbers"
      })
  void saysWhatIsDamaged(String change, String message) throws Exception {
    enumerate(2, report -> {});
    script(change);
    assertThatExceptionOfType(UnusableFileException.class)
        .isThrownBy(this::kept)
        .withMessageContaining("is damaged: ")
        .withMessageContaining(message);
  }

  @Test
  void areForNetworksWithOneHiddenLayer() {
    Architecture deep =
        Architecture.of(2, Activation.TANH, new int[] {1, 1}, 2, OutputLayer.SOFTMAX);
    NetworkDescription description =
        NetworkDescription.of(Network.of(deep, Penalty.all(deep, 1e-3), DataSets.xor(2)));
    try (LandscapeDatabase database = LandscapeDatabase.open(file, description)) {
      assertThatExceptionOfType(UnusableFileException.class)
          .isThrownBy(() -> database.levels(SETTINGS))
          .withMessageContaining("networks with one hidden layer only");
    }
  }
}
