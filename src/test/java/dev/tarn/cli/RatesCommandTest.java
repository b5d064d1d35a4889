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

class RatesCommandTest {
  @TempDir private static Path folder;
  private static Path db;

  @BeforeAll
  static void explore() {
    db = folder.resolve("xor.db");
    run("explore --hidden 2 --lambda 1e-4 --effort low --quiet --threads 2 --db " + db);
  }

  private static JsonNode json(String words) {
    CommandLineRun run = run("rates --json --db " + db + " " + words);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.json();
  }

  /** The global minimum and the zero point; PATHSAMPLE (2020) printed these. */
  @Test
  void constantsOfTheZeroPoint() {
    JsonNode row = json("--temperature 0.01 --b 1").get("temperatures").get(0);
    assertThat(value(row, "fromBToA", "kSS") / 0.9146705740e-2).isCloseTo(1.0, within(1e-7));
    assertThat(value(row, "fromBToA", "k") / 0.2713184665e-17).isCloseTo(1.0, within(1e-7));
    assertThat(value(row, "fromAToB", "k") / 0.5370234791e-29).isCloseTo(1.0, within(1e-7));
  }

  private static double value(JsonNode row, String direction, String constant) {
    return row.get(direction).get(constant).get("value").asDouble();
  }

  @Test
  void walksAgree() {
    JsonNode row = json("--temperature 0.3 --a 2 --b 3 --walks 4000").get("temperatures").get(0);
    double expected = value(row, "fromBToA", "meanFirstPassageTime");
    JsonNode walks = row.get("walks");
    assertThat(walks.get("meanTime").asDouble())
        .isCloseTo(expected, within(4.0 * walks.get("standardError").asDouble()));
  }

  @Test
  void setsAreNamedInManyWays() {
    JsonNode ids = json("--temperature 0.05 --a 2,3 --b 1 --paths 0");
    assertThat(json("--temperature 0.05 --a energy<0.1 --b 1 --paths 0")).isEqualTo(ids);
    assertThat(json("--temperature 0.05 --a AUC>0.9 --b 1").get("a").size()).isGreaterThan(1);
    JsonNode basin = json("--temperature 0.05 --a basin:2<0.3 --b rest");
    assertThat(basin.get("a")).hasSize(1);
    assertThat(basin.get("b")).hasSize(4);
  }

  @Test
  void picturesTablesAndExtremes() {
    Path paths = folder.resolve("paths.svg");
    Path tree = folder.resolve("tree.svg");
    CommandLineRun run =
        run("rates --temperature 0.05 --b 1 --db " + db + " --out " + paths + " --tree " + tree);
    assertThat(run.out()).contains("kSS of the path", "slowest relaxation rates", "A<-B");
    assertThat(paths).isNotEmptyFile();
    assertThat(tree).isNotEmptyFile();
    assertThat(run("rates --temperature 1e-4 --b 1 --db " + db).out()).contains("10^-");
    assertThat(run("rates --temperature 0.05,0.1 --b 1 --csv --db " + db).out().lines()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--b 1 | Missing required option: '--temperature=T'",
        "--temperature -1 --b 1 | --temperature is positive, not -1.0",
        "--temperature 0.1 --a 2 --b 2 | class 2 is in both A and B",
        "--temperature 0.1 --b 999 | there is no point 999",
        "--temperature 0.1 --b 6 | point 6 is no minimum",
        "--temperature 0.1 --b size<3 | there is no quantity size",
        "--temperature 0.1 --b energy<x | x is no number",
        "--temperature 0.1 --b energy<-5 | the set B has no class of minima",
        "--temperature 0.1 --b all | --b is one of: ids (1,4), lowest, rest",
        "--temperature 0.1 --b basin:2<0 | minimum 2 lies above 0.0",
        "--temperature 0.1 --b 1 --paths -1 | --paths is 0 or more, not -1",
        "--temperature 0.1 --b 1 --relaxation -1 | --relaxation is 0 or more, not -1",
        "--temperature 0.1 --b 1 --walks 1 | --walks is from 2 to 200000000, not 1",
        "--temperature 0.1 --b 1 --seed 2 | --seed needs --walks",
        "--temperature 0.1,0.2 --b 1 --tree a.svg | --tree needs a single --temperature",
        "--temperature 0.1 --b 1 --paths 0 --out a.svg | --out draws paths",
        "--temperature 0.1 --b 6,x | --b is one of"
      })
  void badInputIsRefused(String words, String message) {
    CommandLineRun run = run("rates --db " + db + " " + words);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  /** Groups are apart by their barriers alone; nothing is joined below all of them. */
  @Test
  void groupsChangeRates() {
    JsonNode plain = json("--temperature 0.05 --b 1").get("temperatures").get(0);
    JsonNode none = json("--temperature 0.05 --b 1 --regroup 0");
    JsonNode row = none.get("temperatures").get(0);
    for (String direction : new String[] {"fromBToA", "fromAToB"}) {
      for (String constant : new String[] {"kSS", "kNSS", "k"}) {
        assertThat(value(row, direction, constant) / value(plain, direction, constant))
            .isCloseTo(1.0, within(1e-9));
      }
    }
    assertThat(none.get("freeEnergies").get("groups")).hasSize(5);
    JsonNode two = json("--temperature 0.05 --b 1 --regroup 1e9");
    assertThat(two.get("freeEnergies").get("groups")).hasSize(2);
    assertThat(two.get("a")).hasSize(1);
    Path tree = folder.resolve("groups.svg");
    CommandLineRun run =
        run("rates --temperature 0.05 --b 1 --regroup 0.35 --db " + db + " --tree " + tree);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("group of", "free energy");
    assertThat(tree).isNotEmptyFile();
  }

  @Test
  void pathsMayHaveLoops() {
    JsonNode plain = json("--temperature 0.05 --b 1 --paths 9").get("temperatures").get(0);
    JsonNode loops = json("--temperature 0.05 --b 1 --paths 9 --loops").get("temperatures").get(0);
    assertThat(loops.get("paths")).hasSize(9);
    assertThat(loops.get("paths").get(0)).isEqualTo(plain.get("paths").get(0));
    double sum = 0.0;
    for (JsonNode path : loops.get("paths")) {
      sum += value(path, "kSS");
    }
    assertThat(sum).isLessThanOrEqualTo(value(loops, "fromBToA", "kSS") * (1.0 + 1e-12));
  }

  private static double value(JsonNode row, String figure) {
    return row.get(figure).get("value").asDouble();
  }
}
