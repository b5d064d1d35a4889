package dev.tarn.cli;

import static dev.tarn.cli.CommandLineRun.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThermoCommandTest {
  @TempDir private static Path folder;
  private static Path db;

  @BeforeAll
  static void explore() {
    db = folder.resolve("xor.db");
    run("explore --hidden 2 --lambda 1e-3 --effort low --quiet --threads 2 --db " + db);
  }

  private static JsonNode json(String words) {
    return run("thermo --json --db " + db + " " + words).json();
  }

  @Test
  void stateFunctionsBelongTogether() {
    JsonNode row = json("--temperature 0.05").get("temperatures").get(0);
    double sum = 0.0;
    for (JsonNode p : row.get("occupations")) {
      sum += p.asDouble();
    }
    assertThat(sum).isCloseTo(1.0, within(1e-14));
    double t = row.get("temperature").asDouble();
    double rest = 1.0 - row.get("occupations").get("2").asDouble();
    assertThat(row.get("frustrationOfOthers").asDouble() * rest)
        .isCloseTo(row.get("frustration").asDouble(), within(1e-6));
    assertThat(row.get("internalEnergy").asDouble())
        .isCloseTo(
            row.get("freeEnergy").asDouble() + t * row.get("entropy").asDouble(), within(1e-12));
  }

  @Test
  void withoutMomentaHalfTheVibrationsCount() {
    JsonNode with = json("--temperature 0.05");
    JsonNode without = json("--temperature 0.05 --configurations");
    double kappa = with.get("vibrations").asDouble();
    assertThat(kappa).isEqualTo(12.0);
    assertThat(heatCapacity(with) - heatCapacity(without)).isCloseTo(0.5 * kappa, within(1e-12));
    assertThat(without.get("temperatures").get(0).get("occupations"))
        .isEqualTo(with.get("temperatures").get(0).get("occupations"));
    assertThat(heatCapacity(with) - heatCapacity(json("--temperature 0.05 --kappa 11")))
        .isCloseTo(1.0, within(1e-12));
  }

  private static double heatCapacity(JsonNode json) {
    return json.get("temperatures").get(0).get("heatCapacity").asDouble();
  }

  @Test
  void aRangeHasPeaksAndAPicture() {
    Path picture = folder.resolve("thermo.svg");
    JsonNode json = json("--from 0.01 --to 1 --points 3 --out " + picture);
    assertThat(json.get("temperatures")).hasSize(3);
    assertThat(json.get("peaks")).isNotEmpty();
    assertThat(picture).isNotEmptyFile();
    CommandLineRun table = run("thermo --from 0.01 --to 1 --points 3 --db " + db);
    assertThat(table.out()).contains("heat capacity peaks at T = ", "give way to", "warning: ");
    assertThat(run("thermo --csv --from 0.01 --to 1 --points 3 --db " + db).out().lines())
        .hasSize(4)
        .first()
        .asString()
        .startsWith("T,lnZ,F,U,S,Cv,shannon,frustration,missing,auc,accuracy,sensitivity,loss,p");
  }

  @Test
  void groupsAreDrawn() {
    Path tree = folder.resolve("free.svg");
    JsonNode all = json("--temperature 0.05 --regroup 1e9 --tree " + tree).get("freeEnergies");
    assertThat(tree).isNotEmptyFile();
    assertThat(all.get("groups")).hasSize(1);
    JsonNode each = json("--temperature 0.05 --regroup 0").get("freeEnergies");
    assertThat(each.get("groups")).hasSize(json("--temperature 0.05").get("classes").size());
  }

  @Test
  void theMinimaAnswerTogether() {
    JsonNode cold = json("--temperature 1e-4");
    JsonNode together = cold.get("temperatures").get(0).get("superposed");
    JsonNode lowest = cold.get("classes").get(0).get("alone");
    assertThat(together.get("loss").asDouble())
        .isCloseTo(lowest.get("loss").asDouble(), within(1e-9));
    assertThat(together.get("accuracy").asDouble()).isEqualTo(1.0);
    JsonNode hot = json("--temperature 10").get("temperatures").get(0).get("superposed");
    assertThat(hot.get("loss").asDouble()).isGreaterThan(together.get("loss").asDouble());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " | either --temperature or --from with --to says how warm it is",
        "--temperature 0.1 --from 1 --to 2 | not both",
        "--temperature 0 | --temperature is positive, not 0.0",
        "--temperature NaN | is not a number",
        "--temperature 0.1,1e-300 | --temperature is at least 1",
        "--from 1e-300 --to 1 | the rounding of the energies, not 1e-300",
        "--from 0.1 | --from needs --to",
        "--to 0.1 | --to needs --from",
        "--from 2 --to 1 | --from lies below --to, not at 2.0 of 1.0",
        "--from 1 --to 2 --points 1 | --points is from 2 to 100000, not 1",
        "--temperature 0.1 --points 5 | --points needs --from and --to",
        "--temperature 0.1 --kappa -1 | --kappa is 0 or more, not -1",
        "--temperature 0.1 --classes 0 | --classes is 1 or more, not 0",
        "--temperature 0.1,0.2 --regroup 1 | --regroup needs a single --temperature",
        "--temperature 0.1,0.2 --tree a.svg | --tree needs a single --temperature",
        "--temperature 0.1 --regroup -1 | --regroup is 0 or more, not -1.0",
        "--temperature 0.1 --planck 2 | --planck needs --tree or --regroup",
        "--temperature 0.1 --regroup 1 --planck 0 | --planck is positive, not 0.0",
        "--temperature 0.1 --out a.svg | --out draws a range",
        "--temperature 0.1 --width 50 | --width needs --out",
        "--temperature 0.1 --outlines | --outlines needs --out",
        "--temperature 0.1 --auc-tolerance -1 | --auc-tolerance is from 0 to 1"
      })
  void badInputIsRefused(String words, String message) {
    CommandLineRun run = run("thermo --db " + db + " " + (words == null ? "" : words));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
