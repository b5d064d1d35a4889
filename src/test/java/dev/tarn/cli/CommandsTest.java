package dev.tarn.cli;

import static dev.tarn.cli.CommandLineRun.rows;
import static dev.tarn.cli.CommandLineRun.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Layout;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.testing.KnownValues;
import dev.tarn.testing.Weights;
import dev.tarn.text.Numbers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands print about one database, of one hidden unit at lambda = 1e-6. */
class CommandsTest {
  @TempDir private static Path folder;
  private static Path db;
  private static CommandLineRun explored;
  private static Landscape landscape;

  @BeforeAll
  static void explore() {
    db = folder.resolve("one.db");
    explored = run("explore --hidden 1 --lambda 1e-6 --db " + db + " --effort low --threads 2");
    landscape = DatabaseContent.landscape(db);
  }

  private static StationaryPoint middleTransitionState() {
    return landscape.transitionStates().get(1);
  }

  @Test
  void exploreEndsWithTheSummary() {
    assertThat(explored.exitCode()).isZero();
    assertThat(explored.err())
        .startsWith("exploring the XOR network with 1 hidden unit, lambda 1e-6");
    assertThat(explored.out())
        .containsPattern("0 +minima +4 +9\\R")
        .containsPattern("1 +transition states +3 +8\\R")
        .contains("connected components  1", "global minimum        energy 0.4775399033038");
  }

  @Test
  void exploreAgainGoesOn(@TempDir Path other) throws Exception {
    Path copy = other.resolve("copy.db");
    Files.copy(db, copy);
    CommandLineRun again = CommandLineRun.of("explore", "--db", copy, "--effort", "low");
    assertThat(again.exitCode()).isZero();
    assertThat(again.err())
        .contains("going on with run 2: 4 minima, 3 transition states", "nothing left to do");
    CommandLineRun further =
        CommandLineRun.of("explore", "--db", copy, "--effort", "low", "--seed", 2, "--quiet");
    assertThat(further.exitCode()).isZero();
    assertThat(further.err()).isEmpty();
    JsonNode summary = CommandLineRun.of("summary", "--db", copy, "--json").json();
    assertThat(summary.get("runs")).hasSize(3);
    assertThat(summary.at("/runs/2/searches").asLong()).isPositive();
    assertThat(summary.get("minima").asInt()).isEqualTo(4);
  }

  @Test
  void exploreKeepsToItsTime(@TempDir Path other) {
    CommandLineRun run =
        CommandLineRun.of(
            "explore",
            "--hidden",
            5,
            "--lambda",
            "1e-5",
            "--db",
            other.resolve("x.db"),
            "--max-time",
            "0.5s");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("the time is up");
    assertThat(run.out()).contains("out-of-time");
  }

  @Test
  void summaryHasTheAgreedFields() {
    JsonNode summary = CommandLineRun.of("summary", "--db", db, "--json").json();
    assertThat(summary.get("hidden").asInt()).isEqualTo(1);
    assertThat(summary.get("lambda").asDouble()).isEqualTo(1e-6);
    assertThat(summary.get("dimension").asInt()).isEqualTo(7);
    assertThat(summary.get("minima").asInt()).isEqualTo(4);
    assertThat(summary.get("transitionStates").asInt()).isEqualTo(3);
    assertThat(summary.get("byIndex").toString())
        .isEqualTo(
            "[{\"index\":0,\"classes\":4,\"points\":9},{\"index\":1,\"classes\":3,\"points\":8}]");
    assertThat(summary.get("components").asInt()).isEqualTo(1);
    StationaryPoint global = landscape.globalMinimum().orElseThrow();
    assertThat(summary.at("/globalMinimum/id").asInt()).isEqualTo(global.id());
    assertThat(summary.at("/globalMinimum/energy").asDouble()).isEqualTo(global.energy());
    assertThat(CommandLineRun.of("summary", "--db", db).out()).isEqualTo(explored.out());
  }

