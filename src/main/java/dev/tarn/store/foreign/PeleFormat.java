package dev.tarn.store.foreign;

import dev.tarn.data.UnusableFileException;
import dev.tarn.potential.Vector;
import dev.tarn.store.foreign.ForeignLandscape.Point;
import dev.tarn.store.foreign.ForeignLandscape.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A database of pele (schema version 2): an SQLite file whose coordinates are pickled arrays.
 * Stateless.
 */
public final class PeleFormat extends ForeignFormat {
  private static final byte[] SQLITE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

  /** For {@link java.util.ServiceLoader}. */
  public PeleFormat() {
    super("pele", false, PeleWriter::write);
  }

  @Override
  public boolean fits(Path place) throws IOException {
    if (!Files.isRegularFile(place) || Files.size(place) < SQLITE.length) {
      return false;
    }
    try (InputStream in = Files.newInputStream(place)) {
      if (!Arrays.equals(in.readNBytes(SQLITE.length), SQLITE)) {
        return false;
      }
    }
    try (Connection connection = connect(place, false);
        ResultSet table = connection.getMetaData().getTables(null, null, "tbl_minima", null)) {
      return table.next();
    } catch (SQLException e) {
      // Damaged, so that reading it says in which way.
      return true;
    }
  }

  static Connection connect(Path file, boolean write) throws SQLException {
    String uri = file.toAbsolutePath().toUri().getRawPath();
    return DriverManager.getConnection(
        write ? "jdbc:sqlite:" + file.toAbsolutePath() : "jdbc:sqlite:file:" + uri + "?mode=ro");
  }

  @Override
  ForeignLandscape readForeign(Path place) throws IOException {
    try (Connection connection = connect(place, false);
        Statement statement = connection.createStatement()) {
      return read(place, statement);
    } catch (SQLException e) {
      throw new UnusableFileException(place + " is no database of pele: " + e.getMessage(), e);
    }
  }

  private static ForeignLandscape read(Path place, Statement statement) throws SQLException {
    Map<Long, Integer> places = new HashMap<>();
    List<Point> minima = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            "SELECT * FROM tbl_minima WHERE coalesce(invalid, 0) = 0 ORDER BY _id")) {
      while (row.next()) {
        places.put(row.getLong("_id"), minima.size());
        minima.add(point(place, "minimum", row, Vector.of()));
      }
    }
    List<State> states = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            "SELECT * FROM tbl_transition_states WHERE coalesce(invalid, 0) = 0 ORDER BY _id")) {
      while (row.next()) {
        double lowest = row.getDouble("eigenval");
        Vector known = !row.wasNull() && lowest < 0.0 ? Vector.of(lowest) : Vector.of();
        states.add(
            new State(
                point(place, "transition state", row, known).withMode(mode(place, row)),
                end(place, places, row, "_minimum1_id"),
                end(place, places, row, "_minimum2_id")));
      }
    }
    return ForeignLandscape.of(place, minima, states);
  }

  private static int end(Path place, Map<Long, Integer> places, ResultSet row, String column)
      throws SQLException {
    Integer number = places.get(row.getLong(column));
    if (number == null) {
      throw new UnusableFileException(
          place
              + ": transition state "
              + row.getLong("_id")
              + " joins minimum "
              + row.getLong(column)
              + ", which is not there");
    }
    return number;
  }

  private static Point point(Path place, String kind, ResultSet row, Vector eigenvalues)
      throws SQLException {
    String name = place + ": " + kind + " " + row.getLong("_id");
    double energy = row.getDouble("energy");
    if (row.wasNull()) {
      throw new UnusableFileException(name + " has no energy");
    }
    double log = row.getDouble("fvib");
    OptionalDouble known = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(log);
    long order = row.getLong("pgorder");
    long h = row.wasNull() ? 1L : order;
    Vector x = array(name, row, "coords");
    if (x.isEmpty()) {
      throw new UnusableFileException(name + " has no coordinates");
    }
    return new Point(energy, known, h, Vector.of(), x, eigenvalues);
  }

  private static Vector mode(Path place, ResultSet row) throws SQLException {
    String name = place + ": the eigenvector of transition state " + row.getLong("_id");
    Vector mode = array(name, row, "eigenvec");
    int length = array(name, row, "coords").length();
    if (!mode.isEmpty() && mode.length() != length) {
      throw new UnusableFileException(
          name + " has " + mode.length() + " components, the point has " + length);
    }
    return mode;
  }

  /** The components, none if there is nothing. */
  private static Vector array(String name, ResultSet row, String column) throws SQLException {
    byte[] pickle = row.getBytes(column);
    try {
      return pickle == null ? Vector.of() : Vector.of(PickledArray.read(pickle));
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException(name + ": " + e.getMessage(), e);
    }
  }
}
