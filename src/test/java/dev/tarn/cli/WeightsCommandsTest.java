package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights in files, in every command that takes them. */
class WeightsCommandsTest {
  @TempDir private static Path folder;
  private static Path db;

  @BeforeAll
  static void explore() {
    db = folder.resolve("xor2.db");
    CommandLineRun.of(
        "explore", "--hidden", 2, "--lambda", "1e-4", "--effort", "low", "--quiet", "--db", db);
  }

  private static String lowest() {
    return CommandLineRun.of("summary", "--db", db, "--json")
        .json()
        .at("/globalMinimum/id")
        .asText();
  }

  private static Path written(String name) {
    Path file = folder.resolve(name);
    CommandLineRun run = CommandLineRun.of("show", "--db", db, lowest(), "--out", file);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"w.npz", "w.npy", "w.safetensors", "w.json", "w.csv"})
  void whatIsWrittenIsTheSamePoint(String name) {
    Path file = written(name);
    CommandLineRun run = CommandLineRun.of("compare", "--db", db, file, lowest(), "--json");
    assertThat(run.json().get("same").asBoolean()).isTrue();
    assertThat(run.json().get("distance").asDouble()).isZero();
    assertThat(run.err()).contains("as read: loss 2.", "accuracy 1").doesNotContain("--order");
  }

  @Test
  void theJsonOfShow() throws IOException {
    Path file = folder.resolve("shown.json");
    Files.writeString(file, CommandLineRun.of("show", "--db", db, lowest(), "--json").out());
    JsonNode shown = CommandLineRun.of("show", "--db", db, file, "--json").json();
    assertThat(shown.at("/leadsTo/minimum").asText()).isEqualTo(lowest());
    assertThat(shown.at("/leadsTo/distance").asDouble()).isZero();
    assertThat(shown.get("energy").asDouble()).isCloseTo(0.013475830089617, within(1e-12));
    assertThat(shown.get("loss").asDouble() + shown.get("penalty").asDouble())
        .isCloseTo(shown.get("energy").asDouble(), within(1e-15));
    assertThat(CommandLineRun.of("show", "--db", db, file).out())
        .contains("leads to         minimum " + lowest(), "hiddenBias[0]");
  }

  /** A flat list in another order is noticed, and read rightly when told. */
  @Test
  void numbersInAnotherOrder() throws IOException {
    JsonNode weights =
        CommandLineRun.of("show", "--db", db, lowest(), "--json").json().get("weights");
    StringBuilder torch = new StringBuilder();
    for (String part : new String[] {"hidden", "hiddenBias", "output", "outputBias"}) {
      torch.append(weights.get(part).toString().replaceAll("[\\[\\],]", " "));
    }
    Path file = Files.writeString(folder.resolve("torch.txt"), torch.toString());
    CommandLineRun wrong = CommandLineRun.of("compare", "--db", db, file, lowest(), "--json");
    assertThat(wrong.json().get("same").asBoolean()).isFalse();
    assertThat(wrong.err())
        .contains(
            "away from the point that it leads to", "its energy is 1.34758e-02: --order torch");
    CommandLineRun right =
        CommandLineRun.of("compare", "--db", db, file, lowest(), "--order", "torch", "--json");
    assertThat(right.json().get("same").asBoolean()).isTrue();
  }

  @Test
  void picturesAndLargerNetworks() {
    Path file = written("drawn.npz");
    for (String plot : new String[] {"network", "sensitivity"}) {
      Path picture = folder.resolve(plot + ".svg");
      CommandLineRun run = CommandLineRun.of("plot", plot, "--db", db, file, "--out", picture);
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(picture).content().contains("drawn.npz");
    }
    JsonNode padded = CommandLineRun.of("embed", "--db", db, file, "--json").json();
    JsonNode all = CommandLineRun.of("embed", "--db", db, lowest(), "--json").json();
    assertThat(padded).isEqualTo(all);
  }

  @Test
  void trainsFromWeightsAndReadsRuns() throws IOException {
    Path start = written("start.json");
    CommandLineRun run =
        CommandLineRun.of(
            "visit",
            "--db",
            db,
            "--start",
            start,
            "--steps",
            20,
            "--json",
            "--out",
            folder.resolve("visit.svg"));
    assertThat(run.json().get("leadsTo").asText()).isEqualTo(lowest());
    Path steps = folder.resolve("steps.json");
    String row = CommandLineRun.of("list", "--db", db, "--json", "--weights").out();
    assertThat(row).isNotBlank();
    Files.writeString(
        steps, "[" + "[0,0,0,0,0,0,0,0,0,0,0,0],".repeat(3) + "[1,-1,1,1,1,1,-1,1,1,1,1,-1]]");
    JsonNode visit =
        CommandLineRun.of(
                "visit",
                "--db",
                db,
                "--trajectory",
                steps,
                "--json",
                "--out",
                folder.resolve("visit2.svg"))
            .json();
    assertThat(visit.get("steps").asInt()).isEqualTo(3);
    assertThat(visit.get("ending").asText()).isEqualTo("recorded");
    assertThat(visit.at("/energies/0").asDouble()).isCloseTo(Math.log(2.0), within(1e-15));
  }

  @Test
  void mistakes() throws IOException {
    Path file = written("mistakes.npz");
    assertBad("neither an id nor a file", "compare", "--db", db, "none.npz", 1);
    assertBad("none is given", "show", "--db", db, 1, "--order", "torch");
    assertBad("these have names", "show", "--db", db, file, "--order", "torch");
    assertBad("there is no array w", "show", "--db", db, file, "--map", "w=1.weight");
    assertBad("not w.txt", "show", "--db", db, 1, "--out", "w.txt");
    assertBad(
        "says where the run begins",
        "visit",
        "--db",
        db,
        "--start",
        file,
        "--seed",
        2,
        "--out",
        folder.resolve("v.svg"));
    assertBad(
        "is a run that was made",
        "visit",
        "--db",
        db,
        "--trajectory",
        file,
        "--steps",
        9,
        "--out",
        folder.resolve("v.svg"));
    Path short3 = Files.writeString(folder.resolve("short.txt"), "1 2 3");
    assertBad("has 12 parameters, not 3", "show", "--db", db, short3);
  }

  private static void assertBad(String message, Object... command) {
    CommandLineRun run = CommandLineRun.of(command);
    assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message);
  }
}
