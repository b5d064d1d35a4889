package dev.tarn.store;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.tarn.data.UnusableFileException;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Connection.Branch;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Pathway.Side;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.store.LandscapeDatabase.TestResult;
import dev.tarn.text.DoubleBlob;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  /** Puts the points with ids above a given one into a landscape, and their connections. */
  static void load(Sql sql, Landscape landscape, int dimension, int above) throws SQLException {
    List<StoredPoint> points =
        sql.query(
            row -> point(sql, row, dimension),
            "SELECT * FROM stationary_points WHERE id > ? ORDER BY id",
            above);
    ListMultimap<Integer, Branch> branches = branches(sql, above);
    try {
      List<Connection> connections =
          sql.query(
              row -> connection(row, branches),
              "SELECT * FROM connections WHERE transition_state > ? ORDER BY transition_state",
              above);
      for (StoredPoint stored : points) {
        landscape.restore(stored.point(), stored.hits());
      }
      connections.forEach(landscape::connect);
    } catch (IllegalArgumentException e) {
      throw damaged(sql, e);
    }
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
    List<PolishedPoint> points =
        sql.query(
            row ->
                new PolishedPoint(
                    DoubleBlob.decode(row.getBytes("coordinates"), dimension).toArray(),
                    row.getDouble("energy"),
                    row.getDouble("rms"),
                    DoubleBlob.decodeUpTo(row.getBytes("eigenvalues"), dimension).toArray(),
                    row.getInt("idx"),
                    true,
                    true),
            "SELECT * FROM degenerate_points ORDER BY id");
    points.forEach(landscape::noteDegenerate);
  }

  static int lastPoint(Sql sql) throws SQLException {
    return sql.queryInt("SELECT coalesce(max(id), 0) FROM stationary_points");
  }

  private static StoredPoint point(Sql sql, ResultSet row, int dimension) throws SQLException {
    try {
      return new StoredPoint(
          new StationaryPoint(
              row.getInt("id"),
              row.getInt("idx"),
              row.getDouble("energy"),
              DoubleBlob.decode(row.getBytes("coordinates"), dimension),
              DoubleBlob.decodeUpTo(row.getBytes("eigenvalues"), dimension),
              row.getDouble("rms") < 0.0 ? Double.NaN : row.getDouble("rms"),
              new BigInteger(row.getString("orbit")),
              new StationaryPoint.Provenance(
                  row.getInt("run"), row.getLong("job"), row.getString("method"))),
          row.getLong("hits"));
    } catch (IllegalArgumentException e) {
      throw damaged(sql, e);
    }
  }

  private static UnusableFileException damaged(Sql sql, IllegalArgumentException e) {
    return new UnusableFileException(sql.file() + " is damaged: " + e.getMessage(), e);
  }

  /** The branches of transition states with ids above a given one; none in an older file. */
  private static ListMultimap<Integer, Branch> branches(Sql sql, int above) throws SQLException {
    ListMultimap<Integer, Branch> branches = ArrayListMultimap.create();
    if (Schema.hasBranches(sql)) {
      sql.query(
          row -> branches.put(row.getInt("transition_state"), branch(row)),
          "SELECT * FROM branches WHERE transition_state > ?"
              + " ORDER BY transition_state, side, number",
          above);
    }
    return branches;
  }

  private static Branch branch(ResultSet row) throws SQLException {
    return new Branch(
        Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
        row.getInt("minimum"),
        row.getInt("parts_from"),
        row.getDouble("barrier"),
        row.getDouble("length"),
        row.getInt("saddles"));
  }

  private static Connection connection(ResultSet row, ListMultimap<Integer, Branch> branches)
      throws SQLException {
    return new Connection(
        row.getInt("transition_state"),
        row.getInt("minus"),
        row.getInt("plus"),
        row.getDouble("minus_length"),
        row.getDouble("plus_length"),
        row.getInt("saddles"),
        branches.get(row.getInt("transition_state")));
  }

  static List<RunRecord> runs(Sql sql) throws SQLException {
    boolean failures = Schema.hasFailures(sql);
    return sql.query(row -> run(row, failures), "SELECT * FROM runs ORDER BY id");
  }

  private static RunRecord run(ResultSet row, boolean failures) throws SQLException {
    return new RunRecord(
        row.getInt("id"),
        row.getString("version"),
        row.getString("java"),
        row.getLong("seed"),
        row.getInt("threads"),
        row.getString("effort"),
        row.getString("goal"),
        row.getInt("max_index"),
        row.getDouble("zero_cutoff"),
        row.getString("configuration"),
        Instant.parse(row.getString("started")),
        Optional.ofNullable(row.getString("finished")).map(Instant::parse),
        row.getString("status"),
        row.getLong("first_job"),
        row.getLong("jobs"),
        row.getLong("searches"),
        row.getLong("quiet"),
        row.getLong("degenerate"),
        row.getLong("failed_paths"),
        failures ? row.getLong("unconverged") : 0,
        failures ? row.getLong("not_finite") : 0,
        row.getInt("last_point"));
  }
}
