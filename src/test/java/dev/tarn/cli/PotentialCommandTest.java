package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.command.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other potentials than networks, from end to end. */
class PotentialCommandTest {
  private static final String OWN = "explore --threads 2 --effort low --quiet --potential OwnWells";

  @TempDir private static Path folder;
  private static Path classes;

  /** The example of the documentation, and classes that cannot serve. */
  @BeforeAll
  static void compile() throws IOException {
    classes = Files.createDirectory(folder.resolve("classes"));
    Path wrong = folder.resolve("Wrong.java");
    Files.writeString(
        wrong,
        """
        import dev.tarn.potential.SimplePotential;

        public abstract class Wrong extends SimplePotential {
          public static class NoPotential {}

          public static class Flat extends SimplePotential {
            @Override
            public int dimension() {
              return 1;
            }

            @Override
            public double gradient(double[] x, double[] gradient) {
              return gradient[0] = 0.0;
            }
          }

          public static class NoConstructor extends Flat {
            public NoConstructor(int n) {}
          }

          public static class Throws extends Flat {
            public Throws() {
              throw new IllegalStateException("no reason");
            }
          }
        }
        """);
    // Under another name, since the build puts the examples' classes on the class path.
    Path own = folder.resolve("OwnWells.java");
    Files.writeString(
        own,
        Files.readString(Path.of("examples", "java", "CoupledWells.java"))
            .replace("CoupledWells", "OwnWells"));
    JavaSource.compile(wrong, classes);
    JavaSource.compile(own, classes);
  }

  private static CommandLineRun run(String words) {
    return CommandLineRun.run(
        words.replace("CLASSES", classes.toString()).replace("FOLDER", folder.toString()));
  }

