package dev.tarn.path;

import dev.tarn.linear.Vectors;
import java.util.Arrays;

/**
 * The steepest-descent curve of a local quadratic model. With the gradient's component {@code g_k}
 * and curvature {@code b_k} along mode {@code k} it is {@code x_k(t) = x_k - g_k (1 - exp(-b_k t))
 * / b_k}. Confined to one thread; nothing is allocated.
 */
final class QuadraticModel {
  private static final int BISECTIONS = 60;
  private static final int MAX_DOUBLINGS = 200;
  private static final double DISTANCE_ERROR = 0.01;

  private final LocalModes modes;
  private final int n;

  QuadraticModel(LocalModes modes, int n) {
    this.modes = modes;
    this.n = n;
  }

  /** The length of the Newton step within the modes; infinite where one has no curvature. */
  static double newtonLength(LocalModes modes) {
    double square = 0.0;
    for (int k = 0; k < modes.count(); k++) {
      double step = modes.along()[k] / modes.values()[k];
      square += step * step;
    }
    return Double.isNaN(square) ? Double.POSITIVE_INFINITY : Math.sqrt(square);
  }

  /**
   * A time at which the curve has the given distance from its start, to a hundredth: how long a
   * step is matters, its exact length does not.
   */
  double timeAt(double distance) {
    double low = 0.0;
    double high =
        distance / Math.max(Vectors.rms(modes.gradient()) * Math.sqrt(n), Double.MIN_NORMAL);
    int doublings = 0;
    while (travelled(high) < distance && doublings < MAX_DOUBLINGS) {
      low = high;
      high *= 2.0;
      doublings++;
    }
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = 0.5 * (low + high);
      double reached = travelled(middle);
      if (Math.abs(reached - distance) <= DISTANCE_ERROR * distance) {
        return middle;
      }
      if (reached < distance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double travelled(double time) {
    double square = 0.0;
    for (int k = 0; k < modes.count(); k++) {
      double step = modes.along()[k] * progress(modes.values()[k], time);
      square += step * step;
    }
    return Math.sqrt(square);
  }

  /** {@code (1 - exp(-b t)) / b}, which is {@code t} for {@code b = 0}. */
  private static double progress(double curvature, double time) {
    double exponent = -curvature * time;
    if (Math.abs(exponent) < 1e-12) {
      return time;
    }
    return -StrictMath.expm1(Math.min(exponent, 600.0)) / curvature;
  }

  /** Fills the displacement at a time. */
  void displace(double time, double[] move) {
    Arrays.fill(move, 0.0);
    double[] vectors = modes.vectors();
    for (int k = 0; k < modes.count(); k++) {
      double step = -modes.along()[k] * progress(modes.values()[k], time);
      for (int i = 0; i < n; i++) {
        move[i] += step * vectors[k * n + i];
      }
    }
  }

  /** How far a gradient found at a time is from the model's, relative to the larger one. */
  double error(double time, double[] gradient) {
    double[] vectors = modes.vectors();
    double error = 0.0;
    double found = 0.0;
    double modelled = 0.0;
    for (int k = 0; k < modes.count(); k++) {
      double f = 0.0;
      for (int i = 0; i < n; i++) {
        f += vectors[k * n + i] * gradient[i];
      }
      double b = modes.values()[k];
      double model = modes.along()[k] * (1.0 - b * progress(b, time));
      error += (f - model) * (f - model);
      found += f * f;
      modelled += model * model;
    }
    if (!modes.isComplete()) {
      // What the modes do not hold, the model does not have.
      double square = 0.0;
      for (double component : gradient) {
        square += component * component;
      }
      error += Math.max(0.0, square - found);
      found = square;
    }
    return Math.sqrt(error / Math.max(Math.max(found, modelled), Double.MIN_NORMAL));
  }

  /** The arc length of a step, as the two chords over the middle of the curve. */
  double length(double time) {
    double[] values = modes.values();
    double firstHalf = 0.0;
    double secondHalf = 0.0;
    for (int k = 0; k < modes.count(); k++) {
      double middle = modes.along()[k] * progress(values[k], 0.5 * time);
      double end = modes.along()[k] * progress(values[k], time);
      firstHalf += middle * middle;
      secondHalf += (end - middle) * (end - middle);
    }
    return Math.sqrt(firstHalf) + Math.sqrt(secondHalf);
  }
}
