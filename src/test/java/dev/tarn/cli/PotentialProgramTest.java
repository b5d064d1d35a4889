package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Potentials that a Python program computes, with its standard library alone. */
class PotentialProgramTest {
  /** A double well (x^2 - 1)^2 + x / 10 + y^2; {@code trick(x)} may go wrong first. */
  private static final String WELL =
      """
      import json, os, sys, time
      asked = 0
      for line in sys.stdin:
          question = json.loads(line)
          x, y = question["x"]
          asked += 1
          TRICK
          answer = {
              "energy": (x**2 - 1)**2 + x / 10 + y**2,
              "gradient": [4 * x * (x**2 - 1) + 0.1, 2 * y],
          }
          if HESSIAN and question.get("hessian"):
              answer["hessian"] = [[12 * x**2 - 4, 0], [0, 2]]
          print(json.dumps(answer), flush=True)
      """;

  @TempDir private Path folder;

  private Path program(String trick, boolean hessian) throws IOException {
    return Files.writeString(
        folder.resolve("well.py"),
        WELL.replace("TRICK", trick).replace("HESSIAN", hessian ? "True" : "False"));
  }

  private Path db() {
    return folder.resolve("well.db");
  }

  private CommandLineRun explore(String... more) {
    List<Object> words =
        new ArrayList<>(List.of("explore", "--db", db(), "--effort", "low", "--quiet"));
    words.addAll(List.of(more));
    return CommandLineRun.of(words.toArray());
  }

