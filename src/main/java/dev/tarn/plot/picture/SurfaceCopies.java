package dev.tarn.plot.picture;

import dev.tarn.potential.SymmetryGroup;
import dev.tarn.potential.Transformation;
import dev.tarn.potential.Vector;
import dev.tarn.stationary.StationaryPoint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** The symmetry copies of points and paths of two variables. Immutable. */
public final class SurfaceCopies {
  /** A plane has few symmetries; of a larger group the points are drawn as they are stored. */
  private static final int MOST = 64;

  private static final int DRAWS = 40 * MOST;

  private final List<Transformation> elements;

  /**
   * Collects the elements of a group.
   *
   * @param group the symmetry of the potential
   */
  public SurfaceCopies(SymmetryGroup group) {
    Set<Transformation> found = new LinkedHashSet<>();
    found.add(group.identity());
    if (group.order().compareTo(BigInteger.valueOf(MOST)) <= 0) {
      int order = group.order().intValue();
      SplittableRandom random = new SplittableRandom(1L);
      for (int k = 0; k < DRAWS && found.size() < order; k++) {
        found.add(group.randomElement(random));
      }
    }
    elements = List.copyOf(found);
  }

  /** All copies of a point, each once. */
  public List<SurfacePicture.Mark> marks(StationaryPoint point, boolean labelled) {
    double[] x = point.coordinates().toArray();
    String label = labelled ? Integer.toString(point.id()) : "";
    double same = 1e-6 * Math.max(Math.abs(x[0]), Math.abs(x[1]));
    List<SurfacePicture.Mark> marks = new ArrayList<>();
    for (Transformation element : elements) {
      double[] copy = element.apply(x);
      if (marks.stream()
          .noneMatch(m -> Math.max(Math.abs(m.x() - copy[0]), Math.abs(m.y() - copy[1])) <= same)) {
        marks.add(new SurfacePicture.Mark(label, copy[0], copy[1], point.index()));
      }
    }
    return marks;
  }

  /** All copies of some paths; those of symmetric ones lie on each other. */
  public List<Vector> of(List<Vector> paths) {
    List<Vector> copies = new ArrayList<>();
    for (Transformation element : elements) {
      for (Vector path : paths) {
        double[] moved = new double[path.length()];
        for (int k = 0; k + 1 < moved.length; k += 2) {
          double[] point = element.apply(new double[] {path.get(k), path.get(k + 1)});
          moved[k] = point[0];
          moved[k + 1] = point[1];
        }
        copies.add(Vector.of(moved));
      }
    }
    return copies;
  }
}
