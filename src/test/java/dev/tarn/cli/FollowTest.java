package dev.tarn.cli;

import static dev.tarn.cli.DatabaseContent.landscape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import dev.tarn.testing.Classes;
import dev.tarn.testing.KnownValues;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The command {@code follow} on one hidden unit. */
class FollowTest {
  record Case(String command, String message) {}

  /** FILE is a database of one hidden unit at lambda = 1e-2, EMPTY one without a point. */
  static final List<Case> BAD =
      List.of(
          new Case("follow --db FILE", "Missing required option: '--to=L'"),
          new Case("follow --to 1", "Missing required option: '--db=FILE'"),
          new Case("follow --db FILE --to 0", "--to is a positive number, not 0"),
          new Case("follow --db FILE --to -1e-3", "--to is a positive number, not -0.001"),
          new Case("follow --db FILE --to NaN", "'NaN' is not a number"),
          new Case("follow --db FILE --to Infinity", "'Infinity' is not a number"),
          new Case("follow --db FILE --to x", "'--to': 'x'"),
          new Case("follow --db FILE --to 1e-2", "another lambda than that of"),
          new Case("follow --db FILE --to 1e-1 --threads 0", "from 1 to 64, not 0"),
          new Case("follow --db FILE --to 1e-1 --json --csv", "mutually exclusive"),
          new Case("follow --db FILE --to 1e-1 --out FILE", "lambda 0.01, not of"),
          new Case("follow --db FILE --to 1e-1 --out EMPTY", "lambda 0.001, not of"),
          new Case("follow --db EMPTY --to 1e-1", "holds no point to follow"),
          new Case("follow --db NONE --to 1e-1", "there is no file"));

  @TempDir private static Path folder;
  private static Path db;

  @BeforeAll
  static void explore() {
    db = folder.resolve("two.db");
    CommandLineRun.of(
        "explore", "--hidden", 1, "--lambda", "1e-2", "--db", db, "--effort", "low", "--quiet");
    LandscapeDatabase.open(folder.resolve("empty.db"), NetworkDescription.of(Network.xor(1, 1e-3)))
        .close();
  }

  private static CommandLineRun follow(Object... more) {
    List<Object> words = new ArrayList<>(List.of("follow", "--db", db));
    words.addAll(List.of(more));
    return CommandLineRun.of(words.toArray());
  }

