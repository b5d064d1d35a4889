package dev.tarn.store;

import dev.tarn.potential.Vector;
import dev.tarn.text.DoubleBlob;
import dev.tarn.text.Numbers;
import dev.tarn.text.Quoted;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table, checked column by column: SQLite keeps any value in any column, and files are
 * edited. Every method throws an {@link IllegalArgumentException} that names table, row and column
 * if there is another kind of value than is asked for.
 */
final class Row {

  private final String table;
  private final String key;
  private final ResultSet row;

  /**
   * A row.
   *
   * @param table the table, for messages
   * @param key the column whose value names the row
   * @param row the row; read while its query is
   */
  Row(String table, String key, ResultSet row) {
    this.table = table;
    this.key = key;
    this.row = row;
  }

  private IllegalArgumentException wrong(String column, @Nullable Object value, String right)
      throws SQLException {
    return new IllegalArgumentException(
        "table "
            + table
            + ", "
            + key
            + " "
            + words(row.getObject(key))
            + ": "
            + column
            + " is "
            + words(value)
            + ", not "
            + right);
  }

  private static String words(@Nullable Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof byte[] bytes) {
      return Numbers.count(bytes.length, "byte", "bytes");
    }
    return value instanceof String text ? Quoted.of(text) : Quoted.plain(value.toString());
  }

  /** A whole number of 64 bits from a least one on. */
  long whole(String column, long least) throws SQLException {
    Object value = row.getObject(column);
    if ((value instanceof Integer || value instanceof Long)
        && ((Number) value).longValue() >= least) {
      return ((Number) value).longValue();
    }
    throw wrong(column, value, "a whole number from " + least + " on");
  }

  /** A whole number of 32 bits from a least one on. */
  int count(String column, int least) throws SQLException {
    long value = whole(column, least);
    if (value > Integer.MAX_VALUE) {
      throw wrong(column, value, "a whole number up to " + Integer.MAX_VALUE);
    }
    return (int) value;
  }

  /** Any whole number of 64 bits. */
  long whole(String column) throws SQLException {
    return whole(column, Long.MIN_VALUE);
  }

  /** A finite number. */
  double finite(String column) throws SQLException {
    Object value = row.getObject(column);
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw wrong(column, value, "a finite number");
  }

  /** A finite number from a least one on. */
  double finite(String column, double least) throws SQLException {
    double value = finite(column);
    if (value < least) {
      throw wrong(column, value, "a number from " + Numbers.plain(least) + " on");
    }
    return value;
  }

  /** A number that may be infinite, as where a lattice has no end; not NaN. */
  double number(String column) throws SQLException {
    Object value = row.getObject(column);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(column, value, "a number");
  }

  /** A positive whole number of any size, as a number or as its digits. */
  BigInteger large(String column) throws SQLException {
    Object value = row.getObject(column);
    try {
      BigInteger large = value == null ? BigInteger.ZERO : new BigInteger(value.toString());
      if (large.signum() > 0) {
        return large;
      }
    } catch (NumberFormatException e) {
      // No digits: refused below, like 0.
    }
    throw wrong(column, value, "a positive whole number");
  }

  /** A text without control characters, which a terminal would obey. */
  String text(String column) throws SQLException {
    Object value = row.getObject(column);
    if (value instanceof String text && !Quoted.hasControl(text)) {
      return text;
    }
    throw wrong(column, value, "a text without control characters");
  }

  /** A moment. */
  Instant moment(String column) throws SQLException {
    try {
      return Instant.parse(text(column));
    } catch (DateTimeException e) {
      throw wrong(column, row.getObject(column), "a moment such as 2026-11-26T12:00:00Z");
    }
  }

  /** A moment, or none. */
  Optional<Instant> momentIfAny(String column) throws SQLException {
    return row.getObject(column) == null ? Optional.empty() : Optional.of(moment(column));
  }

  /** Finite numbers, as many as are asked for. */
  Vector doubles(String column, int length) throws SQLException {
    return doubles(column, length, length);
  }

  /** Finite numbers, some or none up to a most. */
  Vector doublesUpTo(String column, int most) throws SQLException {
    return doubles(column, 0, most);
  }

  private Vector doubles(String column, int least, int most) throws SQLException {
    String right =
        (least == most ? "" : "up to ") + Numbers.count(most, "finite number", "finite numbers");
    Object value = row.getObject(column);
    if (!(value instanceof byte[] bytes)
        || bytes.length % Double.BYTES != 0
        || bytes.length / Double.BYTES < least
        || bytes.length / Double.BYTES > most) {
      throw wrong(column, value, right + " of 8 bytes each");
    }
    Vector vector = DoubleBlob.decode(bytes, bytes.length / Double.BYTES);
    for (int i = 0; i < vector.length(); i++) {
      if (!Double.isFinite(vector.get(i))) {
        throw wrong(column, vector.get(i), right);
      }
    }
    return vector;
  }
}
