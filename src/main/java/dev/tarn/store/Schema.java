package dev.tarn.store;

import dev.tarn.data.UnusableFileException;
import dev.tarn.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The tables, and the rows that say which potential the file is about. */
final class Schema {
  /** "Tarn" in ASCII. */
  static final int APPLICATION_ID = 0x5461726e;

  /** To be raised with every change of the tables. */
  static final int VERSION = 7;

  /** The first version with results on test data. */
  private static final int WITH_TESTS = 2;

  /** The first version with further minima of a transition state. */
  private static final int WITH_BRANCHES = 3;

  /** The first version with levels of kinds of units. */
  private static final int WITH_LEVELS = 4;

  /** The first version with certificates. */
  private static final int WITH_CERTIFICATES = 5;

  /** The first version with the costs of search methods. */
  private static final int WITH_METHODS = 7;

  private Schema() {}

  static boolean exists(Sql sql) throws SQLException {
    return sql.queryInt("SELECT count(*) FROM sqlite_schema") > 0;
  }

  /**
   * Makes the tables; to be called inside a transaction that writes.
   *
   * @throws IllegalArgumentException if no codec knows the description
   */
  static void create(Sql sql, PotentialCodec.Description description) throws SQLException {
    sql.script("PRAGMA application_id = " + APPLICATION_ID + "; PRAGMA user_version = " + VERSION);
    sql.script(resource("schema.sql"));
    sql.script(resource("branches.sql"));
    sql.script(resource("levels.sql"));
    sql.script(resource("certificates.sql"));
    sql.script(resource("methods.sql"));
    describe(sql, description);
  }

  private static void describe(Sql sql, PotentialCodec.Description description)
      throws SQLException {
    for (Map.Entry<String, Object> row : Codecs.write(description).entrySet()) {
      put(sql, row.getKey(), row.getValue());
    }
    put(sql, "dimension", description.potential().dimension());
    put(sql, "parameters", Json.line(description.variables()));
  }

  /**
   * Makes the file one of another network whose levels it holds: its points give way, and so does
   * what refers to them; to be called inside a transaction that writes.
   *
   * @param units how many hidden units the network had, for the points that are kept aside
   */
  static void replace(Sql sql, int units, PotentialCodec.Description description)
      throws SQLException {
    // Searches that are not by levels may have found what the levels lack.
    sql.update(
        "INSERT INTO earlier_points (units, coordinates)"
            + " SELECT ?, coordinates FROM stationary_points",
        units);
    sql.script(
        (hasCertificates(sql) ? "DELETE FROM certificates;" : "")
            + (hasMethods(sql) ? " DELETE FROM search_methods;" : "")
            + " DELETE FROM branches; DELETE FROM connections; DELETE FROM attempts;"
            + " DELETE FROM degenerate_points; DELETE FROM stationary_points;"
            // No point is left that these runs knew.
            + " UPDATE runs SET last_point = -1; DELETE FROM potential;");
    describe(sql, description);
  }

  /** Gives tables of an older version what they lack; to be called inside a transaction. */
  static void upgrade(Sql sql) throws SQLException {
    if (!hasTests(sql)) {
      sql.script(
          "ALTER TABLE stationary_points ADD COLUMN test_energy REAL;"
              + " ALTER TABLE stationary_points ADD COLUMN test_accuracy REAL;");
    }
    if (!hasBranches(sql)) {
      sql.script(resource("branches.sql"));
    }
    if (!hasLevels(sql)) {
      sql.script(resource("levels.sql"));
    }
    if (!hasCertificates(sql)) {
      sql.script(resource("certificates.sql"));
    }
    if (!hasMethods(sql)) {
      sql.script(resource("methods.sql"));
    }
    if (!hasFailures(sql)) {
      sql.script(
          "ALTER TABLE runs ADD COLUMN unconverged INTEGER NOT NULL DEFAULT 0;"
              + " ALTER TABLE runs ADD COLUMN not_finite INTEGER NOT NULL DEFAULT 0;");
    }
    sql.script("PRAGMA user_version = " + VERSION);
  }

  /** Whether the tables have a place for counts of failed searches. */
  static boolean hasFailures(Sql sql) throws SQLException {
    return sql.queryInt("SELECT count(*) FROM pragma_table_info('runs') WHERE name = 'unconverged'")
        > 0;
  }

  /** Whether the tables have a place for results on test data. */
  static boolean hasTests(Sql sql) throws SQLException {
    return version(sql) >= WITH_TESTS;
  }

  /** Whether the tables have a place for further minima of a transition state. */
  static boolean hasBranches(Sql sql) throws SQLException {
    return version(sql) >= WITH_BRANCHES;
  }

  /** Whether the tables have a place for levels. */
  static boolean hasLevels(Sql sql) throws SQLException {
    return version(sql) >= WITH_LEVELS;
  }

  /** Whether the tables have a place for certificates. */
  static boolean hasCertificates(Sql sql) throws SQLException {
    return version(sql) >= WITH_CERTIFICATES;
  }

  /** Whether the tables have a place for the costs of search methods. */
  static boolean hasMethods(Sql sql) throws SQLException {
    return version(sql) >= WITH_METHODS;
  }

  /** Whether an older version of Tarn made the tables. */
  static boolean isOld(Sql sql) throws SQLException {
    return version(sql) < VERSION;
  }

  private static int version(Sql sql) throws SQLException {
    return sql.queryInt("PRAGMA user_version");
  }

  private static void put(Sql sql, String key, Object value) throws SQLException {
    sql.update("INSERT INTO potential (key, value) VALUES (?, ?)", key, value);
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Which potential the file is about. Its runs are read as well: a file whose history is damaged
   * is known as such before anything is written into it.
   */
  static PotentialCodec.Description description(Sql sql) throws SQLException {
    TableRows.runs(sql);
    Map<String, Object> values = new HashMap<>();
    sql.query(
        row -> values.put(row.getString(1), row.getObject(2)), "SELECT key, value FROM potential");
    return read(sql, Codecs.reading(sql.file(), values), values);
  }

  private static PotentialCodec.Description read(
      Sql sql, PotentialCodec codec, Map<String, Object> values) {
    try {
      return codec.read(values);
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException(sql.file() + " is damaged: " + e.getMessage(), e);
    }
  }
}
