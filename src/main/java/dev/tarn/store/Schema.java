package dev.tarn.store;

import dev.tarn.data.UnusableFileException;
import dev.tarn.network.Network;
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
  static final int VERSION = 2;

  private Schema() {}

  static boolean exists(Sql sql) throws SQLException {
    return sql.queryInt("SELECT count(*) FROM sqlite_schema") > 0;
  }

  /** Makes the tables; to be called inside a transaction that writes. */
  static void create(Sql sql, NetworkDescription model) throws SQLException {
    sql.script("PRAGMA application_id = " + APPLICATION_ID + "; PRAGMA user_version = " + VERSION);
    sql.script(ddl());
    for (Map.Entry<String, Object> row : NetworkSchema.rows(model).entrySet()) {
      put(sql, row.getKey(), row.getValue());
    }
    Network potential = model.network();
    put(sql, "dimension", potential.dimension());
    put(sql, "parameters", Json.line(potential.layout().names()));
  }

  /** Gives tables of an older version what they lack; to be called inside a transaction. */
  static void upgrade(Sql sql) throws SQLException {
    sql.script(
        "ALTER TABLE stationary_points ADD COLUMN test_energy REAL;"
            + " ALTER TABLE stationary_points ADD COLUMN test_accuracy REAL;"
            + " PRAGMA user_version = "
            + VERSION);
  }

  /** Whether an older version of Tarn made the tables. */
  static boolean isOld(Sql sql) throws SQLException {
    return sql.queryInt("PRAGMA user_version") < VERSION;
  }

  private static void put(Sql sql, String key, Object value) throws SQLException {
    sql.update("INSERT INTO potential (key, value) VALUES (?, ?)", key, value);
  }

  private static String ddl() {
    try (InputStream in =
        Objects.requireNonNull(Schema.class.getResourceAsStream("schema.sql"), "schema.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which potential the file is about. */
  static NetworkDescription model(Sql sql) throws SQLException {
    Map<String, Object> values = new HashMap<>();
    sql.query(
        row -> values.put(row.getString(1), row.getObject(2)), "SELECT key, value FROM potential");
    try {
      return NetworkSchema.read(values);
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException(sql.file() + " is damaged: " + e.getMessage(), e);
    }
  }
}
