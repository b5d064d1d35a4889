package dev.tarn.surfaces.atoms;

import dev.tarn.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All ways in which a cluster of like atoms lies on another one: rotations, with or without
 * inversion, and permutations. Found exactly, up to a tolerance: two atoms of the first cluster
 * that are not in line with its centre, those of the smallest shells, may come to lie on any two
 * atoms of the second one at the same distances from the centre and from each other, which leaves
 * two orthogonal matrices each.
 *
 * <p>Cost: at most {@code 2 N^2} matrices, each with {@code N^2} distances. For one pair of
 * clusters.
 */
final class Coincidence {
  private static final double IN_LINE = 1e-3;

  private final double[] r;
  private final double[] onto;
  private final int atoms;
  private final double tolerance;
  private final double[] moved;

  /**
   * Looks at two clusters.
   *
   * @param r the first, relative to its centre
   * @param onto the second, relative to its centre
   * @param tolerance how far atoms that lie on each other may be apart
   */
  Coincidence(double[] r, double[] onto, double tolerance) {
    this.r = r;
    this.onto = onto;
    this.tolerance = tolerance;
    atoms = r.length / 3;
    moved = new double[r.length];
  }

  /** A way: for each place of the second cluster the atom of the first, and a matrix. */
  record Way(Element element, double[] matrix) {}

  /** The first way found. */
  Optional<Way> any() {
    List<Way> found = ways(1);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  /** All ways: those of a cluster onto itself make up its point group. */
  List<Way> all() {
    return ways(Integer.MAX_VALUE);
  }

  private List<Way> ways(int most) {
    List<Way> found = new ArrayList<>();
    if (!sameShells()) {
      return found;
    }
    int first = rarest(-1);
    int second = first < 0 ? -1 : rarest(first);
    if (first < 0) {
      // All atoms at the centre: a single one.
      note(Rotation.matrix(1.0, 0.0, 0.0, 0.0), found);
      note(Rotation.inverted(Rotation.matrix(1.0, 0.0, 0.0, 0.0)), found);
      return found;
    }
    for (int a = 0; a < atoms && found.size() < most; a++) {
      if (Math.abs(radius(onto, a) - radius(r, first)) > tolerance) {
        continue;
      }
      if (second < 0) {
        double[] here = pair(r, first, first);
        note(Rotation.best(here, pair(onto, a, a)), found);
        note(Rotation.inverted(Rotation.best(Rotation.inverted(here), pair(onto, a, a))), found);
        continue;
      }
      for (int b = 0; b < atoms && found.size() < most; b++) {
        if (b != a
            && Math.abs(radius(onto, b) - radius(r, second)) <= tolerance
            && Math.abs(distance(onto, a, b) - distance(r, first, second)) <= 2.0 * tolerance) {
          note(Rotation.best(frame(r, first, second, 1.0), frame(onto, a, b, 1.0)), found);
          note(
              Rotation.inverted(
                  Rotation.best(frame(r, first, second, 1.0), frame(onto, a, b, -1.0))),
              found);
        }
      }
    }
    return found;
  }

  /** Keeps a matrix that takes all atoms to atoms; for clusters in line both inversions. */
  private void note(double[] matrix, List<Way> found) {
    int[] from = matching(matrix);
    if (from.length == 0) {
      return;
    }
    boolean inverted = determinant(matrix) < 0.0;
    Way way = new Way(new Element(from, inverted), matrix);
    if (found.stream().noneMatch(known -> known.element().equals(way.element()))) {
      found.add(way);
    }
  }

  private int[] matching(double[] matrix) {
    Rotation.apply(matrix, r, moved);
    int[] from = new int[atoms];
    boolean[] taken = new boolean[atoms];
    for (int j = 0; j < atoms; j++) {
      int nearest = -1;
      double least = tolerance * tolerance;
      for (int i = 0; i < atoms; i++) {
        double square = Vectors.squaredDistance(moved, 3 * i, 1.0, onto, 3 * j, 3);
        if (!taken[i] && square <= least) {
          least = square;
          nearest = i;
        }
      }
      if (nearest < 0) {
        return new int[0];
      }
      taken[nearest] = true;
      from[j] = nearest;
    }
    return from;
  }

  private boolean sameShells() {
    double[] mine = radii(r);
    double[] other = radii(onto);
    for (int i = 0; i < atoms; i++) {
      if (Math.abs(mine[i] - other[i]) > tolerance) {
        return false;
      }
    }
    return true;
  }

  private double[] radii(double[] x) {
    double[] radii = new double[atoms];
    Arrays.setAll(radii, i -> radius(x, i));
    Arrays.sort(radii);
    return radii;
  }

  /** The atom of the smallest shell that is not in line with the centre and another one. */
  private int rarest(int besides) {
    int best = -1;
    int fewest = Integer.MAX_VALUE;
    double size = Vectors.norm(r) / Math.sqrt(atoms);
    for (int i = 0; i < atoms; i++) {
      boolean useful =
          besides < 0
              ? radius(r, i) > IN_LINE * size
              : i != besides && Vectors.norm(cross(r, besides, i)) > IN_LINE * size * size;
      if (useful) {
        int count = 0;
        for (int j = 0; j < atoms; j++) {
          count += Math.abs(radius(r, i) - radius(r, j)) <= tolerance ? 1 : 0;
        }
        if (count < fewest) {
          fewest = count;
          best = i;
        }
      }
    }
    return best;
  }

  private static double radius(double[] x, int i) {
    return Math.sqrt(
        x[3 * i] * x[3 * i] + x[3 * i + 1] * x[3 * i + 1] + x[3 * i + 2] * x[3 * i + 2]);
  }

  private static double distance(double[] x, int i, int j) {
    return Math.sqrt(Vectors.squaredDistance(x, 3 * i, 1.0, x, 3 * j, 3));
  }

  private static double[] cross(double[] x, int i, int j) {
    double[] out = new double[3];
    for (int k = 0; k < 3; k++) {
      int a = (k + 1) % 3;
      int b = (k + 2) % 3;
      out[k] = x[3 * i + a] * x[3 * j + b] - x[3 * i + b] * x[3 * j + a];
    }
    return out;
  }

  private static double[] pair(double[] x, int i, int j) {
    double[] both = new double[6];
    System.arraycopy(x, 3 * i, both, 0, 3);
    System.arraycopy(x, 3 * j, both, 3, 3);
    return both;
  }

  /** Two atoms and the normal to both; with their signs changed for an inversion. */
  private static double[] frame(double[] x, int i, int j, double sign) {
    double[] frame = Arrays.copyOf(pair(x, i, j), 9);
    double[] normal = cross(x, i, j);
    System.arraycopy(normal, 0, frame, 6, 3);
    for (int k = 0; k < 6; k++) {
      frame[k] *= sign;
    }
    return frame;
  }

  private static double determinant(double[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }
}
