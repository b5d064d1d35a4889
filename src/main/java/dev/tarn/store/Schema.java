package dev.tarn.store;

import com.google.common.io.Resources;
import dev.tarn.data.UnusableFileException;
import dev.tarn.network.NetworkModel;
import dev.tarn.network.Regularisation;
import dev.tarn.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The tables, and the rows that say which potential the file is about. */
final class Schema {
  /** "Tarn" in ASCII. */
  static final int APPLICATION_ID = 0x5461726e;

  /** To be raised with every change of the tables. */
  static final int VERSION = 2;

  private static final String KIND = "xor";

  private Schema() {}

  static boolean exists(Sql sql) throws SQLException {
    return sql.queryInt("SELECT count(*) FROM sqlite_schema") > 0;
  }

  /** Makes the tables; to be called inside a transaction that writes. */
  static void create(Sql sql, ModelDescription model) throws SQLException {
    sql.script("PRAGMA application_id = " + APPLICATION_ID + "; PRAGMA user_version = " + VERSION);
    sql.script(ddl());
    if (model instanceof NetworkDescription network) {
      put(sql, "kind", KIND);
      put(sql, "hidden", network.hidden());
      put(sql, "lambda", network.lambda());
      put(sql, "regularise", network.regularisation().label());
    } else if (model instanceof DenseDescription dense) {
      put(sql, "kind", DenseSchema.KIND);
      for (Map.Entry<String, Object> row : DenseSchema.rows(dense).entrySet()) {
        put(sql, row.getKey(), row.getValue());
      }
    }
    NetworkModel potential = model.network();
    put(sql, "dimension", potential.dimension());
    put(sql, "parameters", Json.line(potential.parameterNames()));
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
    try {
      return Resources.toString(
          Resources.getResource(Schema.class, "schema.sql"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which potential the file is about. */
  static ModelDescription model(Sql sql) throws SQLException {
    Map<String, Object> values = new HashMap<>();
    sql.query(
        row -> values.put(row.getString(1), row.getObject(2)), "SELECT key, value FROM potential");
    String kind = String.valueOf(values.get("kind"));
    try {
      return switch (kind) {
        case KIND -> xor(values);
        case DenseSchema.KIND -> DenseSchema.read(values);
        default ->
            throw new UnusableFileException(
                sql.file()
                    + " holds the landscape of another kind of potential: \""
                    + kind
                    + "\" where \""
                    + KIND
                    + "\" or \""
                    + DenseSchema.KIND
                    + "\" is expected");
      };
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException(sql.file() + " is damaged: " + e.getMessage(), e);
    }
  }

  private static NetworkDescription xor(Map<String, Object> values) {
    if (values.get("hidden") instanceof Number hidden
        && values.get("lambda") instanceof Number lambda
        && values.get("regularise") instanceof String regularise) {
      return new NetworkDescription(
          hidden.intValue(), lambda.doubleValue(), Regularisation.of(regularise));
    }
    throw new IllegalArgumentException(
        "its table \"potential\" lacks hidden, lambda or regularise");
  }
}
