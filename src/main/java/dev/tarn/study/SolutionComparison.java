package dev.tarn.study;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.MinimaxPath;
import dev.tarn.potential.Potential;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.stationary.Tolerances;
import dev.tarn.study.settle.Settling;
import java.util.Optional;

/**
 * Whether two vectors of weights, or points of another potential, are the same solution up to
 * symmetry, and if not, how far apart they are: by distance, and by the barrier between the minima
 * that they lead to. Immutable.
 *
 * @param first the first solution
 * @param second the second solution
 * @param distance the Euclidean distance of the weights as given, the first to the nearest symmetry
 *     copy of the second
 * @param settledDistance the same of the points that they lead to
 * @param path the path between the two minima whose highest transition state is lowest; empty if
 *     they are the same, one of them is not in the landscape, or nothing joins them
 * @param tolerance the distance up to which two points are the same: {@link Tolerances#distance} in
 *     units of the potential's length
 */
public record SolutionComparison(
    Solution first,
    Solution second,
    double distance,
    double settledDistance,
    Optional<MinimaxPath> path,
    double tolerance) {

  /**
   * One of the two.
   *
   * @param energy the energy of the weights as given
   * @param settled the point that they lead to, by L-BFGS and Newton's method
   * @param minimum the minimum of the landscape that this is; empty if it is none
   */
  public record Solution(double energy, PolishedPoint settled, Optional<StationaryPoint> minimum) {}

  /**
   * Compares two vectors of weights.
   *
   * @param potential the energy; used by this thread only
   * @param landscape minima and transition states, may be empty; not modified
   * @param first the first vector; not modified
   * @param second the second vector; not modified
   * @return the comparison
   * @throws IllegalArgumentException if a vector has another length than the dimension, or its
   *     energy is not finite
   */
  public static SolutionComparison of(
      Potential potential, Landscape landscape, double[] first, double[] second) {
    return measured(potential.measured(), landscape, first, second);
  }

  private static SolutionComparison measured(
      Potential potential, Landscape landscape, double[] first, double[] second) {
    Settling settling = new Settling(potential);
    Solution one = solution(potential, settling, landscape, first);
    Solution other = solution(potential, settling, landscape, second);
    Optional<MinimaxPath> path =
        one.minimum()
            .flatMap(
                from ->
                    other
                        .minimum()
                        .filter(to -> to.id() != from.id())
                        .flatMap(to -> MinimaxPath.between(landscape, from.id(), to.id())));
    return new SolutionComparison(
        one,
        other,
        distance(potential, first, second),
        distance(potential, one.settled().coordinates(), other.settled().coordinates()),
        path,
        Tolerances.defaults().distance()
            * potential.scales().orElse(Potential.Scales.ONE).length());
  }

  /**
   * Where one vector of weights leads to.
   *
   * @param potential the energy; used by this thread only
   * @param landscape minima, may be empty; not modified
   * @param x the vector; not modified
   * @return the point, and whether the landscape holds it
   * @throws IllegalArgumentException if the vector has another length than the dimension, or its
   *     energy is not finite
   */
  public static Solution settle(Potential potential, Landscape landscape, double[] x) {
    Potential measured = potential.measured();
    return solution(measured, new Settling(measured), landscape, x);
  }

  private static Solution solution(
      Potential potential, Settling settling, Landscape landscape, double[] x) {
    if (x.length != potential.dimension()) {
      throw new IllegalArgumentException(
          "a solution has " + potential.dimension() + " numbers, not " + x.length);
    }
    double energy = potential.evaluator().energy(x);
    if (!Double.isFinite(energy)) {
      throw new IllegalArgumentException("the energy of a solution is finite, not " + energy);
    }
    PolishedPoint settled = settling.settle(x);
    Optional<StationaryPoint> minimum =
        landscape.find(settled.energy(), settled.coordinates()).filter(StationaryPoint::isMinimum);
    return new Solution(energy, settled, minimum);
  }

  private static double distance(Potential potential, double[] a, double[] b) {
    return potential.symmetry().nearestCopy(b, a, new double[b.length]);
  }

  /**
   * Whether the points as given are the same up to symmetry.
   *
   * @return whether their distance is at most {@link #tolerance}
   */
  public boolean same() {
    return distance <= tolerance;
  }

  /**
   * Whether both lead to the same point up to symmetry.
   *
   * @return whether the distance of the settled points is at most {@link #tolerance}
   */
  public boolean leadToTheSame() {
    return settledDistance <= tolerance;
  }

  /**
   * How high the path rises above the higher of its ends.
   *
   * @return the barrier, in units of the energy; empty without a path
   */
  public Optional<Double> barrier() {
    double higher = Math.max(first.settled().energy(), second.settled().energy());
    return path.map(found -> found.highest().energy() - higher);
  }
}
