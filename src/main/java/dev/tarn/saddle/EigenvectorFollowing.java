package dev.tarn.saddle;

import dev.tarn.linear.SymmetricEigen;
import dev.tarn.linear.Vectors;
import dev.tarn.potential.Potential;
import dev.tarn.potential.space.Slice;
import dev.tarn.potential.space.StartingPoint;
import dev.tarn.stationary.PolishedPoint;
import dev.tarn.stationary.StationaryPolish;
import dev.tarn.stationary.Tolerances;

/**
 * Eigenvector-following with the full Hessian, for a stationary point of any index.
 *
 * <p>At each step the gradient is resolved along the Hessian's eigenvectors. Along mode {@code i}
 * with gradient {@code F} and eigenvalue {@code b} the step is {@code +-2F / (|b| (1 + sqrt(1 + 4
 * F^2 / b^2)))}, uphill for the {@code k} lowest modes and downhill for the others (Wales, J. Chem.
 * Soc. Faraday Trans. 90, 1051, 1994; Cerjan and Miller, J. Chem. Phys. 75, 2800, 1981). Near the
 * saddle this is Newton's step, and {@linkplain StationaryPolish#newton Newton's method} completes
 * it. The step is capped by a trust radius, which shrinks when the gradient that the Hessian
 * predicts for the new point is far from the one found there, and grows when it is near.
 *
 * <p>Where the two lowest eigenvalues cross, the modes may change places at every step, and the
 * search goes to and fro between two points for ever; it ends when it has done so {@value #CYCLES}
 * times.
 *
 * <p>Null directions of the potential are left out: the search stays on its {@link Slice}.
 *
 * <p>Cost: a Hessian and its eigenvectors a step. No allocation in the loop. Not thread-safe.
 */
final class EigenvectorFollowing implements SaddleFinder {
  private static final double POOR = 0.75;
  private static final double GOOD = 0.25;
  private static final double SMALLEST_RADIUS = 1e-3;
  private static final double DIVERGED = 1e4;

  /** How near a point has to come to the one before the last, as a part of the step. */
  private static final double SAME_PLACE = 1e-3;

  private static final int CYCLES = 5;

  private final Slice slice;
  private final int index;
  private final SaddleSettings settings;
  private final double tolerance;
  private final StationaryPolish polish;
  private final int n;
  private final SymmetricEigen eigen;
  private final double[] point;
  private final double[] gradient;
  private final double[] hessian;
  private final double[] along;
  private final double[] predicted;
  private final double[] last;
  private final double[] beforeLast;
  private int cycles;

  /**
   * A search for stationary points of one index.
   *
   * @param potential the potential
   * @param index the number of modes to be followed uphill, from 0 to the dimension without null
   *     directions
   * @param settings how to search; the method is ignored
   * @param tolerances when the end of a search counts as stationary
   * @throws IllegalArgumentException if the index is out of range
   */
  EigenvectorFollowing(
      Potential potential, int index, SaddleSettings settings, Tolerances tolerances) {
    n = potential.dimension();
    slice = new Slice(potential);
    if (index < 0 || index > slice.dimension()) {
      throw new IllegalArgumentException(
          "the index is from 0 to " + slice.dimension() + ", not " + index);
    }
    this.index = index;
    this.settings = settings;
    tolerance = Math.max(settings.tolerance(), tolerances.gradient());
    polish = StationaryPolish.newton(potential, tolerances);
    eigen = new SymmetricEigen(n);
    point = new double[n];
    gradient = new double[n];
    hessian = new double[n * n];
    along = new double[n];
    predicted = new double[n];
    last = new double[n];
    beforeLast = new double[n];
  }

  @Override
  public SaddleFinder.Result search(double[] start) {
    StartingPoint.check(start, n);
    System.arraycopy(start, 0, point, 0, n);
    slice.project(point);
    double radius = 0.3 * settings.maxStep();
    int steps = 0;
    cycles = 0;
    while (steps < settings.maxSteps()) {
      slice.hessian(point, gradient, hessian);
      double rms = Vectors.rms(gradient);
      if (!(rms < DIVERGED)) {
        break;
      }
      if (steps > 0) {
        radius = adapted(radius);
      }
      eigen.decompose(hessian);
      if (rms < tolerance && negatives() == index) {
        break;
      }
      step(radius);
      steps++;
      if (goesToAndFro(steps)) {
        break;
      }
    }
    PolishedPoint end = polish.polish(point);
    SaddleFinder.Evaluations used = new SaddleFinder.Evaluations(0, 0, steps + 1L);
    return new SaddleFinder.Result(end, steps, end.isStationary(index), used);
  }

  private boolean goesToAndFro(int steps) {
    boolean back =
        steps > 2
            && Vectors.distance(point, beforeLast) <= SAME_PLACE * Vectors.distance(point, last);
    cycles = back ? cycles + 1 : 0;
    System.arraycopy(last, 0, beforeLast, 0, n);
    System.arraycopy(point, 0, last, 0, n);
    return cycles == CYCLES;
  }

  private int negatives() {
    int count = 0;
    while (count < n && eigen.values()[count] < 0.0) {
      count++;
    }
    return count;
  }

  /** Moves {@link #point} and leaves the gradient that the Hessian predicts there. */
  private void step(double radius) {
    double[] values = eigen.values();
    double[] vectors = eigen.vectors();
    double square = 0.0;
    for (int k = 0; k < n; k++) {
      double f = 0.0;
      for (int i = 0; i < n; i++) {
        f += vectors[k * n + i] * gradient[i];
      }
      double size = Math.abs(values[k]);
      // The same as 2F / (b (1 + sqrt(1 + 4 F^2 / b^2))), without the division by b.
      double denominator = size + Math.sqrt(size * size + 4.0 * f * f);
      double move = denominator > 0.0 ? 2.0 * f / denominator : 0.0;
      along[k] = k < index ? move : -move;
      square += move * move;
    }
    double length = Math.sqrt(square);
    double scale = length > radius ? radius / length : 1.0;
    System.arraycopy(gradient, 0, predicted, 0, n);
    for (int k = 0; k < n; k++) {
      double move = scale * along[k];
      for (int i = 0; i < n; i++) {
        point[i] += move * vectors[k * n + i];
        predicted[i] += values[k] * move * vectors[k * n + i];
      }
    }
  }

  private double adapted(double radius) {
    double error = 0.0;
    double size = 0.0;
    for (int i = 0; i < n; i++) {
      double d = gradient[i] - predicted[i];
      error += d * d;
      size += gradient[i] * gradient[i];
    }
    double ratio = Math.sqrt(error / Math.max(size, Double.MIN_NORMAL));
    if (ratio > POOR) {
      return Math.max(0.5 * radius, SMALLEST_RADIUS * settings.maxStep());
    }
    return ratio < GOOD ? Math.min(1.5 * radius, settings.maxStep()) : radius;
  }
}
