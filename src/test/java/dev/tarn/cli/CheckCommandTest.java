package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.cli.command.ExitCodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
  @TempDir private static Path folder;
  private static Path whole;

  @BeforeAll
  static void explore() {
    whole = folder.resolve("xor2.db");
    CommandLineRun.of(
        "explore", "--hidden", 2, "--lambda", "1e-4", "--effort", "low", "--quiet", "--db", whole);
  }

  private static Path edited(String edit) throws Exception {
    Path file = Files.createTempFile(folder, "edited", ".db");
    Files.write(file, Files.readAllBytes(whole));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(edit);
    }
    return file;
  }

  @Test
  void nothingIsWrong() {
    CommandLineRun run = CommandLineRun.of("check", "--db", whole);
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("17 points and 12 connections are what the potential says");
    assertThat(CommandLineRun.of("check", "--db", whole, "--json").json().get("faults")).isEmpty();
  }

  /** What each column says is held against the weights. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET orbit = 16 WHERE id = 2|stationary_points, id 2: orbit is 16, but of the coordinates it is 8",
        "SET energy = 0.5 WHERE id = 3|stationary_points, id 3: energy is 0.5, but of the coordinates",
        "SET run = 9 WHERE id = 2|stationary_points, id 2: run is 9, and there is none",
        "SET eigenvalues = (SELECT eigenvalues FROM stationary_points WHERE id = 3) WHERE id = 2|eigenvalues is",
      })
  void whatIsWrongIsNamed(String edit, String message) throws Exception {
    Path file = edited("UPDATE stationary_points " + edit);
    byte[] before = Files.readAllBytes(file);
    CommandLineRun run = CommandLineRun.of("check", "--db", file);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.out()).contains(message);
    assertThat(file).hasBinaryContent(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET plus = 'x'|plus is \"x\", not a whole number",
        "SET minus_length = 'long'|minus_length is \"long\", not a number",
        "SET plus = transition_state|over a transition state, not over point"
      })
  void connectionsThatCannotBe(String edit, String message) throws Exception {
    CommandLineRun run = CommandLineRun.of("check", "--db", edited("UPDATE connections " + edit));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("is damaged: ", message);
  }

  /** Damaged files are read, or refused in one line; nothing else, and they stay as they are. */
  @Test
  void damagedFiles() throws Exception {
    byte[] content = Files.readAllBytes(whole);
    SplittableRandom random = new SplittableRandom(1);
    String[] commands = {"list", "summary", "check"};
    int refused = 0;
    for (int trial = 0; trial < 300; trial++) {
      byte[] changed = content.clone();
      for (int k = random.nextInt(1, 5); k > 0; k--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(10) == 0) {
        changed = Arrays.copyOf(changed, random.nextInt(changed.length));
      }
      Path file = Files.write(folder.resolve("damaged.db"), changed);
      CommandLineRun run = CommandLineRun.of(commands[trial % commands.length], "--db", file);
      assertThat(run.exitCode()).as("trial %s: %s", trial, run.err()).isBetween(0, 2);
      assertThat(run.err()).as("trial %s", trial).doesNotContain("Exception", "\tat ");
      assertThat(file).hasBinaryContent(changed);
      refused += run.exitCode() == ExitCodes.BAD_INPUT ? 1 : 0;
    }
    assertThat(refused).isBetween(20, 299);
  }

  /** Weights and energies that do not belong together are noticed by every command. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stationary_points SET energy = energy + 1e-6 WHERE id = 3",
        "stationary_points SET coordinates = (SELECT coordinates FROM stationary_points WHERE id = 2)"
            + " WHERE id = 3",
        "potential SET value = 0.5 WHERE key = 'lambda'"
      })
  void energiesThatAreNotThoseOfTheWeights(String edit) throws Exception {
    Path file = edited("UPDATE " + edit);
    byte[] before = Files.readAllBytes(file);
    CommandLineRun run = CommandLineRun.of("list", "--db", file);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err())
        .contains("is damaged: table stationary_points, id ", "of the weights it is");
    assertThat(file).hasBinaryContent(before);
  }

  /** By what reads the history of the file, by what does not, and before anything is written. */
  @ParameterizedTest
  @ValueSource(strings = {"list", "summary", "explore", "enumerate"})
  void aDamagedHistoryIsNoticed(String command) throws Exception {
    Path file = edited("UPDATE runs SET status = char(7)");
    byte[] before = Files.readAllBytes(file);
    CommandLineRun run = CommandLineRun.of(command, "--db", file);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("is damaged: table runs, id 1: status is ");
    assertThat(file).hasBinaryContent(before);
  }
}
