package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The levels of four units at lambda = 1e-2, whose catalogues docs/results.md lists. */
class GrowthCommandTest {
  @TempDir private static Path folder;
  private static Path file;

  @BeforeAll
  static void enumerate() {
    file = folder.resolve("x.db");
    assertThat(enumerate(file, "kinds").exitCode()).isZero();
  }

  private static CommandLineRun enumerate(Path into, String method, Object... further) {
    List<Object> args =
        new ArrayList<>(List.of("enumerate", "--hidden", 4, "--lambda", "1e-2", "--quiet"));
    args.addAll(List.of("--db", into, "--effort", "low", "--method", method));
    args.addAll(List.of(further));
    return CommandLineRun.of(args.toArray());
  }

  @Test
  void everyNetworkUpToTheHighestLevelHasARow() {
    JsonNode json = CommandLineRun.of("growth", "--db", file, "--json").json();
    assertThat(json.get("networks")).hasSize(4);
    JsonNode three = json.get("networks").get(2);
    assertThat(three.get("hidden").asInt()).isEqualTo(3);
    assertThat(three.get("byIndex").toString()).isEqualTo("[3,12,19,9]");
    assertThat(three.get("classes").asInt()).isEqualTo(43);
    assertThat(three.get("meanIndex").asDouble()).isCloseTo(77.0 / 43.0, within(1e-15));
    assertThat(three.get("morseSum").asInt()).isEqualTo(1);
    assertThat(three.get("complete").asBoolean()).isTrue();
    JsonNode four = json.get("networks").get(3);
    assertThat(four.get("byIndex").toString()).isEqualTo("[2,7,25,31,15]");
    assertThat(four.get("minimaByUnits").toString()).isEqualTo("{\"0\":1,\"3\":1}");
    assertThat(four.get("lowestMinimum").get("energy").asDouble())
        .isCloseTo(0.40677375503408786, within(1e-14));
    // Two connected units: a minimum of two, of index N_h - 2 in larger networks.
    JsonNode two = json.get("levels").get(1);
    assertThat(two.get("byKinds").toString()).isEqualTo("[4,9]");
    assertThat(two.get("index").asInt()).isZero();
    assertThat(two.get("indexPadded").asInt()).isEqualTo(2);
    assertThat(json.get("byUnits").get(1).get("values").toString()).isEqualTo("[4,4,3,2]");
  }

  @Test
  void aLargestIndexIsNoCatalogue() {
    Path low = folder.resolve("low.db");
    assertThat(enumerate(low, "kinds", "--max-index", 1).exitCode()).isZero();
    CommandLineRun run = CommandLineRun.of("growth", "--db", low);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("up to index 1 alone: \"enumerate\" without --max-index");
  }

  @Test
  void aLandscapeWithoutLevelsHasNoGrowth() {
    Path other = folder.resolve("full.db");
    assertThat(enumerate(other, "full", "--max-time", "0.05s").exitCode()).isZero();
    CommandLineRun run = CommandLineRun.of("growth", "--db", other);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("was not enumerated by kinds of units");
  }
}
