package dev.tarn.network.relu;

import dev.tarn.data.DataSet;
import dev.tarn.linear.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The kinks of the first hidden layer that a point is held on, and the linear subspace that they
 * leave.
 *
 * <p>The sum of unit {@code j} for example {@code d} is {@code s = u_j . (x_d, 1)}, linear in the
 * unit's weights and bias {@code u_j}. On {@code s = 0} for all kinks held the energy is smooth,
 * and its gradient and Hessian within that subspace do not depend on the side that rounding takes,
 * since what the unit adds has {@code grad s} as a factor. Next to it the energy is {@code E + c
 * max(0, s)}, where {@code c = sum_k w_kj dE/dz_k} is the derivative by the unit's value; the slope
 * is {@code c - mu} to the active side and {@code mu} to the other one, with the multipliers {@code
 * mu} of {@code grad E + sum mu grad s = 0} on the inactive side.
 *
 * <p>Not thread-safe; small arrays are made anew each time that a kink is taken or released.
 */
final class HeldKinks {
  private static final double INDEPENDENT = 1e-9;

  private final KinkedNetwork network;
  private final KinkedEvaluator evaluator;
  private final DataSet data;
  private final int n;
  private final int units;
  private final int width;
  private final List<Held> held = new ArrayList<>();
  private final List<double[]> normals = new ArrayList<>();

  /** A kink: a unit of the first hidden layer, and an example. */
  record Held(int unit, int example) {}

  HeldKinks(KinkedNetwork network, KinkedEvaluator evaluator) {
    this.network = network;
    this.evaluator = evaluator;
    data = network.data();
    n = network.potential().dimension();
    units = network.units();
    width = data.inputs();
  }

  int units() {
    return units;
  }

  List<Held> held() {
    return held;
  }

  /** The dimension of the subspace. */
  int dimension() {
    return n - normals.size();
  }

  void clear() {
    held.clear();
    normals.clear();
  }

  /** The sum of a unit for an example. */
  double sum(double[] x, int unit, int example) {
    double sum = x[network.bias(unit)];
    for (int k = 0; k < width; k++) {
      sum += x[network.link(unit, k)] * data.input(example, k);
    }
    return sum;
  }

  /** The size of a unit's weights and bias, which a sum counts as zero against. */
  double size(double[] x, int unit) {
    double squares = 0.0;
    for (int k = 0; k < width; k++) {
      double link = x[network.link(unit, k)];
      squares += link * link;
    }
    double bias = x[network.bias(unit)];
    return Math.sqrt(squares + bias * bias);
  }

  /** The kinks that a point stands on, to a tolerance relative to the size of the unit. */
  List<Held> near(double[] x, double tolerance) {
    List<Held> near = new ArrayList<>();
    for (int j = 0; j < units; j++) {
      double bound = tolerance * size(x, j);
      for (int d = 0; d < data.examples(); d++) {
        if (Math.abs(sum(x, j, d)) <= bound) {
          near.add(new Held(j, d));
        }
      }
    }
    return near;
  }

