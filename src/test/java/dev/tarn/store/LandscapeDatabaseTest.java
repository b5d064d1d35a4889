package dev.tarn.store;

import static dev.tarn.store.FakeJob.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.data.UnusableFileException;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.Network;
import dev.tarn.network.Regularisation;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.Tolerances;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandscapeDatabaseTest {
  private static final NetworkDescription NETWORK =
      NetworkDescription.of(Network.xor(1, 0.1 + 0.2, Regularisation.LINKS));
  private static final ExplorerSettings SETTINGS = ExplorerSettings.defaults();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("a name with spaces, ? and % #1.db");
  }

  @Test
  void keepsTheDescriptionToTheLastBit() {
    LandscapeDatabase.open(file, NETWORK).close();
    try (LandscapeDatabase read = LandscapeDatabase.openToRead(file)) {
      assertThat(read.network()).isEqualTo(NETWORK);
      assertThat(read.landscape().size()).isZero();
      assertThat(read.runs()).isEmpty();
    }
    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void keepsPointsConnectionsAndHits() {
    try (LandscapeDatabase database = LandscapeDatabase.open(file, NETWORK);
        RunRecorder run = database.startRun(SETTINGS)) {
      run.append(
          run.landscape(),
          new FakeJob(
              run,
              0,
              point(NETWORK, 1, 0),
              point(NETWORK, 2, 0),
              point(NETWORK, 3, 1),
              point(NETWORK, 1, 0)));
      assertSame(database.landscape(), run.landscape());
    }
    try (LandscapeDatabase read = LandscapeDatabase.openToRead(file)) {
      Landscape landscape = read.landscape();
      assertThat(landscape.hits(1)).isEqualTo(2);
      assertThat(landscape.connections())
          .containsExactly(new Connection(3, 2, 1, 1.0 / 3.0, 2.5, 0));
      assertThat(landscape.get(3).provenance())
          .isEqualTo(new StationaryPoint.Provenance(1, 0, "random-starts"));
    }
  }

  private static void assertSame(Landscape read, Landscape written) {
    assertThat(read.points()).isEqualTo(written.points());
    assertThat(read.connections()).isEqualTo(written.connections());
    for (StationaryPoint p : written.points()) {
      assertThat(read.hits(p.id())).isEqualTo(written.hits(p.id()));
    }
  }

  @Test
  void keepsEveryBitOfHostileNumbers() {
    double[] hostile = {
      -0.0,
      Double.MIN_VALUE,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      Double.MIN_NORMAL,
      1.0 / 3.0,
      -1e-300
    };
    Vector values = Vector.of(hostile);
    Vector eigenvalues = Vector.of(-1e-300, -0.0, 1, 2, 3, 4, 1e300);
    BigInteger beyond64Bits = BigInteger.TWO.pow(70).add(BigInteger.ONE);
    StationaryPoint written =
        new StationaryPoint(
            1,
            0,
            Math.nextUp(0.1),
            values,
            eigenvalues,
            Double.MIN_VALUE,
            beyond64Bits,
            new StationaryPoint.Provenance(1, Long.MAX_VALUE, "by hand"));
    try (Sql sql = DatabaseFile.openToWrite(file)) {
      Landscape read =
          sql.write(
              () -> {
                Schema.create(sql, NETWORK);
                sql.script(
                    "INSERT INTO runs VALUES"
                        + " (1,'','',1,1,'','',1,0,'','2026-01-01T00:00:00Z',NULL,'',"
                        + "0,0,0,0,0,0,0,0,0)");
                TableRows.insert(sql, written, 3);
                Landscape landscape =
                    new Landscape(
                        hostile.length, NETWORK.network().symmetry(), Tolerances.defaults());
                TableRows.load(sql, landscape, hostile.length, 0);
                return landscape;
              });
      StationaryPoint point = read.get(1);
      assertThat(point).isEqualTo(written);
      for (int i = 0; i < hostile.length; i++) {
        assertThat(Double.doubleToRawLongBits(point.coordinates().get(i)))
            .isEqualTo(Double.doubleToRawLongBits(hostile[i]));
      }
      assertThat(read.hits(1)).isEqualTo(3);
    }
  }

  @Test
  void refusesAnEnergyThatIsNoNumber() {
    Vector values = Vector.of(new double[7]);
    StationaryPoint nan =
        new StationaryPoint(
            1,
            0,
            Double.NaN,
            values,
            values,
            0.0,
            BigInteger.ONE,
            new StationaryPoint.Provenance(1, 0, ""));
    try (Sql sql = DatabaseFile.openToWrite(file)) {
      assertThatThrownBy(
              () ->
                  sql.write(
                      () -> {
                        Schema.create(sql, NETWORK);
                        TableRows.insert(sql, nan, 0);
                        return nan;
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("NaN");
      // The whole transaction is undone.
      assertThat(sql.<Boolean>read(() -> Schema.exists(sql))).isFalse();
    }
  }

  /** As a process leaves it that was killed before it wrote the first row. */
  @Test
  void aDatabaseOfNothingIsFilled() throws Exception {
    Files.createFile(file);
    assertThat(LandscapeDatabase.grow(file, NETWORK)).isEmpty();
    assertThat(file).isEmptyFile();
    try (Sql sql = DatabaseFile.openToWrite(file)) {
      assertThat(sql.<Integer>write(() -> sql.queryInt("SELECT count(*) FROM sqlite_master")))
          .isZero();
    }
    assertThat(file).isNotEmptyFile();
    assertThatThrownBy(() -> LandscapeDatabase.openToRead(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("is empty");
    assertThat(LandscapeDatabase.grow(file, NETWORK)).isEmpty();
    LandscapeDatabase.open(file, NETWORK).close();
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      assertThat(database.description()).isEqualTo(NETWORK);
    }
  }

  @Test
  void fillsAnEmptyFile() throws Exception {
    Files.createFile(file);
    assertThatThrownBy(() -> LandscapeDatabase.openToRead(file))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("is empty");
    LandscapeDatabase.open(file, NETWORK).close();
    try (LandscapeDatabase read = LandscapeDatabase.openToRead(file)) {
      assertThat(read.network()).isEqualTo(NETWORK);
    }
  }

  @Test
  void readingWritesNothing() throws Exception {
    LandscapeDatabase.open(file, NETWORK).close();
    byte[] before = Files.readAllBytes(file);
    try (LandscapeDatabase read = LandscapeDatabase.openToRead(file)) {
      assertThatThrownBy(() -> read.startRun(SETTINGS)).isInstanceOf(UnusableFileException.class);
    }
    assertThat(file).hasBinaryContent(before);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aReaderSeesWhatAWriterHasCommitted() {
    try (LandscapeDatabase writer = LandscapeDatabase.open(file, NETWORK);
        RunRecorder run = writer.startRun(SETTINGS);
        LandscapeDatabase reader = LandscapeDatabase.openToRead(file)) {
      assertThat(reader.landscape().size()).isZero();
      run.append(run.landscape(), new FakeJob(run, 0, point(NETWORK, 1, 0)));
      assertThat(reader.landscape().size()).isEqualTo(1);
      assertThat(reader.runs()).extracting(RunRecord::status).isEqualTo(List.of("running"));
    }
  }

  @Test
  void theSchemaIsMarked() throws Exception {
    LandscapeDatabase.open(file, NETWORK).close();
    byte[] bytes = Files.readAllBytes(file);
    // Offsets of user_version and application_id in the header of an SQLite file.
    assertThat(bytes[63]).isEqualTo((byte) 7);
    assertThat(new String(bytes, 68, 4, StandardCharsets.US_ASCII)).isEqualTo("Tarn");
  }

  /** A process that dies while it writes leaves a journal, from which SQLite restores the file. */
  @Test
  void aCommitThatWasCutShortIsUndone() throws Exception {
    try (LandscapeDatabase database = LandscapeDatabase.open(file, NETWORK);
        RunRecorder run = database.startRun(SETTINGS)) {
      run.append(run.landscape(), new FakeJob(run, 0, point(NETWORK, 1, 0)));
    }
    Path copy = folder.resolve("copy.db");
    Path journal = folder.resolve("copy.db-journal");
    byte[] committed = Files.readAllBytes(file);
    try (Sql sql = DatabaseFile.openToWrite(file)) {
      // With next to no memory SQLite writes pages before the commit.
      sql.script("PRAGMA cache_size = 1");
      sql.write(
          () -> {
            sql.script(
                "UPDATE stationary_points SET hits = 99;"
                    + "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n LIMIT 500)"
                    + " INSERT INTO stationary_points SELECT i, 0, 0.0, 0.0, 0.0, 1, 1, 1, 0, '',"
                    + " zeroblob(56), zeroblob(56), NULL, NULL FROM n");
            copy(file, copy);
            copy(file.resolveSibling(file.getFileName() + "-journal"), journal);
            return sql;
          });
    }
    assertThat(Files.readAllBytes(copy)).isNotEqualTo(committed);
    try (LandscapeDatabase read = LandscapeDatabase.openToRead(copy)) {
      assertThat(read.landscape().size()).isEqualTo(1);
      assertThat(read.landscape().hits(1)).isEqualTo(1);
    }
    assertThat(copy).hasBinaryContent(committed);
    assertThat(journal).doesNotExist();
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