  @Test
  void showsTheFoldsOnTheWayUp() {
    CommandLineRun run = follow("--to", "0.1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).startsWith("following 7 points of the XOR network with 1 hidden unit");
    assertThat(run.out())
        .startsWith("lambda 0.01 -> 0.1")
        .containsPattern(
            "fold +1\\.079971708e-02 +0\\.70418235\\d+ +\\d: \\d -> \\d, \\d: \\d -> \\d\\R")
        .containsPattern("fold +1\\.880196981e-02 +0\\.70301802\\d+ ")
        .containsPattern("fold +2\\.284331080e-02 +0\\.69999176\\d+ ")
        .contains("1  arrived at lambda 0.1", "6  returned to lambda 0.01")
        .doesNotContain("contradicts", "does not hold");
  }

  @Test
  void jsonHasTheAgreedFields() {
    CommandLineRun run = follow("--to", "0.1", "--json", "--quiet", "--threads", 2);
    assertThat(run.err()).isEmpty();
    JsonNode node = run.json();
    assertThat(node.get("from").asDouble()).isEqualTo(0.01);
    assertThat(node.get("to").asDouble()).isEqualTo(0.1);
    assertThat(node.get("events")).hasSize(3);
    Landscape landscape = landscape(db);
    for (JsonNode event : node.get("events")) {
      assertThat(event.get("kind").asText()).isEqualTo("fold");
      assertThat(event.get("ids")).hasSize(2);
      StationaryPoint one = landscape.get(event.at("/ids/0").asInt());
      StationaryPoint two = landscape.get(event.at("/ids/1").asInt());
      assertThat(Math.abs(one.index() - two.index())).isEqualTo(1);
      assertThat(event.get("eigenvalue").asDouble()).isCloseTo(0.0, within(1e-9));
      assertThat(event.at("/passages/0/turns").asBoolean()).isTrue();
    }
    assertThat(node.get("branches")).hasSize(7);
    for (JsonNode branch : node.get("branches")) {
      StationaryPoint start = landscape.get(branch.get("id").asInt());
      boolean zero = start.orbit().equals(BigInteger.ONE);
      assertThat(branch.get("end").asText()).isEqualTo(zero ? "arrived" : "returned");
      assertThat(branch.has("partner")).isEqualTo(!zero);
      JsonNode points = branch.get("points");
      assertThat(points.get(0).get("lambda").asDouble()).isEqualTo(0.01);
      assertThat(points.get(0).get("energy").asDouble()).isCloseTo(start.energy(), within(1e-14));
      assertThat(points.get(0).get("index").asInt()).isEqualTo(start.index());
      assertThat(points.get(points.size() - 1).get("lambda").asDouble())
          .isEqualTo(zero ? 0.1 : 0.01);
    }
  }

  @Test
  void csvHasALineForEachPointWhateverTheThreads() {
    String one = follow("--to", "0.02", "--csv", "--quiet", "--threads", 1).out();
    assertThat(follow("--to", "0.02", "--csv", "--quiet", "--threads", 4).out()).isEqualTo(one);
    List<String> lines = one.lines().toList();
    assertThat(lines.get(0)).isEqualTo("id,end,lambda,energy,index,size");
    assertThat(lines.size()).isGreaterThan(50);
    assertThat(lines.get(1)).matches("\\d,(arrived|returned),0\\.01,0\\.\\d+,[01],[0-9.e-]+");
  }

  /** From 1e-2 down to 1e-6, where an independent enumeration has the same seven classes. */
  @Test
  void outIsTheCatalogueOfTheOtherLambda(@TempDir Path other) throws Exception {
    Path out = other.resolve("six.db");
    CommandLineRun run = follow("--to", "1e-6", "--out", out);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("no fold and no branch point", "7  arrived at lambda 1e-6");
    assertThat(run.err()).contains("7 new points, 7 points in all, Morse sum 1");
    Landscape landscape = landscape(out);
    Classes.assertClasses(landscape.minima(), KnownValues.ONE_UNIT_MINIMA, 1e-12);
    Classes.assertClasses(
        landscape.transitionStates(), KnownValues.ONE_UNIT_TRANSITION_STATES, 1e-15);
    int zero = landscape.minima().get(3).id();
    for (StationaryPoint point : landscape.points()) {
      assertThat(point.provenance().method()).isEqualTo("continuation");
      assertThat(point.rms()).isLessThan(1e-12);
      if (point.isTransitionState()) {
        var connection = landscape.connection(point.id()).orElseThrow();
        assertThat(List.of(connection.minus(), connection.plus())).contains(zero);
      }
    }
    byte[] before = Files.readAllBytes(db);
    CommandLineRun again = follow("--to", "1e-6", "--out", out);
    assertThat(again.err()).contains("0 new points, 7 points in all");
    assertThat(db).hasBinaryContent(before);
    assertThat(CommandLineRun.of("summary", "--db", out, "--json").json().get("runs")).hasSize(2);
    CommandLineRun further =
        CommandLineRun.of("explore", "--db", out, "--effort", "low", "--quiet");
    assertThat(further.exitCode()).isZero();
    assertThat(landscape(out).size()).isEqualTo(7);
  }

  @ParameterizedTest
  @FieldSource("BAD")
  void badInputIsExplained(Case given) throws Exception {
    byte[] before = Files.readAllBytes(db);
    CommandLineRun run =
        CommandLineRun.of(
            (Object[])
                given
                    .command()
                    .replace("FILE", db.toString())
                    .replace("EMPTY", folder.resolve("empty.db").toString())
                    .replace("NONE", folder.resolve("none.db").toString())
                    .split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("tarn").contains(given.message()).doesNotContain("\tat ");
    assertThat(db).hasBinaryContent(before);
  }

  @Test
  void hasHelpWithExamples() {
    CommandLineRun run = CommandLineRun.of("follow", "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Usage: tarn follow", "Examples:", "tarn.jar follow");
  }
}
