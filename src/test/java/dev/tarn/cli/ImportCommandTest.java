package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** import and export, from one to the other. */
class ImportCommandTest {
  @TempDir private static Path folder;
  private static Path db;
  private static Path exported;

  @BeforeAll
  static void explore() {
    db = folder.resolve("xor.db");
    exported = folder.resolve("out");
    run("explore --hidden 1 --lambda 1e-3 --effort low --quiet --threads 2 --db " + db);
    CommandLineRun run = run("export --db " + db + " --to pathsample --out " + exported);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static CommandLineRun run(String words) {
    return CommandLineRun.of((Object[]) words.trim().split(" +"));
  }

  private static JsonNode thermo(Path file) {
    return run("thermo --json --kappa 6 --temperature 0.05 --db " + file).json();
  }

  @Test
  void whatWasExportedHasTheSameThermodynamics() {
    Path copy = folder.resolve("copy.db");
    CommandLineRun run = run("import " + exported + " --db " + copy);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("the potential is not known");
    double expected = heatCapacity(thermo(db));
    assertThat(heatCapacity(thermo(copy))).isCloseTo(expected, within(1e-10));
  }

  private static double heatCapacity(JsonNode json) {
    return json.get("temperatures").get(0).get("heatCapacity").asDouble();
  }

  /** What needs no derivatives works on a landscape without its potential. */
  @Test
  void manyCommandsNeedNoPotential() {
    Path copy = folder.resolve("alone.db");
    assertThat(run("import " + exported + " --db " + copy).exitCode()).isZero();
    assertThat(run("summary --db " + copy).out())
        .contains("parameters: the imported landscape out");
    JsonNode list = run("list --json --db " + copy).json();
    JsonNode original = run("list --json --db " + db).json();
    assertThat(list).hasSameSizeAs(original);
    for (int k = 0; k < list.size(); k++) {
      assertThat(list.get(k).get("energy")).isEqualTo(original.get(k).get("energy"));
    }
    assertThat(run("list --index 1 --db " + copy).out()).contains("barriers");
    Path tree = folder.resolve("tree.svg");
    assertThat(run("plot tree --db " + copy + " --out " + tree).exitCode()).isZero();
    assertThat(tree).isNotEmptyFile();
    assertThat(run("rates --temperature 0.1 --db " + copy).out()).contains("A<-B");
    CommandLineRun path = run("path --db " + copy + " 1");
    assertThat(path.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
  }

  @Test
  void aKnownPotentialConfirmsThePoints() {
    Path checked = folder.resolve("checked.db");
    JsonNode json = run("import " + exported + " --json --db " + checked + " --like " + db).json();
    assertThat(json.get("disagreements")).isEmpty();
    assertThat(json.get("checked").asBoolean()).isTrue();
    JsonNode list = run("list --json --db " + checked).json();
    assertThat(list).hasSize(json.get("minima").asInt() + json.get("transitionStates").asInt());
    assertThat(run("thermo --temperature 0.05 --db " + checked).out()).contains("answers of");
  }

  @Test
  void disagreementsAreListed() throws Exception {
    Path wrong = folder.resolve("wrong");
    Files.createDirectories(wrong);
    for (String name : new String[] {"min.data", "ts.data", "points.min", "points.ts"}) {
      Files.copy(exported.resolve(name), wrong.resolve(name));
    }
    String rows = Files.readString(wrong.resolve("min.data"));
    Files.writeString(wrong.resolve("min.data"), rows.replaceFirst("0\\.", "1."));
    Path file = folder.resolve("wrong.db");
    JsonNode json = run("import " + wrong + " --json --db " + file + " --like " + db).json();
    assertThat(json.get("disagreements")).hasSize(1);
    assertThat(json.get("disagreements").get(0).asText())
        .startsWith("minimum 1 has energy ")
        .contains("after a polish, not 1.");
  }

  @Test
  void nothingIsHalfImported() throws Exception {
    Path broken = folder.resolve("broken");
    Files.createDirectories(broken);
    Files.writeString(broken.resolve("min.data"), "1 2 3 4 5 6\n1 2 3\n");
    Files.writeString(broken.resolve("ts.data"), "");
    Path file = folder.resolve("broken.db");
    CommandLineRun run = run("import " + broken + " --db " + file);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("record 2: 3 numbers where a record has 6 at least");
    assertThat(file).doesNotExist();
  }

  @Test
  void badInputIsRefused() {
    refused("import " + exported + " --db " + db, "is there already: choose a new file");
    refused(
        "import " + folder.resolve("no") + " --db " + folder.resolve("n.db"), "there is no file");
    refused("import " + folder + " --db " + folder.resolve("n.db"), "looks like none of");
    refused(
        "import " + exported + " --format lines --db " + folder.resolve("n.db"),
        "--format is one of ");
    refused("export --db " + db + " --to nothing --out " + folder.resolve("n"), "--to is one of ");
    refused("export --db " + db + " --to pathsample --out " + exported, "is there already");
  }

  private static void refused(String words, String message) {
    CommandLineRun run = run(words);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
