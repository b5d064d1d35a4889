package dev.tarn.network.kinds;

import dev.tarn.network.pattern.KindPoint;
import dev.tarn.network.pattern.UnitSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A starting point that a symmetry of the data maps to itself: kinds that it maps to themselves,
 * and sets of kinds that it maps to one another, which have as many copies each.
 *
 * <p>A search that begins there stays there but for rounding, and has little more than half of the
 * variables, so that it finds symmetric points which are rarely met from elsewhere. Used by one
 * thread.
 */
final class MirroredStart {
  private static final double SAME = 1e-12;
  private static final double CLOSE = 1e-6;

  private final UnitSpace space;
  private final int maxKinds;
  private final RandomGenerator random;
  private final int symmetry;
  private final List<double[]> units = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();

  /** A start for one of the symmetries but the identity, if there is any. */
  MirroredStart(UnitSpace space, int maxKinds, RandomGenerator random) {
    this.space = space;
    this.maxKinds = maxKinds;
    this.random = random;
    symmetry = space.symmetries() < 2 ? 0 : 1 + random.nextInt(space.symmetries() - 1);
  }

  /**
   * A symmetric class of a level below with further units: one that the symmetry maps to itself, or
   * as many as it makes of one.
   *
   * @param known the classes of a level below
   * @param missing how many units fewer these have
   * @param pool units to choose from, beside random ones
   * @return the start; empty if the class drawn is not symmetric, or the units drawn do not fit
   */
  Optional<KindPoint> grown(List<KindClass> known, int missing, List<double[]> pool) {
    if (symmetry == 0 || known.isEmpty()) {
      return Optional.empty();
    }
    KindClass from = UnitDraws.pick(known, random);
    KindPoint point = from.point();
    if (from.parts().images() == space.symmetries()
        || point.kinds() >= maxKinds
        || !space.transform(point, symmetry).matches(point, space.isOdd(), CLOSE)) {
      return Optional.empty();
    }
    boolean isKnown = !pool.isEmpty() && random.nextInt(4) > 0;
    double[] unit =
        isKnown
            ? UnitDraws.pick(pool, random)
            : UnitDraws.displaced(
                new double[space.size()], UnitDraws.scale(-2.0, 3.0, pool, random), random);
    List<double[]> further =
        missing == 1 || random.nextBoolean() ? List.of(invariant(unit)) : images(unit);
    List<double[]> all = new ArrayList<>(point.all());
    all.addAll(further);
    int[] counts = Arrays.copyOf(point.multiplicities(), all.size());
    if (missing % further.size() != 0 || all.size() > maxKinds) {
      return Optional.empty();
    }
    Arrays.fill(counts, point.kinds(), all.size(), missing / further.size());
    return Optional.of(new KindPoint(all, counts, point.biases()));
  }

  /**
   * Draws the start.
   *
   * @param level the number of units
   * @param pool units to choose from, beside random ones
   * @return the start; empty if the data have no symmetry, or the kinds drawn do not fit
   */
  Optional<KindPoint> draw(int level, List<double[]> pool) {
    if (symmetry == 0) {
      return Optional.empty();
    }
    double scale = UnitDraws.scale(-2.0, 3.0, pool, random);
    int sets = 1 + random.nextInt(Math.min(level, maxKinds / 2));
    for (int k = 0; k < sets; k++) {
      boolean known = !pool.isEmpty() && random.nextBoolean();
      double[] from = known ? pick(pool) : new double[space.size()];
      double[] unit =
          UnitDraws.displaced(from, known && random.nextBoolean() ? 0.0 : scale, random);
      add(random.nextInt(3) == 0 ? unit : invariant(unit));
    }
    int[] counts = counts(level);
    return counts.length == 0 || units.size() > maxKinds
        ? Optional.empty()
        : Optional.of(new KindPoint(units, counts, new double[space.outputs()]));
  }

  private double[] pick(List<double[]> pool) {
    return units.isEmpty() || random.nextBoolean()
        ? UnitDraws.pick(pool, random)
        : UnitDraws.alike(units.get(0), pool, random);
  }

  /** The images of a unit, itself first, until they come back to it. */
  private List<double[]> images(double[] unit) {
    List<double[]> images = new ArrayList<>();
    double[] next = unit;
    do {
      images.add(next);
      next = image(next);
    } while (images.size() <= maxKinds && KindPoint.apart(unit, next, space.isOdd()) > SAME);
    return images;
  }

  private double[] image(double[] unit) {
    KindPoint alone = new KindPoint(List.of(unit), new int[] {1}, new double[space.outputs()]);
    return space.transform(alone, symmetry).unit(0);
  }

  /**
   * The mean of a unit's images; of a unit that may change its sign, also with every other turned.
   */
  private double[] invariant(double[] unit) {
    boolean turned = space.isOdd() && random.nextBoolean();
    double[] mean = new double[unit.length];
    double sign = 1.0;
    List<double[]> images = images(unit);
    for (double[] image : images) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += sign * image[k] / images.size();
      }
      sign = turned ? -sign : sign;
    }
    return mean;
  }

  private void add(double[] unit) {
    List<double[]> images = images(unit);
    units.addAll(images);
    sizes.add(images.size());
  }

  /** How many copies each kind has, the same in each set; empty if they cannot fill the level. */
  private int[] counts(int level) {
    int[] copies = new int[sizes.size()];
    Arrays.fill(copies, 1);
    int rest = level - units.size();
    while (rest > 0) {
      int[] fitting = fitting(rest);
      if (fitting.length == 0) {
        return new int[0];
      }
      int set = fitting[random.nextInt(fitting.length)];
      copies[set]++;
      rest -= sizes.get(set);
    }
    if (rest < 0) {
      return new int[0];
    }
    int[] counts = new int[units.size()];
    int next = 0;
    for (int set = 0; set < copies.length; set++) {
      Arrays.fill(counts, next, next + sizes.get(set), copies[set]);
      next += sizes.get(set);
    }
    return counts;
  }

  private int[] fitting(int rest) {
    return IntStream.range(0, sizes.size()).filter(set -> sizes.get(set) <= rest).toArray();
  }
}
