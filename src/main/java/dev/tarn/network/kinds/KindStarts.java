package dev.tarn.network.kinds;

import dev.tarn.network.pattern.KindPoint;
import dev.tarn.network.pattern.UnitSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Starting points for a level, made of what is known: kinds of units return in many points, and
 * points of one level are near those of the next.
 */
final class KindStarts {
  private static final int MAX_KINDS = 8;
  private static final int SOFT = 3;
  // Of so many classes the one is taken that was hit least.
  private static final int RIVALS = 16;

  /** How a starting point is made. */
  enum Way {
    /** Random units with random multiplicities. */
    RANDOM,
    /** Known units with random multiplicities. */
    POOL,
    /** A further kind added to a point of the level below. */
    ADDED,
    /** Copies moved from one kind to another. */
    MOVED,
    /** A kind split in two. */
    SPLIT,
    /** Kinds of two points, with new multiplicities. */
    MIXED,
    /** From beside a known point. */
    BESIDE,
    /** From beside a known point, along one eigenvector, mostly a soft one. */
    ALONG,
    /** Random and known units that a symmetry of the data maps to one another. */
    MIRRORED
  }

  private final KindCatalogue catalogue;
  private final UnitSpace space;
  private final Parting parting;
  private final List<double[]> pool = new ArrayList<>();

  KindStarts(KindCatalogue catalogue) {
    this.catalogue = catalogue;
    space = catalogue.space();
    parting = new Parting(space);
  }

  /** Takes notice of the units of a new class. */
  void learn(KindClass found) {
    space.images(found.point()).forEach(image -> pool.addAll(image.all()));
  }

  /** The point without units, its biases to be found. */
  KindPoint empty() {
    return new KindPoint(List.of(), new int[0], new double[space.outputs()]);
  }

  /** What follows from a class of the level below: one more unit of each kind. */
  static List<KindPoint> oneMore(KindClass below) {
    List<KindPoint> seeds = new ArrayList<>();
    for (int j = 0; j < below.kinds(); j++) {
      seeds.add(more(below.point(), j));
    }
    return seeds;
  }

  /** What follows from a class of the level before that: two more units of its kinds. */
  static List<KindPoint> twoMore(KindClass below) {
    List<KindPoint> seeds = new ArrayList<>();
    for (int i = 0; i < below.kinds(); i++) {
      KindPoint one = more(below.point(), i);
      for (int j = i; j < below.kinds(); j++) {
        seeds.add(more(one, j));
      }
    }
    return seeds;
  }

  private static KindPoint more(KindPoint point, int kind) {
    int[] counts = point.multiplicities();
    counts[kind]++;
    return new KindPoint(point.all(), counts, point.biases());
  }

  /** A starting point of a level; empty if there is nothing to make it of. */
  Optional<KindStart> draw(Way way, int level, RandomGenerator random) {
    return switch (way) {
      case RANDOM -> Optional.of(KindStart.at(random(level, random)));
      case POOL -> pooled(level, random).map(KindStart::at);
      case ADDED -> added(level, random).map(KindStart::at);
      case MOVED -> moved(level, random);
      case SPLIT -> split(level, random);
      case MIXED -> mixed(level, random).map(KindStart::at);
      case BESIDE -> beside(level, random);
      case ALONG -> along(level, random);
      case MIRRORED -> mirrored(level, random).map(KindStart::at);
    };
  }

  private Optional<KindPoint> mirrored(int level, RandomGenerator random) {
    MirroredStart start = new MirroredStart(space, MAX_KINDS, random);
    if (random.nextBoolean()) {
      return start.draw(level, pool);
    }
    int missing = 1 + random.nextInt(2);
    List<KindClass> known = level < missing ? List.of() : catalogue.level(level - missing);
    return start.grown(known, missing, pool);
  }

  private KindPoint random(int level, RandomGenerator random) {
    int kinds = 1 + random.nextInt(Math.min(level, MAX_KINDS - 2));
    double scale = scale(-2.0, 3.0, random);
    List<double[]> units = new ArrayList<>();
    for (int j = 0; j < kinds; j++) {
      units.add(gaussian(scale, random));
    }
    return point(
        units, level, UnitDraws.displaced(new double[space.outputs()], scale, random), random);
  }

  private Optional<KindPoint> pooled(int level, RandomGenerator random) {
    if (pool.isEmpty()) {
      return Optional.empty();
    }
    int kinds = 1 + random.nextInt(Math.min(level, MAX_KINDS - 2));
    boolean alike = random.nextBoolean();
    List<double[]> units = new ArrayList<>();
    units.add(UnitDraws.pick(pool, random));
    for (int j = 1; j < kinds; j++) {
      units.add(alike ? UnitDraws.alike(units.get(0), pool, random) : UnitDraws.pick(pool, random));
    }
    double scale = UnitDraws.beside(units, -3.0, 3.0, random);
    units = UnitDraws.displaced(units, scale, random);
    return Optional.of(
        point(
            units, level, UnitDraws.displaced(new double[space.outputs()], scale, random), random));
  }

  private Optional<KindPoint> added(int level, RandomGenerator random) {
    Optional<KindPoint> from = pickPoint(level - 1, random);
    if (from.isEmpty() || from.get().kinds() >= MAX_KINDS) {
      return Optional.empty();
    }
    KindPoint point = from.get();
    boolean known = !pool.isEmpty() && random.nextInt(3) > 0;
    double[] further =
        known ? UnitDraws.pick(pool, random) : gaussian(scale(-2.0, 3.0, random), random);
    double scale = random.nextBoolean() ? UnitDraws.beside(point.all(), -3.0, 3.0, random) : 0.0;
    List<double[]> units = new ArrayList<>(UnitDraws.displaced(point.all(), scale, random));
    units.add(UnitDraws.displaced(further, scale, random));
    int[] counts = Arrays.copyOf(point.multiplicities(), units.size());
    counts[units.size() - 1] = 1;
    return Optional.of(new KindPoint(units, counts, point.biases()));
  }