  private static CommandLineRun done(String words) {
    CommandLineRun run = run(words);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private static List<Double> energies(Path db, int index) {
    List<Double> energies = new ArrayList<>();
    done("list --json --index " + index + " --db " + db)
        .json()
        .forEach(point -> energies.add(point.get("energy").asDouble()));
    return energies;
  }

  /**
   * Doye and Wales, J. Chem. Phys. 116, 3777 (2002), count 4 and 12; energies as in ClusterTest.
   */
  @Test
  void sevenAtoms() {
    Path db = folder.resolve("lj7.db");
    String explore = "explore --effort low --threads 2 --db " + db;
    CommandLineRun first = done(explore + " --potential lj --atoms 7");
    assertThat(first.err()).contains("exploring the Lennard-Jones cluster of 7 atoms");
    assertThat(first.out()).contains("21 parameters: the Lennard-Jones cluster of 7 atoms");
    JsonNode summary = done("summary --json --db " + db).json();
    assertThat(summary.get("minima").asInt()).isEqualTo(4);
    assertThat(summary.get("transitionStates").asInt()).isEqualTo(12);
    assertThat(summary.get("components").asInt()).isEqualTo(1);
    assertThat(energies(db, 0).get(0)).isCloseTo(-16.5053841680122, within(1e-9));
    assertThat(energies(db, 1).get(0)).isCloseTo(-15.4447337998194, within(1e-9));

    assertThat(done(explore).err()).contains("going on with run 2: 4 minima, 12 transition states");
    assertThat(done("summary --toml --db " + db).out()).contains("potential = 'lj'", "atoms = 7");

    int over = done("list --json --index 1 --db " + db).json().get(0).get("id").asInt();
    Path picture = folder.resolve("lj7.svg");
    for (String command :
        List.of(
            "plot tree", "plot spectrum 1", "rates --temperature 0.1", "plot profile " + over)) {
      done(command + " --db " + db + " --out " + picture);
      assertThat(picture).isNotEmptyFile();
    }
    assertThat(picture).content().doesNotContain("nats");
    Path xyz = folder.resolve("lj7.xyz");
    done("export --to xyz --out " + xyz + " --db " + db);
    assertThat(xyz)
        .content()
        .hasLineCount(16 * 9)
        .startsWith("7\nid=")
        .contains(" index=0 energy=-16.505");
    assertThat(run("export --to xyz --out " + folder.resolve("no.xyz") + " --db " + camel()).err())
        .contains("xyz is for clusters of atoms");
    done("thermo --temperature 0.1 --db " + db);
    assertThat(done("path --csv --db " + db + " " + over).out()).contains("x1,y1,z1,x2");
    CommandLineRun other = run(explore + " --potential lj --atoms 8");
    assertThat(other.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(other.err()).contains("not of the Lennard-Jones cluster of 8 atoms");
  }

  private static Path camel() {
    Path db = folder.resolve("explored-camel.db");
    done("explore --effort low --quiet --potential camel --db " + db);
    return db;
  }

  /** Classes up to symmetry; the camel's inversion leaves the saddle at the origin alone. */
  @ParameterizedTest
  @CsvSource({"mueller-brown,3,2,0", "himmelblau,4,4,1", "camel,3,4,1"})
  void surfacesAreEnumerated(String name, int minima, int saddles, int maxima) {
    Path db = folder.resolve(name + ".db");
    CommandLineRun run =
        done("enumerate --effort low --threads 2 --potential " + name + " --db " + db);
    assertThat(run.err()).contains("sum 1,");
    assertThat(run.out()).contains("Morse sum             1, complete as far as");
    assertThat(energies(db, 0)).hasSize(minima);
    assertThat(energies(db, 1)).hasSize(saddles);
    assertThat(energies(db, 2)).hasSize(maxima);
  }

  /** Minima at {@code y = -x} have {@code -c - c^2/8}, those at {@code y = x c - c^2/8}. */
  @Test
  void aClassOfOnesOwn() throws IOException {
    Path db = folder.resolve("wells.db");
    CommandLineRun run = done(OWN + " --classpath CLASSES --set coupling=0.4 --db " + db);
    assertThat(run.out()).contains("the potential OwnWells with coupling=0.4");
    List<Double> minima = energies(db, 0);
    assertThat(minima).hasSize(4);
    for (int k = 0; k < 4; k++) {
      assertThat(minima.get(k)).isCloseTo(k < 2 ? -0.42 : 0.38, within(1e-12));
    }
    assertThat(energies(db, 1)).hasSize(4);
    done("explore --effort low --quiet --db " + db);
    done(
        "explore --effort low --quiet --potential OwnWells --set coupling=0.4 --db "
            + db
            + " --classpath CLASSES");
    done("enumerate --effort low --quiet --threads 2 --db " + db);
    JsonNode summary = done("summary --json --db " + db).json();
    assertThat(summary.get("complete").asBoolean()).isTrue();
    assertThat(summary.get("runs")).hasSize(4);

    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path moved = elsewhere.resolve("OwnWells.class");
    Path file = classes.resolve("OwnWells.class");
    Files.copy(file, moved);
    CommandLineRun refused =
        run(OWN + " --set coupling=0.4 --db " + db + " --classpath " + elsewhere);
    assertThat(refused.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(refused.err()).contains("is about the class OwnWells of", "elsewhere");
    Files.delete(file);
    try {
      CommandLineRun gone = run("summary --db " + db);
      assertThat(gone.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
      assertThat(gone.err()).contains("cannot be made: there is no class OwnWells in");
    } finally {
      Files.move(moved, file);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--potential ljj | there is no potential 'ljj': there are lj, morse, mueller-brown",
        "--potential lj | needs --atoms",
        "--potential lj --atoms 1 | at least 2 atoms, not 1",
        "--potential lj --atoms x | --atoms",
        "--potential lj --set atoms=4 | --atoms does",
        "--potential lj --atoms 4 --set rho=6 | --set rho=6 means nothing",
        "--potential morse --atoms 4 --set rho | not 'rho'",
        "--potential morse --atoms 4 --set rho=x | rho is a number, not 'x'",
        "--potential morse --atoms 4 --set rho=-1 | rho is positive and finite, not -1",
        "--potential morse --atoms 4 --set rho=3,rho=4 | rho twice",
        "--potential camel --atoms 4 | --atoms is for clusters",
        "--potential camel --hidden 2 | --hidden is for networks",
        "--potential camel --data xor | --data is for networks",
        "--potential camel --classpath CLASSES | --classpath is for classes of your own",
        "--potential double-wells | needs the setting variables",
        "--potential double-wells --set variables=0 | at least 1, not 0",
        "--atoms 4 | --atoms needs --potential",
        "--potential my.Surface | there is no class my.Surface: --classpath",
        "--potential my.Surface --classpath CLASSES | there is no class my.Surface in",
        "--potential my.Surface --classpath FOLDER/no.jar | there is no file or folder",
        "--potential java.lang.String | does not implement dev.tarn.potential.Potential",
        "--potential Wrong --classpath CLASSES | not public, or is abstract",
        "--potential Wrong$NoPotential --classpath CLASSES | does not implement",
        "--potential Wrong$NoConstructor --classpath CLASSES | has no public constructor",
        "--potential Wrong$Throws --classpath CLASSES | cannot be made: java.lang.IllegalState",
        "--potential Wrong$Throws --classpath CLASSES --set a=1 | takes no settings, such as a=1",
        "--potential OwnWells --classpath CLASSES --set a=1 | OwnWells: there is a coupling",
        "--potential OwnWells --classpath CLASSES --atoms 2 | --atoms is for clusters",
      })
  void badInputIsRefused(String words, String message) {
    Path db = folder.resolve("none.db");
    CommandLineRun run = run("explore " + words + " --db " + db);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(db).doesNotExist();
  }
}
