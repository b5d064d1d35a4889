package dev.tarn.cli;

import static dev.tarn.cli.CommandLineRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Explorations that begin with walkers at several temperatures. */
class TemperOptionTest {
  @TempDir private Path folder;

  private List<String> tempered(String name, String options) throws Exception {
    Path db = folder.resolve(name);
    CommandLineRun run =
        run(
            "explore --potential lj --atoms 6 --effort low --db "
                + db
                + " --temper 150 "
                + options);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("tempering: 2 minima")
        .containsPattern("lowest energy -12\\.71206225\\d* after 150 quenches");
    return DatabaseContent.rows(
        db,
        "SELECT id, energy, hex(coordinates) FROM stationary_points"
            + " WHERE method = 'tempering' ORDER BY id");
  }

  /** Both minima of six atoms, before any other search, whatever the number of threads. */
  @Test
  void minimaOfTheWalkersAreTakenInFirst() throws Exception {
    List<String> one = tempered("one.db", "--threads 1");
    assertThat(one).hasSize(2);
    assertThat(tempered("two.db", "--threads 2")).isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--walkers 3 | --walkers belongs to --temper",
        "--temper 0 | --temper is 1 or more, not 0",
        "--temper 9 --walkers 1 | --walkers is from 2 to 64, not 1",
        "--temper 9 --temperatures 1 | --temperatures are two, LOW,HIGH, not 1",
        "--temper 9 --temperatures 2,1 | --temperatures: highestTemperature is more than the lowest",
        "--temper 9 --temperatures 0,1 | --temperatures: the lowest temperature is positive"
      })
  void wrongNumbersAreNamed(String options, String message) {
    Path db = folder.resolve("none.db");
    CommandLineRun run = run("explore --potential camel --db " + db + " " + options);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(db).doesNotExist();
  }
}
