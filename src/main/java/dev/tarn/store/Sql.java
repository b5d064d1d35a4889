package dev.tarn.store;

import dev.tarn.data.UnusableFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.FileException;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A connection with transactions, and SQLite's errors in words. The connection stays in JDBC's
 * auto-commit mode, in which the driver issues no BEGIN of its own.
 */
final class Sql implements AutoCloseable {

  /** A row of a result. */
  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** What a transaction does. */
  interface Work<T> {
    T run() throws SQLException;
  }

  private final Path file;
  private final Connection connection;

  Sql(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  Path file() {
    return file;
  }

  /** Runs a script of any number of statements without parameters. */
  void script(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Runs one statement with parameters. */
  void update(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      statement.executeUpdate();
    }
  }

  <T> List<T> query(RowMapper<T> mapper, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> result = new ArrayList<>();
      while (rows.next()) {
        result.add(mapper.map(rows));
      }
      return result;
    }
  }

  int queryInt(String sql) throws SQLException {
    return query(row -> row.getInt(1), sql).get(0);
  }

  private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  /** Runs work that may write; other processes that want to write wait meanwhile. */
  <T> T write(Work<T> work) {
    return transaction("BEGIN IMMEDIATE", work);
  }

  /** Runs work that reads one state of the database. */
  <T> T read(Work<T> work) {
    return transaction("BEGIN", work);
  }

  private <T> T transaction(String begin, Work<T> work) {
    boolean done = false;
    boolean begun = false;
    try {
      script(begin);
      begun = true;
      T result = work.run();
      script("COMMIT");
      done = true;
      return result;
    } catch (SQLException e) {
      throw explain(file, e);
    } finally {
      if (begun && !done) {
        rollback();
      }
    }
  }

  private void rollback() {
    try {
      script("ROLLBACK");
    } catch (SQLException e) {
      // SQLite rolls back by itself after some errors and says so here; the first error counts.
      System.getLogger(Sql.class.getName()).log(System.Logger.Level.DEBUG, "rollback", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw explain(file, e);
    }
  }

  /** No file can be opened at all, so none is named. */
  private static StoreException noLibrary(SQLException e) {
    Path folder = UnpackFolder.base();
    String why =
        !Files.isDirectory(folder)
            ? "does not exist"
            : !Files.isWritable(folder)
                ? "may not be written"
                : "is full, or mounted so that nothing in it may be run (noexec), or Tarn has no"
                    + " library for this system";
    return new StoreException(
        "SQLite's native library could not be unpacked or loaded: the temporary folder "
            + folder
            + " "
            + why
            + "; java -Djava.io.tmpdir=FOLDER or -Dorg.sqlite.tmpdir=FOLDER before -jar names"
            + " another one",
        e);
  }

  /** SQLite's error as an exception that names the file and says what to do. */
  static RuntimeException explain(Path file, SQLException e) {
    if (e.getCause() instanceof NativeLibraryNotFoundException
        || e.getCause() instanceof FileException) {
      return noLibrary(e);
    }
    SQLiteErrorCode code =
        e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
    // The extended codes hold the primary one in their lowest byte.
    return switch (code.code & 0xff) {
      case 11 -> new UnusableFileException(file + " is damaged: " + e.getMessage(), e);
      case 26 ->
          new UnusableFileException(
              file + " is not an SQLite database: choose another file name", e);
      case 8 ->
          code == SQLiteErrorCode.SQLITE_READONLY_DBMOVED || Files.notExists(file)
              ? new StoreException(
                  file
                      + " was deleted or moved away while it was written to: move it back and go on, or start again",
                  e)
              : new UnusableFileException(
                  file + " cannot be written: the file or its folder is read-only", e);
      case 14 ->
          new UnusableFileException(
              file + " cannot be opened: the file or its folder may not be read or written", e);
      case 5, 6 ->
          new StoreException(
              file + " is locked by another process for too long: try again later", e);
      case 13 -> new StoreException("the disk is full: " + file + " could not be written", e);
      default -> new StoreException(file + ": " + e.getMessage(), e);
    };
  }
}
