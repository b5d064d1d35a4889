package dev.tarn.network;

/**
 * tanh and the decaying exponential with the same bits on every Java version and processor.
 *
 * <p>{@link Math#tanh(double)} and {@link Math#exp(double)} may differ in the last bits between
 * Java versions, which would let the same seed give different databases; {@link StrictMath} agrees
 * everywhere but is several times slower. Both functions here use tables, made once with {@code
 * StrictMath}, and IEEE basic operations only. Errors are below 4 units in the last place for tanh
 * and 2 for the exponential.
 */
final class ElementaryFunctions {
  // From 2^52 to 2^53 a double is an integer: to add this one rounds to an integer, which then
  // stands in the lowest bits. What no table reaches, and NaN, gives numbers far outside.
  private static final double ROUNDER = 0x1.8p52;

  private static final int TANH_LIMIT = 20;
  private static final int TANH_STEPS = 256;
  private static final double TANH_ROUNDER = ROUNDER / TANH_STEPS;
  private static final long TANH_FIRST =
      Double.doubleToRawLongBits(TANH_ROUNDER) - TANH_LIMIT * TANH_STEPS;
  private static final double[] TANH = new double[2 * TANH_LIMIT * TANH_STEPS + 1];

  private static final double EXP_LIMIT = 700.0;
  private static final int EXP_BITS = 9;
  private static final int EXP_STEPS = 1 << EXP_BITS;
  private static final long[] POWER_OF_HALF = new long[EXP_STEPS];
  private static final double LN2 = 0.6931471805599453;
  private static final double STEPS_PER_LN2 = EXP_STEPS / LN2;
  // ln 2 / 512 in two parts: the first has few enough bits that its multiples are exact.
  private static final double LN2_STEP_HIGH =
      Double.longBitsToDouble(Double.doubleToRawLongBits(LN2) & 0xFFFFFFFF00000000L) / EXP_STEPS;
  private static final double LN2_STEP_LOW =
      (LN2 - LN2_STEP_HIGH * EXP_STEPS + 2.3190468138462996e-17) / EXP_STEPS;
  private static final int MANTISSA_BITS = 52;

  static {
    for (int k = 0; k < TANH.length; k++) {
      TANH[k] = StrictMath.tanh((double) k / TANH_STEPS - TANH_LIMIT);
    }
    for (int k = 0; k < EXP_STEPS; k++) {
      double power = StrictMath.pow(2.0, -(double) k / EXP_STEPS);
      POWER_OF_HALF[k] = Double.doubleToRawLongBits(power);
    }
  }

  private ElementaryFunctions() {}

  /**
   * The hyperbolic tangent, by {@code tanh(a + r) = (tanh a + tanh r) / (1 + tanh a tanh r)} with
   * {@code a} the nearest multiple of 1/256 and the Taylor series of {@code tanh r} to {@code r^5}.
   * That of -0.0 is 0.0.
   */
  static double tanh(double x) {
    double rounded = x + TANH_ROUNDER;
    long k = Double.doubleToRawLongBits(rounded) - TANH_FIRST;
    if (k < 0 || k >= TANH.length) {
      return Double.isNaN(x) ? x : Math.copySign(1.0, x);
    }
    return sum(TANH[(int) k], x - (rounded - TANH_ROUNDER));
  }

  /**
   * The hyperbolic tangent of the first components of a vector, each with the bits of {@link
   * #tanh(double)}. Apart from the look-ups the work stands in loops without a branch, which
   * compilers turn into vector instructions: half of the time for many.
   *
   * @param x the arguments; not modified
   * @param h receives the values; another array than {@code x}
   * @param rest work space of at least {@code n}
   * @param n how many
   */
  static void tanh(double[] x, double[] h, double[] rest, int n) {
    for (int i = 0; i < n; i++) {
      double rounded = x[i] + TANH_ROUNDER;
      h[i] = rounded;
      rest[i] = x[i] - (rounded - TANH_ROUNDER);
    }
    for (int i = 0; i < n; i++) {
      long k = Double.doubleToRawLongBits(h[i]) - TANH_FIRST;
      if (k < 0 || k >= TANH.length) {
        h[i] = tanh(x[i]);
        rest[i] = 0.0;
      } else {
        h[i] = TANH[(int) k];
      }
    }
    for (int i = 0; i < n; i++) {
      h[i] = sum(h[i], rest[i]);
    }
  }

  /** {@code tanh(a + r)} for a small {@code r}, from {@code tanh a}. */
  private static double sum(double tanh, double r) {
    double r2 = r * r;
    double b = r + r * r2 * (-1.0 / 3.0 + r2 * (2.0 / 15.0));
    return (tanh + b) / (1.0 + tanh * b);
  }

  /**
   * {@code exp(-x)} for {@code x >= 0}: {@code exp(-x) = 2^-q 2^(-j/512) e^r} with {@code |r| <= ln
   * 2 / 1024} and the Taylor series of {@code e^r} to {@code r^4}.
   */
  static double expOfMinus(double x) {
    if (x < EXP_LIMIT) {
      double rounded = x * STEPS_PER_LN2 + ROUNDER;
      long k = Double.doubleToRawLongBits(rounded) & 0xFFFFFFFFL;
      double steps = rounded - ROUNDER;
      double r = (steps * LN2_STEP_HIGH - x) + steps * LN2_STEP_LOW;
      // A power of two more or less stands in the exponent alone.
      double power =
          Double.longBitsToDouble(
              POWER_OF_HALF[(int) k & (EXP_STEPS - 1)] - ((k >> EXP_BITS) << MANTISSA_BITS));
      double r2 = r * r;
      double rest = (0.5 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0);
      return (power + power * r) + power * r2 * rest;
    }
    return StrictMath.exp(-x);
  }
}
