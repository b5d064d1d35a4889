package dev.tarn.network.kinds;

import java.util.List;
import java.util.random.RandomGenerator;

/** What is drawn to make units of: known ones, displacements, and their scales. */
final class UnitDraws {
  private static final int TRIALS = 16;
  private static final double ALIKE = 4.0;

  private UnitDraws() {}

  static <T> T pick(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }

  static List<double[]> displaced(List<double[]> units, double scale, RandomGenerator random) {
    return units.stream().map(unit -> displaced(unit, scale, random)).toList();
  }

  static double[] displaced(double[] from, double scale, RandomGenerator random) {
    double[] out = from.clone();
    for (int k = 0; k < out.length && scale > 0.0; k++) {
      out[k] += scale * random.nextGaussian();
    }
    return out;
  }

  /**
   * A known unit of about the size of another: weights go with a power of the regularisation that
   * differs from one group of points to the next, and points have units of one group.
   */
  static double[] alike(double[] unit, List<double[]> pool, RandomGenerator random) {
    double size = size(unit);
    for (int trial = 0; trial < TRIALS; trial++) {
      double[] other = pick(pool, random);
      double ratio = size(other) / size;
      if (ratio > 1.0 / ALIKE && ratio < ALIKE) {
        return other;
      }
    }
    return unit;
  }

  /** The root mean square of a unit's weights. */
  private static double size(double[] unit) {
    double sum = 0.0;
    for (double weight : unit) {
      sum += weight * weight;
    }
    return Math.sqrt(sum / unit.length);
  }

  /** The scale of a random unit: absolute, or in the size of a known one. */
  static double scale(double first, double count, List<double[]> pool, RandomGenerator random) {
    return pool.isEmpty() || random.nextBoolean()
        ? decades(first, count, random)
        : size(pick(pool, random)) * decades(-0.5, 1.0, random);
  }

  /** A scale to displace units by: absolute, or in their size. */
  static double beside(List<double[]> units, double first, double count, RandomGenerator random) {
    double size = random.nextBoolean() || units.isEmpty() ? 1.0 : size(pick(units, random));
    return size * decades(first, count, random);
  }

  /** A scale whose logarithm is uniform: from {@code 10^first}, over some decades. */
  static double decades(double first, double count, RandomGenerator random) {
    return StrictMath.pow(10.0, first + count * random.nextDouble());
  }
}
