package dev.tarn.network.kinds;

import dev.tarn.network.Network;
import dev.tarn.network.pattern.KindPoint;
import dev.tarn.network.pattern.UnitSpace;
import dev.tarn.stationary.Tolerances;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The stationary points of a family of networks, level by level: level {@code k} holds the classes
 * with {@code k} units that have weights.
 *
 * <p>Where a unit without weights contributes nothing, the catalogue of {@code N} hidden units is
 * the union of the levels 0 to {@code N}: each level serves all larger networks. Where it does
 * (logistic, softplus), it is level {@code N} alone.
 *
 * <p>Classes with an eigenvalue of next to nothing have no certain index. They are kept apart, and
 * in no count. Not thread-safe.
 */
public final class KindCatalogue {
  private final UnitSpace space;
  private final Tolerances tolerances;
  private final List<Level> levels = new ArrayList<>();
  private final List<Entry> all = new ArrayList<>();
  private final Map<KindClass, Entry> byClass = new HashMap<>();
  private final Map<Integer, Totals> totals = new HashMap<>();

  /** What a network's classes add up to; every merge of an enumeration asks. */
  private static final class Totals {
    private static final int[] NONE = {};

    final int hidden;
    BigInteger morseSum = BigInteger.ZERO;
    int[] counts = NONE;

    Totals(int hidden) {
      this.hidden = hidden;
    }

    void add(KindClass each) {
      int index = each.index(hidden);
      BigInteger orbit = each.orbit(hidden);
      morseSum = morseSum.add(index % 2 == 0 ? orbit : orbit.negate());
      if (index >= counts.length) {
        counts = Arrays.copyOf(counts, index + 1);
      }
      counts[index]++;
    }
  }

  private static final class Level {
    final List<KindClass> classes = new ArrayList<>();
    final List<KindClass> degenerate = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    final TreeMap<Double, List<Entry>> byEnergy = new TreeMap<>();
    OptionalLong fewestHits = OptionalLong.empty();
  }

  /** The images of a class under the symmetries of the data, and how often it was hit. */
  private static final class Entry {
    final Level level;
    final int number;
    final List<KindPoint> images;
    long hits;

    Entry(Level level, int number, List<KindPoint> images, long hits) {
      this.level = level;
      this.number = number;
      this.images = images;
      this.hits = hits;
    }
  }

  KindCatalogue(UnitSpace space, Tolerances tolerances) {
    this.space = space;
    this.tolerances = tolerances;
  }

  /**
   * An empty catalogue, with the default tolerances.
   *
   * @param network a network of the family, with any number of hidden units
   * @throws IllegalArgumentException if the network has not one hidden layer, or some weight is not
   *     regularised
   */
  public KindCatalogue(Network network) {
    this(units(network), Tolerances.defaults());
  }

  /**
   * Whether the catalogues of a network and of all smaller ones are made of levels.
   *
   * @param network the network
   * @return true if it has one hidden layer, every weight is regularised, and units without weights
   *     contribute nothing, and smoothly
   */
  public static boolean serves(Network network) {
    return network.capability(UnitSpace.class).filter(UnitSpace::hasZeroUnits).isPresent()
        && !network.hasKinks();
  }

