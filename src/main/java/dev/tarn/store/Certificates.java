package dev.tarn.store;

import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.text.DoubleBlob;
import dev.tarn.text.TarnVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was proven of the points of a database. A row holds only as long as index, orbit, energy and
 * coordinates of its point are those that were examined. Stateless.
 */
public final class Certificates {
  private Certificates() {}

  /**
   * What was proven of one point; the numbers are NaN if it was not proven.
   *
   * @param point the id of the point
   * @param reason why it could not be proven; empty if it was
   * @param energyLow the energy is not below
   * @param energyHigh nor above, in nats per example for a classifier
   * @param leastEigenvalue no eigenvalue has a smaller magnitude
   * @param radius half the width of the box that holds the point
   * @param uniqueness half the width of a box that holds no other
   */
  public record Certificate(
      int point,
      String reason,
      double energyLow,
      double energyHigh,
      double leastEigenvalue,
      double radius,
      double uniqueness) {

    /**
     * Whether everything that the database says of the point was proven.
     *
     * @return true if no reason speaks against it
     */
    public boolean isProven() {
      return reason.isEmpty();
    }
  }

  /**
   * Keeps certificates, in place of those that were there. The database must be open for writing.
   *
   * @param database the database
   * @param landscape its landscape as it was examined
   * @param certificates one for each point that was examined
   * @throws StoreException if the file cannot be written
   */
  public static void keep(
      LandscapeDatabase database, Landscape landscape, List<Certificate> certificates) {
    Sql sql = database.sql();
    sql.write(
        () -> {
          sql.script("DELETE FROM certificates");
          for (Certificate each : certificates) {
            StationaryPoint point = landscape.get(each.point());
            sql.update(
                "INSERT INTO certificates (point, reason, idx, orbit, energy, coordinates,"
                    + " energy_low, energy_high, least_eigenvalue, radius, uniqueness, version)"
                    + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                each.point(),
                each.reason(),
                point.index(),
                TableRows.number(point.orbit()),
                point.energy(),
                DoubleBlob.encode(point.coordinates()),
                each.energyLow(),
                each.energyHigh(),
                each.leastEigenvalue(),
                each.radius(),
                each.uniqueness(),
                TarnVersion.current());
          }
          return certificates;
        });
  }

  /**
   * The certificates that hold.
   *
   * @param database the database
   * @return by the id of the point, ascending; empty if nothing was certified
   * @throws StoreException if the file cannot be read
   */
  public static Map<Integer, Certificate> of(LandscapeDatabase database) {
    Sql sql = database.sql();
    Map<Integer, Certificate> all = new TreeMap<>();
    sql.read(
        () ->
            Schema.hasCertificates(sql)
                ? sql.query(
                    row -> all.put(row.getInt("point"), certificate(row)),
                    "SELECT c.* FROM certificates c JOIN stationary_points p ON p.id = c.point"
                        + " WHERE c.idx = p.idx AND c.orbit = p.orbit AND c.energy = p.energy"
                        + " AND c.coordinates = p.coordinates")
                : List.of());
    return all;
  }

  private static Certificate certificate(ResultSet row) throws SQLException {
    return new Certificate(
        row.getInt("point"),
        row.getString("reason"),
        number(row, "energy_low"),
        number(row, "energy_high"),
        number(row, "least_eigenvalue"),
        number(row, "radius"),
        number(row, "uniqueness"));
  }

  private static double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }
}
