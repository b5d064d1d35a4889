package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options from a TOML file. */
class ConfigurationTest {
  private static final String MOONS =
      """
      data = "moons"
      examples = 12
      layers = "2-1-1"
      lambda = [1e-2, 2e-2]
      standardise = true
      effort = "low"
      quiet = true
      threads = 1

      [explore]
      seed = 7

      [plot.tree]
      width = 120
      """;

  @TempDir private Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("tarn.toml"), text);
  }

  private JsonNode run(Path db) {
    JsonNode runs = CommandLineRun.of("summary", "--db", db, "--json").json().get("runs");
    return runs.get(runs.size() - 1);
  }

  @Test
  void theFileHoldsWhereTheCommandLineSaysNothing() throws Exception {
    Path toml = write(MOONS);
    Path db = folder.resolve("moons.db");
    CommandLineRun explored = CommandLineRun.of("explore", "--config", toml, "--db", db);
    assertThat(explored.exitCode()).as(explored.err()).isZero();
    assertThat(explored.err()).isEmpty();
    assertThat(explored.out())
        .contains("the 2-1-1 tanh logistic network on two moons, 12 examples")
        .contains("links regularised by 0.01,0.02, biases by 0.01,0.02");
    assertThat(run(db).get("seed").asLong()).isEqualTo(7);
    assertThat(run(db).get("threads").asInt()).isEqualTo(1);
    // The command line comes first, and a flag that both give stays a flag.
    CommandLineRun again =
        CommandLineRun.of(
            "explore", "--quiet", "--standardise", "--seed=8", "--config=" + toml, "--db", db);
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.err()).isEmpty();
    assertThat(run(db).get("seed").asLong()).isEqualTo(8);
    Path tree = folder.resolve("tree.svg");
    assertThat(
            CommandLineRun.of("plot", "tree", "--config", toml, "--db", db, "--out", tree)
                .exitCode())
        .isZero();
    // 120 mm in points.
    assertThat(Files.readString(tree)).contains("width=\"340.16pt\"");
  }

  @Test
  void theDatabaseKeepsIt() throws Exception {
    Path db = folder.resolve("first.db");
    Path toml = write(MOONS + "[enumerate]\nseed = 9\n");
    CommandLineRun.of("explore", "--config", toml, "--db", db, "--data-seed", 3);
    CommandLineRun kept = CommandLineRun.of("summary", "--db", db, "--toml");
    assertThat(kept.out())
        .contains("data = 'moons'", "examples = 12", "lambda = '0.01,0.02'", "standardise = true")
        .contains("seed = 7", "data-seed = 3")
        .doesNotContain("quiet", "threads", "db =", "seed = 9", "config");
    Path again = folder.resolve("again.db");
    Path written = Files.writeString(folder.resolve("again.toml"), kept.out());
    CommandLineRun rebuilt =
        CommandLineRun.of("explore", "--quiet", "--config", written, "--db", again);
    assertThat(rebuilt.exitCode()).as(rebuilt.err()).isZero();
    assertThat(CommandLineRun.of("list", "--db", again, "--json", "--weights").out())
        .isEqualTo(CommandLineRun.of("list", "--db", db, "--json", "--weights").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          lamda = 3                   | "lamda" is no option of any command
          [explore]\\nwidth = 3       | "explore.width" is no option of "explore"
          [plot.tree]\\nseed = 3      | "plot.tree.seed" is no option of "plot tree"
          config = "x"                | "config" is no option
          [explor]\\nseed = 3         | "explor" is no option of any command
          [seed]\\nx = 3              | "seed" is a table, but there is no such command
          seed = [                    | is no TOML, line
          seed = 1\\nseed = 2         | Duplicate key
          effort = "huge"             | 'huge' is not low, normal or high
          lambda = "small"            | 'small' is not a number
          """)
  void badFiles(String text, String message) throws Exception {
    Path toml = write(text.replace("\\n", "\n"));
    Path db = folder.resolve("new.db");
    CommandLineRun run = CommandLineRun.of("explore", "--config", toml, "--db", db);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message).doesNotContain("Exception");
    assertThat(db).doesNotExist();
  }

  @Test
  void noFile() {
    CommandLineRun missing = CommandLineRun.of("list", "--config", folder.resolve("none.toml"));
    assertThat(missing.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(missing.err()).contains("there is no file").contains("none.toml");
    assertThat(CommandLineRun.of("list", "--config", folder).err()).contains("cannot be read");
    assertThat(CommandLineRun.of("list", "--config").err())
        .contains("Missing required parameter for option '--config'");
    CommandLineRun both =
        CommandLineRun.of("summary", "--db", folder.resolve("x.db"), "--toml", "--json");
    assertThat(both.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
  }
}