  /**
   * The units of a network's family.
   *
   * @throws IllegalArgumentException if the network has more or less than one hidden layer, or some
   *     weight is not regularised
   */
  static UnitSpace units(Network network) {
    if (network.architecture().hidden().size() != 1) {
      throw new IllegalArgumentException(
          "kinds of units are for networks with one hidden layer, not for " + network);
    }
    return network
        .capability(UnitSpace.class)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kinds of units need a penalty on every weight and bias, not "
                        + network.penalty()));
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
    List<KindClass> classes = new ArrayList<>();
    for (int k = space.lowestLevel(hidden); k <= hidden; k++) {
      classes.addAll(level(k));
    }
    classes.sort(Comparator.comparingDouble(KindClass::energy));
    return classes;
  }

  /** The number of a network's classes. */
  int count(int hidden) {
    int count = 0;
    for (int k = space.lowestLevel(hidden); k <= hidden; k++) {
      count += level(k).size();
    }
    return count;
  }

  /** The number of a network's classes of an index. */
  int count(int hidden, int index) {
    int[] counts = totals(hidden).counts;
    return index < counts.length ? counts[index] : 0;
  }

  private Totals totals(int hidden) {
    return totals.computeIfAbsent(
        hidden,
        units -> {
          Totals all = new Totals(units);
          for (int k = space.lowestLevel(units); k <= units; k++) {
            level(k).forEach(all::add);
          }
          return all;
        });
  }

  /**
   * The classes put aside, since an eigenvalue is as good as zero.
   *
   * @param hidden the number of hidden units
   * @return those with an eigenvalue inside the cutoff before they are padded with zero units
   */
  public List<KindClass> degenerate(int hidden) {
    List<KindClass> classes = new ArrayList<>();
    for (int k = space.lowestLevel(hidden); k <= hidden && k < levels.size(); k++) {
      classes.addAll(levels.get(k).degenerate);
    }
    return classes;
  }

  /**
   * The Morse sum of a network's catalogue.
   *
   * @param hidden the number of hidden units
   * @return the sum of {@code (-1)^index} over all points, every symmetry copy counted
   */
  public BigInteger morseSum(int hidden) {
    return totals(hidden).morseSum;
  }

  /**
   * How many classes of each index a network has.
   *
   * @param hidden the number of hidden units
   * @return the numbers of classes from index 0 to the highest that occurs
   */
  public int[] counts(int hidden) {
    return totals(hidden).counts.clone();
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

  /** How often the class of a level that was hit least was hit; 0 without classes. */
  long fewestHits(int units) {
    Level level = at(units);
    if (level.fewestHits.isEmpty()) {
      level.fewestHits = level.entries.stream().mapToLong(entry -> entry.hits).min();
    }
    return level.fewestHits.orElse(0L);
  }

  /**
   * How often a class was hit.
   *
   * @param found a class of this catalogue
   * @return the number of searches that ended there and did not begin beside it, 0 for a class of
   *     another catalogue
   */
  public long hits(KindClass found) {
    Entry entry = byClass.get(found);
    return entry == null ? 0L : entry.hits;
  }

  /** The number of a class by the order in which all were found, from 1; 0 for another's class. */
  int number(KindClass found) {
    Entry entry = byClass.get(found);
    return entry == null ? 0 : entry.number;
  }

  /** The number of a class by the order in which all were found, from 1, if the point is known. */
  OptionalInt find(KindPoint point, double energy) {
    double window = tolerances.energy() * Math.max(1.0, Math.abs(energy));
    for (List<Entry> near :
        at(point.units()).byEnergy.subMap(energy - window, true, energy + window, true).values()) {
      for (Entry known : near) {
        for (KindPoint image : known.images) {
          if (point.matches(image, space.isOdd(), tolerances.distance())) {
            return OptionalInt.of(known.number);
          }
        }
      }
    }
    return OptionalInt.empty();
  }

  /** Counts a further hit of a class. */
  void hit(int number) {
    Entry entry = all.get(number - 1);
    if (entry.level.fewestHits.equals(OptionalLong.of(entry.hits))) {
      entry.level.fewestHits = OptionalLong.empty();
    }
    entry.hits++;
  }

  /** Adds a class that is not known. */
  void add(KindClass found, long hits) {
    Level level = at(found.units());
    Entry entry = new Entry(level, all.size() + 1, space.images(found.point()), hits);
    all.add(entry);
    byClass.put(found, entry);
    level.byEnergy.computeIfAbsent(found.energy(), energy -> new ArrayList<>()).add(entry);
    if (isDegenerate(found)) {
      level.degenerate.add(found);
      return;
    }
    level.entries.add(entry);
    level.classes.add(found);
    level.fewestHits = OptionalLong.empty();
    for (Totals each : totals.values()) {
      if (contains(each.hidden, found)) {
        each.add(found);
      }
    }
  }

  /** Whether a class, padded with zero units, is one of a network. */
  private boolean contains(int hidden, KindClass found) {
    return found.units() >= space.lowestLevel(hidden) && found.units() <= hidden;
  }

  /** Whether a class has no certain index. */
  boolean isDegenerate(KindClass found) {
    return found.smallestMagnitude(found.units()) < tolerances.zeroCutoff();
  }
}
