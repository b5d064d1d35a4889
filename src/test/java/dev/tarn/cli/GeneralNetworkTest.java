package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.network.Penalty;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands about a network that is not the paper's. */
class GeneralNetworkTest {
  @TempDir private static Path folder;
  private static Path db;
  private static CommandLineRun explored;

  @BeforeAll
  static void explore() {
    db = folder.resolve("moons.db");
    explored =
        CommandLineRun.of(
            (Object[])
                ("explore --data moons --examples 24 --test-share 0.25 --standardise --layers 2-2-1"
                        + " --lambda 1e-2 --effort low --quiet --threads 2 --db "
                        + db)
                    .split(" "));
  }

  @Test
  void exploresAndSummarises() {
    assertThat(explored.exitCode()).as(explored.err()).isZero();
    assertThat(explored.out())
        .contains("9 parameters: the 2-2-1 tanh logistic network on two moons, 24 examples")
        .contains("all parameters regularised by 0.01");
    JsonNode summary = CommandLineRun.of("summary", "--db", db, "--json").json();
    assertThat(summary.get("network").asText()).contains("2-2-1 tanh logistic");
    assertThat(summary.has("hidden")).isFalse();
    assertThat(summary.get("minima").asInt()).isPositive();
  }

  @Test
  void everyPointIsStationaryAndTested() {
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(db)) {
      Network network = database.network().network();
      Landscape landscape = database.landscape();
      double[] gradient = new double[network.dimension()];
      for (StationaryPoint point : landscape.points()) {
        double energy = network.evaluator().gradient(point.coordinates().toArray(), gradient);
        assertThat(energy).isCloseTo(point.energy(), within(1e-12));
        for (double g : gradient) {
          assertThat(g).isCloseTo(0.0, within(1e-10));
        }
      }
      for (JsonNode row : CommandLineRun.of("list", "--db", db, "--json", "--weights").json()) {
        assertThat(row.get("testAccuracy").asDouble()).isBetween(0.0, 1.0);
        assertThat(row.get("testEnergy").asDouble()).isPositive();
        assertThat(row.get("accuracy").asDouble()).isBetween(0.0, 1.0);
        assertThat(row.get("weights").get("layers")).hasSize(2);
      }
    }
    assertThat(CommandLineRun.of("list", "--db", db).out()).contains("test accuracy", "AUC");
  }

  @Test
  void goesOnWithoutNamingTheNetworkAgain() {
    CommandLineRun again = CommandLineRun.of("explore", "--db", db, "--effort", "low", "--quiet");
    assertThat(again.exitCode()).as(again.err()).isZero();
  }

  @Test
  void showsDrawsAndReports() throws Exception {
    CommandLineRun shown = CommandLineRun.of("show", "--db", db, "1");
    assertThat(shown.out()).contains("link[1][0][0]", "bias[2][0]", "test accuracy");
    for (String kind : new String[] {"tree", "network", "spectrum"}) {
      Path out = folder.resolve(kind + ".svg");
      CommandLineRun run =
          kind.equals("tree")
              ? CommandLineRun.of("plot", kind, "--db", db, "--out", out, "--colour-by", "ACCURACY")
              : CommandLineRun.of("plot", kind, "--db", db, "--out", out, "1");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(out).isNotEmptyFile();
    }
    Path page = folder.resolve("moons.html");
    assertThat(CommandLineRun.of("report", "--db", db, "--out", page).exitCode()).isZero();
    assertThat(Files.readString(page)).contains("2-2-1 tanh logistic network");
  }

  @Test
  void whatIsAboutTheXorNetworkOnlySaysSo() {
    CommandLineRun run =
        CommandLineRun.of("plot", "sensitivity", "--out", "s.svg", "1", "--db", db);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("this is about the XOR network only");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --layers 2-4-2                                        | --layers needs --lambda
          --data moons --lambda 1e-3                            | --data needs --layers
          --layers 2-4-2 --hidden 3 --lambda 1e-3               | --hidden is for the paper's XOR network
          --layers 2-x-2 --lambda 1e-3                          | widths with dashes between them
          --layers 2 --lambda 1e-3                              | inputs and outputs at least
          --layers 2-0-2 --lambda 1e-3                          | from 1 to
          --layers 3-4-2 --lambda 1e-3                          | has 3 inputs
          --layers 2-4-3 --lambda 1e-3                          | 2 classes
          --layers 2-4-2 --lambda 1e-3 --activation sine        | not "sine"
          --layers 2-4-2 --lambda 1e-3 --activation tanh,relu   | one for each of the 1
          --layers 2-4-2 --lambda 1e-3 --loss hinge             | not "hinge"
          --layers 2-4-2 --lambda 1e-3 --regularise some        | --regularise is all or links, not some
          --layers 2-4-2 --lambda 1e-3,1e-4,1e-5                | one for each of the 2 layers of weights, not 3
          --layers 2-4-2 --lambda 0                             | --lambda is a positive number, not 0.0
          --layers 2-4-2 --lambda 1e-3,-1                       | from 0 on, not -1.0
          --layers 2-4-2 --lambda 1e-3 --lambda-biases 1,2,3    | --lambda-biases is one number
          --layers 2-4-2 --lambda 1e-3 --lambda-biases 0 --regularise links | --regularise means nothing with --lambda-biases
          --hidden 1 --lambda 1e-3 --regularise links --activation relu --test-share 0.3 | --test-share means nothing
          --hidden 2 --lambda 1e-3,1e-4                         | --lambda is one number for the paper's network
          --hidden 2 --lambda 1e-3 --lambda-biases 1            | --lambda-biases means nothing for the paper's network
          --layers 2-4-2 --lambda 1e-3 --data stars             | --data is xor, blobs
          --layers 2-4-2 --lambda 1e-3 --data none.csv          | none.csv
          --layers 2-4-2 --lambda 1e-3 --data xor3              | have 3
          --layers 2-4-2 --lambda 1e-3 --data xor99             | from 1 to 16
          --layers 2-4-2 --lambda 1e-3 --data blobs --examples 7 | multiple of 4, not 7
          --layers 2-4-2 --lambda 1e-3 --data moons --test-share 2 | --test-share is between 0 and 1
          --layers 2-4-2 --lambda 1e-3 --data moons --noise -1  | -1
          """)
  void badOptions(String options, String message) {
    Object[] words = ("explore --db " + folder.resolve("new.db") + " " + options).split(" +");
    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message).doesNotContain("Exception");
    assertThat(folder.resolve("new.db")).doesNotExist();
  }

  @Test
  void groupsHaveCoefficientsOfTheirOwn() {
    Path groups = folder.resolve("groups.db");
    CommandLineRun run =
        CommandLineRun.of(
            (Object[])
                ("explore --data moons --examples 12 --layers 2-1-1 --lambda 1e-2,2e-2"
                        + " --lambda-biases 0,1e-3 --effort low --quiet --db "
                        + groups)
                    .split(" "));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("links regularised by 0.01,0.02, biases by 0.0,0.001");
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(groups)) {
      Penalty penalty = database.network().network().penalty();
      assertThat(penalty.links().toArray()).containsExactly(1e-2, 2e-2);
      assertThat(penalty.biases().toArray()).containsExactly(0.0, 1e-3);
    }
  }

  @Test
  void thePapersNetworkIsOneHoweverItIsAskedFor() {
    Path one = folder.resolve("paper.db");
    String search = " --lambda 1e-2 --effort low --quiet --db " + one;
    CommandLineRun byLayers =
        CommandLineRun.of((Object[]) ("explore --layers 2-1-2 --data xor" + search).split(" "));
    assertThat(byLayers.exitCode()).as(byLayers.err()).isZero();
    assertThat(byLayers.out()).contains("the XOR network with 1 hidden unit, lambda 0.01");
    CommandLineRun byUnits =
        CommandLineRun.of((Object[]) ("enumerate --hidden 1" + search).split(" "));
    assertThat(byUnits.exitCode()).as(byUnits.err()).isZero();
    assertThat(CommandLineRun.of("summary", "--db", one, "--json").json().get("morseSum").asInt())
        .isEqualTo(1);
  }

  @Test
  void pointsOnKinksAreReportedAsSuch() {
    Path relu = folder.resolve("relu.db");
    CommandLineRun run =
        CommandLineRun.of(
            (Object[])
                ("explore --layers 2-2-1 --activation relu --lambda 1e-3 --effort low --max-time 6s"
                        + " --db "
                        + relu)
                    .split(" "));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("the energy has kinks (ReLU)", "transition states");
    JsonNode minima = CommandLineRun.of("list", "--db", relu, "--index", 0, "--json").json();
    assertThat(minima).anyMatch(point -> point.get("kinks").asInt() > 0);
    for (JsonNode point : minima) {
      JsonNode whole =
          CommandLineRun.of("show", "--db", relu, point.get("id").asInt(), "--json").json();
      assertThat(whole.get("onKinks")).hasSize(point.get("kinks").asInt());
      int independent = 9 - whole.get("eigenvalues").size();
      assertThat(independent).isLessThanOrEqualTo(point.get("kinks").asInt());
      if (point.get("kinks").asInt() > 0) {
        assertThat(CommandLineRun.of("show", "--db", relu, point.get("id").asInt()).out())
            .contains("on the kink of", "layer 1, unit", "eigenvalues along the kinks");
      }
    }
    assertThat(CommandLineRun.of("list", "--db", relu).out()).contains("kinks");
    int lowest = minima.get(0).get("id").asInt();
    int next = minima.get(1).get("id").asInt();
    JsonNode compared = CommandLineRun.of("compare", "--db", relu, "--json", lowest, next).json();
    assertThat(compared.get("solutions").get(0).get("minimum").asInt()).isEqualTo(lowest);
    assertThat(compared.get("solutions").get(1).get("minimum").asInt()).isEqualTo(next);
  }

  @Test
  void badFilesAreNamedByRowAndColumn() throws Exception {
    Path csv = folder.resolve("bad.csv");
    Files.writeString(csv, "a,b,label\n1,2,yes\n3,oops,no\n");
    CommandLineRun run =
        CommandLineRun.of(
            "explore",
            "--db",
            folder.resolve("bad.db"),
            "--layers",
            "2-2-2",
            "--lambda",
            "1e-3",
            "--data",
            csv);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("oops", "3", "b");
  }
}
