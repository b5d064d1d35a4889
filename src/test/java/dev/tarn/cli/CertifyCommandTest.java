package dev.tarn.cli;

import static dev.tarn.cli.CommandLineRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates of the XOR network with two hidden units: made, kept, verified, and falsified. */
class CertifyCommandTest {
  @TempDir private static Path folder;
  private static Path db;
  private static Path bare;
  private static Path certificate;
  private static CommandLineRun made = new CommandLineRun(-1, "", "");

  @BeforeAll
  static void certify() throws Exception {
    db = folder.resolve("two.db");
    certificate = folder.resolve("two.json");
    String enumerate = "enumerate --hidden 2 --lambda 1e-2 --effort low --threads 1 --quiet --db ";
    assertThat(run(enumerate + db).exitCode()).isZero();
    bare = Files.copy(db, folder.resolve("bare.db"));
    made = run("certify --db " + db + " --out " + certificate);
  }

  /** A database with some statement run on it. */
  private static Path edited(String name, String sql) throws Exception {
    Path copy = folder.resolve(name);
    Files.copy(db, copy);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
    return copy;
  }

  @Test
  void provesAllPoints() {
    assertThat(made.exitCode()).isZero();
    assertThat(made.err()).isEmpty();
    assertThat(made.out())
        .startsWith("20 of 20 points proven")
        .contains("Morse sum             1, as a complete catalogue has")
        .contains("not proven: which minima a transition state joins");
    assertThat(run("summary --db " + db).out()).contains("proven                20 of 20");
    assertThat(run("summary --json --db " + db).json().get("proven").asInt()).isEqualTo(20);
  }

  @Test
  void listShowAndReportTellWhatIsProven() throws Exception {
    Path copy = edited("told.db", "UPDATE stationary_points SET orbit = '2' WHERE id = 3");
    assertThat(run("list --columns id,proven --csv --db " + db).out()).contains("1,yes", "3,yes");
    assertThat(run("list --columns id,proven --csv --db " + copy).out()).contains("1,yes", "3,no");
    assertThat(run("list --json --db " + copy).json().get(2).get("proven").isBoolean()).isTrue();
    assertThat(run("show 1 --db " + copy).out()).containsPattern("proven +yes");
    assertThat(run("show 3 --db " + copy).out()).containsPattern("proven +no: not as it was");
    Path page = copy.resolveSibling("told.html");
    assertThat(run("report --db " + copy + " --out " + page).exitCode()).isZero();
    assertThat(Files.readString(page)).contains("\"proven\":19");
  }

  @Test
  void whatWasNeverCertifiedSaysNothingOfProofs() {
    assertThat(run("list --db " + bare).out()).doesNotContain("proven");
    assertThat(run("show 1 --db " + bare).out()).doesNotContain("proven");
  }

  @Test
  void claimsRestOnWhatIsProven() throws Exception {
    for (Path file : new Path[] {db, bare}) {
      Path grid = Files.createDirectory(folder.resolve("grid-" + file.getFileName()));
      Files.copy(file, grid.resolve("xor-2-1e-2.db"));
      CommandLineRun claims = run("claims --json --quiet --hidden 2 --lambda 1e-2 --out " + grid);
      JsonNode padding = claims.json().get(0).get("findings").get(0);
      assertThat(padding.get("verdict").asText()).isEqualTo("holds");
      assertThat(padding.get("basis").asText()).isEqualTo(file == db ? "proven" : "observed");
    }
  }

