package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tarn.network.Network;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.NetworkDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that finds no cache for SQLite's native library, and so unpacks it at each start. */
class NativeLibraryIT {
  @TempDir private Path folder;

  private Path db = Path.of("");

  @BeforeEach
  void makeDatabase() {
    db = folder.resolve("a.db");
    LandscapeDatabase.open(db, NetworkDescription.of(Network.xor(1, 1e-2))).close();
  }

  /** Starts the jar with a file where its cache should be. */
  private TarnJar start(Path temporary, Object... args) throws IOException {
    assumeThat(Path.of("/usr/bin/env")).exists();
    Path file = Files.writeString(folder.resolve("file"), "");
    return TarnJar.start(
        folder,
        List.of(
            "/usr/bin/env",
            "XDG_CACHE_HOME=" + file,
            TarnJar.java(),
            "-Djava.io.tmpdir=" + temporary,
            "-jar",
            TarnJar.jar().toString()),
        args);
  }

  @Test
  void aTemporaryFolderThatIsMissingIsNamedAsTheCause() throws Exception {
    Path missing = folder.resolve("missing");
    TarnJar run = start(missing, "summary", "--db", db);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("SQLite's native library", missing + " does not exist", "-Djava.io.tmpdir=")
        .doesNotContain("a.db", "\tat ");
  }

  @Test
  void whatAKilledProcessLeavesGoesAtTheNextStart() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    TarnJar search =
        start(temporary, "explore", "--db", db, "--effort", "high", "--threads", 1, "--quiet");
    assertThat(search.waitUntil(() -> libraries(temporary) == 1)).isTrue();
    search.kill();
    assertThat(libraries(temporary)).isEqualTo(1);
    TarnJar next = start(temporary, "summary", "--db", db);
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(libraries(temporary)).isZero();
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files.filter(file -> file.toString().contains("sqlite"))).isEmpty();
    }
  }

  private static long libraries(Path temporary) {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files.filter(file -> file.toString().matches(".*sqlitejdbc\\.(so|dylib|dll)")).count();
    } catch (IOException e) {
      return -1;
    }
  }
}
