package dev.tarn.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.data.UnusableFileException;
import dev.tarn.network.kinds.KindClass;
import dev.tarn.network.kinds.KindJournal;
import dev.tarn.network.kinds.KindJournal.Kept;
import dev.tarn.network.kinds.KindJournal.Known;
import dev.tarn.potential.Vector;
import dev.tarn.text.DoubleBlob;
import dev.tarn.text.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** How levels and their classes stand in their tables. */
final class LevelRows {
  private static final String JOBS = "jobs";
  private static final String SEARCHES = "searches";
  private static final String ZERO_CUTOFF = "zero_cutoff";
  private static final String MAX_INDEX = "max_index";
  private static final String WEIGHTS = "weights";

  private static final List<String> TABLES = List.of("kind_classes", "levels", "level_search");

  /** The rows of the three tables, as they stand. */
  record Copy(Map<String, List<Object[]>> rows) {}

  private LevelRows() {}

  static int lastClass(Sql sql) throws SQLException {
    return sql.queryInt("SELECT coalesce(max(id), 0) FROM kind_classes");
  }

  static void insert(Sql sql, KindClass found) throws SQLException {
    KindClass.Parts parts = found.parts();
    sql.update(
        "INSERT INTO kind_classes (units, multiplicities, energy, rms, images, hits, coordinates,"
            + " biases, eigenvalues, blocks, zero_block) VALUES (?,?,?,?,?,1,?,?,?,?,?)",
        found.units(),
        Json.line(parts.multiplicities()),
        parts.energy(),
        parts.rms(),
        parts.images(),
        encode(parts.units()),
        DoubleBlob.encode(parts.biases()),
        DoubleBlob.encode(parts.eigenvalues()),
        encode(parts.blocks()),
        DoubleBlob.encode(parts.zeroBlock()));
  }

  /** All rows. */
  static Copy copy(Sql sql) throws SQLException {
    Map<String, List<Object[]>> rows = new LinkedHashMap<>();
    for (String table : TABLES) {
      rows.put(table, sql.query(LevelRows::values, "SELECT * FROM " + table));
    }
    return new Copy(rows);
  }

  private static Object[] values(ResultSet row) throws SQLException {
    Object[] values = new Object[row.getMetaData().getColumnCount()];
    for (int column = 0; column < values.length; column++) {
      values[column] = row.getObject(column + 1);
    }
    return values;
  }

  /**
   * Writes the rows into tables that are empty; to be called inside a transaction that writes.
   *
   * @return the number of classes
   */
  static int paste(Sql sql, Copy copy) throws SQLException {
    for (Map.Entry<String, List<Object[]>> table : copy.rows().entrySet()) {
      for (Object[] row : table.getValue()) {
        String places = String.join(",", Collections.nCopies(row.length, "?"));
        sql.update("INSERT INTO " + table.getKey() + " VALUES (" + places + ")", row);
      }
    }
    return lastClass(sql);
  }

  private static byte[] encode(List<Vector> rows) {
    return DoubleBlob.encode(Vector.of(rows.stream().flatMapToDouble(Vector::stream)));
  }

  static void hit(Sql sql, int id, long count) throws SQLException {
    sql.update("UPDATE kind_classes SET hits = hits + ? WHERE id = ?", count, id);
  }

  static void write(Sql sql, KindJournal.State state, double zeroCutoff, int maxIndex)
      throws SQLException {
    for (int units = 0; units < state.levels().size(); units++) {
      KindJournal.State.Level level = state.levels().get(units);
      sql.update(
          "INSERT OR REPLACE INTO levels (units, quiet, below, before_that, parted)"
              + " VALUES (?,?,?,?,?)",
          units,
          level.quiet(),
          level.below(),
          level.beforeThat(),
          level.parted());
    }
    put(sql, JOBS, state.jobs());
    put(sql, SEARCHES, state.searches());
    put(sql, ZERO_CUTOFF, zeroCutoff);
    put(sql, MAX_INDEX, maxIndex);
    put(sql, WEIGHTS, DoubleBlob.encode(state.weights()));
  }

