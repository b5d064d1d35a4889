package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.store.LandscapeDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches that begin on a batch of the examples, from the command line to the database. */
class BatchOptionTest {
  private static final String MOONS =
      "explore --data moons --examples 80 --layers 2-2-1 --lambda 1e-2 --effort low --quiet --db ";

  @TempDir private Path folder;

  private static String run(String command) {
    CommandLineRun run = CommandLineRun.of((Object[]) command.split(" "));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  @Test
  void theSameSeedGivesTheSameDatabaseOfTheWholeLoss() throws Exception {
    Path one = folder.resolve("one.db");
    Path two = folder.resolve("two.db");
    Path configuration = folder.resolve("batch.toml");
    Files.writeString(configuration, "batch = 30\n");
    run(MOONS + one + " --batch 30 --threads 1");
    run(MOONS + two + " --threads 2 --config " + configuration);
    assertThat(DatabaseContent.reproducible(two)).isEqualTo(DatabaseContent.reproducible(one));
    Path all = folder.resolve("all.db");
    run(MOONS + all + " --threads 2");
    assertThat(DatabaseContent.reproducible(all)).isNotEqualTo(DatabaseContent.reproducible(one));
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(one)) {
      Network network = database.network().network();
      StationaryPolish polish = StationaryPolish.of(network);
      List<StationaryPoint> points = database.landscape().points();
      assertThat(points).hasSizeGreaterThan(1);
      for (StationaryPoint point : points) {
        assertThat(polish.characterise(point.coordinates().toArray()).isStationary(point.index()))
            .isTrue();
      }
    }
    assertThat(DatabaseContent.rows(one, "SELECT configuration FROM runs").get(0))
        .contains("\"batch\":30")
        .contains("\"batch\":\"30\"");
    assertThat(DatabaseContent.rows(all, "SELECT configuration FROM runs").get(0))
        .doesNotContain("batch");
  }

  /** The searches since the last new point go on for the same batch, and begin anew for another. */
  @Test
  void whatWasQuietStaysSoForTheSameBatchAlone() throws Exception {
    Path db = folder.resolve("moons.db");
    run(MOONS + db + " --batch 30");
    run(MOONS + db + " --batch 30");
    run(MOONS + db + " --batch 40");
    run(MOONS + db);
    List<String> further =
        DatabaseContent.rows(db, "SELECT quiet > searches FROM runs ORDER BY id");
    assertThat(further).containsExactly("0", "1", "0", "0");
  }

  @Test
  void enumerationsInAllVariablesTakeABatch() {
    Path db = folder.resolve("relu.db");
    run(
        "enumerate --data moons --examples 60 --layers 2-1-1 --lambda 1e-2 --method full"
            + " --effort low --batch 20 --quiet --db "
            + db);
    run(
        "sweep --data moons --examples 60 --activation logistic --hidden 1 --lambda 1e-1 --effort low"
            + " --batch 20 --quiet --out "
            + folder.resolve("sweep"));
    assertThat(folder.resolve("sweep").toFile().list()).hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "explore --hidden 2 --batch 2 | XOR has 4, which are searched together, not 2 of them",
        "explore --potential himmelblau --batch 5 | networks with data",
        "explore --data moons --layers 2-4-1 --batch 200 | fewer examples than the data, which"
            + " have 200, not 200",
        "explore --data moons --layers 2-4-1 --batch 1 | one example of each of the 2 classes,"
            + " not 1",
        "explore --data moons --layers 2-4-1 --batch 0 | at least 1, not 0",
        "explore --data moons --layers 2-4-1 --batch -3 | at least 1, not -3",
        "explore --data moons --layers 2-4-1 --batch many | '--batch': 'many'",
        "enumerate --data moons --layers 2-2-1 --batch 20 | --method full takes it",
        "enumerate --hidden 2 --batch 2 | XOR has 4",
        "enumerate --hidden 2 --method full --batch 2 | XOR has 4",
        "sweep --hidden 1 --batch 2 | XOR has 4",
        "sweep --hidden 1 --data moons --batch 20 | enumerated by kinds of units",
      })
  void isRefusedWhereItMeansNothing(String command, String message) {
    Path place = folder.resolve("new");
    String network = command.contains("himmelblau") ? "" : " --lambda 1e-2";
    CommandLineRun run =
        CommandLineRun.of(
            (Object[])
                (command + network + (command.startsWith("sweep") ? " --out " : " --db ") + place)
                    .split(" "));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("--batch").contains(message);
    assertThat(place).doesNotExist();
  }
}
