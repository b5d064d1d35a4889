package dev.tarn.path;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.path.Stages.Way;
import dev.tarn.potential.SymmetryGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The directions in which a path leaves a saddle: unit vectors of the lowest eigenspace, in
 * batches.
 *
 * <p>A single mode has two. In a plane or a space of modes the minima that the directions lead to
 * divide the circle or sphere into sectors, which the group of the saddle maps to each other. The
 * first batch holds the directions that stand out, one of each class of equivalent ones: those
 * nearest to coordinate axes, and those that some transformations of the group leave in place,
 * where borders of sectors are to be expected. Between neighbours among them that lie in one plane
 * of such directions, each further batch halves all arcs that are not equivalent; on a sphere it
 * adds random directions.
 *
 * <p>There are three batches after the first one, so that every sector of a circle is met that is
 * wider than an eighth of an arc, and then more for as long as the last one has led to a new class
 * of minima.
 */
final class SampledDirections implements Directions {
  private static final int LEAST = 3;
  private static final int MOST = 6;
  private static final double SAME = 1e-6;

  private final SymmetryGroup symmetry;
  private final double[] saddle;
  private final LowestSpace space;
  private final boolean thorough;
  private final RandomGenerator random = RandomStreams.of(0, 0);
  private final List<double[]> rays = new ArrayList<>();
  private final Arcs arcs = new Arcs();
  private int batches;

  /**
   * The directions of a saddle.
   *
   * @param symmetry the group that makes directions equivalent
   * @param saddle the saddle
   * @param space its lowest eigenspace
   * @param thorough whether a direction costs little enough for many to be tried
   */
  SampledDirections(SymmetryGroup symmetry, double[] saddle, LowestSpace space, boolean thorough) {
    this.symmetry = symmetry;
    this.saddle = saddle;
    this.space = space;
    this.thorough = thorough;
    int m = space.multiplicity();
    ModeGroup group = new ModeGroup(symmetry, saddle, space);
    List<double[]> outstanding = new ArrayList<>();
    for (double[] axis : axes(m)) {
      addBoth(axis, outstanding);
    }
    for (double[][] line : group.fixedSpaces(1)) {
      addBoth(line[0], outstanding);
    }
    double[] sum = new double[m];
    for (int k = 0; k < m; k++) {
      sum[k] = 1.0;
      double[] unit = sum.clone();
      Vectors.normalise(unit);
      addBoth(unit, outstanding);
    }
    outstanding = group.withImages(outstanding);
    outstanding.forEach(ray -> addIfNew(ray, rays));
    if (m > 1) {
      List<double[]> middles = new ArrayList<>();
      // In two dimensions the identity leaves the plane itself in place.
      for (double[][] plane : group.fixedSpaces(2)) {
        addArcs(plane, outstanding, middles);
      }
    }
  }

  private static double[][] axes(int m) {
    double[][] axes = new double[m][m];
    for (int k = 0; k < m; k++) {
      axes[k][k] = 1.0;
    }
    return axes;
  }

  private static void addBoth(double[] vector, List<double[]> list) {
    double[] opposite = vector.clone();
    for (int k = 0; k < opposite.length; k++) {
      opposite[k] = -opposite[k];
    }
    list.add(vector);
    list.add(opposite);
  }

  /** Adds a direction unless it is equivalent to one that is there; whether it was added. */
  private boolean addIfNew(double[] direction, List<double[]> list) {
    double[] x = probe(direction);
    double[] copy = new double[x.length];
    for (double[] known : list) {
      if (symmetry.nearestCopy(x, probe(known), copy) <= SAME) {
        return false;
      }
    }
    list.add(direction);
    return true;
  }

  /** A point so far from the saddle that its symmetry is that of the direction. */
  private double[] probe(double[] direction) {
    return new Way(space.curvature(), space.direction(direction)).probe(saddle);
  }

  /** The arcs between neighbouring rays of a plane, those equivalent to earlier ones left out. */
  private void addArcs(double[][] plane, List<double[]> outstanding, List<double[]> middles) {
    List<double[]> within = new ArrayList<>();
    for (double[] ray : outstanding) {
      double along = Math.hypot(Vectors.dot(ray, plane[0]), Vectors.dot(ray, plane[1]));
      if (along >= 1.0 - SAME) {
        within.add(ray);
      }
    }
    if (within.size() < 3) {
      addBoth(plane[0], within);
      addBoth(plane[1], within);
    }
    within.sort(
        Comparator.comparingDouble(
            ray -> StrictMath.atan2(Vectors.dot(ray, plane[1]), Vectors.dot(ray, plane[0]))));
    for (int k = 0; k < within.size(); k++) {
      Arcs.Arc arc = new Arcs.Arc(within.get(k), within.get((k + 1) % within.size()));
      if (Vectors.distance(arc.from(), arc.to()) > SAME && addIfNew(arc.middle(), middles)) {
        arcs.add(arc);
      }
    }
  }

  @Override
  public List<Way> next(boolean news) {
    List<double[]> batch = new ArrayList<>();
    int m = space.multiplicity();
    if (batches == 0) {
      batch.addAll(rays);
    } else if (m > 1 && (batches <= (thorough ? LEAST : 1) || (news && batches <= MOST))) {
      arcs.halve(batch);
      if (m > 2) {
        addRandom(batch);
      }
    }
    batches++;
    return batch.stream()
        .map(direction -> new Way(space.curvature(), space.direction(direction)))
        .toList();
  }

  private void addRandom(List<double[]> batch) {
    // The more the group is able to do, the fewer rays are left, and the smaller is what a random
    // direction has to be found in.
    int share = rays.size() * (space.multiplicity() - 1);
    int count = (thorough ? share : 1) << Math.max(0, batches - 2);
    for (int k = 0; k < count; k++) {
      double[] direction = new double[space.multiplicity()];
      for (int j = 0; j < direction.length; j++) {
        direction[j] = random.nextGaussian();
      }
      Vectors.normalise(direction);
      batch.add(direction);
    }
  }
}
