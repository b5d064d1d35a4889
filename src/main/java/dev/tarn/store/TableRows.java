package dev.tarn.store;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Connection.Branch;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Pathway.Side;
import dev.tarn.potential.Potential;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase.TestResult;
import dev.tarn.text.DoubleBlob;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** How points, connections and runs stand in their tables. */
final class TableRows {
  private record StoredPoint(StationaryPoint point, long hits) {}

  /** What stands for a gradient or an eigenvalue that nobody knows; both are magnitudes. */
  private static final double UNKNOWN = -1.0;

  private TableRows() {}

  static void insert(Sql sql, StationaryPoint point, long hits) throws SQLException {
    if (!Double.isFinite(point.energy()) || Double.isInfinite(point.rms())) {
      // SQLite would keep a NaN as NULL.
      throw new IllegalArgumentException(
          "a stationary point has a finite energy and gradient; point "
              + point.id()
              + " has energy "
              + point.energy()
              + " and root-mean-square gradient "
              + point.rms());
    }
    sql.update(
        "INSERT INTO stationary_points (id, idx, energy, rms, smallest_eigenvalue, orbit, hits,"
            + " run, job, method, coordinates, eigenvalues) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        point.id(),
        point.index(),
        point.energy(),
        known(point.rms()),
        known(point.smallestMagnitude()),
        number(point.orbit()),
        hits,
        point.provenance().run(),
        point.provenance().job(),
        point.provenance().method(),
        DoubleBlob.encode(point.coordinates()),
        DoubleBlob.encode(point.eigenvalues()));
  }

  /** Notes how a point does on the test data. */
  static void note(Sql sql, int id, TestResult test) throws SQLException {
    sql.update("UPDATE stationary_points SET test_energy = ? WHERE id = ?", test.energy(), id);
    if (test.accuracy().isPresent()) {
      sql.update(
          "UPDATE stationary_points SET test_accuracy = ? WHERE id = ?",
          test.accuracy().getAsDouble(),
          id);
    }
  }

  /** The test results that are stored, by id. */
  static Map<Integer, TestResult> tests(Sql sql) throws SQLException {
    Map<Integer, TestResult> tests = new HashMap<>();
    sql.query(
        row ->
            tests.put(
                row.getInt(1),
                new TestResult(
                    row.getDouble(2),
                    row.getObject(3) instanceof Number accuracy
                        ? OptionalDouble.of(accuracy.doubleValue())
                        : OptionalDouble.empty())),
        "SELECT id, test_energy, test_accuracy FROM stationary_points"
            + " WHERE test_energy IS NOT NULL");
    return tests;
  }

  /** SQLite would keep a NaN as NULL. */
  private static double known(double value) {
    return Double.isNaN(value) ? UNKNOWN : value;
  }

  static Object number(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value.toString();
  }

  static void insert(Sql sql, Connection connection) throws SQLException {
    sql.update(
        "INSERT INTO connections (transition_state, minus, plus, minus_length, plus_length,"
            + " saddles) VALUES (?,?,?,?,?,?)",
        connection.transitionState(),
        connection.minus(),
        connection.plus(),
        connection.minusLength(),
        connection.plusLength(),
        connection.saddles());
    for (Side side : Side.values()) {
      int number = 0;
      for (Branch branch : connection.branches()) {
        if (branch.side() == side) {
          number++;
          sql.update(
              "INSERT INTO branches (transition_state, side, number, minimum, parts_from, barrier,"
                  + " length, saddles) VALUES (?,?,?,?,?,?,?,?)",
              connection.transitionState(),
              label(side),
              number,
              branch.minimum(),
              branch.from(),
              branch.barrier(),
              branch.length(),
              branch.saddles());
        }
      }
    }
  }

