package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of the libraries in the jar is enough, and it starts without what it need not. */
class JarIT {
  private static final Splitter LINES = Splitter.on('\n').trimResults().omitEmptyStrings();

  @TempDir private Path folder;

  @Test
  void everyServiceHasItsClass() throws IOException {
    try (JarFile jar = new JarFile(TarnJar.jar().toFile())) {
      List<String> providers = new ArrayList<>();
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().matches("META-INF/services/[^/]+")) {
          try (InputStream in = jar.getInputStream(entry)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : LINES.split(text)) {
              providers.add(line.replaceFirst("\\s*#.*", ""));
            }
          }
        }
      }
      providers.removeIf(String::isEmpty);
      assertThat(providers)
          .contains("org.sqlite.JDBC")
          .anyMatch(name -> name.startsWith("dev.tarn."))
          .allSatisfy(
              name ->
                  assertThat(jar.getEntry(name.replace('.', '/') + ".class")).as(name).isNotNull());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Linux/x86_64/libsqlitejdbc.so",
        "Linux/aarch64/libsqlitejdbc.so",
        "Linux-Musl/x86_64/libsqlitejdbc.so",
        "Linux-Musl/aarch64/libsqlitejdbc.so",
        "Mac/x86_64/libsqlitejdbc.dylib",
        "Mac/aarch64/libsqlitejdbc.dylib",
        "Windows/x86_64/sqlitejdbc.dll",
        "Windows/aarch64/sqlitejdbc.dll"
      })
  void holdsTheLibraryOfEachSystem(String file) throws IOException {
    try (JarFile jar = new JarFile(TarnJar.jar().toFile())) {
      assertThat(jar.getEntry("org/sqlite/native/" + file)).isNotNull();
    }
  }

  private String classesLoadedBy(Object... args) throws Exception {
    Path log = folder.resolve("classes.txt");
    TarnJar run =
        TarnJar.start(
            folder,
            List.of(
                TarnJar.java(), "-Xlog:class+load:file=" + log, "-jar", TarnJar.jar().toString()),
            args);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Files.readString(log);
  }

  @Test
  void theVersionLoadsNoCommand() throws Exception {
    assertThat(classesLoadedBy("--version"))
        .contains("dev.tarn.cli.Tarn ")
        .doesNotContain("ListCommand", "org.sqlite", "com.fasterxml", "com.google", "java.awt");
  }

  @Test
  void aListLoadsNothingThatItDoesNotUse() throws Exception {
    Path db = folder.resolve("one.db");
    TarnJar.run(
        folder, "explore", "--hidden", 1, "--lambda", "1e-2", "--effort", "low", "--db", db);
    assertThat(classesLoadedBy("list", "--db", db))
        .contains("dev.tarn.cli.command.ListCommand ", "org.sqlite.JDBC ")
        .doesNotContain(
            "ExploreCommand", "com.fasterxml.jackson.databind", "java.awt", "org.apache.batik");
    assertThat(TarnJar.run(folder, "list", "--db", db, "--json")).startsWith("[ {");
  }

  /** Where nothing can be unpacked, the copy that an earlier start has kept is loaded. */
  @Test
  void loadsTheLibraryThatAnEarlierStartHasKept() throws Exception {
    Path db = folder.resolve("one.db");
    TarnJar.run(
        folder, "explore", "--hidden", 1, "--lambda", "1e-2", "--effort", "low", "--db", db);
    TarnJar run =
        TarnJar.start(
            folder,
            List.of(
                TarnJar.java(),
                "-Djava.io.tmpdir=" + folder.resolve("none"),
                "-jar",
                TarnJar.jar().toString()),
            "list",
            "--db",
            db);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("id ");
  }

  /** As on a full disk; a reader who has enough is no failure. */
  @Test
  void outputThatCannotBeWrittenIsAFailure() throws Exception {
    Path db = folder.resolve("one.db");
    TarnJar.run(
        folder, "explore", "--hidden", 1, "--lambda", "1e-2", "--effort", "low", "--db", db);
    String jar = TarnJar.java() + " -jar " + TarnJar.jar();
    TarnJar full =
        TarnJar.start(folder, List.of("sh", "-c", jar + " list --db " + db + " > /dev/full"));
    assertThat(full.exitCode()).isEqualTo(1);
    assertThat(full.err())
        .isEqualTo("tarn list: the output cannot be written: No space left on device\n");
    TarnJar closed =
        TarnJar.start(folder, List.of("sh", "-c", jar + " list --help | head -c 1; echo"));
    assertThat(closed.exitCode()).isZero();
    assertThat(closed.err()).isEmpty();
  }

  @Test
  void tooLittleMemoryIsSaidInOneLine() throws Exception {
    TarnJar run =
        TarnJar.start(
            folder,
            List.of(TarnJar.java(), "-Xmx8m", "-jar", TarnJar.jar().toString()),
            "explore",
            "--layers",
            "2-100-100-2",
            "--lambda",
            "1e-2",
            "--db",
            folder.resolve("large.db"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("not enough memory").doesNotContain("\tat ");
  }

  /** As small as a JVM takes; some refuse it themselves. */
  @Test
  void tooSmallAStackIsSaidInOneLine() throws Exception {
    TarnJar run =
        TarnJar.start(
            folder,
            List.of(TarnJar.java(), "-Xss136k", "-jar", TarnJar.jar().toString()),
            "explore",
            "--hidden",
            2,
            "--lambda",
            "1e-2",
            "--effort",
            "low",
            "--max-time",
            "1s",
            "--db",
            folder.resolve("small.db"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("stack").doesNotContain("\tat ");
  }
}