  private CommandLineRun programmed(Path program, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("--potential-command", "python3 '" + program + "'", "--variables", "2"));
    words.addAll(List.of(more));
    return explore(words.toArray(String[]::new));
  }

  private List<Double> energies() {
    List<Double> energies = new ArrayList<>();
    JsonNode points = CommandLineRun.of("list", "--json", "--db", db()).json();
    points.forEach(point -> energies.add(point.get("energy").asDouble()));
    return energies;
  }

  /** The roots of 4 x^3 - 4 x + 1/10 by Newton's method from -1, 0 and 1, in the energy. */
  private static double well(double start) {
    double x = start;
    for (int k = 0; k < 50; k++) {
      x -= (4.0 * x * x * x - 4.0 * x + 0.1) / (12.0 * x * x - 4.0);
    }
    return (x * x - 1.0) * (x * x - 1.0) + x / 10.0;
  }

  private void assertWells() {
    List<Double> energies = energies();
    assertThat(energies).hasSize(3);
    double[] expected = {well(-1.0), well(1.0), well(0.0)};
    for (int k = 0; k < 3; k++) {
      assertThat(energies.get(k)).isCloseTo(expected[k], within(1e-12));
    }
  }

  @Test
  void isExploredAndGoneOnWith() throws Exception {
    Path program = program("pass", true);
    CommandLineRun run = programmed(program, "--threads", "2");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("2 parameters: the potential of the command \"python3 '");
    assertWells();
    assertThat(explore().exitCode()).isZero();
    assertThat(programmed(program, "--answer-time", "30s").exitCode()).isZero();
    CommandLineRun toml = CommandLineRun.of("summary", "--toml", "--db", db());
    assertThat(toml.out()).contains("potential-command", "variables = 2");
    CommandLineRun more =
        explore("--potential-command", "python3 '" + program + "'", "--variables", "3");
    assertThat(more.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    Path surface = folder.resolve("surface.svg");
    CommandLineRun drawn =
        CommandLineRun.of("plot", "surface", "--db", db(), "--out", surface, "--contours", "3");
    assertThat(drawn.exitCode()).as(drawn.err()).isZero();

    // A program that computes something else by now is noticed by the energy of a known point.
    String kept = Files.readString(program);
    Files.writeString(program, kept.replace("x / 10", "x / 5"));
    CommandLineRun changed = explore("--seed", "3");
    assertThat(changed.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(changed.err())
        .contains("tarn explore: the database is not of the potential as it is now: point ");
    Files.writeString(program, kept);

    // What is known needs no program.
    Files.delete(program);
    assertThat(CommandLineRun.of("summary", "--db", db()).exitCode()).isZero();
    CommandLineRun gone = explore("--seed", "2");
    assertThat(gone.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(gone.err()).contains("ended with exit code 2: ", "No such file");
    assertWells();
    sql("UPDATE potential SET value = '/no/where' WHERE key = 'folder'");
    assertThat(explore("--seed", "2").err()).contains("there is no folder /no/where to run it in");
    assertThat(programmed(program).err()).contains("in /no/where, not in", "--db alone is enough");
    sql("DELETE FROM potential WHERE key = 'time_limit'");
    assertThat(CommandLineRun.of("summary", "--db", db()).err())
        .contains("is damaged: a program has command, folder, dimension, time_limit");
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db());
        Statement done = connection.createStatement()) {
      done.executeUpdate(statement);
    }
  }

  /** Differences stand in for the Hessian; the database is the same with any number of threads. */
  @Test
  void needsNoHessianAndAnyNumberOfThreads() throws IOException {
    Path program = program("pass", false);
    assertThat(programmed(program, "--threads", "1").exitCode()).isZero();
    assertWells();
    String one = CommandLineRun.of("list", "--csv", "--db", db()).out();
    Files.delete(db());
    assertThat(programmed(program, "--threads", "2").exitCode()).isZero();
    assertThat(CommandLineRun.of("list", "--csv", "--db", db()).out()).isEqualTo(one);
  }

  /** At some points it always dies, and after many questions anywhere; it counts its lives. */
  @Test
  void isStartedAgainWhenItDies() throws IOException {
    Path lives = folder.resolve("lives");
    Path program =
        program(
            "if asked == 1: open('LIVES', 'a').write('x')\n    ".replace("LIVES", lives.toString())
                + "if int(1e6 * abs(y)) % 5003 == 500 or asked > 4000: os._exit(3)",
            true);
    CommandLineRun run = programmed(program, "--threads", "2");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.size(lives)).isGreaterThan(4L);
    assertWells();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "print('hello', flush=True) | answered \"hello\", where a line of JSON",
        "print(json.dumps({'energy': 1}), flush=True) | which has no gradient",
        "sys.exit('no licence') | ended with exit code 1: no licence",
        "time.sleep(9) | did not answer within 0.2s; each answer is a line that has to be flushed",
        "raise KeyError('weights') | KeyError: 'weights'",
        "print(json.dumps({'error': 'no data'}), flush=True) | well.py'\" says: no data",
      })
  void whatCannotServeIsRefusedAtOnce(String trick, String message) throws IOException {
    String limit = trick.startsWith("time") ? "0.2s" : "20s";
    CommandLineRun run = programmed(program(trick, true), "--answer-time", limit);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(db()).doesNotExist();
  }

  @Test
  void nonsenseOnTheWayEndsTheRunAndKeepsWhatWasFound() throws IOException {
    Path program = program("if asked > 2500: print('done')", true);
    CommandLineRun run = programmed(program, "--threads", "1");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).contains("answered \"done\", where a line of JSON");
    assertThat(energies()).isNotEmpty();
  }

  /** Once it is late, each process that follows is, too: a file says so. */
  @Test
  void threeLateAnswersInARowEndTheRun() throws IOException {
    Path file = folder.resolve("late");
    Path program =
        program(
            """
            if asked > 2000 or os.path.exists('LATE'):
                      open('LATE', 'w').close()
                      time.sleep(60)
            """
                .strip()
                .replace("LATE", file.toString()),
            true);
    CommandLineRun run = programmed(program, "--threads", "1", "--answer-time", "2s");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).contains("did not answer within 2s", "at 3 points in a row");
    assertThat(energies()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--potential-command true | needs --variables",
        "--variables 2 | --variables needs --potential-command",
        "--answer-time 2s | --answer-time needs --potential-command",
        "--potential-command /no/program --variables 2 | cannot be started",
        "--potential-command 'x --variables 2 | a quote is not closed",
        "--potential-command true --variables 0 | at least 1, not 0",
        "--potential-command true --variables 2 --potential camel | --potential means nothing",
        "--potential-command true --variables 2 --atoms 2 | --atoms means nothing beside",
        "--potential-command true --variables 2 --hidden 2 | --hidden means nothing beside",
        "--potential-command true --variables 2 --set a=1 | --set means nothing beside",
        "--potential-command true --variables 2 --answer-time 0s | is no positive time",
      })
  void badInputIsRefused(String words, String message) {
    CommandLineRun run = explore(words.split(" "));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(db()).doesNotExist();
  }
}
