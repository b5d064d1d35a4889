package dev.tarn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.data.UnusableFileException;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.network.Network;
import dev.tarn.network.Regularisation;
import dev.tarn.stationary.PolishedPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever cannot serve as a database gives a clear error and stays as it is. */
class UnusableFileTest {
  private static final NetworkDescription NETWORK = NetworkDescription.of(Network.xor(2, 1e-4));

  static final Iterable<NetworkDescription> OTHERS =
      Stream.of(
              NetworkDescription.of(Network.xor(3, 1e-4)),
              NetworkDescription.of(Network.xor(2, Math.nextUp(1e-4))),
              NetworkDescription.of(Network.xor(2, 1e-4, Regularisation.LINKS)))
          .toList();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("x.db");
  }

  private void assertUnusableToWrite(NetworkDescription network, String... messages)
      throws IOException {
    assertUnusable(() -> LandscapeDatabase.open(file, network).close(), messages);
  }

  /** Both ways of opening fail, and nothing in the folder changes. */
  private void assertUnusable(String... messages) throws IOException {
    assertUnusableToWrite(NETWORK, messages);
    assertUnusable(() -> LandscapeDatabase.openToRead(file).close(), messages);
  }

  private void assertUnusable(Runnable open, String... messages) throws IOException {
    String before = contents();
    assertThatThrownBy(open::run)
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining(file.getFileName().toString())
        .hasMessageContainingAll(messages);
    assertThat(contents()).isEqualTo(before);
  }

  /** Names, sizes, times and bytes of everything in the folder. */
  private String contents() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted().toList()) {
        text.append(path).append(' ').append(Files.getLastModifiedTime(path));
        if (Files.isRegularFile(path)) {
          text.append(Arrays.toString(Files.readAllBytes(path)));
        }
      }
    }
    return text.toString();
  }

  private void makeDatabase() {
    try (LandscapeDatabase database = LandscapeDatabase.open(file, NETWORK);
        RunRecorder run = database.startRun(ExplorerSettings.defaults())) {
      // Enough for several pages.
      PolishedPoint[] points = new PolishedPoint[40];
      Arrays.setAll(points, k -> FakeJob.point(NETWORK, k, 0));
      run.append(run.landscape(), new FakeJob(run, 0, points));
    }
  }

  private void script(String sql) throws Exception {
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @ParameterizedTest
  @FieldSource("OTHERS")
  void anotherNetwork(NetworkDescription other) throws Exception {
    makeDatabase();
    assertUnusableToWrite(other, "holds the landscape of", "not of", "choose another file");
  }

  @Test
  void anotherKindOfPotential() throws Exception {
    makeDatabase();
    script("UPDATE potential SET value = 'mueller-brown' WHERE key = 'kind'");
    assertUnusable("mueller-brown", "xor");
  }

  @Test
  void aDescriptionThatLacksSomething() throws Exception {
    makeDatabase();
    script("DELETE FROM potential WHERE key = 'lambda'");
    assertUnusable("damaged", "lambda");
  }

  @Test
  void aDescriptionOutOfRange() throws Exception {
    makeDatabase();
    script("UPDATE potential SET value = -1 WHERE key = 'hidden'");
    assertUnusable("damaged", "-1");
  }

  @Test
  void aNewerSchema() throws Exception {
    makeDatabase();
    script("PRAGMA user_version = 8");
    assertUnusable("schema version 8", "knows 7", "newer Tarn");
  }

  @Test
  void aSchemaVersionThatNeverWas() throws Exception {
    makeDatabase();
    script("PRAGMA user_version = 0");
    assertUnusable("damaged");
  }

  @Test
  void anotherProgramsDatabase() throws Exception {
    script("CREATE TABLE points (x); INSERT INTO points VALUES (1)");
    assertUnusable("not one of Tarn", "choose another file name");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 99, 100, 511, 512, 5000})
  void textOfAnyLength(int length) throws Exception {
    Files.writeString(file, "t".repeat(length));
    assertUnusable("not an SQLite database");
  }

  @Test
  void theBeginningOfADatabase() throws Exception {
    makeDatabase();
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 300));
    assertUnusable("not an SQLite database");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.95})
  void aTruncatedDatabase(double part) throws Exception {
    makeDatabase();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, (int) (part * bytes.length)));
    assertUnusable("damaged");
  }

  @Test
  void anOverwrittenPage() throws Exception {
    makeDatabase();
    byte[] bytes = Files.readAllBytes(file);
    // The last page holds rows of points; the header stays whole.
    Arrays.fill(bytes, bytes.length - 4096, bytes.length, (byte) 0x5a);
    Files.write(file, bytes);
    assertUnusable("damaged");
  }

  @Test
  void aPointOfAnotherLength() throws Exception {
    makeDatabase();
    script("UPDATE stationary_points SET coordinates = x'00' WHERE id = 7");
    byte[] before = Files.readAllBytes(file);
    try (LandscapeDatabase read = LandscapeDatabase.openToRead(file)) {
      assertThatThrownBy(read::landscape)
          .isInstanceOf(UnusableFileException.class)
          .hasMessageContainingAll(
              "damaged",
              "x.db",
              "stationary_points, id 7: coordinates is 1 byte, not 12 finite numbers");
    }
    assertThat(file).hasBinaryContent(before);
  }

  /** Each row of each table: a value that cannot stand there is named, and the file left alone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "stationary_points SET energy = 'low' WHERE id = 2#id 2: energy is \"low\", not a finite",
        "stationary_points SET energy = 9e999 WHERE id = 2#id 2: energy is Infinity",
        "stationary_points SET idx = -1 WHERE id = 2#id 2: idx is -1, not a whole number from 0 on",
        "stationary_points SET idx = 1.5 WHERE id = 2#id 2: idx is 1.5",
        "stationary_points SET orbit = 0 WHERE id = 2#id 2: orbit is 0, not a positive whole",
        "stationary_points SET orbit = 'many' WHERE id = 2#id 2: orbit is \"many\"",
        "stationary_points SET hits = -4 WHERE id = 2#id 2: hits is -4",
        "stationary_points SET method = x'1b' WHERE id = 2#id 2: method is 1 byte",
        "stationary_points SET method = 'a' || char(27) || '[2J' WHERE id = 2#method is \"a?[2J\"",
        "stationary_points SET eigenvalues = x'00' WHERE id = 2#id 2: eigenvalues is 1 byte",
        "stationary_points SET run = 'one' WHERE id = 2#id 2: run is \"one\"",
        "runs SET status = 'done' || char(7)#id 1: status is \"done?\"",
        "runs SET started = 'yesterday'#started is \"yesterday\", not a moment such as",
        "runs SET threads = 2.5#id 1: threads is 2.5",
        "runs SET zero_cutoff = -1#zero_cutoff is -1.0, not a number from 0 on"
      })
  void anEditedRow(String edit, String message) throws Exception {
    makeDatabase();
    script("UPDATE " + edit);
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(
            () -> {
              try (LandscapeDatabase read = LandscapeDatabase.openToRead(file)) {
                read.landscape();
              }
            })
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContainingAll("damaged", "x.db", "table ", message);
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatIsDeletedUnderItsWriter() throws Exception {
    try (LandscapeDatabase database = LandscapeDatabase.open(file, NETWORK)) {
      Files.delete(file);
      assertThatThrownBy(() -> database.startRun(ExplorerSettings.defaults()))
          .isInstanceOf(StoreException.class)
          .hasMessageContainingAll("x.db", "was deleted or moved away while it was written to");
    }
  }

  @Test
  void aFolder() throws Exception {
    Files.createDirectory(file);
    assertUnusable("is a folder", "give the name of a file");
  }

  @Test
  void noSuchFile() throws Exception {
    assertUnusable(
        () -> LandscapeDatabase.openToRead(file).close(), "there is no file", "makes one");
  }

  @Test
  void noSuchFolder() throws Exception {
    file = folder.resolve("missing").resolve("x.db");
    assertUnusable("the folder", "does not exist", "make it first");
  }

  @Test
  void aFileWhereAFolderShouldBe() throws Exception {
    Files.writeString(folder.resolve("note"), "text");
    file = folder.resolve("note").resolve("x.db");
    assertThatThrownBy(() -> LandscapeDatabase.open(file, NETWORK))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("is no folder");
    assertThat(folder.resolve("note")).hasContent("text");
  }

  @Test
  void aDevice() {
    assertThatThrownBy(() -> LandscapeDatabase.open(Path.of("/dev/null"), NETWORK))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("no regular file");
  }
}
