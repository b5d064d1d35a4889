package dev.tarn.network;

/**
 * Logarithm and exponential near one and zero, with the same bits on every Java version and
 * processor: what softplus, ELU and cross-entropy need besides {@link ElementaryFunctions}.
 *
 * <p>IEEE basic operations and tables made once with {@code StrictMath}. Errors are below 4 units
 * in the last place.
 */
final class SoftFunctions {
  private static final int STEPS = 64;
  private static final double[] LOG = new double[STEPS + 1];
  private static final double[] INVERSE = new double[STEPS + 1];

  static {
    for (int k = 0; k <= STEPS; k++) {
      LOG[k] = StrictMath.log1p((double) k / STEPS);
      INVERSE[k] = 1.0 / (1.0 + (double) k / STEPS);
    }
  }

  private SoftFunctions() {}

  /**
   * {@code ln(1 + e)} for {@code e >= 0}: up to 1 by {@code ln(c + r) = ln c + 2 artanh(d / (2 +
   * d))} with {@code c} the nearest multiple of 1/64, {@code d = r / c} and artanh's series to the
   * seventh power.
   */
  static double log1p(double e) {
    if (e <= 1.0) {
      int k = (int) (e * STEPS + 0.5);
      double d = (e - k * (1.0 / STEPS)) * INVERSE[k];
      double t = d / (2.0 + d);
      double t2 = t * t;
      return LOG[k] + 2.0 * t * (1.0 + t2 * (1.0 / 3.0 + t2 * (1.0 / 5.0 + t2 * (1.0 / 7.0))));
    }
    return StrictMath.log1p(e);
  }

  /** {@code exp(-x) - 1} for {@code x >= 0}, accurate for small {@code x} too. */
  static double expOfMinusLessOne(double x) {
    if (x < 1.0) {
      double t = ElementaryFunctions.tanh(0.5 * x);
      return -2.0 * t / (1.0 + t);
    }
    return ElementaryFunctions.expOfMinus(x) - 1.0;
  }

  /** {@code 1 / (1 + exp(-z))}, without overflow. */
  static double logistic(double z) {
    double e = ElementaryFunctions.expOfMinus(Math.abs(z));
    return (z >= 0.0 ? 1.0 : e) / (1.0 + e);
  }
}
