package dev.tarn.store;

import dev.tarn.data.UnusableFileException;
import dev.tarn.explore.ExplorerSettings;
import dev.tarn.landscape.Connection;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.Tolerances;
import dev.tarn.text.TarnVersion;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Puts a whole landscape into an empty database, in one transaction. Stateless. */
final class Filling {
  private static final String GOAL = "import";

  private Filling() {}

  /**
   * Fills the tables.
   *
   * @return the number of points
   */
  static int fill(Sql sql, Landscape landscape) throws SQLException {
    if (TableRows.lastPoint(sql) != 0) {
      throw new UnusableFileException(sql.file() + " holds points already: choose a new file");
    }
    String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    ExplorerSettings none = ExplorerSettings.defaults();
    sql.update(
        "INSERT INTO runs (version, java, seed, threads, effort, goal, max_index, zero_cutoff,"
            + " configuration, started, finished, status, first_job, jobs, searches, quiet,"
            + " degenerate, failed_paths, last_point) VALUES (?,?,0,1,?,?,1,?,?,?,?,?,0,0,0,0,0,0,?)",
        TarnVersion.current(),
        System.getProperty("java.version", "unknown"),
        none.effort().label(),
        GOAL,
        Tolerances.defaults().zeroCutoff(),
        SettingsJson.of(none, Potential.Scales.ONE, Map.of()),
        now,
        now,
        RunRecord.DONE,
        landscape.lastId());
    for (StationaryPoint point : landscape.points()) {
      TableRows.insert(sql, point, landscape.hits(point.id()));
    }
    for (Connection connection : landscape.connections()) {
      TableRows.insert(sql, connection);
    }
    return landscape.size();
  }
}
