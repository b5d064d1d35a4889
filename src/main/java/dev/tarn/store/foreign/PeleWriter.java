package dev.tarn.store.foreign;

import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Writes a database of pele, schema version 2, without eigenvectors. Stateless. */
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
    BigInteger order = FileOrder.groupOrder(landscape, potential);
    Map<Integer, Integer> numbers = new HashMap<>();
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO tbl_minima VALUES (?,?,?,?,?,0,NULL)")) {
      for (StationaryPoint minimum : FileOrder.minima(landscape, potential)) {
        numbers.put(minimum.id(), numbers.size() + 1);
        insert.setInt(1, numbers.size());
        common(insert, minimum, 2, 3);
        curvature(insert, minimum, potential, order, 4);
        insert.executeUpdate();
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO tbl_transition_states VALUES (?,?,?,?,?,?,NULL,?,?,0,NULL)")) {
      int number = 0;
      for (var joined : landscape.connections()) {
        StationaryPoint state = landscape.get(joined.transitionState());
        int one = numbers.getOrDefault(joined.plus(), 0);
        int two = numbers.getOrDefault(joined.minus(), 0);
        number++;
        insert.setInt(1, number);
        common(insert, state, 2, 3);
        insert.setInt(4, Math.min(one, two));
        insert.setInt(5, Math.max(one, two));
        boolean known = state.eigenvalues().length() > 0 && state.eigenvalues().get(0) < 0.0;
        insert.setObject(6, known ? (Object) state.eigenvalues().get(0) : null);
        curvature(insert, state, potential, order, 7);
        insert.executeUpdate();
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO tbl_system_property VALUES (1,'potential',NULL,NULL,?,NULL)")) {
      insert.setString(1, potential.getClass().getSimpleName());
      insert.executeUpdate();
    }
  }

  private static void common(PreparedStatement insert, StationaryPoint point, int energy, int x)
      throws SQLException {
    insert.setDouble(energy, point.energy());
    insert.setBytes(x, PickledArray.write(point.coordinates().toArray()));
  }

  private static void curvature(
      PreparedStatement insert,
      StationaryPoint point,
      Potential potential,
      BigInteger order,
      int at)
      throws SQLException {
    OptionalDouble log = FileOrder.logProduct(point, potential);
    insert.setObject(at, log.isPresent() ? (Object) log.getAsDouble() : null);
    insert.setLong(at + 1, order.divide(point.orbit()).longValue());
  }
}