  private Optional<KindStart> moved(int level, RandomGenerator random) {
    Optional<KindClass> from = pickClass(level, random);
    if (from.isEmpty() || from.get().kinds() < 2) {
      return Optional.empty();
    }
    KindPoint point = from.get().point();
    int[] counts = point.multiplicities();
    int giver = random.nextInt(counts.length);
    int taker = random.nextInt(counts.length);
    if (giver == taker || counts[giver] < 2) {
      return Optional.empty();
    }
    int moved = 1 + random.nextInt(counts[giver] - 1);
    counts[giver] -= moved;
    counts[taker] += moved;
    double scale = random.nextBoolean() ? UnitDraws.beside(point.all(), -3.0, 3.0, random) : 0.0;
    return Optional.of(
        KindStart.from(
            catalogue.number(from.get()),
            new KindPoint(
                UnitDraws.displaced(point.all(), scale, random), counts, point.biases())));
  }

  private Optional<KindStart> split(int level, RandomGenerator random) {
    boolean grown = random.nextInt(3) == 0;
    Optional<KindClass> from = pickClass(grown ? level - 1 : level, random);
    if (from.isEmpty() || from.get().kinds() == 0 || from.get().kinds() >= MAX_KINDS) {
      return Optional.empty();
    }
    KindPoint point = from.get().point();
    int kind = random.nextInt(point.kinds());
    KindPoint whole = grown ? more(point, kind) : point;
    int copies = whole.multiplicity(kind);
    return copies < 2
        ? Optional.empty()
        : Optional.of(
            KindStart.from(
                grown ? 0 : catalogue.number(from.get()),
                parting.from(whole, kind, 1 + random.nextInt(copies - 1), random)));
  }

  private Optional<KindPoint> mixed(int level, RandomGenerator random) {
    int source = random.nextBoolean() ? level : level - 1;
    Optional<KindPoint> first = pickPoint(source, random);
    Optional<KindPoint> second = pickPoint(source, random);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    KindPoint other = space.transform(second.get(), random.nextInt(space.symmetries()));
    List<double[]> units = new ArrayList<>();
    for (KindPoint point : List.of(first.get(), other)) {
      for (double[] unit : point.all()) {
        if (random.nextInt(3) > 0) {
          units.add(unit);
        }
      }
    }
    if (units.isEmpty() || units.size() > Math.min(level, MAX_KINDS)) {
      return Optional.empty();
    }
    return Optional.of(point(units, level, first.get().biases(), random));
  }

  private Optional<KindStart> beside(int level, RandomGenerator random) {
    Optional<KindClass> from = pickClass(level, random);
    return from.map(KindClass::point)
        .map(
            point ->
                KindStart.from(
                    catalogue.number(from.get()),
                    new KindPoint(
                        UnitDraws.displaced(
                            point.all(), UnitDraws.beside(point.all(), -1.5, 2.0, random), random),
                        point.multiplicities(),
                        point.biases())));
  }

  private Optional<KindStart> along(int level, RandomGenerator random) {
    Optional<KindClass> from = pickClass(level, random);
    if (from.isEmpty() || from.get().kinds() == 0) {
      return Optional.empty();
    }
    KindPoint point = from.get().point();
    int modes = space.size() * point.kinds();
    int mode = random.nextInt(random.nextBoolean() ? Math.min(SOFT, modes) : modes);
    double length = UnitDraws.beside(point.all(), -2.0, 3.0, random);
    return Optional.of(
        new KindStart(
            point, catalogue.number(from.get()), mode, random.nextBoolean() ? length : -length));
  }

  /** Units with random multiplicities that add up to a level. */
  private static KindPoint point(
      List<double[]> units, int level, double[] biases, RandomGenerator random) {
    int[] counts = new int[units.size()];
    Arrays.fill(counts, 1);
    for (int k = counts.length; k < level; k++) {
      counts[random.nextInt(counts.length)]++;
    }
    return new KindPoint(units, counts, biases);
  }

  private Optional<KindPoint> pickPoint(int level, RandomGenerator random) {
    return pickClass(level, random).map(KindClass::point);
  }

  /**
   * A class of a level: any, or as often one that few searches have ended in. Where points come and
   * go in pairs as the regularisation changes, the other one of a pair that is hard to find is near
   * the first and as hard to find from elsewhere.
   */
  private Optional<KindClass> pickClass(int level, RandomGenerator random) {
    List<KindClass> known = level < 0 ? List.of() : catalogue.level(level);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    KindClass picked = UnitDraws.pick(known, random);
    if (random.nextBoolean()) {
      return Optional.of(picked);
    }
    for (int k = 1; k < RIVALS; k++) {
      KindClass other = UnitDraws.pick(known, random);
      if (catalogue.hits(other) < catalogue.hits(picked)) {
        picked = other;
      }
    }
    return Optional.of(picked);
  }

  private double[] gaussian(double scale, RandomGenerator random) {
    return UnitDraws.displaced(new double[space.size()], scale, random);
  }

  /** The scale of a random unit: absolute, or in the size of a known one. */
  private double scale(double first, double count, RandomGenerator random) {
    return UnitDraws.scale(first, count, pool, random);
  }
}
