package dev.tarn.certify;

import static dev.tarn.certify.UnitShape.EXAMPLES;

import dev.tarn.interval.Interval;

/**
 * The one root of an equation that says where the outputs' common part is: increasing, and solved
 * by false position on bounds of it. Immutable.
 */
final class OutputRoot {
  private static final int STEPS = 40;

  /** How exactly the root is found, against how exactly what it hangs on is known. */
  private static final double PART = 1e-3;

  private final double lambda;

  OutputRoot(double lambda) {
    this.lambda = lambda;
  }

  /**
   * Encloses the root of {@code 8 lambda (k + shift) + sum_d tanh(s (k - g_d) / 2) / s}, which
   * increases with k: the hull of {@code -shift} and the {@code g_d} holds it.
   */
  Interval of(double[] low, double[] high, Interval shift, Interval size) {
    double[] negative = new double[EXAMPLES];
    double widest = shift.width();
    for (int d = 0; d < EXAMPLES; d++) {
      negative[d] = -high[d];
      widest = Math.max(widest, high[d] - low[d]);
    }
    double enough = Math.max(PART * widest, Double.MIN_NORMAL);
    return Interval.of(
        below(low, shift.upper(), size, enough), -below(negative, -shift.lower(), size, enough));
  }

  /**
   * A number below the root for all {@code s} of a size, hardly more than needed: false position,
   * by the rule that halves the value of an end which stays (Illinois).
   */
  private double below(double[] g, double shift, Interval size, double enough) {
    double low = -shift;
    double high = -shift;
    for (double each : g) {
      low = Math.min(low, each);
      high = Math.max(high, each);
    }
    double atLow = most(low, g, shift, size);
    double atHigh = most(high, g, shift, size);
    for (int k = 0; k < STEPS && high - low > enough && atLow < 0.0 && atHigh > 0.0; k++) {
      double next = low - atLow * ((high - low) / (atHigh - atLow));
      next = next > low && next < high ? next : 0.5 * (low + high);
      double value = most(next, g, shift, size);
      if (value <= 0.0) {
        low = next;
        atLow = value;
        atHigh *= 0.5;
      } else {
        high = next;
        atHigh = value;
        atLow *= 0.5;
      }
    }
    return low;
  }

  /** An upper bound of the function at k, over all {@code s} of a size. */
  private double most(double k, double[] g, double shift, Interval size) {
    double ridge = 8.0 * lambda * Math.nextUp(k + shift);
    double sum = ridge;
    double magnitude = Math.abs(ridge);
    for (double each : g) {
      double term = Enclosed.mostScaledTanh(Math.nextUp(k - each), size.lower(), size.upper());
      sum += term;
      magnitude += Math.abs(term);
    }
    return sum + 0x1p-48 * magnitude;
  }
}