  @Test
  void listHasTheAgreedFieldsToTheLastBit() {
    List<JsonNode> rows = rows("list", "--db", db, "--json", "--weights");
    List<StationaryPoint> points = landscape.points();
    assertThat(rows).hasSameSizeAs(points);
    for (int k = 0; k < points.size(); k++) {
      JsonNode row = rows.get(k);
      StationaryPoint point = points.get(k);
      assertThat(row.get("id").asInt()).isEqualTo(point.id());
      assertThat(row.get("index").asInt()).isEqualTo(point.index());
      assertThat(row.get("energy").asDouble()).isEqualTo(point.energy());
      assertThat(row.get("orbit").bigIntegerValue()).isEqualTo(point.orbit());
      assertThat(row.get("rms").asDouble()).isEqualTo(point.rms());
      assertThat(row.get("minAbsEigenvalue").asDouble()).isEqualTo(point.smallestMagnitude());
      assertThat(row.has("minima")).isEqualTo(point.isTransitionState());
      assertThat(row.has("barriers")).isEqualTo(point.isTransitionState());
      assertThat(weights(row.get("weights"))).isEqualTo(point.coordinates().toArray());
    }
  }

  /** Puts weights by name back into the order of the parameters. */
  private static double[] weights(JsonNode node) {
    Layout at = Network.xor(1, 0.1).layout();
    double[] x = new double[at.dimension()];
    for (int i = 0; i < 2; i++) {
      x[at.link(2, i, 0)] = node.get("output").get(i).get(0).asDouble();
      x[at.bias(2, i)] = node.get("outputBias").get(i).asDouble();
    }
    for (int k = 0; k < 2; k++) {
      x[at.link(1, 0, k)] = node.get("hidden").get(0).get(k).asDouble();
    }
    x[at.bias(1, 0)] = node.get("hiddenBias").get(0).asDouble();
    return x;
  }

  /** The figure that the paper publishes: 0.1425e-10 above the zero point. */
  @Test
  void listShowsThePublishedBarrier() {
    JsonNode middle = rows("list", "--db", db, "--index", 1, "--json").get(1);
    List<Integer> minima = List.of(middle.at("/minima/0").asInt(), middle.at("/minima/1").asInt());
    int zero = landscape.minima().get(3).id();
    int other = landscape.minima().get(1).id();
    assertThat(minima).containsExactlyInAnyOrder(zero, other);
    int side = minima.indexOf(zero);
    assertThat(middle.at("/barriers/" + side).asDouble()).isCloseTo(1.425e-11, within(5e-15));
    assertThat(middle.at("/barriers/" + (1 - side)).asDouble())
        .isCloseTo(KnownValues.ZERO_POINT - 0.4775730093266, within(1e-9));
  }

  /** With one hidden unit the zero point has AUC 0.5 and the other minima 0.75 (the paper). */
  @Test
  void aucAndConnectedUnitsAreThoseOfThePaper() {
    List<JsonNode> rows = rows("list", "--db", db, "--index", 0, "--json");
    assertThat(rows)
        .extracting(row -> row.get("auc").asDouble())
        .containsExactly(0.75, 0.75, 0.75, 0.5);
    assertThat(rows)
        .extracting(row -> row.get("connectedUnits").asInt())
        .containsExactly(1, 1, 1, 0);
    assertThat(rows("list", "--db", db, "--index", 0, "--json", "--auc-tolerance", 1))
        .extracting(row -> row.get("auc").asDouble())
        .containsOnly(0.5);
  }

  @Test
  void listIsATable() {
    String[] lines = CommandLineRun.of("list", "--db", db).out().split("\\R");
    assertThat(lines).hasSize(1 + 7);
    assertThat(lines[0]).startsWith("id  index").contains("AUC", "barrier 1");
    assertThat(lines[1]).contains(Numbers.exact(landscape.minima().get(0).energy()));
    assertThat(CommandLineRun.of("list", "--db", db, "--index", 2).out().lines()).hasSize(1);
    assertThat(rows("list", "--db", db, "--index", 2, "--json")).isEmpty();
  }

