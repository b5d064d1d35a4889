package dev.tarn.store;

import dev.tarn.network.Network;
import dev.tarn.network.kinds.KindClass;
import dev.tarn.network.kinds.KindJournal.Known;
import dev.tarn.text.DoubleBlob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What databases of networks that differ in the number of their hidden units have in common: the
 * levels of the enumeration by kinds, and what a file held before it grew.
 */
final class FamilyLevels {
  private FamilyLevels() {}

  /** Makes a file that holds levels one of a larger network: {@link LandscapeDatabase#grow}. */
  static Optional<NetworkDescription> grow(Path file, NetworkDescription wanted) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Sql sql = DatabaseFile.openToWrite(file)) {
      // Begun to write, even an empty file becomes a database, if one of nothing.
      if (sql.read(() -> grown(sql, wanted)).isEmpty()) {
        return Optional.empty();
      }
      return sql.write(
          () -> {
            Optional<NetworkDescription> held = grown(sql, wanted);
            if (held.isPresent()) {
              Schema.replace(sql, held.get().network().architecture().units(), wanted);
            }
            return held;
          });
    }
  }

  /** The network of a file that another one can take over; empty if it cannot. */
  private static Optional<NetworkDescription> grown(Sql sql, NetworkDescription wanted)
      throws SQLException {
    return Schema.exists(sql)
            && Schema.hasLevels(sql)
            && LevelRows.lastClass(sql) > 0
            && Schema.description(sql) instanceof NetworkDescription held
            && held.isGrownBy(wanted)
        ? Optional.of(held)
        : Optional.empty();
  }

  /** The points of the landscapes that a file held before, padded for the network of now. */
  static List<double[]> earlierPoints(Sql sql, Network network) {
    return sql.read(
        () ->
            sql.query(
                row -> {
                  Network smaller = network.withUnits(row.getInt("units"));
                  double[] x =
                      DoubleBlob.decode(row.getBytes("coordinates"), smaller.dimension()).toArray();
                  return network.layout().arrange(x, smaller.layout());
                },
                "SELECT * FROM earlier_points ORDER BY rowid"));
  }

  /** The classes of all levels of a file, in the order in which they were found. */
  static List<KindClass> classes(Sql sql, PotentialCodec.Description description) {
    if (!(description instanceof NetworkDescription held)
        || held.network().architecture().hidden().size() != 1) {
      return List.of();
    }
    boolean odd = held.network().architecture().hidden().get(0).activation().isOdd();
    return sql
        .read(() -> Schema.hasLevels(sql) ? LevelRows.classes(sql, odd) : List.<Known>of())
        .stream()
        .map(known -> new KindClass(known.parts()))
        .toList();
  }

  /** Takes another file's levels over: {@link LandscapeDatabase#takeLevels}. */
  static int take(
      Sql from, PotentialCodec.Description other, Sql to, PotentialCodec.Description own) {
    if (!(other instanceof NetworkDescription held)
        || !(own instanceof NetworkDescription wanted)
        || !(held.isGrownBy(wanted) || wanted.isGrownBy(held))) {
      return 0;
    }
    Optional<LevelRows.Copy> copy =
        from.read(
            () ->
                Schema.hasLevels(from) && LevelRows.lastClass(from) > 0
                    ? Optional.of(LevelRows.copy(from))
                    : Optional.empty());
    return copy.map(
            levels -> to.write(() -> LevelRows.lastClass(to) > 0 ? 0 : LevelRows.paste(to, levels)))
        .orElse(0);
  }
}
