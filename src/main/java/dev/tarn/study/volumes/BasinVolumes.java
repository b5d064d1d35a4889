package dev.tarn.study.volumes;

import dev.tarn.job.RandomStreams;
import dev.tarn.landscape.Landscape;
import dev.tarn.path.Descent;
import dev.tarn.path.PathSettings;
import dev.tarn.path.SteepestDescent;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.Reliability.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The volumes of basins of attraction: the share of starting points, uniform in a ball around zero,
 * from which the steepest-descent path leads to each class of minima. The group of a network maps
 * the ball to itself, so a class has the share of its copies together; each copy has an equal part
 * of it.
 *
 * <p>Shares are estimates from independent starts, with Clopper-Pearson intervals. Start {@code k}
 * is a function of the seed and {@code k}. Immutable.
 *
 * @param radius the radius of the ball
 * @param starts the number of starts
 * @param basins the classes that were reached, the largest share first
 * @param elsewhere the share of starts that led to no minimum of the landscape
 */
public record BasinVolumes(double radius, int starts, List<Basin> basins, Share elsewhere) {

  /**
   * A basin.
   *
   * @param minimum the class
   * @param share the share of starts, with its interval
   */
  public record Basin(StationaryPoint minimum, Share share) {}

  /**
   * Takes a copy of the list.
   *
   * @param radius as above
   * @param starts as above
   * @param basins as above
   * @param elsewhere as above
   */
  public BasinVolumes {
    basins = List.copyOf(basins);
  }

  /**
   * Estimates volumes; costs a steepest-descent path for each start.
   *
   * @param potential the potential
   * @param landscape its landscape; not modified
   * @param radius the radius of the ball, positive
   * @param starts the number of starts, at least 1
   * @param seed the seed
   * @param level the level of confidence, between 0 and 1
   * @return the volumes
   */
  public static BasinVolumes of(
      Potential potential,
      Landscape landscape,
      double radius,
      int starts,
      long seed,
      double level) {
    SteepestDescent paths = new SteepestDescent(potential, PathSettings.defaults());
    Map<Integer, Integer> counts = new TreeMap<>();
    int elsewhere = 0;
    for (int k = 0; k < starts; k++) {
      Descent path =
          paths.descend(inBall(RandomStreams.of(seed, k), potential.dimension(), radius), false);
      Optional<StationaryPoint> end =
          path.end().isStationary(0) ? landscape.find(path.end()) : Optional.empty();
      if (end.isPresent()) {
        counts.merge(end.get().id(), 1, Integer::sum);
      } else {
        elsewhere++;
      }
    }
    List<Basin> basins = new ArrayList<>();
    counts.forEach(
        (id, count) -> basins.add(new Basin(landscape.get(id), Share.of(count, starts, level))));
    basins.sort(Comparator.comparingInt((Basin basin) -> basin.share.count()).reversed());
    return new BasinVolumes(radius, starts, basins, Share.of(elsewhere, starts, level));
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
