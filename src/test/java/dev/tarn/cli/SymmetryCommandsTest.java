package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What unfold and embed print about a database of two hidden units at lambda = 1e-4. */
class SymmetryCommandsTest {
  @TempDir private static Path folder;
  private static Path db;
  private static Landscape landscape;

  private static CommandLineRun run(String command) {
    return CommandLineRun.run(command.replace("DB", db.toString()));
  }

  @BeforeAll
  static void enumerate() {
    db = folder.resolve("two.db");
    String command = "enumerate --hidden 2 --lambda 1e-4 --db DB --effort low --threads 2 --quiet";
    assertThat(run(command).exitCode()).isZero();
    landscape = DatabaseContent.landscape(db);
  }

  @Test
  void unfoldCountsCopiesComponentsAndSelfConnections() {
    CommandLineRun run = run("unfold --db DB --json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    JsonNode json = run.json();
    assertThat(json.get("groupOrder").asInt()).isEqualTo(16);
    assertThat(json.get("components").asInt()).isEqualTo(1);
    assertThat(json.get("unfoldedComponents").asInt()).isEqualTo(1);
    assertThat(json.at("/byComponent/0/minima")).hasSize(5);
    assertThat(json.get("copies")).hasSize(landscape.size());
    for (StationaryPoint point : landscape.points()) {
      assertThat(json.at("/copies/" + point.id()).asInt()).isEqualTo(point.orbit().intValueExact());
    }
    assertThat(json.get("selfConnections")).hasSize(6);
    for (JsonNode loop : json.get("selfConnections")) {
      assertThat(landscape.get(loop.get("id").asInt()).isTransitionState()).isTrue();
      assertThat(landscape.get(loop.get("minimum").asInt()).isMinimum()).isTrue();
      assertThat(loop.get("symmetry").asText()).matches(".*(flip|units|swap).*");
    }
    assertThat(json.get("openPaths")).isEmpty();
  }

  @Test
  void unfoldBelowAnEnergySeesSeparatePieces() {
    JsonNode json = run("unfold --db DB --below 0.48 --json").json();
    int pieces = 0;
    for (JsonNode component : json.get("byComponent")) {
      pieces += component.get("unfoldedComponents").asInt();
    }
    assertThat(pieces).isEqualTo(json.get("unfoldedComponents").asInt()).isGreaterThan(1);
    assertThat(json.get("selfConnections")).isEmpty();
    assertThat(json.get("copies")).hasSize(8);
  }

  @Test
  void unfoldPrintsTables() {
    CommandLineRun run = run("unfold --db DB");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith(
            "the XOR network with 2 hidden units, lambda 1e-4: a symmetry group of order 16")
        .containsPattern("1 +0 +0\\.6931471805599453 +1\\R")
        .contains("1 component of classes, 1 of all copies")
        .contains("transition states that join a minimum to a copy of itself");
    assertThat(run("unfold --db DB --below 0").out())
        .contains("no transition state joins a minimum to a copy of itself");
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void embedHasTheAgreedFieldsAndEveryPointAgrees(int extra) {
    CommandLineRun run = run("embed --db DB --json --extra " + extra);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.json()).hasSize(24);
    for (JsonNode row : run.json()) {
      StationaryPoint point = landscape.get(row.get("id").asInt());
      assertThat(row.get("sourceIndex").asInt()).isEqualTo(point.index());
      assertThat(row.get("extra").asInt()).isEqualTo(extra);
      assertThat(row.get("gradient").asDouble()).isLessThan(1e-12);
      assertThat(row.get("index").asInt()).isEqualTo(row.get("predictedIndex").asInt());
      assertThat(row.get("minimum").asBoolean()).isEqualTo(point.orbit().intValueExact() == 1);
    }
  }

  @Test
  void embedPrintsATableForOneUnitByDefault() {
    CommandLineRun run = run("embed --db DB");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("from 2 hidden units to 3, 2 lambda = 2e-4")
        .containsPattern("\\b0\\.693147180559945\\d +0 +0\\.000e\\+00 +0 +0 +\\S+ +minimum\\R")
        .endsWith("the rule holds for all points" + System.lineSeparator());
  }

  /** Points that belong to another lambda are not stationary: the command says which and fails. */
  @Test
  void embedPrintsExceptionsAndFails(@TempDir Path other) throws Exception {
    Path copy = other.resolve("copy.db");
    Files.copy(db, copy);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE potential SET value = 0.001 WHERE key = 'lambda'");
    }
    CommandLineRun run = CommandLineRun.of("embed", "--db", copy);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("EXCEPTION", "the rule FAILS for 23 points");
    assertThat(run.err())
        .containsPattern("point \\d+ with 1 zero unit added: predicted index \\d")
        .contains("energy  ", "output[0][2] = 0", "eigenvalues  ", "predicted  ");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "embed --extra 0, \"--extra is at least 1, not 0\"",
        "embed --extra -1, \"--extra is at least 1, not -1\"",
        "embed --extra abc, '--extra': 'abc'",
        "embed --extra 199, --extra is at most 198",
        "unfold --below NaN, \"'NaN' is not a number\"",
        "unfold --below x, '--below': 'x'"
      })
  void badInputIsExplained(String command, String message) {
    CommandLineRun run = run(command + " --db DB");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }
}
