package dev.tarn.certify;

import dev.tarn.interval.Ball;
import dev.tarn.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A frame that moves with a cluster: one atom at the origin, a second on the first axis, a third,
 * unless all atoms are in line, in the plane of the first two axes. What is left are {@code 3N - 6}
 * coordinates, {@code 3N - 5} of atoms in line, and together with the rigid motions they are
 * coordinates of all space near the cluster. Immutable.
 */
final class ClusterFrame {
  /** As a part of the longest distance. */
  private static final double IN_LINE = 1e-6;

  private final int atoms;
  private final int origin;
  private final int axis;
  private final int plane;
  private final boolean linear;

  private ClusterFrame(int atoms, int origin, int axis, int plane, boolean linear) {
    this.atoms = atoms;
    this.origin = origin;
    this.axis = axis;
    this.plane = plane;
    this.linear = linear;
  }

  /** The frame of the two atoms farthest apart and the one farthest from the line of these. */
  static ClusterFrame of(double[] x) {
    int atoms = x.length / 3;
    int first = 0;
    int second = 1;
    double longest = 0.0;
    for (int i = 0; i < atoms; i++) {
      for (int j = 0; j < i; j++) {
        double square = Vectors.squaredDistance(x, 3 * i, 1.0, x, 3 * j, 3);
        if (square > longest) {
          longest = square;
          first = j;
          second = i;
        }
      }
    }
    int third = -1;
    double farthest = IN_LINE * IN_LINE * longest;
    for (int i = 0; i < atoms; i++) {
      double along = 0.0;
      for (int k = 0; k < 3; k++) {
        double part = x[3 * i + k] - x[3 * first + k];
        along += part * (x[3 * second + k] - x[3 * first + k]);
      }
      double square = Vectors.squaredDistance(x, 3 * i, 1.0, x, 3 * first, 3);
      double away = square - along * along / longest;
      if (i != first && i != second && away > farthest) {
        farthest = away;
        third = i;
      }
    }
    return new ClusterFrame(atoms, first, second, third, third < 0);
  }

  /** Whether all atoms are in line. */
  boolean isLinear() {
    return linear;
  }

  /** The coordinates that are not fixed, ascending. */
  int[] places() {
    return IntStream.range(0, 3 * atoms).filter(this::isFree).toArray();
  }

  private boolean isFree(int place) {
    int atom = place / 3;
    int k = place % 3;
    return atom != origin && (atom != axis || k == 0) && (atom != plane || k < 2);
  }

  /**
   * A cluster in this frame: {@code (r_i - r_origin) . e_k}, with {@code e_1} and {@code e_2} by
   * Gram and Schmidt and {@code e_3} their product.
   *
   * @param r the coordinates
   * @return the coordinates in this frame; those that are fixed are zero exactly. Of atoms in line,
   *     which are to be so exactly, all but the first ones are
   */
  List<Ball> enter(List<Ball> r) {
    List<Ball> e1 = unit(minus(r, axis, origin));
    List<Ball> e2 = List.of();
    List<Ball> e3 = List.of();
    if (!linear) {
      List<Ball> second = minus(r, plane, origin);
      Ball along = dot(second, e1);
      List<Ball> across = new ArrayList<>();
      for (int k = 0; k < 3; k++) {
        across.add(second.get(k).minus(along.times(e1.get(k))));
      }
      e2 = unit(across);
      e3 = product(e1, e2);
    }
    Ball[] all = new Ball[3 * atoms];
    Arrays.fill(all, Ball.ZERO);
    for (int i = 0; i < atoms; i++) {
      List<Ball> d = minus(r, i, origin);
      set(all, 3 * i, d, e1);
      if (!linear) {
        set(all, 3 * i + 1, d, e2);
        set(all, 3 * i + 2, d, e3);
      }
    }
    return List.of(all);
  }

  private void set(Ball[] all, int place, List<Ball> d, List<Ball> direction) {
    if (isFree(place)) {
      all[place] = dot(d, direction);
    }
  }

  static List<Ball> minus(List<Ball> r, int i, int j) {
    List<Ball> d = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      d.add(r.get(3 * i + k).minus(r.get(3 * j + k)));
    }
    return d;
  }

  private static Ball dot(List<Ball> a, List<Ball> b) {
    Ball sum = Ball.ZERO;
    for (int k = 0; k < 3; k++) {
      sum = sum.plus(a.get(k).times(b.get(k)));
    }
    return sum;
  }

  private static List<Ball> unit(List<Ball> v) {
    Ball length = ClusterEquations.square(v).sqrt();
    return v.stream().map(part -> part.dividedBy(length)).toList();
  }

  private static List<Ball> product(List<Ball> a, List<Ball> b) {
    List<Ball> product = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      int i = (k + 1) % 3;
      int j = (k + 2) % 3;
      product.add(a.get(i).times(b.get(j)).minus(a.get(j).times(b.get(i))));
    }
    return product;
  }
}
