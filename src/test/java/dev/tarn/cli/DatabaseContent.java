package dev.tarn.cli;

import dev.tarn.landscape.Landscape;
import dev.tarn.store.LandscapeDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Looks into a database, as any SQLite client does or as the commands do. */
final class DatabaseContent {
  private DatabaseContent() {}

  /** The landscape that a database holds. */
  static Landscape landscape(Path file) {
    try (LandscapeDatabase database = LandscapeDatabase.openToRead(file)) {
      return database.landscape();
    }
  }

  /** The rows of a query, every column as text, numbers and blobs exactly. */
  static List<String> rows(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> result = new ArrayList<>();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
          line.append(text(rows.getObject(c))).append(' ');
        }
        result.add(line.toString().trim());
      }
      return result;
    }
  }

  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return value instanceof Double d ? Double.toHexString(d) : String.valueOf(value);
  }

  /** All that the same seed must give again. */
  static List<String> reproducible(Path file) throws SQLException {
    List<String> all = new ArrayList<>();
    all.addAll(rows(file, "SELECT * FROM potential ORDER BY key"));
    all.addAll(rows(file, "SELECT * FROM stationary_points ORDER BY id"));
    all.addAll(rows(file, "SELECT * FROM connections ORDER BY transition_state"));
    all.addAll(rows(file, "SELECT * FROM attempts ORDER BY run, job"));
    all.addAll(
        rows(file, "SELECT seed, jobs, searches, quiet, degenerate, failed_paths FROM runs"));
    return all;
  }
}
