package dev.tarn.stationary;

import dev.tarn.linear.Vectors;

/** The loop of Newton's method that the polishes share. Not thread-safe. */
final class NewtonIteration {
  private static final int MAX_STEPS = 60;
  private static final int MAX_FAILURES = 4;

  /** What differs between the polishes. */
  interface Method {

    /**
     * Evaluates a point.
     *
     * @param x the point; not modified
     * @return the root-mean-square gradient
     */
    double evaluate(double[] x);

    /**
     * Fills the step from the point evaluated last.
     *
     * @param step receives the step
     * @return false if there is none
     */
    boolean step(double[] step);

    /**
     * Whether a gradient is so small that a further step is not worth its cost. What decides about
     * the point is its characterisation.
     *
     * @param rms the root-mean-square gradient
     * @return false where a step costs little, so that it shows the rounding floor
     */
    default boolean isEnough(double rms) {
      return false;
    }
  }

  private final Method method;
  private final Tolerances tolerances;
  private final int n;
  private final double[] point;
  private final double[] best;
  private final double[] step;

  /**
   * Makes the loop.
   *
   * @param n the number of variables
   * @param tolerances when a point is stationary
   * @param method evaluates points and gives steps
   */
  NewtonIteration(int n, Tolerances tolerances, Method method) {
    this.method = method;
    this.tolerances = tolerances;
    this.n = n;
    point = new double[n];
    best = new double[n];
    step = new double[n];
  }

  /**
   * Runs from a point.
   *
   * @param x the point; not modified
   * @return the best point, this loop's own array, overwritten by the next run
   */
  double[] run(double[] x) {
    System.arraycopy(x, 0, point, 0, n);
    System.arraycopy(x, 0, best, 0, n);
    double bestRms = Double.POSITIVE_INFINITY;
    int failures = 0;
    boolean settled = false;
    for (int k = 0; k <= MAX_STEPS; k++) {
      double rms = method.evaluate(point);
      if (!Double.isFinite(rms)) {
        break;
      }
      failures = rms < 0.5 * bestRms ? 0 : failures + 1;
      boolean better = rms < bestRms;
      if (better) {
        bestRms = rms;
        System.arraycopy(point, 0, best, 0, n);
      }
      if (rms == 0.0 || method.isEnough(rms) || !method.step(step)) {
        break;
      }
      if (better) {
        settled = tolerances.areMet(rms, Vectors.norm(step));
      }
      // At the floor one further step is enough; before it, a step may well raise the gradient.
      if (failures >= (settled ? 1 : MAX_FAILURES)) {
        break;
      }
      for (int i = 0; i < n; i++) {
        point[i] += step[i];
      }
    }
    return best;
  }
}
