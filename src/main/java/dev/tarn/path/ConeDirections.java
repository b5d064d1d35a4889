package dev.tarn.path;

import dev.tarn.job.RandomStreams;
import dev.tarn.linear.Vectors;
import dev.tarn.path.Stages.Way;
import dev.tarn.potential.space.SymmetricSpaces;
import dev.tarn.potential.space.SymmetricSpaces.LowestModes;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The directions in which a path leaves a saddle where the symmetry of its lowest eigenspace is
 * known: up to symmetry each lies in one of a few cones ({@link LowestModes}).
 *
 * <p>The minima that directions lead to divide a cone into sectors. With the directions {@code c},
 * all their copies {@code h c} under a subgroup that leaves a minimum in place lead to it, and
 * their mean has the minimum's own symmetry; where the sector holds it, the minimum is met among
 * the directions of that symmetry, and those of much symmetry are combinations of few of the
 * vectors that span the cone. So the first batch holds these vectors, and each further one halves
 * the arcs between two of them and adds combinations of all at random; the second one looks beside
 * each vector, too.
 *
 * <p>Up to {@link WholeSpace#THOROUGH_DIMENSION} variables there are three batches after the first
 * one. Beyond, the arcs are those between neighbours, of which a long list is thinned out, and
 * there is one batch. More follow for as long as the last one has led to a new class of minima.
 */
final class ConeDirections implements Directions {
  private static final int LEAST = 3;
  private static final int MOST = 6;
  // The more copies go one way, the less one more matters.
  private static final int DENSE = 8;
  private static final double THINNING = 1.25;
  private static final int ENDS = 2;

  // Sectors beside a vector of much symmetry may be narrow: 8 % of an arc was seen.
  private static final double BESIDE = 0.0625;

  private final SymmetricSpaces spaces;
  private final double[] saddle;
  private final LowestModes modes;
  private final boolean thorough;
  private final RandomGenerator random = RandomStreams.of(0, 0);
  private final List<double[]> rays = new ArrayList<>();
  private final Arcs arcs = new Arcs();
  private int batches;

  ConeDirections(SymmetricSpaces spaces, double[] saddle) {
    this.spaces = spaces;
    this.saddle = saddle;
    modes = spaces.lowestModes(saddle);
    thorough = saddle.length <= WholeSpace.THOROUGH_DIMENSION;
    addIfNew(modes.first(), rays);
    List<double[]> middles = new ArrayList<>();
    for (List<double[]> cone : modes.cones()) {
      List<double[]> edges = thorough ? cone : thinned(cone);
      edges.forEach(ray -> addIfNew(ray, rays));
      for (int j = 1; j < edges.size(); j++) {
        for (int k = thorough ? 0 : j - 1; k < j; k++) {
          Arcs.Arc arc = new Arcs.Arc(edges.get(k), edges.get(j));
          if (addIfNew(arc.middle(), middles)) {
            arcs.add(arc);
          }
        }
      }
    }
  }

  private static List<double[]> thinned(List<double[]> cone) {
    List<double[]> some = new ArrayList<>();
    double next = 0.0;
    for (int k = 0; k < cone.size(); k++) {
      if (k >= next || k >= cone.size() - ENDS) {
        some.add(cone.get(k));
        next = k < DENSE ? k + 1.0 : THINNING * k;
      }
    }
    return some;
  }

  /** Adds a direction unless it is equivalent to one that is there; whether it was added. */
  private boolean addIfNew(double[] direction, List<double[]> list) {
    double[] x = way(direction).probe(saddle);
    for (double[] known : list) {
      if (spaces.areCopies(x, way(known).probe(saddle))) {
        return false;
      }
    }
    list.add(direction);
    return true;
  }

  private Way way(double[] direction) {
    return new Way(modes.curvature(), direction);
  }

  @Override
  public List<Way> next(boolean news) {
    List<double[]> batch = new ArrayList<>();
    int least = thorough ? LEAST : 1;
    if (batches == 0) {
      batch.addAll(rays);
    } else if (!arcs.isEmpty() && (batches <= least || (news && batches <= MOST))) {
      if (thorough && batches == 1) {
        arcs.forEach(arc -> batch.addAll(List.of(arc.at(BESIDE), arc.at(1.0 - BESIDE))));
      }
      arcs.halve(batch);
      addRandom(batch);
    }
    batches++;
    return batch.stream().map(this::way).toList();
  }

  private void addRandom(List<double[]> batch) {
    for (List<double[]> cone : modes.cones()) {
      List<double[]> edges = thorough ? cone : thinned(cone);
      int count = edges.size() > 2 ? 1 << Math.max(0, batches - 2) : 0;
      for (int k = 0; k < count; k++) {
        double[] sum = new double[saddle.length];
        for (double[] ray : edges) {
          Vectors.add(sum, random.nextExponential(), ray);
        }
        Vectors.normalise(sum);
        batch.add(sum);
      }
    }
  }
}
