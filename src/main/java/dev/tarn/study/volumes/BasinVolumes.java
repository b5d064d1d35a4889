package dev.tarn.study.volumes;

import dev.tarn.job.JobRunner;
import dev.tarn.job.RandomStreams;
import dev.tarn.job.order.OrderedJobs;
import dev.tarn.landscape.Landscape;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.Reliability.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * The volumes of basins of attraction: the share of starting points from which a way down leads to
 * each class of minima. Where the group of a network maps the law of the starting points to itself,
 * as it does a ball around zero, a class has the share of its copies together, and each copy an
 * equal part of it.
 *
 * <p>Shares are estimates from independent starts, with Clopper-Pearson intervals. All ways go down
 * from the same starts. Immutable.
 *
 * @param starts the number of starts
 * @param ways the names of the ways down
 * @param basins the classes that were reached, the largest share by the first way first
 * @param elsewhere for each way the share of starts that led to no minimum of the landscape
 */
public record BasinVolumes(
    int starts, List<String> ways, List<Basin> basins, List<Share> elsewhere) {

  /**
   * A basin.
   *
   * @param minimum the class
   * @param shares for each way the share of starts, with its interval
   */
  public record Basin(StationaryPoint minimum, List<Share> shares) {
    /**
     * Takes a copy of the list.
     *
     * @param minimum as above
     * @param shares as above
     */
    public Basin {
      shares = List.copyOf(shares);
    }
  }

  /**
   * Takes copies of the lists.
   *
   * @param starts as above
   * @param ways as above
   * @param basins as above
   * @param elsewhere as above
   */
  public BasinVolumes {
    ways = List.copyOf(ways);
    basins = List.copyOf(basins);
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * Estimates volumes; costs a way down for each start and way.
   *
   * @param landscape the landscape; not modified
   * @param starts the number of starts, at least 1
   * @param start gives a starting point by its number from 0 on
   * @param ways the ways down, at least one
   * @param runner where the ways are gone; the result does not depend on it
   * @param level the level of confidence, between 0 and 1
   * @return the volumes
   */
  public static BasinVolumes of(
      Landscape landscape,
      int starts,
      IntFunction<double[]> start,
      List<Way> ways,
      JobRunner runner,
      double level) {
    Map<Integer, int[]> counts = new TreeMap<>();
    int[] elsewhere = new int[ways.size()];
    for (int w = 0; w < ways.size(); w++) {
      int way = w;
      OrderedJobs.run(
          starts,
          start,
          runner,
          ways.get(way).workers(),
          end -> {
            Optional<StationaryPoint> found =
                end.isStationary(0) ? landscape.find(end) : Optional.empty();
            if (found.isPresent()) {
              counts.computeIfAbsent(found.get().id(), id -> new int[ways.size()])[way]++;
            } else {
              elsewhere[way]++;
            }
          });
    }
    List<Basin> basins = new ArrayList<>();
    counts.forEach(
        (id, count) -> basins.add(new Basin(landscape.get(id), shares(count, starts, level))));
    basins.sort(
        Comparator.comparingInt((Basin basin) -> -basin.shares.get(0).count())
            .thenComparingDouble(basin -> basin.minimum.energy()));
    return new BasinVolumes(
        starts, ways.stream().map(Way::name).toList(), basins, shares(elsewhere, starts, level));
  }

  private static List<Share> shares(int[] counts, int starts, double level) {
    return Arrays.stream(counts).mapToObj(count -> Share.of(count, starts, level)).toList();
  }

  /**
   * Starting points uniform in a ball around zero; each is a function of the seed and its number.
   *
   * @param dimension the number of variables
   * @param radius the radius of the ball, positive
   * @param seed the seed
   * @return a starting point by its number
   */
  public static IntFunction<double[]> ball(int dimension, double radius, long seed) {
    return number -> inBall(RandomStreams.of(seed, number), dimension, radius);
  }

  /** A point uniform in a ball: a Gaussian direction, and a radius whose n-th power is uniform. */
  static double[] inBall(RandomGenerator random, int n, double radius) {
    double[] x = new double[n];
    double square = 0.0;
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      square += x[i] * x[i];
    }
    double scale = radius * StrictMath.pow(random.nextDouble(), 1.0 / n) / Math.sqrt(square);
    for (int i = 0; i < n; i++) {
      x[i] *= scale;
    }
    return x;
  }
}
