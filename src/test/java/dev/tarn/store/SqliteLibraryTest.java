package dev.tarn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

class SqliteLibraryTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));

  @TempDir private Path home;

  private String before = "";

  @BeforeEach
  void forgetProperty() {
    before = System.getProperty(SqliteLibrary.PROPERTY, "");
    System.clearProperty(SqliteLibrary.PROPERTY);
  }

  @AfterEach
  void restoreProperty() {
    System.clearProperty(SqliteLibrary.PROPERTY);
    if (!before.isEmpty()) {
      System.setProperty(SqliteLibrary.PROPERTY, before);
    }
  }

  private static boolean keepAnew(Path folder) {
    System.clearProperty(SqliteLibrary.PROPERTY);
    return SqliteLibrary.keepIn(folder);
  }

  /** The copy that the driver was told to load. */
  private static Path copy() {
    return Path.of(System.getProperty(SqliteLibrary.PROPERTY))
        .resolve(LibraryLoaderUtil.getNativeLibName());
  }

  private static byte[] original() throws IOException {
    String name =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    try (InputStream in =
        Objects.requireNonNull(LibraryLoaderUtil.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    }
  }

  private static void assumePosix() {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void isTheDriversOwnAndCopiedOnce() throws IOException {
    assertThat(keepAnew(home.resolve("cache/tarn"))).isTrue();
    assertThat(copy()).hasBinaryContent(original());
    assertThat(copy().toString()).startsWith(home.resolve("cache/tarn").toString());
    Files.setLastModifiedTime(copy(), LONG_AGO);

    assertThat(keepAnew(home.resolve("cache/tarn"))).isTrue();
    assertThat(Files.getLastModifiedTime(copy())).isEqualTo(LONG_AGO);
    assertThat(names(copy().getParent()))
        .containsExactlyInAnyOrder(LibraryLoaderUtil.getNativeLibName(), SqliteLibrary.SUM);
  }

  @Test
  void belongsToTheUserAlone() throws IOException {
    assumePosix();
    assertThat(keepAnew(home.resolve("cache/tarn"))).isTrue();
    Path folder = copy().getParent();
    for (Path made : List.of(folder, folder.getParent(), folder.getParent().getParent())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .isEqualTo("rwx------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy())))
        .isEqualTo("rw-------");
  }

  @Test
  void aDamagedCopyIsReplaced() throws IOException {
    assertThat(keepAnew(home.resolve("tarn"))).isTrue();
    byte[] damaged = original();
    damaged[damaged.length / 2] ^= 1;
    Files.write(copy(), damaged);
    assertThat(keepAnew(home.resolve("tarn"))).isTrue();
    assertThat(copy()).hasBinaryContent(original());
  }

  @Test
  void aCopyThatWasCutShortIsReplaced() throws IOException {
    assertThat(keepAnew(home.resolve("tarn"))).isTrue();
    Files.write(copy(), new byte[0]);
    assertThat(keepAnew(home.resolve("tarn"))).isTrue();
    assertThat(copy()).hasBinaryContent(original());
  }

  @Test
  void aCopyWithoutItsSumIsReplaced() throws IOException {
    assertThat(keepAnew(home.resolve("tarn"))).isTrue();
    Files.setLastModifiedTime(copy(), LONG_AGO);
    Files.delete(copy().resolveSibling(SqliteLibrary.SUM));
    assertThat(keepAnew(home.resolve("tarn"))).isTrue();
    assertThat(Files.getLastModifiedTime(copy())).isNotEqualTo(LONG_AGO);
    assertThat(copy()).hasBinaryContent(original());
  }

  @Test
  void withoutAFolderTheDriverIsLeftAlone() throws IOException {
    // A file where the folder should be: unlike a folder that is read-only, it stops root as well.
    Path file = Files.writeString(home.resolve("file"), "");
    assertThat(keepAnew(file.resolve("tarn"))).isFalse();
    assertThat(System.getProperty(SqliteLibrary.PROPERTY)).isNull();
    assertThat(file).isEmptyFile();
  }

  @Test
  void aFolderThatOthersMayWriteIsNotTrusted() throws IOException {
    assumePosix();
    for (String place : List.of("", "tarn")) {
      Path open = Files.createDirectories(home.resolve("open" + place));
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
      assertThat(keepAnew(place.isEmpty() ? open.resolve("tarn") : open)).as(place).isFalse();
      assertThat(System.getProperty(SqliteLibrary.PROPERTY)).isNull();
    }
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    assumePosix();
    assertThat(keepAnew(home.resolve("theirs"))).isTrue();
    Path link = Files.createSymbolicLink(home.resolve("tarn"), home.resolve("theirs"));
    assertThat(keepAnew(link)).isFalse();
    assertThat(System.getProperty(SqliteLibrary.PROPERTY)).isNull();
  }

  @Test
  void theUsersOwnChoiceHolds() {
    System.setProperty(SqliteLibrary.PROPERTY, "chosen");
    assertThat(SqliteLibrary.keepIn(home.resolve("tarn"))).isFalse();
    assertThat(System.getProperty(SqliteLibrary.PROPERTY)).isEqualTo("chosen");
    assertThat(home.resolve("tarn")).doesNotExist();
  }

  @Test
  void manyMayMakeItAtOnce() throws Exception {
    int count = 8;
    CyclicBarrier start = new CyclicBarrier(count);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        tasks.add(
            () -> {
              start.await();
              // Who is last may find the property set by the first, and then does nothing.
              return SqliteLibrary.keepIn(home.resolve("tarn"))
                  || System.getProperty(SqliteLibrary.PROPERTY) != null;
            });
      }
      for (Future<Boolean> done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(copy()).hasBinaryContent(original());
    assertThat(names(copy().getParent()))
        .containsExactlyInAnyOrder(LibraryLoaderUtil.getNativeLibName(), SqliteLibrary.SUM);
  }
}
