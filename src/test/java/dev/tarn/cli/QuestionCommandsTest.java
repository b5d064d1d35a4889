package dev.tarn.cli;

import static dev.tarn.cli.CommandLineRun.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import dev.tarn.job.JobRunner;
import dev.tarn.job.RandomStreams;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.study.Reliability.Share;
import dev.tarn.xor.BlobQuestion;
import dev.tarn.xor.SignPatterns;
import dev.tarn.xor.SignPatterns.SignPattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** compare, visit and reliability. */
class QuestionCommandsTest {
  @TempDir private static Path folder;
  private static Path db;

  @BeforeAll
  static void explore() {
    db = folder.resolve("general.db");
    run("explore --layers 2-2-2 --lambda 1e-2 --effort low --quiet --threads 2 --db " + db);
  }

  @Test
  void aSymmetryCopyIsTheSameSolution() throws Exception {
    double[] copy;
    int id;
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(db)) {
      Network network = database.network().network();
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
        .contains("not the same point, but both lead to one minimum");
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
  void aTransitionStateIsNoMinimum() {
    JsonNode states = run("list --db " + db + " --index 1 --json").json();
    JsonNode minima = run("list --db " + db + " --index 0 --json").json();
    int state = states.get(0).get("id").asInt();
    assertThat(run("compare --db " + db + " " + state + " " + minima.get(0).get("id")).out())
        .contains("no minimum of the database", "no path between them is known");
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
        .contains("slow at steps ", "leads to point");
  }

  @Test
  void aRunIsHeldAgainstTheLowestMinimum() {
    Path picture = folder.resolve("stuck.svg");
    JsonNode minima = run("list --db " + db + " --index 0 --json").json();
    boolean lowest = false;
    boolean higher = false;
    for (int number = 0; number < 12; number++) {
      String command =
          "visit --db " + db + " --optimiser lbfgs --run " + number + " --out " + picture;
      JsonNode json = run(command + " --json").json();
      assertThat(json.get("lowest")).isEqualTo(minima.get(0).get("id"));
      double excess = json.get("settledEnergy").asDouble() - minima.get(0).get("energy").asDouble();
      assertThat(json.get("excess").asDouble()).isEqualTo(excess);
      boolean atLowest = json.get("leadsTo").equals(json.get("lowest"));
      assertThat(run(command).out())
          .contains(
              atLowest ? "which is the lowest minimum known" : " above the lowest minimum known");
      lowest |= atLowest;
      higher |= !atLowest;
    }
    assertThat(lowest).isTrue();
    assertThat(higher).isTrue();
    assertThat(run("visit --db " + db + " --near 1e-9 --steps 3 --out " + picture).out())
        .contains("no snapshot within 1e-9 of a point of");
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

  /** Two moons that overlap: no network gets all of them right. */
  @Test
  void onNoisyDataTheBestThatIsReachedSaysWhatIsGood() {
    String command =
        "reliability --data moons --examples 60 --noise 0.5 --lambda 1e-3 --optimiser lbfgs --runs"
            + " 8 --quiet --out "
            + folder.resolve("noisy.svg");
    JsonNode json = run(command + " --hidden 1,3 --json").json();
    double best = 0.0;
    int good = 0;
    for (JsonNode network : json) {
      JsonNode accuracies = network.get("accuracies");
      assertThat(accuracies.get("all")).hasSize(8);
      assertThat(accuracies.get("lowest").asDouble())
          .isLessThanOrEqualTo(accuracies.get("median").asDouble());
      best = Math.max(best, accuracies.get("highest").asDouble());
      good += network.get("good").get("count").asInt();
      for (JsonNode basin : network.get("basins")) {
        assertThat(basin.get("liveUnits").asInt()).isBetween(0, network.get("hidden").asInt());
      }
    }
    assertThat(best).isBetween(0.7, 0.99);
    assertThat(json.get(0).get("accuracies").get("goodFrom").asDouble()).isEqualTo(best - 0.01);
    assertThat(good).isPositive();
    assertThat(run(command + " --hidden 3 --accuracy 1").out()).contains("good: 1.0000 or more");
    assertThat(run(command + " --hidden 2 --depth 2").out())
        .contains("close to the best that a run has reached");
  }

  /** What is typed has precedence, before the preset and after it. */
  @Test
  void thePresetIsTheSettingOfTheQuestion() {
    Path picture = folder.resolve("preset.svg");
    String smaller = " --examples 80 --runs 3 --steps 40 --hidden 2 --out " + picture;
    CommandLineRun preset =
        run("reliability --noise 0.2 --preset blob-question --initialisation he-normal" + smaller);
    assertThat(preset.exitCode()).as(preset.err()).isZero();
    assertThat(preset.out())
        .startsWith(
            "preset blob-question: --data blobs --activation relu --loss logistic --lambda 0"
                + " --optimiser adam --rate 0.1 --scale 1 --accuracy 0.99; as given: --examples,"
                + " --noise, --initialisation, --steps");
    CommandLineRun byHand =
        run(
            "reliability --data blobs --noise 0.2 --activation relu --accuracy 0.99 --optimiser"
                + " adam --rate 0.1 --initialisation he-normal"
                + smaller);
    assertThat(preset.out().lines().skip(1)).isEqualTo(byHand.out().lines().toList());
  }

  /** The library's setting, its data and its training, against the command's. */
  @Test
  void thePresetAgreesWithTheLibrary() {
    BlobQuestion question = BlobQuestion.of(50, 1);
    SignPatterns expected =
        SignPatterns.of(
            SignPattern.named().get(2),
            question.network(2),
            question.training(),
            6,
            0.95,
            JobRunner.threads(1),
            r -> {});
    Path picture = folder.resolve("signs.svg");
    String command =
        "reliability --preset blob-question --examples 200 --runs 6 --hidden 2,3 --sign-patterns"
            + " --quiet --out "
            + picture;
    CommandLineRun json = run(command + " --json");
    assertThat(json.err()).contains("preset blob-question: --data blobs --noise 0.1");
    JsonNode patterns = json.json().get(0).get("signPatterns");
    assertThat(patterns).hasSize(4);
    assertThat(json.json().get(1).has("signPatterns")).isFalse();
    JsonNode third = patterns.get(2);
    assertThat(third.get("signs").asText()).isEqualTo("w1 = [[1,1],[1,1]], w2 = [1,1]");
    assertThat(third.get("said").asText()).isEqualTo("be linear");
    assertThat(third.get("exactEnergy").asDouble()).isEqualTo(expected.exactEnergy());
    assertThat(third.get("exactAccuracy").asDouble()).isEqualTo(expected.exactAccuracy());
    assertThat(third.get("solved").get("count").asInt()).isEqualTo(expected.solved().count());
    assertThat(third.get("linear").get("count").asInt()).isEqualTo(expected.linear().count());
    assertThat(third.get("linear").get("low").asDouble()).isEqualTo(expected.linear().low());
    assertThat(third.get("medianEnergy").asDouble()).isEqualTo(expected.medianEnergy());
    assertThat(third.get("bearsOut").asBoolean()).isEqualTo(expected.bearsOut());
    String table = run(command).out();
    for (SignPattern pattern : SignPattern.named()) {
      assertThat(table).contains(pattern.toString());
    }
    assertThat(table).containsPattern("said to +from \\+-1").contains("borne out");
  }

  @Test
  void severalTrainingsAreCompared() throws Exception {
    Path picture = folder.resolve("several.svg");
    String command =
        "reliability --hidden 2 --lambda 1e-3 --optimiser lbfgs,adam --initialisation"
            + " uniform,he-normal --steps 300 --runs 4 --out "
            + picture;
    JsonNode json = run(command + " --json").json();
    assertThat(json)
        .extracting(
            node -> node.get("optimiser").asText() + " " + node.get("initialisation").asText())
        .containsExactly("lbfgs uniform", "lbfgs he-normal", "adam uniform", "adam he-normal");
    JsonNode alone =
        run("reliability --hidden 2 --lambda 1e-3 --initialisation he-normal --steps 300 --runs 4"
                + " --json --out "
                + picture)
            .json();
    assertThat(json.get(3)).isEqualTo(alone.get(0));
    assertThat(run(command).out()).contains("training by lbfgs, uniform", "training by adam, he-");
    assertThat(Files.readString(picture))
        .contains(">adam, he-normal</text", ">95 % interval</text");
  }

  @Test
  void sharesOfTheOtherEndsHaveIntervals() {
    Path picture = folder.resolve("shares.svg");
    String command =
        "reliability --hidden 2 --lambda 1e-2 --optimiser lbfgs --runs 10 --out " + picture;
    JsonNode basin = run(command + " --json").json().get(0).get("basins").get(0);
    Share share = Share.of(basin.get("share").get("count").asInt(), 10, 0.95);
    String row =
        String.format(
            Locale.ROOT,
            "%d  %.3f  %.3f  %.3f",
            share.count(),
            share.value(),
            share.low(),
            share.high());
    assertThat(run(command).out()).contains(row);
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
          visit --db DB --out v.svg --optimiser adam,lbfgs | one run has one --optimiser
          reliability --hidden 2 --preset moons --out r.svg | --preset is blob-question, not moons
          reliability --hidden 3..5 --sign-patterns --out r.svg | 2-2-1 network: two inputs, two classes and --hidden 2, not 2 inputs, 2 classes and --hidden [3, 4, 5]
          reliability --hidden 2 --data xor3 --sign-patterns --out r.svg | not 3 inputs
          reliability --hidden 2 --optimiser adam,newton --out r.svg | lbfgs, not newton
          reliability --hidden 2 --runs 0 --out r.svg      | at least 1, not 0
          reliability --hidden 2 --accuracy 2 --out r.svg  | above 0 and at most 1, not 2.0
          reliability --hidden 2 --depth 0 --out r.svg     | --depth is from 1 to 20, not 0
          reliability --hidden 2 --depth 2 --sign-patterns --out r.svg | not of --depth 2
          reliability --hidden 2 --lambda -1 --out r.svg   | -1
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
    assertThat(run("compare --db " + db + " 1 " + file).err()).contains("12 parameters, not 2");
  }
}
