package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tarn.landscape.Landscape;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.RunRecord;
import dev.tarn.testing.Classes;
import dev.tarn.testing.KnownValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Explorations that are interrupted, or run two at a time, and files that are read-only. */
class CrashIT {
  /** Shells start background processes with SIGINT ignored, and that is inherited. */
  private static final List<String> INTERRUPTIBLE =
      List.of("env", "--default-signal=INT", TarnJar.java(), "-jar", TarnJar.jar().toString());

  @TempDir private Path folder;
  private Path db;

  @BeforeEach
  void nameTheFile() {
    db = folder.resolve("x.db");
  }

  private TarnJar explore(Object... further) throws IOException {
    Object[] args = new Object[further.length + 7];
    System.arraycopy(
        new Object[] {"explore", "--db", db, "--hidden", 4, "--lambda", "1e-5"}, 0, args, 0, 7);
    System.arraycopy(further, 0, args, 7, further.length);
    return TarnJar.start(folder, args);
  }

  private Landscape landscape() {
    return DatabaseContent.landscape(db);
  }

  private List<RunRecord> runs() {
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(db)) {
      return database.runs();
    }
  }

  private boolean isRunning(int run) {
    return Files.exists(db) && db.toFile().length() > 0 && runs().size() == run;
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSignalEndsItCleanly(String signal, int exitCode) throws Exception {
    TarnJar jar =
        TarnJar.start(
            folder, INTERRUPTIBLE, "explore", "--db", db, "--hidden", 4, "--lambda", "1e-5");
    assertThat(jar.waitUntil(() -> isRunning(1) && landscape().size() > 4)).as(jar.err()).isTrue();
    signal(signal, jar.pid());
    assertThat(jar.exitCode()).as(jar.err()).isEqualTo(exitCode);
    assertThat(jar.err()).contains("interrupted; the same command goes on from here");
    assertThat(runs()).extracting(RunRecord::status).containsExactly("interrupted");
    assertThat(runs().get(0).jobs()).isPositive();
    assertThat(jar.out()).contains("transition states");
    assertThat(landscape().size()).isGreaterThanOrEqualTo(jar.reportedPoints());
  }

  /**
   * It says what was examined until then, and that this is no proof. What it takes to end is
   * measured in processor time, as others may be at work, and held against what the same process
   * has taken before: ten times what a whole run takes with next to nothing to do. The proof would
   * go on for minutes.
   */
  @ParameterizedTest
  @CsvSource({"1, 1e-8", "2, 1e-2"})
  void aSignalEndsAProofAtOnce(int hidden, String lambda) throws Exception {
    TarnJar nothing = prove(1, "1");
    Duration least = nothing.processorTimeToTheEnd();
    assertThat(nothing.exitCode()).as(nothing.err()).isZero();
    TarnJar jar = prove(hidden, lambda);
    // Its first line of progress comes after five seconds.
    assertThat(
            jar.waitUntil(
                () ->
                    jar.errFile().toFile().length() > 0
                        && jar.processorTime().compareTo(least.multipliedBy(10)) > 0))
        .isTrue();
    Duration before = jar.processorTime();
    signal("INT", jar.pid());
    Duration ending = jar.processorTimeToTheEnd().minus(before);
    assertThat(jar.exitCode()).as(jar.err()).isEqualTo(130);
    assertThat(ending).isLessThan(before);
    assertThat(jar.out())
        .containsPattern("\\d+ boxes examined")
        .containsPattern("[1-9]\\d* left")
        .contains("interrupted; NOT complete");
  }

  private TarnJar prove(int hidden, String lambda) throws IOException {
    return TarnJar.start(
        folder, INTERRUPTIBLE, "prove", "--hidden", hidden, "--lambda", lambda, "--threads", 2);
  }

  /** Libraries that know terminals may take signals over: this needs a real one. */
  @Test
  void aSignalEndsItCleanlyOnATerminalToo() throws Exception {
    Path script = Path.of("/usr/bin/script");
    if (!Files.isExecutable(script)) {
      System.out.println("skipped: the progress bar on a terminal, since \"script\" is missing");
    }
    assumeThat(script).isExecutable();
    String command =
        "stty cols 120; exec env --default-signal=INT TERM=xterm "
            + TarnJar.java()
            + " -jar "
            + TarnJar.jar()
            + " explore --db "
            + db
            + " --hidden 4 --lambda 1e-5";
    TarnJar terminal =
        TarnJar.start(folder, List.of(script.toString(), "-qefc", command, "/dev/null"));
    assertThat(terminal.waitUntil(() -> isRunning(1) && landscape().size() > 4))
        .as("points in the database")
        .isTrue();
    ProcessHandle java =
        terminal
            .descendants()
            .filter(p -> p.info().command().orElse("").endsWith("/java"))
            .findFirst()
            .orElseThrow();
    signal("INT", java.pid());
    assertThat(terminal.exitCode()).as(terminal.out()).isEqualTo(130);
    assertThat(terminal.out())
        .containsPattern("\\r\\[[= ]+\\] nothing new for \\d+/\\d+, \\d+ minima, \\d+ transition")
        .contains("interrupted; the same command goes on from here");
    assertThat(runs()).extracting(RunRecord::status).containsExactly("interrupted");
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
        .isZero();
  }

  @Test
  void twoProcessesAtOnceFindEverythingOnce() throws Exception {
    Object[] args = {
      "explore", "--db", db, "--hidden", 2, "--lambda", "1e-4", "--threads", 1, "--effort", "low"
    };
    Object[] other = Arrays.copyOf(args, args.length + 2);
    other[args.length] = "--seed";
    other[args.length + 1] = 2;
    TarnJar first = TarnJar.start(folder, args);
    TarnJar second = TarnJar.start(folder, other);
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(DatabaseContent.rows(db, "PRAGMA integrity_check")).containsExactly("ok");
    Classes.assertClasses(landscape().minima(), KnownValues.TWO_UNIT_MINIMA, 1e-12);
    Classes.assertClasses(
        landscape().transitionStates(), KnownValues.TWO_UNIT_TRANSITION_STATES, 1e-11);
    assertThat(runs()).extracting(RunRecord::status).containsExactly("done", "done");
  }

  @Test
  void aReadOnlyFolderAndFileStayAsTheyAre() throws Exception {
    List<String> java = asUserWithoutPrivileges();
    Path readOnly = Files.createDirectory(folder.resolve("read-only"));
    Path file = readOnly.resolve("x.db");
    db = file;
    assertThat(explore("--max-time", "1s").exitCode()).isZero();
    byte[] before = Files.readAllBytes(file);
    setMode(folder, "755");
    setMode(file, "444");
    setMode(readOnly, "555");
    try {
      assertRefused(java, file, "is read-only: change its permissions or choose another file");
      assertRefused(java, readOnly.resolve("new.db"), "is read-only, and SQLite keeps a journal");
      TarnJar summary = TarnJar.start(folder, java, "summary", "--db", file);
      assertThat(summary.exitCode()).as(summary.err()).isZero();
      assertThat(summary.out()).contains("4 hidden units");
      assertThat(file).hasBinaryContent(before);
      assertThat(readOnly.toFile().list()).containsExactly("x.db");
    } finally {
      setMode(readOnly, "755");
    }
  }

  private void assertRefused(List<String> java, Path file, String message) throws Exception {
    TarnJar jar =
        TarnJar.start(folder, java, "explore", "--db", file, "--hidden", 4, "--lambda", "1e-5");
    assertThat(jar.exitCode()).as(jar.err()).isEqualTo(2);
    assertThat(jar.err()).contains(message).doesNotContain("\tat ");
  }

  private static void setMode(Path path, String mode) throws Exception {
    assertThat(new ProcessBuilder("chmod", mode, path.toString()).start().waitFor()).isZero();
  }

  /** The command that runs the jar as somebody whom permissions bind: root is not. */
  private List<String> asUserWithoutPrivileges() throws Exception {
    List<String> java = List.of(TarnJar.java(), "-jar", TarnJar.jar().toString());
    if (!System.getProperty("user.name").equals("root")) {
      return java;
    }
    // The jar's own folder may be closed to others.
    setMode(folder, "755");
    Path jar = Files.copy(TarnJar.jar(), folder.resolve("tarn.jar"));
    setMode(jar, "644");
    boolean canDrop = Files.isExecutable(Path.of("/usr/bin/setpriv"));
    if (!canDrop) {
      System.out.println(
          "skipped: read-only files, since root may write them and setpriv is missing");
    }
    assumeThat(canDrop).isTrue();
    return List.of(
        "/usr/bin/setpriv",
        "--reuid=65534",
        "--regid=65534",
        "--clear-groups",
        TarnJar.java(),
        "-jar",
        jar.toString());
  }
}
