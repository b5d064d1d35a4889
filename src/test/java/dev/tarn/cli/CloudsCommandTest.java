package dev.tarn.cli;

import static dev.tarn.cli.CommandLineRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudsCommandTest {
  @TempDir private static Path folder;
  private static Path db;

  @BeforeAll
  static void explore() {
    db = folder.resolve("general.db");
    run("explore --layers 2-1-2 --lambda 1e-2 --effort low --quiet --threads 2 --db " + db);
  }

  @Test
  void cloudsOfSeveralNetworksStandSideBySide() throws Exception {
    Path picture = folder.resolve("clouds.svg");
    Path bars = folder.resolve("bars.svg");
    String command =
        "clouds --layers 2-1-1,2-2-1,2-2-2-1 --activation elu --granularity macro --points 200"
            + " --columns 2 --bars "
            + bars
            + " --out "
            + picture;
    CommandLineRun clouds = run(command);
    assertThat(clouds.exitCode()).as(clouds.err()).isZero();
    assertThat(Files.readString(picture))
        .contains(">(a) 2-1-1</text", ">(b) 2-2-1</text", ">(c) 2-2-2-1</text");
    assertThat(Files.readString(bars)).contains(">2-2-2-1</text", ">share of the points</text");
    assertThat(clouds.out()).containsPattern("2-2-2-1 +saddle +\\d+").doesNotContain("seen");
    JsonNode json = run(command + " --json --threads 1").json();
    assertThat(json).isEqualTo(run(command + " --json --threads 2").json());
    assertThat(json.get(1).get("points").asInt()).isEqualTo(1800);
    assertThat(json.get(1).get("flat").asDouble()).isEqualTo(0.01);
    assertThat(json.get(1).get("stationaryPoints")).isEmpty();
    int flat = 0;
    for (JsonNode attractor : json.get(1).get("attractors")) {
      flat += attractor.get("points").asInt();
    }
    assertThat(flat).isEqualTo(json.get(1).get("flatPoints").asInt()).isPositive();
    JsonNode stricter = run(command + " --json --flat 0.001").json();
    assertThat(stricter.get(1).get("flatPoints").asInt()).isLessThan(flat);
  }

  /** Of the special form of the XOR network too. */
  @Test
  void stationaryPointsAreHeldAgainstTheCloud() {
    Path special = folder.resolve("xor.db");
    Path picture = folder.resolve("both.svg");
    run("explore --hidden 1 --lambda 1e-2 --effort low --quiet --db " + special);
    String command = "clouds --granularity macro --db " + special + "," + db + " --out " + picture;
    CommandLineRun both = run(command);
    assertThat(both.exitCode()).as(both.err()).isZero();
    assertThat(both.out())
        .contains("stationary points of xor, and", "stationary points of general, and")
        .containsPattern("\\d+ of \\d+ stationary points are seen");
    JsonNode json = run(command + " --json").json();
    JsonNode points = json.get(0).get("stationaryPoints");
    JsonNode listed = run("list --json --db " + special).json();
    assertThat(points).hasSameSizeAs(listed);
    for (JsonNode point : points) {
      assertThat(point.get("share").asDouble())
          .isEqualTo(point.get("flatPoints").asInt() / json.get(0).get("flatPoints").asDouble());
    }
    assertThat(json.get(0).get("attractors").get(0).get("stationaryPoints")).isNotEmpty();
  }

  @Test
  void cloudsCountCurvaturesAndMarkPoints() throws Exception {
    Path picture = folder.resolve("cloud.svg");
    CommandLineRun cloud =
        run("clouds --layers 2-1-1 --activation elu --granularity macro --out " + picture);
    assertThat(cloud.exitCode()).as(cloud.err()).isZero();
    // Twice five dimensions walks of a hundred points.
    assertThat(cloud.out()).contains("1000 points of the 2-1-1 elu logistic network on XOR");
    assertThat(cloud.out()).containsPattern("convex +\\d+").containsPattern("saddle +\\d+");
    CommandLineRun marked = run("clouds --granularity macro --db " + db + " --out " + picture);
    assertThat(marked.exitCode()).as(marked.err()).isZero();
    assertThat(Files.readString(picture)).contains(">minimum</text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clouds --out c.svg                               | a cloud needs --db or --layers
          clouds --layers 2-1-1 --range 0 --out c.svg      | positive, not 0.0
          clouds --layers 2-1-1 --granularity fine --out c.svg | fine
          clouds --layers 2-1-1,2-x-1 --out c.svg          | widths with dashes between them, such as 2-4-2, not 2-x-1
          clouds --layers 2-1-1,3-1-1 --out c.svg          | 3
          clouds --layers 2-1-1 --db DB --out c.svg        | of --db or of --layers, not of both
          clouds --layers 2-1-1,2-2-1 --columns 0 --out c.svg | --columns is at least 1, not 0
          clouds --layers 2-1-1 --points 0 --out c.svg     | at least 1, not 0
          clouds --layers 2-1-1 --top 0 --out c.svg        | the longest gradient drawn is positive, not 0.0
          clouds --layers 2-1-1 --flat 0 --out c.svg       | positive, not 0.0
          clouds --layers 2-1-1 --near -1 --out c.svg      | positive, not -1.0
          clouds --layers 2-1-1 --bars b.gif --out c.svg   | .svg, .png, .pdf
          """)
  void badOptions(String command, String message) {
    CommandLineRun run = run(command.replace("DB", db.toString()));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message).doesNotContain("Exception");
  }
}
