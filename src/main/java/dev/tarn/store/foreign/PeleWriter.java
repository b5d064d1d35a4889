package dev.tarn.store.foreign;

import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.surfaces.Cluster;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Writes a database of pele, schema version 2. Stateless. */
final class PeleWriter {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE tbl_minima (_id INTEGER NOT NULL, energy FLOAT, coords BLOB, fvib FLOAT,"
              + " pgorder INTEGER, invalid INTEGER, user_data BLOB, PRIMARY KEY (_id))",
          "CREATE TABLE tbl_transition_states (_id INTEGER NOT NULL, energy FLOAT, coords BLOB,"
              + " _minimum1_id INTEGER, _minimum2_id INTEGER, eigenval FLOAT, eigenvec BLOB,"
              + " fvib FLOAT, pgorder INTEGER, invalid INTEGER, user_data BLOB, PRIMARY KEY (_id),"
              + " FOREIGN KEY(_minimum1_id) REFERENCES tbl_minima (_id),"
              + " FOREIGN KEY(_minimum2_id) REFERENCES tbl_minima (_id))",
          "CREATE TABLE tbl_system_property (_id INTEGER NOT NULL, property_name VARCHAR,"
              + " int_value INTEGER, float_value FLOAT, string_value VARCHAR, pickle_value BLOB,"
              + " PRIMARY KEY (_id))",
          "CREATE INDEX idx_minimum_energy ON tbl_minima (energy)",
          "CREATE INDEX idx_transition_state_energy ON tbl_minima (energy)",
          "CREATE INDEX idx_transition_states ON tbl_transition_states (_minimum1_id,"
              + " _minimum2_id)",
          "PRAGMA user_version = 2");

  private PeleWriter() {}

  static void write(Landscape landscape, Potential potential, Path file) throws IOException {
    boolean done = false;
    try (Connection connection = PeleFormat.connect(file, true)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String table : TABLES) {
          statement.executeUpdate(table);
        }
      }
      fill(connection, landscape, potential);
      connection.commit();
      done = true;
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      if (!done) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void fill(Connection connection, Landscape landscape, Potential potential)
      throws SQLException {
    FileOrder order = new FileOrder(landscape, potential);
    int number = 0;
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO tbl_minima VALUES (?,?,?,?,?,0,NULL)")) {
      for (StationaryPoint minimum : order.minima()) {
        number++;
        insert.setInt(1, number);
        common(insert, minimum);
        curvature(insert, 4, order.logProduct(minimum), order.pointGroup(minimum), minimum.id());
        insert.executeUpdate();
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO tbl_transition_states VALUES (?,?,?,?,?,?,?,?,?,0,NULL)")) {
      number = 0;
      for (FileOrder.Row row : order.rows()) {
        StationaryPoint state = row.point();
        number++;
        insert.setInt(1, number);
        common(insert, state);
        insert.setInt(4, Math.min(row.plus(), row.minus()) + 1);
        insert.setInt(5, Math.max(row.plus(), row.minus()) + 1);
        insert.setObject(6, known(FileOrder.negative(state)));
        insert.setBytes(
            7, order.mode(state).map(mode -> PickledArray.write(mode.toArray())).orElse(null));
        curvature(insert, 8, order.logProduct(state), order.pointGroup(row), state.id());
        insert.executeUpdate();
      }
    }
    if (potential instanceof Cluster cluster) {
      // What else pele keeps there it compares with its own system, whose names are not known here.
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO tbl_system_property VALUES (1,'natoms',?,NULL,NULL,NULL)")) {
        insert.setInt(1, cluster.atoms());
        insert.executeUpdate();
      }
    }
  }

  private static void common(PreparedStatement insert, StationaryPoint point) throws SQLException {
    insert.setDouble(2, point.energy());
    insert.setBytes(3, PickledArray.write(point.coordinates().toArray()));
  }

  private static void curvature(
      PreparedStatement insert, int at, OptionalDouble logProduct, BigInteger order, int id)
      throws SQLException {
    insert.setObject(at, known(logProduct));
    insert.setInt(at + 1, Integer.parseInt(FortranText.order(order, id)));
  }

  private static @Nullable Object known(OptionalDouble value) {
    return value.isPresent() ? (Object) value.getAsDouble() : null;
  }
}