  private static void put(Sql sql, String key, Object value) throws SQLException {
    sql.update("INSERT OR REPLACE INTO level_search (key, value) VALUES (?, ?)", key, value);
  }

  /**
   * All levels; to be searched anew if another cutoff decided what is degenerate, or if higher
   * indices were left out.
   */
  static Kept kept(Sql sql, boolean odd, double zeroCutoff, int maxIndex) throws SQLException {
    try {
      List<Known> classes = classes(sql, odd);
      Map<String, Object> search = new HashMap<>();
      sql.query(
          row -> search.put(row.getString(1), row.getObject(2)),
          "SELECT key, value FROM level_search");
      if (search.isEmpty()) {
        return new Kept(classes, KindJournal.State.fresh());
      }
      List<KindJournal.State.Level> levels =
          sql.query(
              row ->
                  new KindJournal.State.Level(
                      row.getLong("quiet"),
                      row.getInt("below"),
                      row.getInt("before_that"),
                      row.getInt("parted")),
              "SELECT * FROM levels ORDER BY units");
      KindJournal.State state =
          new KindJournal.State(
              number(search, JOBS).longValue(),
              number(search, SEARCHES).longValue(),
              weights(search),
              levels);
      boolean sameCutoff = number(search, ZERO_CUTOFF).doubleValue() == zeroCutoff;
      boolean serves = sameCutoff && number(search, MAX_INDEX).longValue() >= maxIndex;
      return new Kept(classes, serves ? state : state.restless());
    } catch (IllegalArgumentException e) {
      throw damaged(sql, e);
    }
  }

  /**
   * The classes of all levels.
   *
   * @throws UnusableFileException if a row is no class
   */
  static List<Known> classes(Sql sql, boolean odd) throws SQLException {
    try {
      return sql.query(row -> known(row, odd), "SELECT * FROM kind_classes ORDER BY id");
    } catch (IllegalArgumentException e) {
      throw damaged(sql, e);
    }
  }

  private static UnusableFileException damaged(Sql sql, IllegalArgumentException e) {
    return new UnusableFileException(sql.file() + " is damaged: " + e.getMessage(), e);
  }

  private static Number number(Map<String, Object> search, String key) {
    if (search.get(key) instanceof Number value) {
      return value;
    }
    throw new IllegalArgumentException("its table \"level_search\" lacks " + key);
  }

  private static Vector weights(Map<String, Object> search) {
    if (search.get(WEIGHTS) instanceof byte[] bytes) {
      return DoubleBlob.decode(bytes, bytes.length / Double.BYTES);
    }
    throw new IllegalArgumentException("its table \"level_search\" lacks " + WEIGHTS);
  }

  private static Known known(ResultSet row, boolean odd) throws SQLException {
    List<Integer> multiplicities = new ArrayList<>();
    for (JsonNode n : Json.read(row.getString("multiplicities"))) {
      multiplicities.add(n.asInt());
    }
    int kinds = multiplicities.size();
    return new Known(
        new KindClass.Parts(
            rows(row.getBytes("coordinates"), kinds),
            multiplicities,
            vector(row.getBytes("biases")),
            row.getDouble("energy"),
            row.getDouble("rms"),
            vector(row.getBytes("eigenvalues")),
            rows(row.getBytes("blocks"), kinds),
            vector(row.getBytes("zero_block")),
            row.getInt("images"),
            odd),
        row.getLong("hits"));
  }

  private static Vector vector(byte[] bytes) {
    return DoubleBlob.decode(bytes, bytes.length / Double.BYTES);
  }

  private static List<Vector> rows(byte[] bytes, int count) {
    double[] all = vector(bytes).toArray();
    if (count == 0 ? all.length > 0 : all.length % count != 0) {
      throw new IllegalArgumentException(
          all.length + " numbers are not those of " + count + " kinds");
    }
    List<Vector> rows = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      int size = all.length / count;
      rows.add(Vector.of(DoubleStream.of(Arrays.copyOfRange(all, j * size, (j + 1) * size))));
    }
    return rows;
  }
}
