package dev.tarn.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.NativeLibraryNotFoundException;

class UnpackFolderTest {
  @TempDir private Path temporary;

  private Path folder(String name) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(UnpackFolder.PREFIX + name));
    Files.writeString(folder.resolve("sqlite-1-2-libsqlitejdbc.so"), "library");
    Files.writeString(folder.resolve("sqlite-1-2-libsqlitejdbc.so.lck"), "");
    return folder;
  }

  @Test
  void whatAKilledProcessLeftIsCleared() throws IOException {
    Path left = folder("left");
    // The end of a process releases its lock and keeps the file.
    UnpackFolder.lockIn(left).close();
    assertThat(left.resolve(UnpackFolder.LOCK)).exists();
    UnpackFolder.clear(temporary);
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void whatAProcessUsesStays() throws IOException {
    Path used = folder("used");
    try (FileChannel lock = UnpackFolder.lockIn(used)) {
      assertThat(lock.isOpen()).isTrue();
      UnpackFolder.clear(temporary);
      assertThat(used.resolve("sqlite-1-2-libsqlitejdbc.so")).hasContent("library");
      assertThat(used).isDirectoryContaining(file -> file.endsWith(UnpackFolder.LOCK));
    }
  }

  /** Its process may be about to take the lock. */
  @Test
  void aFolderWithoutLockGoesWhenItIsOld() throws IOException {
    Path folder = folder("new");
    UnpackFolder.clear(temporary);
    assertThat(folder).isDirectory();
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    UnpackFolder.clear(temporary);
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void othersFilesStay() throws IOException {
    Path theirs = Files.createDirectory(temporary.resolve("sqlite-folder"));
    Files.writeString(theirs.resolve(UnpackFolder.LOCK), "");
    Files.createSymbolicLink(temporary.resolve(UnpackFolder.PREFIX + "link"), theirs);
    Files.writeString(temporary.resolve(UnpackFolder.PREFIX + "file"), "no folder");
    UnpackFolder.clear(temporary);
    assertThat(temporary.toFile().list())
        .containsExactlyInAnyOrder(
            "sqlite-folder", UnpackFolder.PREFIX + "link", UnpackFolder.PREFIX + "file");
    assertThat(theirs.resolve(UnpackFolder.LOCK)).exists();
  }

  @Test
  void theDriversErrorIsExplained() {
    SQLException error =
        new SQLException(
            "Error opening connection", new NativeLibraryNotFoundException("No native library"));
    assertThat(Sql.explain(Path.of("a.db"), error))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("native library")
        .hasMessageContaining(UnpackFolder.base().toString())
        .hasMessageContaining("-Djava.io.tmpdir")
        .hasMessageNotContaining("a.db");
  }
}
