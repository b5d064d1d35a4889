package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that needs no network, on databases of other potentials. */
class PlainPotentialCommandsTest {
  @TempDir private static Path folder;

  /** The camel with all its points, and a cluster of four atoms. */
  @BeforeAll
  static void search() {
    done("enumerate --effort low --quiet --threads 2 --potential camel --db camel.db");
    done("explore --effort low --quiet --threads 2 --potential lj --atoms 4 --db lj4.db");
  }

  private static CommandLineRun run(String words) {
    return CommandLineRun.of(
        Stream.of(words.trim().split(" +"))
            .map(word -> word.replaceFirst("^(\\w+\\.(db|html|svg|txt|jar))$", folder + "/$1"))
            .map(word -> word.replace("FOLDER", folder.toString()))
            .toArray());
  }

  private static CommandLineRun done(String words) {
    CommandLineRun run = run(words);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private static int lowest(String db, int index) {
    return done("list --json --index " + index + " --db " + db).json().get(0).get("id").asInt();
  }

  /** The camel's saddle at the origin has the Hessian (8, 1; 1, -8): eigenvalues +-sqrt(65). */
  @Test
  void showsAPointOfASurface() {
    int saddle = -1;
    for (JsonNode each : done("list --json --index 1 --db camel.db").json()) {
      saddle = each.get("orbit").asInt() == 1 ? each.get("id").asInt() : saddle;
    }
    String text = done("show " + saddle + " --db camel.db").out();
    assertThat(text)
        .contains("index            1 (transition state)", "symmetry copies  1", "barrier")
        .containsPattern("x\\[1] +-?[0-9.e-]+")
        .doesNotContain("point group", "zero modes", "units");
    JsonNode json = done("show --json " + saddle + " --db camel.db").json();
    assertThat(json.at("/eigenvalues/0").asDouble()).isCloseTo(-Math.sqrt(65.0), within(1e-12));
    assertThat(json.at("/eigenvalues/1").asDouble()).isCloseTo(Math.sqrt(65.0), within(1e-12));
    assertThat(json.at("/coordinates/0").asDouble()).isCloseTo(0.0, within(1e-12));
    assertThat(json.at("/variables/1").asText()).isEqualTo("x[1]");
    // Both sides lead to copies of the lowest minimum, -1.0316284534898774.
    assertThat(json.at("/minima/0")).isEqualTo(json.at("/minima/1"));
    assertThat(json.at("/barriers/0").asDouble()).isCloseTo(1.0316284534898774, within(1e-12));
  }

  /** The tetrahedron has the point group Td of order 24, and so 2 4!/24 copies. */
  @Test
  void showsTheSymmetryOfACluster() {
    int minimum = lowest("lj4.db", 0);
    assertThat(done("show " + minimum + " --db lj4.db").out())
        .contains("point group      of order 24", "symmetry copies  2", "zero modes       6", "z4");
    JsonNode json = done("show --json " + minimum + " --db lj4.db").json();
    assertThat(json.get("pointGroupOrder").asInt()).isEqualTo(24);
    assertThat(json.get("zeroModes").asInt()).isEqualTo(6);
    assertThat(json.get("eigenvalues")).hasSize(6);
    assertThat(json.get("energy").asDouble()).isCloseTo(-6.0, within(1e-12));
  }

  @Test
  void comparesPoints() throws IOException {
    int minimum = lowest("camel.db", 0);
    JsonNode x = done("show --json " + minimum + " --db camel.db").json().get("coordinates");
    // Its mirror image, a little off.
    Path near = folder.resolve("near.txt");
    Files.writeString(near, (0.01 - x.get(0).asDouble()) + ", " + -x.get(1).asDouble());
    CommandLineRun same = done("compare " + minimum + " near.txt --db camel.db");
    assertThat(same.out())
        .contains("not the same point, but both lead to one minimum up to symmetry")
        .contains("distance to the nearest symmetry copy: 1.00000e-02");
    assertThat(done("compare " + minimum + " " + minimum + " --db camel.db").out())
        .contains("the same solution up to symmetry");
    int other = done("list --json --index 0 --db camel.db").json().get(1).get("id").asInt();
    assertThat(done("compare " + minimum + " " + other + " --db camel.db").out())
        .contains("different solutions", "lowest barrier between them");
    CommandLineRun refused = run("compare 1 near.txt --db lj4.db");
    assertThat(refused.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(refused.err()).contains("a solution has 12 numbers, not 2");
  }

  @Test
  void writesAPage() throws IOException {
    done("report --db lj4.db --out page.html");
    String page = Files.readString(folder.resolve("page.html"));
    assertThat(page)
        .contains("<h1>Landscape of the Lennard-Jones cluster of 4 atoms</h1>", "\"atoms\":4")
        .contains("\"unit\":\"\"", "\"variables\":[\"x1\",\"y1\"");
    done("report --db camel.db --out page.html");
    assertThat(folder.resolve("page.html")).content().doesNotContain("\"atoms\":");
  }

  /** 3 classes of minima, 4 of saddles and 1 of maxima have 6 + 7 + 2 copies. */
  @Test
  void drawsASurfaceWithAllCopies() throws IOException {
    done("plot surface --db camel.db --out surface.svg");
    String svg = Files.readString(folder.resolve("surface.svg"));
    assertThat(svg)
        .contains("minimum", "transition state", "maximum", "steepest descent", "energy");
    int labels = 0;
    for (JsonNode each : done("list --json --db camel.db").json()) {
      labels += svg.split(">" + each.get("id").asInt() + "</text", -1).length - 1;
    }
    // Ticks of the axes may be whole numbers, too.
    assertThat(labels).isBetween(15, 15 + 8);
    done("plot surface --db camel.db --out bare.svg --no-labels --no-paths --contours 0 --x -3,3");
    assertThat(folder.resolve("bare.svg")).content().doesNotContain("steepest descent");
    assertThat(Files.size(folder.resolve("bare.svg"))).isLessThan(svg.length());
  }

  @Test
  void drawsATreeColouredByWhatEveryPointHas() throws IOException {
    for (String quantity : List.of("ENERGY", "ORBIT", "HITS", "EIGENVALUE")) {
      done("plot tree --db camel.db --out tree.svg --colour-by " + quantity);
      assertThat(folder.resolve("tree.svg")).content().doesNotContain("nats");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plot surface --db lj4.db --out no.svg | a surface has two variables, and",
        "plot surface --db camel.db --out no.svg --x 1 | --x is two numbers with a comma",
        "plot surface --db camel.db --out no.svg --y 2,1 | from a lower to a higher number, not",
        "plot surface --db camel.db --out no.svg --contours -1 | --contours is from 0 to 200",
        "plot surface --db camel.db --out no.svg --highest 0 | --highest is above the lowest",
        "plot tree --db camel.db --out no.svg --colour-by AUC | does not apply to the six-hump",
        "plot tree --db camel.db --out no.svg --without-zero | --without-zero is for networks",
        "plot tree --db camel.db --out no.svg --auc-tolerance 0 | --auc-tolerance is for networks",
        "list --db camel.db --auc-tolerance 0 | --auc-tolerance is for networks",
        "show 1 --db camel.db --auc-tolerance 0 | --auc-tolerance is for networks",
        "report --db camel.db --auc-tolerance 0 | --auc-tolerance is for networks",
        "thermo --temperature 1 --db camel.db --auc-tolerance 0 | is for networks",
        "rates --temperature 1 --db camel.db --auc-tolerance 0 | is for networks",
      })
  void whatMeansNothingIsRefused(String words, String message) {
    CommandLineRun run = run(words);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(folder.resolve("no.svg")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unfold",
        "embed",
        "visit --out no.svg",
        "clouds --out no.svg",
        "follow --to 1e-3",
        "plot network 1 --out no.svg",
        "plot sensitivity 1 --out no.svg",
        "plot branches --to 1e-3 --out no.svg"
      })
  void whatNeedsANetworkSaysSo(String words) {
    CommandLineRun run = run(words + " --db camel.db");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err())
        .containsPattern("six-hump camel function; this is about (networks|the XOR network) only");
    assertThat(folder.resolve("no.svg")).doesNotExist();
  }

  /** A codec in a folder of classes: the database keeps where, and every command finds it again. */
  @Test
  void aCodecOfOnesOwn() throws IOException {
    Path source = folder.resolve("WaveCodec.java");
    Files.writeString(
        source,
        """
        import dev.tarn.potential.Potential;
        import dev.tarn.store.PotentialCodec;
        import java.util.Map;
        import java.util.Optional;
        import java.util.Set;

        public class WaveCodec implements PotentialCodec {
          public record Wave(double tilt) implements PotentialCodec.Description {
            @Override
            public Potential potential() {
              return Potential.of(
                  1,
                  () -> (x, g) -> {
                    g[0] = 4 * x[0] * x[0] * x[0] - 4 * x[0] + tilt;
                    return (x[0] * x[0] - 1) * (x[0] * x[0] - 1) + tilt * x[0];
                  });
            }
          }

          @Override
          public Set<String> kinds() {
            return Set.of("wave");
          }

          @Override
          public Optional<Map<String, Object>> write(PotentialCodec.Description description) {
            return description instanceof Wave wave
                ? Optional.of(Map.of(KIND, "wave", "tilt", wave.tilt()))
                : Optional.empty();
          }

          @Override
          public Wave read(Map<String, Object> values) {
            if (values.get("tilt") instanceof Number tilt) {
              return new Wave(tilt.doubleValue());
            }
            throw new IllegalArgumentException("a wave has a tilt");
          }
        }
        """);
    Path classes = folder.resolve("codec");
    Path services = Files.createDirectories(classes.resolve("META-INF").resolve("services"));
    Files.writeString(services.resolve("dev.tarn.store.PotentialCodec"), "WaveCodec");
    JavaSource.compile(source, classes);
    String wave =
        "explore --quiet --effort low --classpath FOLDER/codec --potential wave --db wave.db";
    CommandLineRun bare = run(wave);
    assertThat(bare.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(bare.err()).contains("a wave has a tilt");
    assertThat(folder.resolve("wave.db")).doesNotExist();
    done(wave + " --set tilt=0.1");
    done(wave + " --set tilt=0.1");
    done("explore --quiet --effort low --db wave.db");
    assertThat(run(wave + " --set tilt=0.2").err()).contains("not of Wave[tilt=0.2]");
    JsonNode minima = done("list --json --index 0 --db wave.db").json();
    assertThat(minima).hasSize(2);
    assertThat(done("show 1 --db wave.db").out()).contains("x[0]");
    assertThat(done("summary --db wave.db").out()).contains("1 parameter: Wave[tilt=0.1]");
  }

  /** Trigonal bipyramids grow from the tetrahedron, and octahedra from these. */
  @Test
  void clustersGrowFromSmallerOnes() {
    String explore = "explore --effort low --threads 2 --potential lj --atoms ";
    CommandLineRun run = done(explore + "5 --grow lj4.db --db grown.db");
    assertThat(run.err()).contains("grown: 1 minimum");
    JsonNode lowest = done("show --json " + lowest("grown.db", 0) + " --db grown.db").json();
    assertThat(lowest.at("/energy").asDouble()).isCloseTo(-9.103852415707555, within(1e-9));
    assertThat(lowest.at("/provenance/method").asText()).isEqualTo("grown");
    assertThat(done("list --json --index 1 --db grown.db").json()).hasSize(2);
    for (String wrong :
        List.of(
            explore + "4 --grow lj4.db --db no.db",
            "explore --potential morse --atoms 5 --grow lj4.db --db no.db",
            explore + "5 --grow camel.db --db no.db")) {
      assertThat(run(wrong).err()).contains("which is not the", "with fewer atoms");
    }
    assertThat(run("explore --potential camel --grow lj4.db --db no.db").err())
        .contains("--grow is for clusters, lj and morse; the six-hump camel function is none");
    assertThat(folder.resolve("no.db")).doesNotExist();
  }
}
