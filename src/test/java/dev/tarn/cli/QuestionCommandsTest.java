package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.network.NetworkModel;
import dev.tarn.potential.RandomStreams;
import dev.tarn.store.LandscapeDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** compare, visit, reliability and clouds. */
class QuestionCommandsTest {
  @TempDir private static Path folder;
  private static Path db;

  @BeforeAll
  static void explore() {
    db = folder.resolve("general.db");
    run("explore --layers 2-2-2 --lambda 1e-2 --effort low --quiet --threads 2 --db " + db);
  }

  private static CommandLineRun run(String words) {
    return CommandLineRun.of((Object[]) words.trim().split(" +"));
  }

  @Test
  void aSymmetryCopyIsTheSameSolution() throws Exception {
    double[] copy;
    int id;
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(db)) {
      NetworkModel network = database.model().network();
      StationaryPoint lowest = database.landscape().globalMinimum().orElseThrow();
      id = lowest.id();
      double[] original = lowest.coordinates().toArray();
      copy = original.clone();
      // Some elements of the group leave the point where it is.
      for (int stream = 0; Arrays.equals(copy, original); stream++) {
        network.symmetry().randomCopy(RandomStreams.of(3, stream), original, copy);
      }
    }
    Path file = folder.resolve("copy.txt");
    Files.writeString(file, Arrays.toString(copy));
    CommandLineRun same = run("compare --db " + db + " " + id + " " + file);
    assertThat(same.exitCode()).as(same.err()).isZero();
    assertThat(same.out()).contains("the same solution up to symmetry");
    JsonNode json = run("compare --json --db " + db + " " + id + " " + file).json();
    assertThat(json.get("same").asBoolean()).isTrue();
    assertThat(json.get("distance").asDouble()).isCloseTo(0.0, within(1e-6));

    copy[0] += 1e-3;
    Files.writeString(file, Arrays.toString(copy));
    assertThat(run("compare --db " + db + " " + id + " " + file).out())
        .contains("not the same weights, but both lead to one minimum");
  }

  @Test
  void differentMinimaHaveABarrierBetweenThem() {
    JsonNode minima = run("list --db " + db + " --index 0 --json").json();
    int first = minima.get(0).get("id").asInt();
    int second = minima.get(1).get("id").asInt();
    JsonNode json = run("compare --json --db " + db + " " + first + " " + second).json();
    assertThat(json.get("same").asBoolean()).isFalse();
    assertThat(json.get("settledDistance").asDouble()).isGreaterThan(1e-3);
    JsonNode top = run("show --json --db " + db + " " + json.get("highest").asInt()).json();
    double higher = minima.get(1).get("energy").asDouble();
    assertThat(json.get("barrier").asDouble())
        .isCloseTo(top.get("energy").asDouble() - higher, within(1e-12));
  }

  @Test
  void aRunEndsInAPointOfTheDatabase() {
    Path picture = folder.resolve("visit.svg");
    JsonNode json = run("visit --db " + db + " --optimiser lbfgs --json --out " + picture).json();
    assertThat(json.get("leadsTo").isInt()).isTrue();
    JsonNode point = run("show --json --db " + db + " " + json.get("leadsTo").asInt()).json();
    assertThat(point.get("energy").asDouble())
        .isCloseTo(json.get("settledEnergy").asDouble(), within(1e-12));
    JsonNode energies = json.get("energies");
    assertThat(energies.get(energies.size() - 1).asDouble()).isLessThan(energies.get(0).asDouble());
    assertThat(picture).isNotEmptyFile();
    assertThat(run("visit --db " + db + " --steps 50 --out " + picture).out())
        .contains("slow at steps", "leads to point");
  }

  @Test
  void reliabilityHasExactIntervals() {
    Path picture = folder.resolve("reliability.svg");
    String command =
        "reliability --hidden 2,3 --lambda 1e-3 --optimiser lbfgs --runs 12 --json --out "
            + picture;
    JsonNode json = run(command).json();
    assertThat(json).hasSize(2);
    for (JsonNode network : json) {
      JsonNode good = network.get("good");
      assertThat(good.get("trials").asInt()).isEqualTo(12);
      double probability = good.get("count").asInt() / 12.0;
      assertThat(good.get("probability").asDouble()).isEqualTo(probability);
      assertThat(good.get("low").asDouble()).isLessThanOrEqualTo(probability);
      assertThat(good.get("high").asDouble()).isGreaterThanOrEqualTo(probability);
      int runs = 0;
      for (JsonNode basin : network.get("basins")) {
        runs += basin.get("share").get("count").asInt();
      }
      assertThat(runs).isEqualTo(12);
    }
    assertThat(picture).isNotEmptyFile();
    assertThat(run(command + " --threads 1").out()).isEqualTo(run(command + " --threads 2").out());
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
          compare --db DB 1                                | requires at least 2 values
          compare --db DB 1 2 3 4                          | two solutions are compared, not 4
          compare --db DB 1 999                            | no point 999
          compare --db DB 1 nothing.txt                    | neither an id nor a file
          visit --db DB --out v.gif                        | .svg, .png, .pdf
          visit --db DB --out v.svg --run -1               | --run is 0 or more
          visit --db DB --out v.svg --optimiser newton     | --optimiser is adam, gradient or lbfgs
          visit --db DB --out v.svg --initialisation zero  | zero
          visit --db DB --out v.svg --steps 0              | at least 1, not 0
          visit --db DB --out v.svg --near 0               | the threshold is positive
          reliability --hidden 2 --runs 0 --out r.svg      | at least 1, not 0
          reliability --hidden 2 --accuracy 2 --out r.svg  | above 0 and at most 1, not 2.0
          reliability --hidden 2 --lambda -1 --out r.svg   | -1
          clouds --out c.svg                               | a cloud needs --db or --layers
          clouds --layers 2-1-1 --range 0 --out c.svg      | positive, not 0.0
          clouds --layers 2-1-1 --granularity fine --out c.svg | fine
          """)
  void badOptions(String command, String message) {
    CommandLineRun run = run(command.replace("DB", db.toString()));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message).doesNotContain("Exception");
  }

  @Test
  void aFileOfWordsIsNoSolution() throws Exception {
    Path file = folder.resolve("words.txt");
    Files.writeString(file, "1.0, two");
    CommandLineRun run = run("compare --db " + db + " 1 " + file);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("holds something that is no number");
    Files.writeString(file, "1.0 2.0");
    assertThat(run("compare --db " + db + " 1 " + file).err()).contains("12 weights, not 2");
  }
}
