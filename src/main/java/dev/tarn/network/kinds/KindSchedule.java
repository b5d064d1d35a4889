package dev.tarn.network.kinds;

import dev.tarn.network.kinds.KindBatch.Given;
import dev.tarn.network.pattern.KindPoint;
import dev.tarn.potential.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What each level is searched from: first what follows from the classes below, then starting points
 * of several ways, each drawn as often as it pays. Used by one thread.
 */
final class KindSchedule {
  private static final List<KindStarts.Way> WAYS = List.of(KindStarts.Way.values());
  private static final int BATCH = 32;
  private static final int[] NONE = {};
  // To part the units of a class gives one to four starting points, and takes five to ten searches'
  // time.
  private static final int PARTED_BATCH = 8;
  private static final double REWARD = 0.3;
  private static final double FADING = 0.9995;
  private static final double LEAST_WEIGHT = 0.15;

  private final KindCatalogue catalogue;
  private final KindStarts starts;
  private final double[] weights;
  private final List<Level> levels = new ArrayList<>();

  private static final class Level {
    final List<KindPoint> offered = new ArrayList<>();
    long quiet;
    Given planned;
    Given merged;

    Level(KindJournal.State.Level state) {
      quiet = state.quiet();
      merged = new Given(state.below(), state.beforeThat(), state.parted(), 0);
      planned = merged;
    }
  }

  KindSchedule(KindCatalogue catalogue, KindStarts starts, KindJournal.State state) {
    this.catalogue = catalogue;
    this.starts = starts;
    // A way that is new since then begins like all others.
    weights = new double[WAYS.size()];
    Arrays.fill(weights, 1.0);
    int kept = Math.min(weights.length, state.weights().length());
    System.arraycopy(state.weights().toArray(), 0, weights, 0, kept);
    state.levels().forEach(level -> levels.add(new Level(level)));
  }

  private Level at(int level) {
    while (levels.size() <= level) {
      levels.add(new Level(new KindJournal.State.Level(0L, 0, 0, 0)));
    }
    return levels.get(level);
  }

  /** Plans anew what was planned and not merged. */
  void rewind() {
    for (Level level : levels) {
      level.planned = level.merged;
    }
  }

  /** The searches of a level since its last new class. */
  long quiet(int level) {
    return at(level).quiet;
  }

  /** The number of classes and points that are to give their starting points to a level. */
  int waiting(int level) {
    Given planned = at(level).planned;
    return level == 0
        // The point without units begins it all.
        ? 1 - planned.below()
        : size(level - 1)
            - planned.below()
            + size(level - 2)
            - planned.beforeThat()
            + size(level)
            - planned.parted()
            + at(level).offered.size()
            - planned.offered();
  }

  /** Notes a starting point from elsewhere, to be searched from before its level draws any. */
  void offer(KindPoint point) {
    at(point.units()).offered.add(point);
  }

  boolean hasSeeds(int level) {
    return waiting(level) > 0;
  }

  private int size(int level) {
    return level < 0 ? 0 : catalogue.level(level).size();
  }

  /** The next job of a level. */
  KindBatch next(int level, RandomGenerator random) {
    return hasSeeds(level) ? seeds(level) : draw(level, random);
  }

  /** What follows from classes, of which some give no point at all. */
  private KindBatch seeds(int level) {
    Level own = at(level);
    int below = own.planned.below();
    int beforeThat = own.planned.beforeThat();
    int parted = own.planned.parted();
    int offered = own.planned.offered();
    List<KindPoint> points = new ArrayList<>();
    if (level == 0) {
      points.add(starts.empty());
      below++;
    }
    while (points.size() < BATCH && below < size(level - 1)) {
      points.addAll(KindStarts.oneMore(catalogue.level(level - 1).get(below++)));
    }
    while (points.size() < BATCH && beforeThat < size(level - 2)) {
      points.addAll(KindStarts.twoMore(catalogue.level(level - 2).get(beforeThat++)));
    }
    List<KindPoint> parting = new ArrayList<>();
    while (points.isEmpty() && parting.size() < PARTED_BATCH && parted < size(level)) {
      parting.add(catalogue.level(level).get(parted++).point());
    }
    while (points.size() < BATCH && parting.isEmpty() && offered < own.offered.size()) {
      points.add(own.offered.get(offered++));
    }
    own.planned = new Given(below, beforeThat, parted, offered);
    return batch(level, NONE, points.stream().map(KindStart::following).toList(), parting);
  }

  private KindBatch batch(int level, int[] ways, List<KindStart> from, List<KindPoint> parting) {
    int[] origins = from.stream().mapToInt(KindStart::origin).toArray();
    return new KindBatch(
        new KindBatch.Plan(level, ways, origins, at(level).planned), from, parting);
  }

  private KindBatch draw(int level, RandomGenerator random) {
    List<KindStart> drawn = new ArrayList<>();
    int[] ways = new int[BATCH];
    double sum = 0.0;
    for (double weight : weights) {
      sum += weight;
    }
    while (drawn.size() < BATCH) {
      double at = sum * random.nextDouble();
      int way = 0;
      while (way + 1 < weights.length && at >= weights[way]) {
        at -= weights[way];
        way++;
      }
      Optional<KindStart> start = starts.draw(WAYS.get(way), level, random);
      if (start.isPresent()) {
        ways[drawn.size()] = way;
        drawn.add(start.get());
      }
    }
    return batch(level, ways, drawn, List.of());
  }

  /** Counts a search of a merged job, and whether it found a new class. */
  void count(KindBatch.Plan plan, int search, boolean isNew) {
    at(plan.level()).quiet++;
    int way = plan.way(search);
    if (way >= 0) {
      weights[way] = Math.max(LEAST_WEIGHT, weights[way] * FADING) + (isNew ? REWARD : 0.0);
    }
  }

  /** Notes that a job is merged. */
  void merged(KindBatch.Plan plan) {
    at(plan.level()).merged = plan.given();
  }

  /** Notes a new class: the patience of its level begins anew. */
  void learn(KindClass found) {
    starts.learn(found);
    at(found.units()).quiet = 0;
  }

  Vector weights() {
    return Vector.of(weights);
  }

  /** How far the levels are, as far as jobs are merged. */
  List<KindJournal.State.Level> levels() {
    return levels.stream()
        .map(
            level ->
                new KindJournal.State.Level(
                    level.quiet,
                    level.merged.below(),
                    level.merged.beforeThat(),
                    level.merged.parted()))
        .toList();
  }
}