  private static String label(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  /** The landscape as it stands in the file. */
  static Landscape landscape(Sql sql, Potential potential) throws SQLException {
    Landscape landscape = Landscape.of(potential);
    load(sql, landscape, potential.dimension(), 0);
    loadDegenerate(sql, landscape, potential.dimension());
    return landscape;
  }

  /** Puts the points with ids above a given one into a landscape, and their connections. */
  static void load(Sql sql, Landscape landscape, int dimension, int above) throws SQLException {
    List<StoredPoint> points =
        read(
            sql,
            "SELECT * FROM stationary_points WHERE id > ? ORDER BY id",
            "stationary_points",
            "id",
            row -> point(row, dimension),
            above);
    ListMultimap<Integer, Branch> branches = branches(sql, above);
    try {
      List<Connection> connections =
          read(
              sql,
              "SELECT * FROM connections WHERE transition_state > ? ORDER BY transition_state",
              "connections",
              "transition_state",
              row -> connection(row, branches),
              above);
      for (StoredPoint stored : points) {
        landscape.restore(stored.point(), stored.hits());
      }
      connections.forEach(landscape::connect);
    } catch (IllegalArgumentException e) {
      throw damaged(sql, e);
    }
  }

  /** Points from all over the table, about as many as are asked for at most. */
  static List<StationaryPoint> some(Sql sql, int dimension, long most) throws SQLException {
    long step = Math.max(1L, lastPoint(sql) / most);
    return read(
        sql,
        "SELECT * FROM stationary_points WHERE id % ? = 0 ORDER BY id",
        "stationary_points",
        "id",
        row -> point(row, dimension).point(),
        step);
  }

  static void insertDegenerate(Sql sql, PolishedPoint point, int run) throws SQLException {
    sql.update(
        "INSERT INTO degenerate_points (idx, energy, rms, smallest_eigenvalue, run, coordinates,"
            + " eigenvalues) VALUES (?,?,?,?,?,?,?)",
        point.index(),
        point.energy(),
        point.rms(),
        point.smallestMagnitude(),
        run,
        DoubleBlob.encode(Vector.of(point.coordinates())),
        DoubleBlob.encode(Vector.of(point.eigenvalues())));
  }

  /** Notes the degenerate points; those that another process noted as well count once. */
  static void loadDegenerate(Sql sql, Landscape landscape, int dimension) throws SQLException {
    read(
            sql,
            "SELECT * FROM degenerate_points ORDER BY id",
            "degenerate_points",
            "id",
            row ->
                new PolishedPoint(
                    row.doubles("coordinates", dimension).toArray(),
                    row.finite("energy"),
                    row.number("rms"),
                    row.doublesUpTo("eigenvalues", dimension).toArray(),
                    row.count("idx", 0),
                    true,
                    true))
        .forEach(landscape::noteDegenerate);
  }

  /** What becomes of a row. */
  interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  /** The rows of a table; a value that cannot stand there names its place. */
  static <T> List<T> read(
      Sql sql, String query, String table, String key, Reader<T> reader, Object... parameters)
      throws SQLException {
    try {
      return sql.query(row -> reader.read(new Row(table, key, row)), query, parameters);
    } catch (IllegalArgumentException e) {
      throw damaged(sql, e);
    }
  }

  static int lastPoint(Sql sql) throws SQLException {
    return sql.queryInt("SELECT coalesce(max(id), 0) FROM stationary_points");
  }

  private static StoredPoint point(Row row, int dimension) throws SQLException {
    double rms = row.finite("rms");
    return new StoredPoint(
        new StationaryPoint(
            row.count("id", 1),
            row.count("idx", 0),
            row.finite("energy"),
            row.doubles("coordinates", dimension),
            row.doublesUpTo("eigenvalues", dimension),
            rms < 0.0 ? Double.NaN : rms,
            row.large("orbit"),
            new StationaryPoint.Provenance(
                row.count("run", 0), row.whole("job"), row.text("method"))),
        row.whole("hits", 0));
  }

  private static UnusableFileException damaged(Sql sql, IllegalArgumentException e) {
    return new UnusableFileException(sql.file() + " is damaged: " + e.getMessage(), e);
  }

  /** The branches of transition states with ids above a given one; none in an older file. */
  private static ListMultimap<Integer, Branch> branches(Sql sql, int above) throws SQLException {
    ListMultimap<Integer, Branch> branches = ArrayListMultimap.create();
    if (Schema.hasBranches(sql)) {
      read(
          sql,
          "SELECT * FROM branches WHERE transition_state > ?"
              + " ORDER BY transition_state, side, number",
          "branches",
          "transition_state",
          row -> branches.put(row.count("transition_state", 1), branch(row)),
          above);
    }
    return branches;
  }

  private static Branch branch(Row row) throws SQLException {
    return new Branch(
        side(row),
        row.count("minimum", 1),
        row.count("parts_from", 1),
        row.finite("barrier"),
        row.finite("length", 0.0),
        row.count("saddles", 0));
  }

  private static Side side(Row row) throws SQLException {
    String label = row.text("side");
    for (Side side : Side.values()) {
      if (label(side).equals(label)) {
        return side;
      }
    }
    throw new IllegalArgumentException("table branches has no side \"" + label + "\"");
  }

  private static Connection connection(Row row, ListMultimap<Integer, Branch> branches)
      throws SQLException {
    return new Connection(
        row.count("transition_state", 1),
        row.count("minus", 1),
        row.count("plus", 1),
        row.number("minus_length"),
        row.number("plus_length"),
        row.count("saddles", 0),
        branches.get(row.count("transition_state", 1)));
  }

  static List<RunRecord> runs(Sql sql) throws SQLException {
    boolean failures = Schema.hasFailures(sql);
    return read(sql, "SELECT * FROM runs ORDER BY id", "runs", "id", row -> run(row, failures));
  }

  private static RunRecord run(Row row, boolean failures) throws SQLException {
    return new RunRecord(
        row.count("id", 1),
        row.text("version"),
        row.text("java"),
        row.whole("seed"),
        row.count("threads", 0),
        row.text("effort"),
        row.text("goal"),
        row.count("max_index", 0),
        row.finite("zero_cutoff", 0.0),
        row.text("configuration"),
        row.moment("started"),
        row.momentIfAny("finished"),
        row.text("status"),
        row.whole("first_job", 0),
        row.whole("jobs", 0),
        row.whole("searches", 0),
        row.whole("quiet", 0),
        row.whole("degenerate", 0),
        row.whole("failed_paths", 0),
        failures ? row.whole("unconverged", 0) : 0,
        failures ? row.whole("not_finite", 0) : 0,
        row.count("last_point", -1));
  }
}
