package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher beside the jar: how it finds a JVM, what it keeps for it, and what it leaves alone.
 */
class LauncherIT {
  private static final Path LAUNCHER = TarnJar.jar().resolveSibling("tarn");

  /** What the launcher needs of the system. */
  private static final List<String> TOOLS =
      List.of(
          "cat", "cksum", "find", "ls", "mkdir", "mktemp", "mv", "readlink", "rm", "sed", "uname");

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path caches;

  @BeforeAll
  static void nameTheCache() {
    caches = shared.resolve("caches");
  }

  /** A launcher that has ended. */
  private record Run(int exitCode, String out, String err) {}

  /** The environment of the tests' own JVM, with another cache. */
  private static Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("XDG_CACHE_HOME", caches.toString());
    return variables;
  }

  private Process start(Map<String, String> environment, List<String> command, String name)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().values().removeIf(String::isEmpty);
    return builder
        .redirectInput(new File("/dev/null"))
        .redirectOutput(folder.resolve(name + ".out").toFile())
        .redirectError(folder.resolve(name + ".err").toFile())
        .start();
  }

  private Run end(Process process, String name) throws Exception {
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Run(
        process.exitValue(),
        Files.readString(folder.resolve(name + ".out")),
        Files.readString(folder.resolve(name + ".err")));
  }

  private Run run(Map<String, String> environment, Path launcher, Object... words)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    for (Object word : words) {
      command.add(word.toString());
    }
    return end(start(environment, command, "run"), "run");
  }

  private static List<Path> archives(Path caches) throws IOException {
    try (Stream<Path> files = Files.list(caches.resolve("tarn"))) {
      return files.filter(file -> !file.getFileName().toString().startsWith("sqlite-")).toList();
    }
  }

  @Test
  void doesWhatTheJarDoes() throws Exception {
    Path db = folder.resolve("one.db");
    Object[] enumerate = {
      "enumerate", "--hidden", 1, "--lambda", "1e-2", "--effort", "low", "--db", db, "--quiet"
    };
    Run made = run(environment(), LAUNCHER, enumerate);
    assertThat(made.exitCode()).as(made.err()).isZero();
    Run listed = run(environment(), LAUNCHER, "list", "--db", db);
    assertThat(listed)
        .isEqualTo(new Run(0, TarnJar.run(folder, "list", "--db", db), ""))
        .extracting(Run::out)
        .asString()
        .contains("0.6931471805599453");
    Run bad = run(environment(), LAUNCHER, "list", "--db", folder.resolve("no such file.db"));
    assertThat(bad.exitCode()).isEqualTo(2);
    assertThat(bad.out()).isEmpty();
    assertThat(bad.err()).contains("no such file.db");
  }

  /** Started through a link. */
  @Test
  void keepsAnArchiveOfTheClassesUntilTheJarIsAnotherOne() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path jar = Files.copy(TarnJar.jar(), home.resolve("tarn.jar"));
    Files.copy(LAUNCHER, home.resolve("tarn")).toFile().setExecutable(true);
    Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("tarn"));
    Map<String, String> environment = environment();
    Path own = folder.resolve("own");
    environment.put("XDG_CACHE_HOME", own.toString());
    Path log = folder.resolve("classes.txt");
    environment.put("TARN_JAVA_OPTS", "-Xlog:class+load:file=" + log);

    Run first = run(environment, link, "--version");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).startsWith("tarn ");
    assertThat(first.err()).isEmpty();
    assertThat(Files.readString(log))
        .containsPattern("dev\\.tarn\\.cli\\.Tarn source: shared objects file \\(top\\)");
    List<Path> kept = archives(own);
    assertThat(kept).hasSize(1).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve("tarn"))))
        .isEqualTo("rwx------");
    FileTime madeAt = Files.getLastModifiedTime(kept.get(0));

    assertThat(run(environment, link, "--version").exitCode()).isZero();
    assertThat(archives(own)).isEqualTo(kept);
    assertThat(Files.getLastModifiedTime(kept.get(0))).isEqualTo(madeAt);

    Files.setLastModifiedTime(jar, FileTime.from(madeAt.toInstant().minusSeconds(86400)));
    assertThat(run(environment, link, "--version").exitCode()).isZero();
    assertThat(archives(own)).hasSize(1).doesNotContainAnyElementsOf(kept);
    assertThat(Files.readString(log))
        .containsPattern("dev\\.tarn\\.cli\\.Tarn source: shared objects file \\(top\\)");
  }

  @Test
  void twoAtOnceMakeOneArchive() throws Exception {
    Map<String, String> environment = environment();
    Path own = folder.resolve("own");
    environment.put("XDG_CACHE_HOME", own.toString());
    List<String> command = List.of(LAUNCHER.toString(), "--version");
    Process one = start(environment, command, "one");
    Process other = start(environment, command, "other");
    assertThat(end(one, "one"))
        .isEqualTo(end(other, "other"))
        .extracting(Run::exitCode)
        .isEqualTo(0);
    assertThat(archives(own)).hasSize(1).allSatisfy(file -> assertThat(file).isNotEmptyFile());
  }

  /**
   * Neither a cache that cannot be made nor one that others may write is used, and nothing fails.
   */
  @Test
  void doesWithoutAnArchive() throws Exception {
    Map<String, String> environment = environment();
    environment.put("XDG_CACHE_HOME", Files.createFile(folder.resolve("a file")).toString());
    Run run = run(environment, LAUNCHER, "--version");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();

    Path open = Files.createDirectories(folder.resolve("open").resolve("tarn"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    environment.put("XDG_CACHE_HOME", open.getParent().toString());
    assertThat(run(environment, LAUNCHER, "--version")).isEqualTo(run);
    assertThat(archives(open.getParent())).isEmpty();

    Path home = Files.createDirectory(folder.resolve("a folder; \"with\" signs"));
    Path jar = Files.createSymbolicLink(home.resolve("tarn.jar"), TarnJar.jar());
    Files.copy(LAUNCHER, home.resolve("tarn")).toFile().setExecutable(true);
    assertThat(run(environment, home.resolve("tarn"), "--version")).isEqualTo(run);
    Files.delete(jar);
  }

  @Test
  void saysWhichJavaItMisses() throws Exception {
    Map<String, String> environment = environment();
    environment.put("JAVA_HOME", folder.resolve("nowhere").toString());
    assertThat(run(environment, LAUNCHER, "--version"))
        .isEqualTo(
            new Run(
                2,
                "",
                "tarn: JAVA_HOME is "
                    + folder.resolve("nowhere")
                    + ", where there is no bin/java\n"));

    Path old = Files.createDirectories(folder.resolve("old"));
    Path java = Files.createDirectory(old.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nexit 99\n").toFile().setExecutable(true);
    Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"11.0.2\"\n");
    environment.put("JAVA_HOME", old.toString());
    assertThat(run(environment, LAUNCHER, "--version"))
        .isEqualTo(
            new Run(
                2,
                "",
                "tarn: "
                    + java
                    + " is of version 11.0.2, and Tarn needs 17 or newer: set JAVA_HOME\n"));

    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path program =
          Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + which(tool) + " \"$@\"\n");
      program.toFile().setExecutable(true);
    }
    environment.put("JAVA_HOME", "");
    environment.put("PATH", tools.toString());
    Run none = run(environment, LAUNCHER, "--version");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("no java on the PATH: install a JDK, 17 or newer");

    // The one on the PATH is found through its links.
    Path link = Files.createSymbolicLink(tools.resolve("java"), Path.of(TarnJar.java()));
    Run found = run(environment, LAUNCHER, "--version");
    Files.delete(link);
    assertThat(found.exitCode()).as(found.err()).isZero();
  }

  private static Path which(String tool) {
    return Stream.of("/bin", "/usr/bin")
        .map(place -> Path.of(place, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + tool));
  }

  /** A signal to the launcher's process is one to Java, which has taken its place. */
  @Test
  void makesWayForJava() throws Exception {
    Path db = folder.resolve("four.db");
    List<String> command =
        List.of(
            "env",
            "--default-signal=INT",
            LAUNCHER.toString(),
            "explore",
            "--hidden",
            "4",
            "--lambda",
            "1e-5",
            "--db",
            db.toString());
    Process process = start(environment(), command, "explore");
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (process.isAlive() && System.nanoTime() < end && !hasPoints(db)) {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    assertThat(process.isAlive()).isTrue();
    assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor())
        .isZero();
    Run run = end(process, "explore");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(130);
    assertThat(run.err()).contains("interrupted; the same command goes on from here");
  }

  private static boolean hasPoints(Path db) throws Exception {
    return Files.exists(db)
        && Files.size(db) > 0
        && !DatabaseContent.rows(db, "SELECT 1 FROM sqlite_master WHERE name = 'stationary_points'")
            .isEmpty()
        && !DatabaseContent.rows(db, "SELECT 1 FROM stationary_points LIMIT 1").isEmpty();
  }

  /** As {@code mvn -Pdist package} makes it, unpacked. */
  @Test
  void theZipHoldsAllThatIsNeeded() throws Exception {
    List<Path> zips;
    try (Stream<Path> files = Files.list(TarnJar.jar().getParent())) {
      zips = files.filter(file -> file.toString().endsWith("-dist.zip")).toList();
    }
    if (zips.isEmpty()) {
      System.out.println("skipped: the zip of the distribution, which mvn -Pdist makes");
    }
    assumeThat(zips).isNotEmpty();
    List<String> unpack =
        List.of(
            "python3",
            "-c",
            """
            import os, sys, zipfile
            zip = zipfile.ZipFile(sys.argv[1])
            for file in zip.infolist():
                path = zip.extract(file, sys.argv[2])
                if not file.is_dir(): os.chmod(path, file.external_attr >> 16)
            """,
            zips.get(0).toString(),
            folder.toString());
    assertThat(end(start(environment(), unpack, "unpack"), "unpack")).isEqualTo(new Run(0, "", ""));
    Path home;
    try (Stream<Path> files = Files.list(folder)) {
      home = files.filter(Files::isDirectory).findFirst().orElseThrow();
    }
    Run version = run(environment(), home.resolve("bin").resolve("tarn"), "--version");
    assertThat(version.exitCode()).as(version.err()).isZero();
    assertThat(home.resolve("bin").resolve("tarn.cmd")).isNotEmptyFile();
    Path share = home.resolve("share");
    assertThat(share.resolve("bash-completion").resolve("completions").resolve("tarn"))
        .content()
        .contains("complete -F _complete_tarn");
    assertThat(share.resolve("man").resolve("man1").resolve("tarn-plot-tree.1"))
        .content()
        .contains(".SH SYNOPSIS");
  }
}
