package dev.tarn.study;

import dev.tarn.landscape.Landscape;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.settle.Settling;
import dev.tarn.train.Learner;
import dev.tarn.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A training run against the stationary points of a landscape: which ones it passes near, where it
 * is slow, and where it ends.
 *
 * <p>A snapshot is near the stationary point nearest to it, every symmetry copy counted, if the
 * relative distance is at most the threshold; the relative distance is the Euclidean one divided by
 * the length of the point's vector of weights, or by 1 where that is less, as for the zero point. A
 * visit is a stretch of snapshots near the same point.
 *
 * <p>A slow place is where the gradient is smaller than at all other steps within {@value #WINDOW}
 * times the length of the run on both sides, so that oscillations from step to step do not count.
 * Immutable.
 *
 * @param energies the energy after each step
 * @param gradients the root-mean-square gradient after each step
 * @param visits the visits in the order of the run
 * @param slowSteps the steps of the slow places, ascending
 * @param end what the end of the run settles to: a point of any index, or one that is not
 *     stationary
 * @param endId the id of that point; empty if it is not in the landscape
 * @param lowest the lowest minimum of the landscape; empty if it has none
 */
public record Visits(
    Vector energies,
    Vector gradients,
    List<Visit> visits,
    List<Integer> slowSteps,
    PolishedPoint end,
    Optional<Integer> endId,
    Optional<Level> lowest) {
  /** A threshold for the relative distance that has proved useful. */
  public static final double DEFAULT_THRESHOLD = 0.1;

  private static final double WINDOW = 0.02;

  /**
   * A minimum to compare with.
   *
   * @param id its number in its landscape
   * @param energy its energy
   */
  public record Level(int id, double energy) {}

  /** The stationary point nearest to a snapshot. */
  private record Nearest(int step, StationaryPoint point, double distance) {
    double relative() {
      double[] zero = new double[point.coordinates().length()];
      double length = Vectors.distance(point.coordinates().toArray(), zero);
      return distance / Math.max(1.0, length);
    }
  }

  /**
   * Takes copies of the lists.
   *
   * @param energies as above
   * @param gradients as above
   * @param visits as above
   * @param slowSteps as above
   * @param end as above
   * @param endId as above
   * @param lowest as above
   */
  public Visits {
    visits = List.copyOf(visits);
    slowSteps = List.copyOf(slowSteps);
  }

  /**
   * Compares a run with a landscape. Cost: a nearest symmetry copy for each snapshot and each point
   * of the landscape.
   *
   * @param run a run with snapshots
   * @param learner what was trained
   * @param landscape its stationary points, at least one; not modified
   * @param threshold the relative distance up to which a snapshot is near a point, positive
   * @return the comparison
   * @throws IllegalArgumentException if the run has no snapshots, the landscape no points, or the
   *     threshold is not positive
   */
  public static Visits of(
      Training.Run run, Learner learner, Landscape landscape, double threshold) {
    if (run.snapshots().isEmpty()) {
      throw new IllegalArgumentException(
          "run " + run.number() + " has no snapshots; Training.withSnapshots asks for them");
    }
    if (!(threshold > 0.0)) {
      throw new IllegalArgumentException("the threshold is positive, not " + threshold);
    }
    List<StationaryPoint> points = landscape.points();
    if (points.isEmpty()) {
      throw new IllegalArgumentException("the landscape has no stationary points");
    }
    SymmetryGroup symmetry = learner.potential().symmetry();
    List<Integer> slow = slowSteps(run.gradients());
    PolishedPoint end = new Settling(learner.potential()).settle(run.end().toArray());
    return new Visits(
        run.energies(),
        run.gradients(),
        visits(run.snapshots(), points, symmetry, threshold, slow),
        slow,
        end,
        landscape.find(end.energy(), end.coordinates()).map(StationaryPoint::id),
        landscape.globalMinimum().map(point -> new Level(point.id(), point.energy())));
  }

  /**
   * How far above the lowest minimum of the landscape the run is led to.
   *
   * @return the difference of the energies; empty if the landscape has no minimum
   */
  public Optional<Double> excess() {
    return lowest.map(level -> end.energy() - level.energy());
  }

  private static List<Visit> visits(
      List<Training.Run.Snapshot> snapshots,
      List<StationaryPoint> points,
      SymmetryGroup symmetry,
      double threshold,
      List<Integer> slow) {
    List<Visit> visits = new ArrayList<>();
    List<Nearest> stretch = new ArrayList<>();
    for (Training.Run.Snapshot snapshot : snapshots) {
      Nearest nearest = nearest(snapshot, points, symmetry);
      boolean near = nearest.relative() <= threshold;
      boolean goesOn =
          near && !stretch.isEmpty() && stretch.get(0).point().id() == nearest.point().id();
      if (!goesOn && !stretch.isEmpty()) {
        visits.add(visit(stretch, slow));
        stretch.clear();
      }
      if (near) {
        stretch.add(nearest);
      }
    }
    if (!stretch.isEmpty()) {
      visits.add(visit(stretch, slow));
    }
    return visits;
  }

  private static Nearest nearest(
      Training.Run.Snapshot snapshot, List<StationaryPoint> points, SymmetryGroup symmetry) {
    double[] x = snapshot.point().toArray();
    double[] copy = new double[x.length];
    Optional<Nearest> nearest = Optional.empty();
    for (StationaryPoint point : points) {
      double distance = symmetry.nearestCopy(point.coordinates().toArray(), x, copy);
      if (nearest.isEmpty() || distance < nearest.get().distance()) {
        nearest = Optional.of(new Nearest(snapshot.step(), point, distance));
      }
    }
    return nearest.orElseThrow();
  }

  private static Visit visit(List<Nearest> stretch, List<Integer> slow) {
    Nearest closest = stretch.get(0);
    for (Nearest nearest : stretch) {
      closest = nearest.distance() < closest.distance() ? nearest : closest;
    }
    int first = stretch.get(0).step();
    int last = stretch.get(stretch.size() - 1).step();
    return new Visit(
        closest.point().id(),
        closest.point().index(),
        closest.point().energy(),
        first,
        last,
        closest.step(),
        closest.distance(),
        closest.relative(),
        slow.stream().anyMatch(step -> step >= first && step <= last));
  }

  /** The first of several equal ones counts. */
  static List<Integer> slowSteps(Vector gradients) {
    int window = Math.max(1, (int) (WINDOW * gradients.length()));
    List<Integer> slow = new ArrayList<>();
    for (int k = 0; k < gradients.length(); k++) {
      double here = gradients.get(k);
      boolean least = true;
      // The neighbours first, which nearly always decide.
      for (int away = 1; away <= window && least; away++) {
        least =
            (k < away || gradients.get(k - away) > here)
                && (k + away >= gradients.length() || gradients.get(k + away) >= here);
      }
      if (least) {
        slow.add(k);
      }
    }
    return slow;
  }

  /**
   * A stationary point that a training run passes near.
   *
   * @param point the id of the point
   * @param index the number of negative eigenvalues there
   * @param energy the energy there
   * @param firstStep the step of the first snapshot near it
   * @param lastStep the step of the last one before the run is near another point, or near none
   * @param closestStep the step of the snapshot nearest to it
   * @param distance the Euclidean distance of that snapshot to the nearest symmetry copy of the
   *     point
   * @param relative the same, divided by the length of the point's vector of weights, or by 1 where
   *     that is less
   * @param slow whether a slow place of the run lies between the first and the last step
   */
  public record Visit(
      int point,
      int index,
      double energy,
      int firstStep,
      int lastStep,
      int closestStep,
      double distance,
      double relative,
      boolean slow) {}
}
