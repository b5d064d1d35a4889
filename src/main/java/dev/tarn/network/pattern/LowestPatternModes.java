package dev.tarn.network.pattern;

import dev.tarn.linear.SymmetricEigen;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.space.SymmetricSpaces.LowestModes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lowest eigenspace of a network's Hessian at a stationary point, from the Hessian of its
 * pattern and the blocks of its units.
 *
 * <p>A mode of the pattern is a direction of its own, with either sign. An eigenvector {@code v} of
 * the block of a kind of {@code n} units gives the directions {@code c_j v} of the copies {@code
 * j}, with {@code sum c_j = 0}; up to permutations {@code c_1 >= ... >= c_n}, and that is the cone
 * of the vectors in which {@code a} copies are parted from the others, {@code a = 1, ..., n - 1}.
 * With the block of the zero units {@code c} is any vector: up to permutations and, where units may
 * change sign, signs, that is the cone of the vectors in which {@code a} units go the same way and
 * the others stay; where they may not, {@code a} units go one way and {@code b} the other.
 */
final class LowestPatternModes {
  private static final double DEGENERACY = 1e-6;

  private final UnitGroups groups;
  private final boolean odd;
  private final double limit;
  private final int n;
  private final List<Part> parts = new ArrayList<>();

  /** An orthogonal part of the eigenspace: its projection, and its cones. */
  private record Part(Projection projection, List<List<double[]>> cones) {}

  private interface Projection {
    /** Adds the projection of a full vector. */
    void add(double[] full, double[] out);
  }

  private LowestPatternModes(UnitGroups groups, boolean odd, double limit, int n) {
    this.groups = groups;
    this.odd = odd;
    this.limit = limit;
    this.n = n;
  }

  static LowestModes of(
      UnitGroups groups,
      List<UnitBlocks.Block> blocks,
      SymmetricEigen eigen,
      PatternSpaces.Pattern pattern,
      boolean odd) {
    double lowest = eigen.values()[0];
    for (int kind = 0; kind < blocks.size(); kind++) {
      if (copies(groups, kind) > 0) {
        lowest = Math.min(lowest, blocks.get(kind).eigenvalues().get(0));
      }
    }
    double limit = lowest + DEGENERACY * Math.abs(lowest);
    int size = pattern.potential().dimension();
    double[] zero = pattern.lift(new double[size]);
    LowestPatternModes modes = new LowestPatternModes(groups, odd, limit, zero.length);
    for (int k = 0; k < size && eigen.values()[k] <= limit; k++) {
      modes.addMode(pattern.lift(Arrays.copyOfRange(eigen.vectors(), k * size, (k + 1) * size)));
    }
    for (int kind = 0; kind < blocks.size(); kind++) {
      if (copies(groups, kind) > 0) {
        modes.addBlock(blocks.get(kind), kind);
      }
    }
    return new LowestModes(lowest, modes.first(), modes.cones());
  }

  /** How often the eigenvalues of a kind's block, or of a zero unit's, are the Hessian's. */
  private static int copies(UnitGroups groups, int kind) {
    return kind < groups.kinds() ? groups.members(kind).length - 1 : groups.zeros().length;
  }

  private void addMode(double[] mode) {
    double[] opposite = Arrays.stream(mode).map(value -> -value).toArray();
    parts.add(
        new Part(
            (full, out) -> Vectors.add(out, Vectors.dot(mode, full), mode),
            List.of(List.of(mode), List.of(opposite))));
  }

  private void addBlock(UnitBlocks.Block block, int kind) {
    boolean zero = kind == groups.kinds();
    int[] units = zero ? groups.zeros() : groups.members(kind);
    for (int k = 0; k < block.eigenvalues().length() && block.eigenvalues().get(k) <= limit; k++) {
      double[] direction = block.direction(k);
      List<List<double[]>> cones =
          zero
              ? odd ? List.of(rays(direction, units, 1)) : signed(direction, units)
              : List.of(parted(direction, units));
      parts.add(
          new Part((full, out) -> groups.addShare(full, direction, units, !zero, out), cones));
    }
  }

  private List<double[]> parted(double[] direction, int[] units) {
    List<double[]> rays = new ArrayList<>();
    int count = units.length;
    for (int a = 1; a < count; a++) {
      double[] shares = new double[count];
      Arrays.fill(shares, 0, a, Math.sqrt((double) (count - a) / (count * a)));
      Arrays.fill(shares, a, count, -Math.sqrt((double) a / (count * (count - a))));
      rays.add(groups.full(direction, units, shares));
    }
    return rays;
  }

  /** One unit that goes, two, and so on, from the first unit on or back from the last one. */
  private List<double[]> rays(double[] direction, int[] units, int sign) {
    List<double[]> rays = new ArrayList<>();
    int count = units.length;
    for (int a = 1; a <= count; a++) {
      double[] shares = new double[count];
      int from = sign > 0 ? 0 : count - a;
      Arrays.fill(shares, from, from + a, sign / Math.sqrt(a));
      rays.add(groups.full(direction, units, shares));
    }
    return rays;
  }

  private List<List<double[]>> signed(double[] direction, int[] units) {
    List<double[]> up = rays(direction, units, 1);
    List<double[]> down = rays(direction, units, -1);
    List<List<double[]>> cones = new ArrayList<>();
    for (int a = 0; a <= units.length; a++) {
      List<double[]> cone = new ArrayList<>(up.subList(0, a));
      cone.addAll(down.subList(0, units.length - a));
      cones.add(cone);
    }
    return cones;
  }

  /** The projection of the nearest coordinate axis, to the tolerance the first one. */
  private double[] first() {
    double[] nearest = new double[n];
    double largest = 0.0;
    double[] axis = new double[n];
    for (int i = 0; i < n; i++) {
      axis[i] = 1.0;
      double[] projected = new double[n];
      parts.forEach(part -> part.projection().add(axis, projected));
      double square = Vectors.dot(projected, projected);
      if (square > largest * (1.0 + DEGENERACY)) {
        largest = square;
        nearest = projected;
      }
      axis[i] = 0.0;
    }
    Vectors.normalise(nearest);
    return nearest;
  }

  /** Each cone of each part with each of the others. */
  private List<List<double[]>> cones() {
    List<List<double[]>> all = List.of(List.of());
    for (Part part : parts) {
      List<List<double[]>> longer = new ArrayList<>();
      for (List<double[]> before : all) {
        for (List<double[]> cone : part.cones()) {
          List<double[]> both = new ArrayList<>(before);
          both.addAll(cone);
          longer.add(both);
        }
      }
      all = longer;
    }
    return all;
  }
}