  @Test
  void showHasEverything() {
    StationaryPoint point = middleTransitionState();
    JsonNode node = CommandLineRun.of("show", "--db", db, point.id(), "--json").json();
    assertThat(node.get("eigenvalues")).hasSize(7);
    assertThat(node.at("/eigenvalues/0").asDouble())
        .isEqualTo(point.eigenvalues().get(0))
        .isNegative();
    assertThat(weights(node.get("weights"))).isEqualTo(point.coordinates().toArray());
    assertThat(node.at("/provenance/run").asInt()).isEqualTo(1);
    Network network = Network.xor(1, 1e-6);
    double[] p = Weights.probabilities(network, point.coordinates().toArray());
    for (int d = 0; d < 4; d++) {
      JsonNode output = node.get("outputs").get(d);
      assertThat(output.at("/inputs/0").asInt()).isEqualTo(d >> 1);
      assertThat(output.at("/inputs/1").asInt()).isEqualTo(d & 1);
      assertThat(output.get("class").asInt()).isEqualTo((d >> 1) ^ (d & 1));
      assertThat(output.at("/probabilities/1").asDouble()).isEqualTo(p[d]);
    }
    assertThat(CommandLineRun.of("show", "--db", db, point.id()).out())
        .contains(
            "transition state", "barrier", "output[1][0]", "hiddenBias[0]", "Hessian eigenvalues");
  }

  @Test
  void pathLeadsFromTheOneMinimumToTheOther() {
    StationaryPoint top = middleTransitionState();
    JsonNode path = CommandLineRun.of("path", "--db", db, top.id(), "--json").json();
    var connection = landscape.connection(top.id()).orElseThrow();
    assertThat(path.get("minima").toString())
        .isEqualTo("[" + connection.minus() + "," + connection.plus() + "]");
    JsonNode points = path.get("points");
    double first = points.get(0).get("energy").asDouble();
    double last = points.get(points.size() - 1).get("energy").asDouble();
    assertThat(first).isCloseTo(landscape.get(connection.minus()).energy(), within(1e-13));
    assertThat(last).isCloseTo(landscape.get(connection.plus()).energy(), within(1e-13));
    double length = -1.0;
    double highest = Double.NEGATIVE_INFINITY;
    for (JsonNode point : points) {
      assertThat(point.get("arcLength").asDouble()).isGreaterThan(length);
      length = point.get("arcLength").asDouble();
      highest = Math.max(highest, point.get("energy").asDouble());
      assertThat(point.get("coordinates")).hasSize(7);
    }
    assertThat(highest).isEqualTo(top.energy());
    assertThat(length)
        .isCloseTo(
            path.at("/pathLengths/0").asDouble() + path.at("/pathLengths/1").asDouble(),
            within(1e-9));
    List<String> csv =
        CommandLineRun.of("path", "--db", db, top.id(), "--csv").out().lines().toList();
    assertThat(csv).hasSize(points.size() + 1);
    assertThat(csv.get(0)).startsWith("arcLength,energy,output[0][0],");
    List<String> cells = Splitter.on(',').splitToList(csv.get(1));
    assertThat(cells).hasSize(9);
    assertThat(Double.parseDouble(cells.get(1))).isEqualTo(first);
    assertThat(CommandLineRun.of("path", "--db", db, top.id()).out())
        .contains("minimum " + connection.minus(), "minimum " + connection.plus())
        .contains("transition state " + top.id());
  }

  @Test
  void pathNeedsATransitionState() {
    CommandLineRun run = CommandLineRun.of("path", "--db", db, 1);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("point 1 has index 0", "list --index 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"explore", "summary", "list", "show", "path"})
  void everyCommandHasHelpWithExamples(String command) {
    CommandLineRun run = CommandLineRun.of(command, "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: tarn " + command, "Examples:", "tarn.jar " + command);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theVersionIsTheBuilds() {
    CommandLineRun run = CommandLineRun.of("--version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().trim()).matches("tarn \\d+\\.\\d+.*");
  }
}
