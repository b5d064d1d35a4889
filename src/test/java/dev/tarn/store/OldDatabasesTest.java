package dev.tarn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkEvaluator;
import dev.tarn.stationary.StationaryPoint;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Databases that version 0.1.0 wrote, as SQL: {@code enumerate --hidden 1 --lambda 1e-2} and {@code
 * explore --layers 2-1-1 --data moons --examples 12 --test-share 0.25 --standardise --lambda 1e-2},
 * both with {@code --effort low}. Those of schema version 1 are the same without test results; that
 * of version 3 has a table of branches.
 */
class OldDatabasesTest {
  @TempDir private Path folder;

  private Path file(String name) throws Exception {
    Path file = folder.resolve(name + ".db");
    try (InputStream in =
            Objects.requireNonNull(getClass().getResourceAsStream(name + ".sql"), name);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return file;
  }

  @ParameterizedTest
  @CsvSource({
    "xor-1, the XOR network with 1 hidden unit, 7, 0.6381080428617055",
    "xor-2, the XOR network with 1 hidden unit, 7, 0.6381080428617055",
    "xor-3, the XOR network with 1 hidden unit, 7, 0.6381080428617055",
    "xor-4, the XOR network with 1 hidden unit, 7, 0.6381080428617055",
    "dense-1, the 2-1-1 tanh logistic network on, 2, 0.4535644370278611",
    "dense-2, the 2-1-1 tanh logistic network on, 2, 0.4535644370278611"
  })
  void areReadToTheLastBit(String name, String words, int points, double lowest) throws Exception {
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file(name))) {
      assertThat(database.description().toString()).startsWith(words);
      Landscape landscape = database.landscape();
      assertThat(landscape.points()).hasSize(points);
      assertThat(landscape.globalMinimum().orElseThrow().energy()).isEqualTo(lowest);
      Network network = database.network().network();
      NetworkEvaluator evaluator = network.evaluator();
      double[] canonical = new double[network.dimension()];
      for (StationaryPoint point : landscape.points()) {
        double[] x = point.coordinates().toArray();
        // The energy kept is that of the copy that was found.
        assertThat(evaluator.energy(x)).isCloseTo(point.energy(), within(2e-16));
        assertThat(network.symmetry().orbitSize(x)).isEqualTo(point.orbit());
        network.symmetry().canonical(x, canonical);
        assertThat(canonical).containsExactly(x);
      }
      assertThat(database.tests(landscape)).hasSize(name.startsWith("dense") ? points : 0);
      assertThat(database.runs()).hasSize(1);
      assertThat(Certificates.of(database)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"xor-1", "xor-2", "xor-3", "xor-4", "dense-1", "dense-2"})
  void canBeGrown(String name) throws Exception {
    Path file = file(name);
    PotentialCodec.Description description;
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      description = database.description();
    }
    try (LandscapeDatabase database = LandscapeDatabase.open(file, description);
        RunRecorder run = database.startRun(ExplorerSettings.defaults())) {
      assertThat(run.restart().run()).isEqualTo(2);
      assertThat(run.landscape().points()).isNotEmpty();
    }
  }
}
