package dev.tarn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.data.DataSet;
import dev.tarn.data.DataSets;
import dev.tarn.data.DataSplit;
import dev.tarn.data.UnusableFileException;
import dev.tarn.explore.Effort;
import dev.tarn.explore.Explorer;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Activation;
import dev.tarn.network.Architecture;
import dev.tarn.network.Network;
import dev.tarn.network.OutputLayer;
import dev.tarn.network.Penalty;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase.TestResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How points do on the test data stands beside them in the file. */
class TestResultTest {
  @TempDir private Path folder;

  private static NetworkDescription description(OutputLayer output) {
    Architecture shape =
        Architecture.of(2, Activation.TANH, new int[] {1}, output.isClassifier() ? 1 : 2, output);
    DataSet all = DataSets.moons(24, 0.2, 1);
    DataSplit split =
        DataSplit.of(output.isClassifier() ? all : all.withTargets(), 0.25, RandomStreams.of(1, 0));
    return NetworkDescription.of(
        shape, Penalty.all(shape, 1e-2), split.training(), Optional.of(split.test()));
  }

  private static void explore(Path file, NetworkDescription model) {
    ExplorerSettings settings = ExplorerSettings.defaults().withEffort(Effort.LOW).withThreads(1);
    try (LandscapeDatabase database = LandscapeDatabase.open(file, model);
        RunRecorder run = database.startRun(settings, Map.of("layers", "2-1-1", "x", "a\"b"))) {
      Explorer explorer = new Explorer(model.network(), settings);
      run.finish(explorer.resuming(run.restart()).keepingIn(run).explore(run.landscape()));
    }
  }

  @Test
  void energyAndAccuracyAreThoseOfTheTestData() throws Exception {
    NetworkDescription model = description(OutputLayer.LOGISTIC);
    Path file = folder.resolve("moons.db");
    explore(file, model);
    DataSet test = model.test().orElseThrow();
    Network onTest =
        Network.of(
            model.network().architecture(), Penalty.none(model.network().architecture()), test);
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      Landscape landscape = database.landscape();
      Map<Integer, TestResult> tests = database.tests(landscape);
      assertThat(tests).hasSize(landscape.size()).isNotEmpty();
      for (StationaryPoint point : landscape.points()) {
        double[] x = point.coordinates().toArray();
        TestResult result = tests.get(point.id());
        assertThat(result.energy()).isEqualTo(onTest.evaluator().energy(x));
        int right = 0;
        for (int d = 0; d < test.examples(); d++) {
          double[] p = onTest.evaluator().answer(x, test.input(d));
          right += (p[1] > p[0] ? 1 : 0) == test.classOf(d) ? 1 : 0;
        }
        assertThat(result.accuracy()).hasValue((double) right / test.examples());
      }
      assertThat(database.runs().get(0).options())
          .containsOnly(Map.entry("layers", "2-1-1"), Map.entry("x", "a\"b"));
      // Other programs see them too.
      assertThat(stored(file)).isEqualTo(tests);
    }
  }

  private static Map<Integer, TestResult> stored(Path file) {
    try (Sql sql = DatabaseFile.openToRead(file)) {
      return sql.read(() -> TableRows.tests(sql));
    }
  }

  @Test
  void targetsHaveNoAccuracy() throws Exception {
    Path file = folder.resolve("linear.db");
    explore(file, description(OutputLayer.LINEAR));
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      assertThat(database.tests(database.landscape()).values())
          .isNotEmpty()
          .allSatisfy(
              result -> {
                assertThat(result.energy()).isPositive();
                assertThat(result.accuracy()).isEmpty();
              });
    }
  }

  /** A file of the first version has neither the columns nor the options. */
  @Test
  void olderFilesAreReadAndGrowOn() throws Exception {
    NetworkDescription model = description(OutputLayer.LOGISTIC);
    Path file = folder.resolve("old.db");
    explore(file, model);
    Map<Integer, TestResult> before = stored(file);
    makeOld(file);
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      assertThat(database.tests(database.landscape())).isEqualTo(before);
      assertThat(database.runs().get(0).options()).isEmpty();
    }
    explore(file, model);
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      assertThat(database.tests(database.landscape())).containsAllEntriesOf(before);
    }
    try (Sql sql = DatabaseFile.openToRead(file)) {
      assertThat(sql.<Integer>read(() -> sql.queryInt("PRAGMA user_version"))).isEqualTo(7);
      assertThat(sql.<Integer>read(() -> sql.queryInt("SELECT count(test_energy) FROM minima")))
          .isNotNegative();
    }
  }

  /** It is read whole before it is brought up to date. */
  @Test
  void damagedOlderFilesAreLeftAsTheyAre() throws Exception {
    NetworkDescription model = description(OutputLayer.LOGISTIC);
    Path file = folder.resolve("damaged.db");
    explore(file, model);
    makeOld(file);
    try (Sql sql = DatabaseFile.openToWrite(file)) {
      sql.script("UPDATE stationary_points SET energy = 'low' WHERE id = 1");
    }
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> LandscapeDatabase.open(file, model))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("table stationary_points, id 1: energy");
    assertThat(file).hasBinaryContent(before);
  }

  private static void makeOld(Path file) throws Exception {
    try (Sql sql = DatabaseFile.openToWrite(file)) {
      sql.script(
          "ALTER TABLE stationary_points DROP COLUMN test_energy;"
              + " ALTER TABLE stationary_points DROP COLUMN test_accuracy;"
              + " DROP TABLE search_methods; DROP TABLE certificates; DROP TABLE branches; DROP TABLE kind_classes;"
              + " DROP TABLE levels; DROP TABLE level_search; DROP TABLE earlier_points;"
              + " ALTER TABLE runs DROP COLUMN unconverged;"
              + " ALTER TABLE runs DROP COLUMN not_finite;"
              + " UPDATE runs SET configuration = '{}';"
              + " PRAGMA user_version = 1");
    }
  }
}
