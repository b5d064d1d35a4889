package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.MinimaxPath;
import dev.tarn.linear.Vectors;
import dev.tarn.network.Network;
import dev.tarn.network.NetworkEvaluator;
import dev.tarn.stationary.StationaryPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of one point and of paths, of a network of one hidden unit at lambda = 1e-2. */
class PlotPointCommandsTest {
  @TempDir private static Path folder;
  private static Path db;
  private static Landscape landscape;
  private static int zero;
  private static List<Integer> minima;

  @BeforeAll
  static void explore() {
    db = folder.resolve("one.db");
    CommandLineRun.of(
        "explore", "--hidden", 1, "--lambda", "1e-2", "--db", db, "--effort", "low", "--quiet");
    landscape = DatabaseContent.landscape(db);
    minima = landscape.minima().stream().map(StationaryPoint::id).toList();
    zero = minima.get(2);
    assertThat(landscape.get(zero).orbit().intValueExact()).isEqualTo(1);
  }

  private static CommandLineRun plot(String kind, String name, Object... options) {
    Object[] words = new Object[options.length + 6];
    words[0] = "plot";
    words[1] = kind;
    words[2] = "--db";
    words[3] = db;
    words[4] = "--out";
    words[5] = folder.resolve(name);
    System.arraycopy(options, 0, words, 6, options.length);
    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).startsWith(folder.resolve(name).toString());
    return run;
  }

  private static String content(String name) throws Exception {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void networkDrawsAPoint() throws Exception {
    CommandLineRun run = plot("network", "network.svg", minima.get(0));
    assertThat(run.out()).isEmpty();
    assertThat(content("network.svg"))
        .contains("Point " + minima.get(0) + " of the XOR network with 1 hidden unit")
        .contains(", the largest</text");
    plot("network", "none.svg", minima.get(0), "--cutoff", 100);
    assertThat(content("none.svg")).contains("no |w| above 100</text").doesNotContain("largest");
  }

  private static CommandLineRun drawLarge(String name, String... network) {
    Path large = folder.resolve(name + ".db");
    List<Object> explore = new ArrayList<>(List.of("explore", "--db", large, "--quiet"));
    explore.addAll(List.of("--lambda", 1, "--max-time", "2s", "--effort", "low"));
    explore.addAll(List.of(network));
    CommandLineRun.of(explore.toArray());
    Path out = folder.resolve(name + ".svg");
    return CommandLineRun.of("plot", "network", "--db", large, 1, "--out", out);
  }

  @Test
  void networkSaysWhenUnitsLieTooClose() {
    CommandLineRun run = drawLarge("deep", "--layers", "2-21-1-1", "--data", "moons");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("21 units are drawn close together; up to 20");
  }

  @Test
  void networkDrawsEqualUnitsOnce() throws Exception {
    CommandLineRun run = drawLarge("wide", "--hidden", "21");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("close together");
    // At lambda = 1 no unit has weights.
    assertThat(content("wide.svg")).contains("21×");
  }

  @Test
  void sensitivityPrintsTheNumbersBehindThePicture() throws Exception {
    CommandLineRun text = plot("sensitivity", "map.svg", zero);
    assertThat(text.out())
        .contains("answered right: 0.0 of the square, 0 of 17956 inputs")
        .containsPattern("1\\.0 +1\\.0 +0 +0\\.5 +0\\.0000000e\\+00");
    assertThat(content("map.svg")).contains("data:image/png;base64", "answered right: 0</text");
    int best = minima.get(0);
    JsonNode json = plot("sensitivity", "map.svg", best, "--json").json();
    double[] x = landscape.get(best).coordinates().toArray();
    Network network = Network.xor(1, 1e-2);
    assertThat(json.get("id").asInt()).isEqualTo(best);
    assertThat(json.get("fractionRight").asDouble()).isEqualTo(json.get("right").asInt() / 17956.0);
    assertThat(json.at("/training/1/inputs").toString()).isEqualTo("[0.0,1.0]");
    assertThat(json.at("/training/1/probability").asDouble())
        .isEqualTo(network.evaluator().answer(x, new double[] {0.0, 1.0})[1]);
    assertThat(json.get("probabilities")).hasSize(134);
    // The second input is that of the row.
    assertThat(json.at("/probabilities/100/20").asDouble())
        .isEqualTo(
            network.evaluator().answer(x, new double[] {-0.5 + 20 * 0.015, -0.5 + 100 * 0.015})[1]);
    double smallest = Double.POSITIVE_INFINITY;
    for (JsonNode point : json.get("training")) {
      smallest = Math.min(smallest, point.get("nearestWrongAnswer").asDouble());
    }
    assertThat(json.get("nearestWrongAnswer").asDouble()).isEqualTo(smallest);
    JsonNode coarse =
        plot("sensitivity", "map.svg", best, "--json", "--low", 0, "--high", 1, "--step", "0.5")
            .json();
    assertThat(coarse.get("inputs").asInt()).isEqualTo(9);
  }

  @Test
  void profileFollowsTheFastestPath() throws Exception {
    int from = minima.get(0);
    int to = minima.get(1);
    MinimaxPath path = MinimaxPath.between(landscape, from, to).orElseThrow();
    JsonNode json = plot("profile", "path.svg", "--from", from, "--to", to, "--json").json().get(0);
    assertThat(json.get("highest").asInt()).isEqualTo(path.highest().id());
    assertThat(json.get("barrier").asDouble())
        .isEqualTo(path.highest().energy() - landscape.get(from).energy());
    assertThat(json.get("steps")).hasSize(path.steps().size());
    double length = 0.0;
    for (int s = 0; s < path.steps().size(); s++) {
      MinimaxPath.Step step = path.steps().get(s);
      JsonNode row = json.get("steps").get(s);
      assertThat(row.get("transitionState").asInt()).isEqualTo(step.transitionState());
      assertThat(row.at("/barriers/1").asDouble())
          .isEqualTo(
              landscape.get(step.transitionState()).energy() - landscape.get(step.to()).energy());
      length += row.get("pathLength").asDouble();
    }
    JsonNode points = json.get("points");
    JsonNode last = points.get(points.size() - 1);
    assertThat(last.get("arcLength").asDouble()).isCloseTo(length, within(1e-9));
    assertThat(last.get("energy").asDouble()).isCloseTo(landscape.get(to).energy(), within(1e-12));
    String table = plot("profile", "path.svg", "--from", from, "--to", to, "--log").out();
    assertThat(table)
        .contains(
            "from " + from + " to " + to + ": highest transition state " + path.highest().id());
    assertThat(content("path.svg")).contains("energy above minimum " + from + " / nats");
  }

  /** The legs lead to different symmetry copies of the minimum that they share. */
  @Test
  void weightsChangeWithoutAJumpAlongAPath() throws Exception {
    Path two = folder.resolve("two.db");
    CommandLineRun.of(
        "explore", "--hidden", 2, "--lambda", "1e-2", "--effort", "low", "--quiet", "--db", two);
    MinimaxPath longest = longestPath(two);
    List<Object> words = new ArrayList<>(List.of("plot", "profile", "--db", two, "--out"));
    words.addAll(List.of(folder.resolve("two.svg"), "--from", longest.steps().get(0).from()));
    words.addAll(List.of("--to", longest.steps().get(longest.steps().size() - 1).to()));
    CommandLineRun bad =
        CommandLineRun.of(Stream.concat(words.stream(), Stream.of("--weights")).toArray());
    assertThat(bad.err()).contains("--weights needs --json");
    words.addAll(List.of("--json", "--weights"));
    JsonNode path = CommandLineRun.of(words.toArray()).json().get(0);
    assertThat(path.get("steps").size()).isGreaterThan(1);
    JsonNode points = path.get("points");
    Network network = Network.xor(2, 1e-2);
    NetworkEvaluator evaluator = network.evaluator();
    double[] before = new double[0];
    double length = 0.0;
    for (JsonNode point : points) {
      double[] x = new double[network.dimension()];
      for (int i = 0; i < x.length; i++) {
        x[i] = point.get("weights").get(i).asDouble();
      }
      assertThat(evaluator.energy(x)).isCloseTo(point.get("energy").asDouble(), within(1e-9));
      double moved = point.get("arcLength").asDouble() - length;
      if (before.length > 0) {
        assertThat(Vectors.distance(before, x)).isLessThan(moved + 1e-5);
      }
      before = x;
      length = point.get("arcLength").asDouble();
    }
  }

  private static MinimaxPath longestPath(Path file) {
    Landscape all = DatabaseContent.landscape(file);
    List<MinimaxPath> paths = new ArrayList<>();
    for (StationaryPoint a : all.minima()) {
      for (StationaryPoint b : all.minima()) {
        if (a.id() < b.id()) {
          MinimaxPath.between(all, a.id(), b.id()).ifPresent(paths::add);
        }
      }
    }
    return Collections.max(paths, Comparator.comparingInt(path -> path.steps().size()));
  }

  @Test
  void profileJoinsTransitionStatesOrDrawsThemApart() throws Exception {
    List<MinimaxPath.Step> steps =
        MinimaxPath.between(landscape, minima.get(0), minima.get(1)).orElseThrow().steps();
    Object[] ids = steps.stream().map(MinimaxPath.Step::transitionState).toArray();
    assertThat(ids).hasSize(2);
    JsonNode joined = plot("profile", "joined.svg", ids[0], ids[1], "--json").json();
    assertThat(joined).hasSize(1);
    assertThat(joined.at("/0/from").asInt()).isEqualTo(minima.get(0));
    assertThat(joined.at("/0/to").asInt()).isEqualTo(minima.get(1));
    JsonNode apart = plot("profile", "apart.svg", ids[0], ids[1], "--separate", "--json").json();
    assertThat(apart).hasSize(2);
    assertThat(content("apart.svg")).contains("over " + ids[0] + "</text", "over " + ids[1]);
    CommandLineRun twice =
        CommandLineRun.of(
            "plot",
            "profile",
            "--db",
            db,
            "--out",
            folder.resolve("no.svg"),
            ids[0],
            ids[1],
            ids[0]);
    assertThat(twice.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(twice.err())
        .contains("transition state " + ids[0] + " joins minima", "--separate draws each");
    assertThat(folder.resolve("no.svg")).doesNotExist();
  }

  /** A copy of the database, changed as another program might. */
  private static CommandLineRun profileAfter(String sql, Object... options) throws Exception {
    Path copy = folder.resolve("changed.db");
    Files.copy(db, copy, StandardCopyOption.REPLACE_EXISTING);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
    Path out = folder.resolve("unknown.svg");
    String words = "plot profile --db " + copy + " --out " + out;
    for (Object option : options) {
      words += " " + option;
    }
    CommandLineRun run = CommandLineRun.run(words);
    assertThat(run.err()).doesNotContain("Exception");
    assertThat(out).doesNotExist();
    return run;
  }

  @Test
  void whatTheDatabaseDoesNotConnectHasNoProfile() throws Exception {
    int top = landscape.transitionStates().get(0).id();
    String none = "DELETE FROM connections";
    CommandLineRun apart = profileAfter(none, "--from", minima.get(0), "--to", minima.get(1));
    assertThat(apart.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(apart.err())
        .contains("join minima " + minima.get(0) + " and " + minima.get(1), "components");
    CommandLineRun alone = profileAfter(none, top);
    assertThat(alone.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(alone.err()).contains("does not say which minima transition state " + top);
  }

  @Test
  void aPathThatLeadsElsewhereIsNotDrawn() throws Exception {
    int top = landscape.transitionStates().get(0).id();
    CommandLineRun run =
        profileAfter("UPDATE connections SET minus = " + zero + ", plus = " + zero, top);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err())
        .contains("the path over transition state " + top + " did not reach the minima");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          network 99                          | there is no point 99
          network                             | 'ID'
          network ZERO --cutoff -1            | --cutoff is 0 or more, not -1.0
          network ZERO --cutoff NaN           | '--cutoff': 'NaN' is not a number
          sensitivity 99                      | there is no point 99
          sensitivity ZERO --step 0           | 0.0 does not
          sensitivity ZERO --step 1e-9        | from 2 to 2000
          sensitivity ZERO --low 2            | from a lower to a higher number
          profile                             | either ids of transition states or --from and --to
          profile ZERO                        | has index 0: a path leads through a transition state
          profile 99                          | there is no point 99
          profile --from ZERO                 | --from and --to are given together
          profile --from ZERO --to ZERO       | two different minima, not both
          profile --from ZERO --to TOP        | has index 1: a path leads from minimum to minimum
          profile --from ZERO --to 99         | there is no point 99
          profile TOP --from ZERO --to ZERO   | not both
          """)
  void badInputIsExplained(String command, String message) {
    int top = landscape.transitionStates().get(0).id();
    String line =
        ("plot " + command).replace("ZERO", "" + zero).replace("TOP", "" + top)
            + (" --db " + db + " --out " + folder.resolve("bad.svg"));
    CommandLineRun run = CommandLineRun.run(line);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message).doesNotContain("Exception");
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("bad.svg")).doesNotExist();
  }
}
