package dev.tarn.study.cloud;

import dev.tarn.study.cloud.LossGradientCloud.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a loss-gradient cloud comes down to gradient zero, and which stationary points are there.
 *
 * <p>Bosman, Engelbrecht and Helbig (2020, section II) count the attractors of a landscape as the
 * places of such a cloud where the gradient is zero, each with an energy of its own. A walk never
 * quite gets to gradient zero, so a sampled point is taken as flat here if its gradient is short
 * enough, and flat points whose energies follow each other without a gap make one attractor. An
 * attractor of the sample is one of the landscape if there is a minimum of about its energy; where
 * there are saddles only, walks are slow but leave again. A stationary point is seen if there are
 * flat points of about its energy. Energies alone decide, as in the cloud: points at different
 * places with the same energy are not told apart. Immutable.
 *
 * @param flat the length up to which a gradient counts as zero
 * @param near the difference up to which energies are about the same
 * @param flatPoints the number of flat points
 * @param attractors the attractors by energy
 * @param approaches how often the cloud comes near each stationary point, by energy
 */
public record Attractors(
    double flat,
    double near,
    int flatPoints,
    List<Attractor> attractors,
    List<Approach> approaches) {

  /**
   * Flat points whose energies follow each other.
   *
   * @param from the lowest energy
   * @param to the highest energy
   * @param points the number of flat points
   * @param shortest the length of the shortest gradient among them
   * @param at the energy of the point with this gradient
   * @param stationary the stationary points with an energy from {@code from - near} to {@code to +
   *     near}, by energy
   */
  public record Attractor(
      double from, double to, int points, double shortest, double at, List<Mark> stationary) {
    /**
     * Takes a copy of the list.
     *
     * @param from as above
     * @param to as above
     * @param points as above
     * @param shortest as above
     * @param at as above
     * @param stationary as above
     */
    public Attractor {
      stationary = List.copyOf(stationary);
    }

    /**
     * How many stationary points of an index there are.
     *
     * @param from the lowest index, 0 for minima
     * @param to the highest index
     * @return the number
     */
    public int count(int from, int to) {
      return (int)
          stationary.stream().filter(mark -> mark.index() >= from && mark.index() <= to).count();
    }
  }

  /**
   * How often a cloud comes near a stationary point.
   *
   * @param mark the stationary point
   * @param points the number of flat points whose energies differ by at most {@code near} from its
   *     own
   * @param share the same as a part of all flat points; 0 if there are none
   */
  public record Approach(Mark mark, int points, double share) {}

  private record Flat(double energy, double norm) {}

  /**
   * Takes copies of the lists.
   *
   * @param flat as above
   * @param near as above
   * @param flatPoints as above
   * @param attractors as above
   * @param approaches as above
   */
  public Attractors {
    attractors = List.copyOf(attractors);
    approaches = List.copyOf(approaches);
  }

  /**
   * Finds the attractors. Cost: the flat points are sorted.
   *
   * @param cloud the sample
   * @param marks stationary points of the same energy; may be empty
   * @param flat the length up to which a gradient counts as zero, positive
   * @param near the difference up to which energies are about the same, and the gap above which
   *     they belong to different attractors; positive
   * @return the attractors
   * @throws IllegalArgumentException if a number is not positive and finite
   */
  public static Attractors of(LossGradientCloud cloud, List<Mark> marks, double flat, double near) {
    check(flat, near);
    List<Flat> points =
        IntStream.range(0, cloud.size())
            .filter(k -> cloud.norm(k) <= flat && Double.isFinite(cloud.energy(k)))
            .mapToObj(k -> new Flat(cloud.energy(k), cloud.norm(k)))
            .sorted(Comparator.comparingDouble(Flat::energy))
            .toList();
    List<Mark> sorted = marks.stream().sorted(Comparator.comparingDouble(Mark::energy)).toList();
    List<Attractor> attractors = new ArrayList<>();
    int first = 0;
    for (int k = 1; k <= points.size(); k++) {
      if (k == points.size() || points.get(k).energy() - points.get(k - 1).energy() > near) {
        attractors.add(attractor(points.subList(first, k), sorted, near));
        first = k;
      }
    }
    List<Approach> approaches = sorted.stream().map(mark -> approach(mark, points, near)).toList();
    return new Attractors(flat, near, points.size(), attractors, approaches);
  }

  /**
   * Checks the numbers before there is a cloud.
   *
   * @param flat as in {@link #of}
   * @param near as in {@link #of}
   * @throws IllegalArgumentException as {@link #of}
   */
  public static void check(double flat, double near) {
    check("gradient that counts as zero", flat);
    check("difference of energies that are about the same", near);
  }

  private static void check(String what, double value) {
    if (!(value > 0.0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("the " + what + " is positive, not " + value);
    }
  }

  private static Attractor attractor(List<Flat> points, List<Mark> marks, double near) {
    double from = points.get(0).energy();
    double to = points.get(points.size() - 1).energy();
    Flat lowest = points.get(0);
    for (Flat point : points) {
      lowest = point.norm() < lowest.norm() ? point : lowest;
    }
    List<Mark> there =
        marks.stream()
            .filter(mark -> mark.energy() >= from - near && mark.energy() <= to + near)
            .toList();
    return new Attractor(from, to, points.size(), lowest.norm(), lowest.energy(), there);
  }

  private static Approach approach(Mark mark, List<Flat> points, double near) {
    int count =
        (int)
            points.stream()
                .filter(point -> Math.abs(point.energy() - mark.energy()) <= near)
                .count();
    return new Approach(mark, count, points.isEmpty() ? 0.0 : (double) count / points.size());
  }
}