  @Test
  void aDatabaseEditedAfterwardsIsNoLongerProven() throws Exception {
    Path copy =
        edited(
            "after.db",
            "UPDATE stationary_points SET idx = idx + 1 WHERE id ="
                + " (SELECT max(id) FROM stationary_points WHERE idx = 2)");
    assertThat(run("summary --db " + copy).out()).contains("proven                19 of 20");
    CommandLineRun again = run("certify --db " + copy);
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).startsWith("19 of 20 points proven").contains("its index is stated as");
  }

  @Test
  void coordinatesEditedByHandAreNoPoint() throws Exception {
    Path copy =
        edited(
            "moved.db",
            "UPDATE stationary_points SET coordinates ="
                + " (SELECT coordinates FROM stationary_points WHERE id = 2) WHERE id = 5");
    CommandLineRun run = run("certify --json --db " + copy);
    assertThat(run.json().get("proven").asInt()).isEqualTo(19);
    for (JsonNode row : run.json().get("rows")) {
      assertThat(row.get("reason").asText().isEmpty()).isEqualTo(row.get("id").asInt() != 5);
    }
  }

  @Test
  void pointsOfReluUnitsAreRefused() {
    Path relu = folder.resolve("relu.db");
    String explore =
        "explore --layers 2-1-1 --activation relu --lambda 1e-2 --effort low --quiet --threads 1"
            + " --db ";
    assertThat(run(explore + relu).exitCode()).isZero();
    CommandLineRun run = run("certify --db " + relu);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("ReLU", "kinks").doesNotContain("Exception");
  }

  private record Checked(int exitCode, String out) {}

  private static Checked check(Path file) throws Exception {
    Process process =
        new ProcessBuilder("python3", "examples/python/check_certificate.py", file.toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Checked(process.waitFor(), out);
  }

  @Test
  void theCheckerKnowsExponentialLinearUnits() throws Exception {
    Path elu = folder.resolve("elu.db");
    Path file = folder.resolve("elu.json");
    String enumerate =
        "enumerate --layers 2-1-1 --activation elu --data xor --lambda 1e-2 --effort low --quiet"
            + " --threads 1 --db ";
    assertThat(run(enumerate + elu).exitCode()).isZero();
    assertThat(run("certify --db " + elu + " --out " + file).exitCode()).isZero();
    Checked checked = check(file);
    assertThat(checked.out()).contains("points verified, Morse sum 1");
    assertThat(checked.exitCode()).isZero();
  }

  @Test
  void aCertificateIsReadBack() throws Exception {
    CommandLineRun checked = run("certify --db " + db + " --check " + certificate);
    assertThat(checked.err()).isEmpty();
    assertThat(checked.exitCode()).isZero();
    assertThat(checked.out()).contains("all claims about 20 points verified");
    Path other = Files.writeString(folder.resolve("other.json"), "{}");
    CommandLineRun none = run("certify --db " + db + " --check " + other);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("is no certificate");
  }

  @Test
  void theCheckerVerifiesIt() throws Exception {
    Checked checked = check(certificate);
    assertThat(checked.out()).isEqualToIgnoringNewLines("20 of 20 points verified, Morse sum 1");
    assertThat(checked.exitCode()).isZero();
  }

  private static void scale(ObjectNode point, String key, double factor) {
    ArrayNode numbers = point.withArray(key);
    for (int i = 0; i < numbers.size(); i++) {
      double value = Double.parseDouble(numbers.get(i).asText());
      numbers.set(i, Double.toHexString(value * factor));
    }
  }

  /** Each of the claims falsified in a point of its own; the checker has to see through all. */
  @Test
  void theCheckerRefusesEachFalseClaim() throws Exception {
    Map<String, Consumer<ObjectNode>> lies = new TreeMap<>();
    lies.put("the index", point -> point.put("index", point.get("index").asInt() + 1));
    lies.put("the copies", point -> point.put("orbit", 2 * point.get("orbit").asInt()));
    lies.put("that a point is in the box", point -> scale(point, "radius", 1e-4));
    lies.put("that it is the only one", point -> point.put("uniqueness", "0x1.0p6"));
    lies.put("the energy", point -> scale(point, "energy", 1.0 + 1e-9));
    lies.put("the numbers of units", point -> point.put("zeros", point.get("zeros").asInt() + 1));
    lies.put("that it is not point", point -> {});
    JsonNode root = CommandLineRun.parse(Files.readString(certificate));
    ArrayNode points = root.withArray("points");
    int next = 1;
    for (Map.Entry<String, Consumer<ObjectNode>> lie : lies.entrySet()) {
      ObjectNode point = (ObjectNode) points.get(next);
      lie.getValue().accept(point);
      next++;
    }
    points.add(points.get(0).deepCopy());
    Path file = Files.writeString(folder.resolve("lies.json"), root.toString());
    CommandLineRun own = run("certify --db " + db + " --check " + file);
    assertThat(own.exitCode()).isEqualTo(1);
    for (String claim : lies.keySet()) {
      if (!claim.equals("that it is not point")) {
        assertThat(own.out()).contains("not verified: " + claim);
      }
    }
    assertThat(own.out()).contains("stands there twice").contains("the Morse sum is");
    Checked checked = check(file);
    assertThat(checked.exitCode()).isEqualTo(1);
    for (String claim : lies.keySet()) {
      assertThat(checked.out()).contains("not verified: " + claim);
    }
    assertThat(checked.out()).contains("14 of 21 points verified").contains("the Morse sum is");
  }

  /** A point under a number of its own, and another point under a number that is taken. */
  @Test
  void repeatedPointsAndNumbersAreRefused() throws Exception {
    JsonNode root = CommandLineRun.parse(Files.readString(certificate));
    assertThat(root.get("notClaimed").toString()).contains("which minima a transition state joins");
    ArrayNode points = root.withArray("points");
    ObjectNode again = points.get(3).deepCopy();
    points.add(again.put("id", 99));
    int taken = points.get(5).get("id").asInt();
    ((ObjectNode) points.get(4)).put("id", taken);
    Path file = Files.writeString(folder.resolve("again.json"), root.toString());
    Checked checked = check(file);
    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(checked.out())
        .contains("point 99: not verified: that it is not point " + points.get(3).get("id"))
        .contains("point " + taken + ": not verified: that its number is its own");
    CommandLineRun own = run("certify --db " + db + " --check " + file);
    assertThat(own.exitCode()).isEqualTo(1);
    assertThat(own.out())
        .contains("point 99: not verified: that there is such a point")
        .contains("point " + taken + " stands there twice");
  }

  @Test
  void pointsOfAClusterAreProven() {
    Path lj = folder.resolve("lj4.db");
    String explore = "explore --potential lj --atoms 4 --effort low --quiet --threads 1 --db ";
    assertThat(run(explore + lj).exitCode()).isZero();
    CommandLineRun run = run("certify --json --db " + lj);
    assertThat(run.exitCode()).isZero();
    assertThat(run.json().get("proven")).isEqualTo(run.json().get("points"));
    assertThat(run.json().get("connectionsProven").asBoolean()).isFalse();
    assertThat(run("certify --out " + folder.resolve("lj4.json") + " --db " + lj).err())
        .contains("--out is for networks with one hidden layer");
  }

  /** A box moved by less than doubles can tell. */
  @Test
  void theCheckerRefusesABoxBesideThePoint() throws Exception {
    JsonNode root = CommandLineRun.parse(Files.readString(certificate));
    ObjectNode point = (ObjectNode) root.get("points").get(2);
    scale(point, "lo", 1.0 + 1e-7);
    Path file = Files.writeString(folder.resolve("moved.json"), root.toString());
    assertThat(check(file).out()).contains("not verified: that a point is in the box");
    assertThat(run("certify --db " + db + " --check " + file).out())
        .contains("not verified: that a point is in the box");
  }
}
