package dev.tarn.landscape;

import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The classes of a {@link Landscape} by id, how often each was hit, and what is counted of them.
 * Not thread-safe.
 */
final class ClassTable {
  private static final Comparator<StationaryPoint> BY_ENERGY =
      Comparator.comparingDouble(StationaryPoint::energy).thenComparingInt(StationaryPoint::id);

  private final TreeMap<Integer, StationaryPoint> points = new TreeMap<>();
  private final Map<Integer, Long> hits = new TreeMap<>();
  private final Map<Integer, Integer> counts = new TreeMap<>();
  private BigInteger morseSum = BigInteger.ZERO;

  /** Puts a class in under its id, which must be free. */
  void put(StationaryPoint point, long hitCount) {
    if (points.putIfAbsent(point.id(), point) != null) {
      throw new IllegalArgumentException("there is a point with the id " + point.id());
    }
    hits.put(point.id(), hitCount);
    counts.merge(point.index(), 1, Integer::sum);
    morseSum = addCopies(morseSum, point.index(), point.orbit());
  }

  /** A Morse sum with the copies of one more point. */
  static BigInteger addCopies(BigInteger sum, int index, BigInteger copies) {
    return index % 2 == 0 ? sum.add(copies) : sum.subtract(copies);
  }

  StationaryPoint get(int id) {
    StationaryPoint point = points.get(id);
    if (point == null) {
      throw new IllegalArgumentException("there is no stationary point with the id " + id);
    }
    return point;
  }

  void hit(int id, long count) {
    hits.merge(get(id).id(), count, Long::sum);
  }

  long hits(int id) {
    return hits.getOrDefault(get(id).id(), 0L);
  }

  /** The classes that are wanted, by ascending energy. */
  List<StationaryPoint> where(Predicate<StationaryPoint> wanted) {
    List<StationaryPoint> some = new ArrayList<>();
    for (StationaryPoint point : points.values()) {
      if (wanted.test(point)) {
        some.add(point);
      }
    }
    some.sort(BY_ENERGY);
    return some;
  }

  int size() {
    return points.size();
  }

  int count(int index) {
    return counts.getOrDefault(index, 0);
  }

  BigInteger morseSum() {
    return morseSum;
  }

  /** The highest id in use, 0 if there is none. */
  int lastId() {
    return points.isEmpty() ? 0 : points.lastKey();
  }

  static void checkLength(String name, int length, int dimension) {
    if (length != dimension) {
      throw new IllegalArgumentException(name + " has " + length + " components, not " + dimension);
    }
  }

  /** Refuses what no landscape holds. */
  static void checkProper(PolishedPoint found) {
    if (!found.converged() || found.degenerate()) {
      throw new IllegalArgumentException(
          "a landscape holds proper stationary points; this one has root-mean-square gradient "
              + found.rms()
              + " and smallest eigenvalue "
              + found.smallestMagnitude());
    }
  }
}
