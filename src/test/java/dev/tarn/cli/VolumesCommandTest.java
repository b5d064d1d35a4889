package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumesCommandTest {
  @TempDir private static Path folder;
  private static Path db;

  @BeforeAll
  static void explore() {
    db = folder.resolve("xor.db");
    run("explore --hidden 1 --lambda 1e-3 --effort low --quiet --threads 2 --db " + db);
  }

  private static CommandLineRun run(String words) {
    return CommandLineRun.of((Object[]) words.trim().split(" +"));
  }

  @Test
  void sharesAddUpToOne() {
    String words = "volumes --db " + db + " --radius 2 --starts 60 --temperature 0.05";
    JsonNode json = run(words + " --json").json();
    double sum = json.get("elsewhere").get("count").asDouble();
    for (JsonNode basin : json.get("basins")) {
      JsonNode share = basin.get("share");
      sum += share.get("count").asDouble();
      assertThat(share.get("low").asDouble()).isLessThan(share.get("high").asDouble());
      assertThat(basin.get("occupation").isDouble()).isTrue();
    }
    assertThat(sum).isCloseTo(60.0, within(1e-12));
    assertThat(run(words + " --json").out()).isEqualTo(run(words + " --json").out());
    assertThat(run(words).out()).contains("p at T = 0.05");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " | Missing required option: '--radius=R'",
        "--radius 0 | --radius is positive, not 0.0",
        "--radius 1 --starts 0 | --starts is from 1 to 10000000, not 0",
        "--radius 1 --level 1 | --level is between 0 and 1, not 1.0",
        "--radius 1 --temperature -1 | --temperature is positive, not -1.0"
      })
  void badInputIsRefused(String words, String message) {
    CommandLineRun run = run("volumes --db " + db + " " + (words == null ? "" : words));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
