package dev.tarn.cli;

import static dev.tarn.cli.CommandLineRun.run;
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

  @Test
  void sharesAddUpToOne() {
    String words = "volumes --db " + db + " --radius 2 --starts 60 --temperature 0.05";
    JsonNode json = run(words + " --json").json();
    double sum = json.get("elsewhere").get("steepest descent").get("count").asDouble();
    for (JsonNode basin : json.get("basins")) {
      JsonNode share = basin.get("shares").get("steepest descent");
      sum += share.get("count").asDouble();
      assertThat(share.get("low").asDouble()).isLessThan(share.get("high").asDouble());
      assertThat(basin.get("occupation").isDouble()).isTrue();
    }
    assertThat(sum).isCloseTo(60.0, within(1e-12));
    assertThat(run(words + " --json --threads 1").out())
        .isEqualTo(run(words + " --json --threads 2").out());
    assertThat(run(words).out()).contains("p at T = 0.05");
  }

  @Test
  void trainersStandBesideSteepestDescent() {
    String words =
        "volumes --db "
            + db
            + " --initialisation glorot-uniform --optimiser adam,lbfgs --steps 200 --starts 30";
    JsonNode json = run(words + " --json").json();
    assertThat(json.get("radius").isNull()).isTrue();
    for (String way : new String[] {"steepest descent", "adam", "lbfgs"}) {
      int sum = json.get("elsewhere").get(way).get("count").asInt();
      for (JsonNode basin : json.get("basins")) {
        sum += basin.get("shares").get(way).get("count").asInt();
      }
      assertThat(sum).as(way).isEqualTo(30);
    }
    assertThat(run(words).out().lines().findFirst().orElseThrow())
        .contains("steepest descent", "adam", "lbfgs");
    Path camel = folder.resolve("camel.db");
    run("explore --potential camel --effort low --quiet --threads 2 --db " + camel);
    assertThat(run("volumes --radius 2 --starts 20 --db " + camel).out()).contains("share");
    assertThat(run("volumes --radius 2 --optimiser adam --db " + camel).err())
        .contains("--optimiser and --initialisation are for networks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " | --radius or --initialisation says where starts lie",
        "--radius 1 --initialisation he-normal | --initialisation is for starts as training draws",
        "--radius 1 --scale 2 | --scale is for starts as training draws",
        "--radius 1 --steps 9 | --steps needs --optimiser",
        "--radius 1 --optimiser sgd | --optimiser is adam, gradient or lbfgs, not sgd",
        "--initialisation he-normal,normal | starts have one --initialisation",
        "--radius 1 --threads 0 | --threads: the number of threads is from 1 to 64, not 0",
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
