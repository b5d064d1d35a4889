package dev.tarn.store;

import dev.tarn.data.UnusableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * Decides whether a file may be opened, before SQLite gets a chance to change it, and opens it.
 *
 * <p>The first look goes through SQLite too, as immutable: such a connection writes nothing, takes
 * no lock and leaves a journal alone. Reading the file by other means would drop the locks that
 * another connection of this process holds on it, as POSIX has it.
 */
final class DatabaseFile {
  // The driver's loader clears away what other processes have left, and reports at length when
  // another process was quicker. A logger is forgotten, level and all, unless it is held.
  private static final Logger LOADER = Logger.getLogger("org.sqlite.SQLiteJDBCLoader");

  static {
    LOADER.setLevel(Level.OFF);
  }

  /** The smallest SQLite database has one page of 512 bytes. */
  private static final int SMALLEST = 512;

  private static final int BUSY_TIMEOUT_MILLIS = 60_000;
  private static final int LOOKS = 6;
  private static final int PAUSE_MILLIS = 50;

  private DatabaseFile() {}

  /**
   * Opens a database to be read.
   *
   * @throws UnusableFileException if the file is no database of Tarn
   */
  static Sql openToRead(Path file) {
    checkFile(file);
    if (!Files.exists(file)) {
      throw new UnusableFileException(
          "there is no file " + file + ": \"tarn explore --db " + file + "\" makes one");
    }
    if (isEmpty(file) || !holdsSomething(file)) {
      throw new UnusableFileException(
          file + " is empty: \"tarn explore --db " + file + "\" fills it");
    }
    // Not opened as read-only: after a crash SQLite must be able to restore the last commit.
    Sql sql = connect(file, "?mode=rw", false);
    return orClose(
        sql,
        () -> {
          sql.script("PRAGMA query_only = ON");
          checkContent(sql);
          return sql;
        });
  }

  /**
   * Opens a database to be written, and creates the file if need be; its tables are then to be made
   * by the caller.
   *
   * @throws UnusableFileException if the file is something else than a database of Tarn, or may not
   *     be written
   */
  static Sql openToWrite(Path file) {
    checkFile(file);
    boolean isNew = !Files.exists(file) || isEmpty(file) || !holdsSomething(file);
    checkWritable(file);
    Sql sql = connect(file, "?mode=rwc", true);
    return orClose(
        sql,
        () -> {
          sql.script("PRAGMA synchronous = NORMAL");
          if (!isNew) {
            checkContent(sql);
          }
          return sql;
        });
  }

  private static void checkFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new UnusableFileException(file + " is a folder: give the name of a file");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new UnusableFileException(file + " is no regular file: choose another file name");
    }
    Path folder = folder(file);
    if (!Files.exists(folder)) {
      throw new UnusableFileException(
          "the folder " + folder + " for " + file.getFileName() + " does not exist: make it first");
    }
    if (!Files.isDirectory(folder)) {
      throw new UnusableFileException(folder + " is no folder: choose another place for the file");
    }
    if (Files.exists(file) && !Files.isReadable(file)) {
      throw new UnusableFileException(file + " may not be read: change its permissions");
    }
  }

  private static void checkWritable(Path file) {
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new UnusableFileException(
          file + " is read-only: change its permissions or choose another file");
    }
    Path folder = folder(file);
    if (!Files.isWritable(folder)) {
      throw new UnusableFileException(
          "the folder "
              + folder
              + " is read-only, and SQLite keeps a journal beside "
              + file.getFileName()
              + ": choose another folder");
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private static boolean isEmpty(Path file) {
    return size(file) == 0;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Looks at the first page without touching anything.
   *
   * @return whether it is a database of Tarn; one of nobody is a database without a table, which
   *     SQLite makes of an empty file if a process ends before it has written to it
   */
  private static boolean holdsSomething(Path file) {
    if (size(file) < SMALLEST) {
      throw notSqlite(file);
    }
    for (int look = 1; ; look++) {
      try (Sql sql = connect(file, "?immutable=1", false)) {
        if (sql.queryInt("PRAGMA application_id") == 0
            && sql.queryInt("SELECT count(*) FROM sqlite_master") == 0) {
          return false;
        }
        checkMagic(sql);
        return true;
      } catch (SQLException e) {
        // Without a lock a file looks damaged while another process writes its pages.
        if (look == LOOKS || !pause()) {
          throw Sql.explain(file, e);
        }
      }
    }
  }

  /** Lets a commit of another process pass; false if this thread is interrupted. */
  private static boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void checkMagic(Sql sql) throws SQLException {
    Path file = sql.file();
    if (sql.queryInt("PRAGMA application_id") != Schema.APPLICATION_ID) {
      throw new UnusableFileException(
          file + " is an SQLite database, but not one of Tarn: choose another file name");
    }
    int version = sql.queryInt("PRAGMA user_version");
    if (version > Schema.VERSION) {
      throw new UnusableFileException(
          file
              + " has the schema version "
              + version
              + ", this version of Tarn knows "
              + Schema.VERSION
              + ": use the newer Tarn that made it");
    }
    if (version < 1) {
      throw new UnusableFileException(file + " is damaged: its schema version is " + version);
    }
  }

  /** Checks the structure of the file; a journal left by a crash has been rolled back by now. */
  private static void checkContent(Sql sql) throws SQLException {
    if (!Schema.exists(sql)) {
      // Its creation was cut short and has just been undone.
      return;
    }
    checkMagic(sql);
    String verdict = sql.query(row -> row.getString(1), "PRAGMA quick_check(1)").get(0);
    if (!verdict.equals("ok")) {
      throw new UnusableFileException(sql.file() + " is damaged: " + verdict);
    }
  }

  private static UnusableFileException notSqlite(Path file) {
    return new UnusableFileException(file + " is not an SQLite database: choose another file name");
  }

  private static Sql connect(Path file, String query, boolean create) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.enforceForeignKeys(true);
    if (!create) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    // As an address, so that no character of the path has a meaning for the driver.
    String address = "jdbc:sqlite:" + file.toAbsolutePath().toUri() + query;
    try {
      Connection connection = config.createConnection(address);
      return new Sql(file, connection);
    } catch (SQLException e) {
      throw Sql.explain(file, e);
    }
  }

  private static Sql orClose(Sql sql, Sql.Work<Sql> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      sql.close();
      throw Sql.explain(sql.file(), e);
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }
}
