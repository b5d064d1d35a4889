package dev.tarn.cli;

import static dev.tarn.cli.CommandLineRun.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    Path page = folder.resolve("page.html");
    assertThat(run("report --db " + copy + " --out " + page).exitCode()).isZero();
    assertThat(page).content().contains("\"harmonic\":").doesNotContain(":\"NaN\"");
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

  /** A copy of the exported files, to be damaged. */
  private static Path exportedAgain(String as) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(as));
    for (String name : new String[] {"min.data", "ts.data", "points.min", "points.ts"}) {
      Files.copy(exported.resolve(name), copy.resolve(name));
    }
    return copy;
  }

  @Test
  void disagreementsAreListed() throws Exception {
    Path wrong = exportedAgain("wrong");
    String rows = Files.readString(wrong.resolve("min.data"));
    Files.writeString(wrong.resolve("min.data"), rows.replaceFirst("0\\.", "1."));
    Path file = folder.resolve("wrong.db");
    JsonNode json = run("import " + wrong + " --json --db " + file + " --like " + db).json();
    assertThat(json.get("disagreements")).hasSize(1);
    assertThat(json.get("disagreements").get(0).asText())
        .startsWith("minimum 1 has energy ")
        .contains(", not 1.");
  }

  /** A point away from the stationary one is left out, or brought there. */
  @Test
  void pointsArePolishedOnRequest() throws Exception {
    Path moved = exportedAgain("moved");
    byte[] points = Files.readAllBytes(moved.resolve("points.min"));
    ByteBuffer bytes = ByteBuffer.wrap(points).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putDouble(0, bytes.getDouble(0) + 1e-4);
    Files.write(moved.resolve("points.min"), points);
    String command = "import " + moved + " --json --like " + db + " --db ";
    JsonNode kept = run(command + folder.resolve("kept.db")).json();
    assertThat(kept.get("disagreements")).hasSize(1);
    assertThat(kept.get("disagreements").get(0).asText())
        .startsWith("minimum 1 is not stationary: the root-mean-square gradient is ")
        .endsWith(", left out");
    JsonNode polished = run(command + folder.resolve("polished.db") + " --polish").json();
    assertThat(polished.get("disagreements")).isEmpty();
    assertThat(polished.get("minima").asInt()).isEqualTo(kept.get("minima").asInt() + 1);
  }

  @Test
  void curvaturesAndPointGroupsAreCompared() throws Exception {
    Path wrong = exportedAgain("curved");
    List<String> rows = new ArrayList<>(Files.readAllLines(wrong.resolve("ts.data")));
    String[] words = rows.get(0).trim().split(" +");
    words[1] = "3.5";
    words[2] = String.valueOf(3 * Integer.parseInt(words[2]));
    rows.set(0, String.join(" ", words));
    Files.write(wrong.resolve("ts.data"), rows);
    Path file = folder.resolve("curved.db");
    JsonNode json = run("import " + wrong + " --json --db " + file + " --like " + db).json();
    assertThat(json.get("disagreements")).hasSize(2);
    assertThat(json.get("disagreements").get(0).asText())
        .startsWith("transition state 1 has the logarithm ")
        .endsWith(" of the product of its positive eigenvalues, not 3.5");
    assertThat(json.get("disagreements").get(1).asText())
        .startsWith("transition state 1 has copies times order of its point group ");
  }

  /** Weights in the order of each program come back to the same places, to the last bit. */
  @ParameterizedTest
  @ValueSource(strings = {"pathsample", "path.info", "pele", "topsearch"})
  void everyFormatBringsTheLandscapeBack(String format) {
    Path out = folder.resolve("via-" + format);
    Path copy = folder.resolve(format + ".db");
    assertThat(run("export --db " + db + " --to " + format + " --out " + out).exitCode()).isZero();
    JsonNode read = run("import " + out + " --json --like " + db + " --db " + copy).json();
    assertThat(read.get("format").asText()).isEqualTo(format);
    assertThat(read.get("disagreements")).isEmpty();
    JsonNode was = run("list --json --db " + db).json();
    JsonNode is = run("list --json --db " + copy).json();
    assertThat(is).hasSameSizeAs(was);
    for (int k = 0; k < was.size(); k++) {
      for (String column : new String[] {"energy", "coordinates", "eigenvalues", "orbit"}) {
        assertThat(is.get(k).get(column)).as(column).isEqualTo(was.get(k).get(column));
      }
    }
  }

  @Test
  void minimaAloneComeBack() {
    Path out = folder.resolve("min.data.info");
    run("export --db " + db + " --to min.data.info --out " + out);
    Path copy = folder.resolve("minima.db");
    JsonNode read = run("import " + out + " --json --like " + db + " --db " + copy).json();
    assertThat(read.get("format").asText()).isEqualTo("min.data.info");
    assertThat(read.get("disagreements")).isEmpty();
    assertThat(run("list --index 0 --json --db " + copy).json())
        .hasSameSizeAs(run("list --index 0 --json --db " + db).json());
  }

  @Test
  void coloursAndPicksForTheGraph() throws Exception {
    Path out = folder.resolve("coloured");
    CommandLineRun run =
        run("export --to pathsample --colour AUC,orbit --pick lowest --db " + db + " --out " + out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readAllLines(out.resolve("dinfo")))
        .contains("TRVAL 1.0 min.auc.trval", "comment TRVAL 1.0 min.orbit.trval", "PICK min.pick");
    assertThat(Files.readAllLines(out.resolve("min.pick"))).containsExactly("1");
    int minima = Files.readAllLines(out.resolve("min.data")).size();
    List<Double> colours =
        Files.readAllLines(out.resolve("min.orbit.trval")).stream().map(Double::valueOf).toList();
    assertThat(colours).hasSize(minima).contains(0.0, 1.0).allMatch(c -> c >= 0.0 && c <= 1.0);
  }

  @Test
  void pathsGoToTables() throws Exception {
    Path out = folder.resolve("tables");
    CommandLineRun run = run("export --to csv --paths --db " + db + " --out " + out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> rows = Files.readAllLines(out.resolve("paths.csv"));
    assertThat(rows.get(0)).startsWith("transition_state,length,energy,x0,");
    int edges = Files.readAllLines(out.resolve("edges.csv")).size() - 1;
    assertThat(rows.stream().skip(1).map(row -> row.substring(0, row.indexOf(','))).distinct())
        .hasSize(edges);
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
    assertThat(run("import " + exported + " --db " + file).exitCode()).isZero();
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .contains("broken.db")
          .noneMatch(name -> name.startsWith(".import"));
    }
  }

  @Test
  void whatNoPathJoinsIsLeftOutOfPaths() {
    Path minima = folder.resolve("alone.info");
    assertThat(run("export --db " + db + " --to min.data.info --out " + minima).exitCode())
        .isZero();
    Path file = folder.resolve("unjoined.db");
    assertThat(run("import " + minima + " --like " + db + " --db " + file).exitCode()).isZero();
    CommandLineRun run =
        run("export --db " + file + " --to path.info --out " + folder.resolve("no.info"));
    assertThat(run.out()).contains(" minima that no path joins to another are left out");
  }

  /** A database of this program is none of another. */
  @Test
  void ourOwnDatabaseIsNoForeignFile() {
    CommandLineRun run = run("import " + db + " --db " + folder.resolve("own.db"));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains("looks like none of ");
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
    Path n = folder.resolve("n");
    refused("import " + exported + " --polish --db " + n + ".db", "--polish needs --like");
    refused("export --db " + db + " --to pele --colour AUC --out " + n, "is for --to pathsample");
    refused("export --db " + db + " --to pele --paths --out " + n, "is for --to npz and --to csv");
    refused(
        "export --db " + db + " --to pathsample --colour blue --out " + n,
        "--colour: there is no quantity blue");
    refused(
        "export --db " + db + " --to csv --auc-tolerance 0.1 --out " + n,
        "--auc-tolerance needs --colour or --pick");
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
