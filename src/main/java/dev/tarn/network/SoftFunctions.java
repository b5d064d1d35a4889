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

  // The logarithms of 1, 1 + 1/64, ... to 16. The bits of a double from 1 on count up such numbers,
  // with twice the step from each power of two on.
  private static final int STEP_BITS = 52 - 6;
  private static final long HALF_STEP = 1L << (STEP_BITS - 1);
  private static final long ONE = Double.doubleToRawLongBits(1.0);
  private static final double[] LOG_FROM_ONE = new double[4 * STEPS + 1];

  static {
    for (int k = 0; k < LOG_FROM_ONE.length; k++) {
      LOG_FROM_ONE[k] = StrictMath.log(step(k));
    }
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
      return LOG[k] + twiceArtanh(d / (2.0 + d));
    }
    return StrictMath.log1p(e);
  }

  private static double step(long k) {
    return Double.longBitsToDouble(ONE + (k << STEP_BITS));
  }

  /**
   * {@code ln x} for {@code x >= 1}: up to 16 by {@code ln x = ln c + 2 artanh((x - c) / (x + c))}
   * with {@code c} a number near {@code x} and artanh's series to the seventh power.
   */
  static double log(double x) {
    long k = (Double.doubleToRawLongBits(x) - ONE + HALF_STEP) >> STEP_BITS;
    if (k < 0 || k >= LOG_FROM_ONE.length) {
      return StrictMath.log(x);
    }
    double c = step(k);
    return LOG_FROM_ONE[(int) k] + twiceArtanh((x - c) / (x + c));
  }

  private static double twiceArtanh(double t) {
    double t2 = t * t;
    return 2.0 * t * (1.0 + t2 * (1.0 / 3.0 + t2 * (1.0 / 5.0 + t2 * (1.0 / 7.0))));
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
