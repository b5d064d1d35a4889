package dev.tarn.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * The limited-memory BFGS search direction (Nocedal, Math. Comp. 35, 773, 1980; Liu and Nocedal,
 * Math. Program. 45, 503, 1989): the two-loop recursion over the last {@code m} pairs of steps and
 * gradient changes.
 *
 * <p>The initial inverse Hessian is a multiple of the identity: the given diagonal before the first
 * pair, {@code s.y / y.y} of the newest pair afterwards; or of the inverse of a matrix {@code P}
 * that is like the Hessian: {@code P^-1} before the first pair, then {@code s.y / y.P^-1 y} times
 * that. {@code P} may change from one direction to the next. A pair without positive curvature is
 * not stored, so the direction always leads downhill. Cost {@code 4mn} multiplications; nothing is
 * allocated after construction. Not thread-safe.
 */
public final class LbfgsDirection {
  private static final double CURVATURE_FLOOR = 1e-14;

  // From some megabytes on the room of pairs is given back.
  private static final int HEAVY = 200_000;

  private final int n;
  private final int memory;
  private final double initialDiagonal;
  private double[] steps = {};
  private double[] changes = {};
  private final double[] rho;
  private final double[] alpha;
  private final Optional<Lanczos.Operator> divide;
  private final double[] change;
  private final double[] divided;
  private int stored;
  private int newest;
  private double diagonal;

  /**
   * Makes an empty history.
   *
   * @param n the number of variables
   * @param memory the number of pairs kept, {@code m}
   * @param initialDiagonal the initial diagonal of the inverse Hessian
   */
  public LbfgsDirection(int n, int memory, double initialDiagonal) {
    this(n, memory, initialDiagonal, Optional.empty());
  }

  /**
   * Makes an empty history that begins with a matrix like the Hessian.
   *
   * @param n the number of variables
   * @param memory the number of pairs kept, {@code m}
   * @param initialDiagonal the initial diagonal of the inverse Hessian, where there is no matrix
   * @param divide the division by the matrix
   */
  public LbfgsDirection(
      int n, int memory, double initialDiagonal, Optional<Lanczos.Operator> divide) {
    this.divide = divide;
    change = new double[divide.isPresent() ? n : 0];
    divided = new double[divide.isPresent() ? n : 0];
    this.n = n;
    this.memory = memory;
    this.initialDiagonal = initialDiagonal;
    rho = new double[memory];
    alpha = new double[memory];
    reset();
  }

  /** Forgets all pairs, and gives their room back where it is large. */
  public void reset() {
    if (steps.length > HEAVY) {
      steps = new double[0];
      changes = new double[0];
    }
    stored = 0;
    newest = memory - 1;
    diagonal = initialDiagonal;
    Arrays.fill(rho, 0.0);
  }

  /**
   * Whether no pair is stored.
   *
   * @return true before the first pair and after a reset
   */
  public boolean isEmpty() {
    return stored == 0;
  }

  /**
   * Adds a pair from two points and their gradients.
   *
   * @param x the new point
   * @param previousX the old point
   * @param g the gradient at the new point
   * @param previousG the gradient at the old point
   */
  public void update(double[] x, double[] previousX, double[] g, double[] previousG) {
    int slot = newest + 1 == memory ? 0 : newest + 1;
    int o = slot * n;
    if (steps.length == 0) {
      steps = new double[memory * n];
      changes = new double[memory * n];
    }
    double sy = 0.0;
    double yy = 0.0;
    double ss = 0.0;
    for (int i = 0; i < n; i++) {
      double s = x[i] - previousX[i];
      double y = g[i] - previousG[i];
      steps[o + i] = s;
      changes[o + i] = y;
      sy += s * y;
      yy += y * y;
      ss += s * s;
    }
    if (!(sy > CURVATURE_FLOOR * Math.sqrt(ss * yy)) || yy == 0.0) {
      if (stored == memory) {
        // The oldest pair's slot was overwritten.
        stored--;
      }
      return;
    }
    rho[slot] = 1.0 / sy;
    diagonal = sy / yy;
    newest = slot;
    stored = Math.min(stored + 1, memory);
  }

  /**
   * The direction {@code -H g} of the inverse Hessian approximation.
   *
   * @param g the gradient; not modified
   * @param direction receives the direction
   */
  public void direction(double[] g, double[] direction) {
    for (int i = 0; i < n; i++) {
      direction[i] = -g[i];
    }
    int slot = newest;
    for (int k = 0; k < stored; k++) {
      int o = slot * n;
      double dot = 0.0;
      for (int i = 0; i < n; i++) {
        dot += steps[o + i] * direction[i];
      }
      double a = rho[slot] * dot;
      alpha[slot] = a;
      for (int i = 0; i < n; i++) {
        direction[i] -= a * changes[o + i];
      }
      slot = slot == 0 ? memory - 1 : slot - 1;
    }
    begin(direction);
    for (int k = 0; k < stored; k++) {
      slot = slot + 1 == memory ? 0 : slot + 1;
      int o = slot * n;
      double dot = 0.0;
      for (int i = 0; i < n; i++) {
        dot += changes[o + i] * direction[i];
      }
      double b = alpha[slot] - rho[slot] * dot;
      for (int i = 0; i < n; i++) {
        direction[i] += b * steps[o + i];
      }
    }
  }

  /** Multiplies by the initial inverse Hessian. */
  private void begin(double[] direction) {
    if (divide.isEmpty()) {
      for (int i = 0; i < n; i++) {
        direction[i] *= diagonal;
      }
      return;
    }
    double scale = 1.0;
    if (stored > 0) {
      System.arraycopy(changes, newest * n, change, 0, n);
      divide.get().apply(change, divided);
      scale = 1.0 / (rho[newest] * Vectors.dot(change, divided));
    }
    divide.get().apply(direction, divided);
    for (int i = 0; i < n; i++) {
      direction[i] = scale * divided[i];
    }
  }
}
