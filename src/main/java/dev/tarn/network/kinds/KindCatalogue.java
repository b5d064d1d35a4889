package dev.tarn.network.kinds;

import dev.tarn.network.Network;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The stationary points of a family of networks, level by level: level {@code k} holds the classes
 * with {@code k} units that have weights.
 *
 * <p>Where a unit without weights contributes nothing, the catalogue of {@code N} hidden units is
 * the union of the levels 0 to {@code N}: each level serves all larger networks. Where it does
 * (logistic, softplus), it is level {@code N} alone. Not thread-safe.
 */
public final class KindCatalogue {
  private final UnitSpace space;
  private final List<Level> levels = new ArrayList<>();

  private static final class Level {
    final List<KindClass> classes = new ArrayList<>();
    final TreeMap<Double, List<KindClass>> byEnergy = new TreeMap<>();
    final Map<KindClass, Long> hits = new HashMap<>();
  }

  KindCatalogue(UnitSpace space) {
    this.space = space;
  }

  /**
   * An empty catalogue.
   *
   * @param network a network of the family, with any number of hidden units
   * @throws IllegalArgumentException if the network has not one hidden layer, or some weight is not
   *     regularised
   */
  public KindCatalogue(Network network) {
    this(new UnitSpace(network));
  }

  UnitSpace space() {
    return space;
  }

  private Level at(int units) {
    while (levels.size() <= units) {
      levels.add(new Level());
    }
    return levels.get(units);
  }

  /**
   * The classes of a level.
   *
   * @param units the number of units that have weights, 0 or more
   * @return the classes in the order in which they were found
   */
  public List<KindClass> level(int units) {
    return units < levels.size()
        ? Collections.unmodifiableList(levels.get(units).classes)
        : List.of();
  }

  /**
   * The catalogue of a network.
   *
   * @param hidden the number of hidden units
   * @return its classes by ascending energy
   */
  public List<KindClass> classes(int hidden) {
    List<KindClass> all = new ArrayList<>();
    for (int k = space.hasZeroUnits() ? 0 : hidden; k <= hidden; k++) {
      all.addAll(level(k));
    }
    all.sort(Comparator.comparingDouble(KindClass::energy));
    return all;
  }

  /**
   * The Morse sum of a network's catalogue.
   *
   * @param hidden the number of hidden units
   * @return the sum of {@code (-1)^index} over all points, every symmetry copy counted
   */
  public BigInteger morseSum(int hidden) {
    BigInteger sum = BigInteger.ZERO;
    for (int k = space.hasZeroUnits() ? 0 : hidden; k <= hidden; k++) {
      for (KindClass each : level(k)) {
        BigInteger orbit = each.orbit(hidden);
        sum = each.index(hidden) % 2 == 0 ? sum.add(orbit) : sum.subtract(orbit);
      }
    }
    return sum;
  }

  /**
   * How many classes of each index a network has.
   *
   * @param hidden the number of hidden units
   * @return the numbers of classes from index 0 to the highest that occurs
   */
  public int[] counts(int hidden) {
    List<Integer> counts = new ArrayList<>();
    for (KindClass each : classes(hidden)) {
      int index = each.index(hidden);
      while (counts.size() <= index) {
        counts.add(0);
      }
      counts.set(index, counts.get(index) + 1);
    }
    return counts.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * A class's weights in a network of the family.
   *
   * @param found the class
   * @param hidden the number of hidden units, at least as many as the class has
   * @return a new array in the order of that network's layout: the units of each kind, then zero
   *     units
   * @throws IllegalArgumentException if there are fewer hidden units than the class has
   */
  public double[] coordinates(KindClass found, int hidden) {
    if (hidden < found.units()) {
      throw new IllegalArgumentException(
          "a point with " + found.units() + " units does not fit into " + hidden + " hidden units");
    }
    return space.coordinates(found.point(), hidden);
  }

  /** How often the class of a level that was hit least was hit. */
  long fewestHits(int units) {
    return at(units).hits.values().stream().mapToLong(Long::longValue).min().orElse(0L);
  }

  /** The class of a point, if it is known; counts a hit. */
  Optional<KindClass> hit(KindPoint point, double energy) {
    Level level = at(point.units());
    double window = KindSolver.SAME_ENERGY * Math.max(1.0, Math.abs(energy));
    for (List<KindClass> near :
        level.byEnergy.subMap(energy - window, true, energy + window, true).values()) {
      for (KindClass known : near) {
        for (int s = 0; s < space.symmetries(); s++) {
          if (space.transform(point, s).matches(known.point(), space.isOdd(), KindSolver.ALIKE)) {
            level.hits.merge(known, 1L, Long::sum);
            return Optional.of(known);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Adds a class that is not known. */
  void add(KindClass found) {
    Level level = at(found.units());
    level.classes.add(found);
    level.byEnergy.computeIfAbsent(found.energy(), energy -> new ArrayList<>()).add(found);
    level.hits.put(found, 1L);
  }
}