  /** Takes a kink in; one whose sum is zero already where the others are adds no condition. */
  boolean hold(Held kink) {
    if (held.contains(kink)) {
      return false;
    }
    double[] normal = normal(kink);
    double length = Vectors.norm(normal);
    project(normal);
    double rest = Vectors.norm(normal);
    if (rest <= INDEPENDENT * length) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      normal[i] /= rest;
    }
    held.add(kink);
    normals.add(normal);
    return true;
  }

  void release(Held kink) {
    List<Held> others = new ArrayList<>(held);
    others.remove(kink);
    clear();
    others.forEach(this::hold);
  }

  private double[] normal(Held kink) {
    double[] normal = new double[n];
    for (int k = 0; k < width; k++) {
      normal[network.link(kink.unit(), k)] = data.input(kink.example(), k);
    }
    normal[network.bias(kink.unit())] = 1.0;
    return normal;
  }

  /** Takes a vector into the subspace. */
  void project(double[] v) {
    // Twice, for the sake of rounding.
    for (int pass = 0; pass < 2; pass++) {
      for (double[] normal : normals) {
        Vectors.remove(normal, v);
      }
    }
  }

  /** An orthonormal basis of the subspace. */
  List<double[]> basis() {
    List<double[]> basis = new ArrayList<>();
    HeldKinks rest = new HeldKinks(network, evaluator);
    rest.normals.addAll(normals);
    for (int i = 0; i < n && basis.size() < dimension(); i++) {
      double[] axis = new double[n];
      axis[i] = 1.0;
      rest.project(axis);
      double length = Vectors.norm(axis);
      if (length > Math.sqrt(INDEPENDENT)) {
        for (int k = 0; k < n; k++) {
          axis[k] /= length;
        }
        basis.add(axis);
        rest.normals.add(axis);
      }
    }
    return basis;
  }

  /**
   * The slopes to both sides of each kink held.
   *
   * @param toInactive {@code mu}
   * @param toActive {@code c - mu}
   */
  record Slopes(Held kink, double toInactive, double toActive) {
    boolean isUphill() {
      return toInactive > 0.0 && toActive > 0.0;
    }
  }

  /** The slopes at a point of the subspace where the gradient within it vanishes. */
  List<Slopes> slopes(double[] x, double[] gradient) {
    double[] jumps = jumps(x);
    double[] inactive = gradient.clone();
    for (int h = 0; h < held.size(); h++) {
      Held kink = held.get(h);
      if (sum(x, kink.unit(), kink.example()) > 0.0) {
        Vectors.add(inactive, -jumps[h], normal(kink));
      }
    }
    double[] multipliers = multipliers(inactive);
    List<Slopes> slopes = new ArrayList<>();
    for (int h = 0; h < held.size(); h++) {
      slopes.add(new Slopes(held.get(h), multipliers[h], jumps[h] - multipliers[h]));
    }
    return slopes;
  }

  /** The derivatives {@code c} by the units' values. */
  private double[] jumps(double[] x) {
    double[] above = evaluator.slopesAbove(x);
    int rows = above.length / data.examples();
    double[] jumps = new double[held.size()];
    for (int h = 0; h < jumps.length; h++) {
      Held kink = held.get(h);
      for (int k = 0; k < rows; k++) {
        jumps[h] += x[network.linkAbove(k, kink.unit())] * above[kink.example() * rows + k];
      }
    }
    return jumps;
  }

  /** Solves {@code gradient + sum mu normal = 0} with the triangle that orthogonalisation gives. */
  private double[] multipliers(double[] gradient) {
    int m = held.size();
    double[][] triangle = new double[m][m];
    double[] right = new double[m];
    for (int r = 0; r < m; r++) {
      right[r] = -Vectors.dot(normals.get(r), gradient);
      for (int c = r; c < m; c++) {
        triangle[r][c] = Vectors.dot(normals.get(r), normal(held.get(c)));
      }
    }
    double[] mu = new double[m];
    for (int r = m - 1; r >= 0; r--) {
      double sum = right[r];
      for (int c = r + 1; c < m; c++) {
        sum -= triangle[r][c] * mu[c];
      }
      mu[r] = sum / triangle[r][r];
    }
    return mu;
  }

  /** A direction off one kink, along the others, to its active or its inactive side. */
  double[] away(Held kink, boolean active) {
    HeldKinks others = new HeldKinks(network, evaluator);
    for (Held other : held) {
      if (!other.equals(kink)) {
        others.hold(other);
      }
    }
    double[] direction = normal(kink);
    others.project(direction);
    double scale = (active ? 1.0 : -1.0) / Vectors.norm(direction);
    Arrays.setAll(direction, i -> scale * direction[i]);
    return direction;
  }
}
