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
  private static final int STEPS = 64;
  private static final double TANH_LIMIT = 20.0;
  private static final double[] TANH = new double[((int) TANH_LIMIT) * STEPS + 2];
  private static final double[] POWER_OF_HALF = new double[STEPS];
  private static final double LN2 = 0.6931471805599453;
  private static final double STEPS_PER_LN2 = STEPS / LN2;
  // ln 2 / 64 in two parts: the first has few enough bits that its multiples are exact.
  private static final double LN2_STEP_HIGH =
      Double.longBitsToDouble(Double.doubleToRawLongBits(LN2) & 0xFFFFFFFF00000000L) / STEPS;
  private static final double LN2_STEP_LOW =
      (LN2 - LN2_STEP_HIGH * STEPS + 2.3190468138462996e-17) / STEPS;
  private static final double EXP_LIMIT = 700.0;

  static {
    for (int k = 0; k < TANH.length; k++) {
      TANH[k] = StrictMath.tanh((double) k / STEPS);
    }
    for (int k = 0; k < STEPS; k++) {
      POWER_OF_HALF[k] = StrictMath.pow(2.0, -(double) k / STEPS);
    }
  }

  private ElementaryFunctions() {}

  /**
   * The hyperbolic tangent, by {@code tanh(a + r) = (tanh a + tanh r) / (1 + tanh a tanh r)} with
   * {@code a} the nearest multiple of 1/64 and the Taylor series of {@code tanh r} to {@code r^7}.
   */
  static double tanh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < TANH_LIMIT) {
      int k = (int) (magnitude * STEPS + 0.5);
      double a = TANH[k];
      double r = magnitude - k * (1.0 / STEPS);
      double r2 = r * r;
      double b = r + r * r2 * (-1.0 / 3.0 + r2 * (2.0 / 15.0 - r2 * (17.0 / 315.0)));
      return Math.copySign((a + b) / (1.0 + a * b), x);
    }
    // NaN falls through to here and stays NaN.
    return Double.isNaN(x) ? x : Math.copySign(1.0, x);
  }

  /**
   * The hyperbolic tangent of the first components of a vector, each with the bits of {@link
   * #tanh(double)}. Apart from the look-ups the work stands in loops without a branch, which
   * compilers turn into vector instructions: half of the time for a dozen.
   *
   * @param x the arguments; not modified
   * @param h receives the values; another array than {@code x}
   * @param rest work space of at least {@code n}
   * @param n how many
   */
  static void tanh(double[] x, double[] h, double[] rest, int n) {
    for (int i = 0; i < n; i++) {
      double magnitude = Math.abs(x[i]);
      // At the limit tanh rounds to 1. NaN is kept.
      double within = magnitude > TANH_LIMIT ? TANH_LIMIT : magnitude;
      int k = (int) (within * STEPS + 0.5);
      rest[i] = within - k * (1.0 / STEPS);
      h[i] = TANH[k];
    }
    for (int i = 0; i < n; i++) {
      double a = h[i];
      double r = rest[i];
      double r2 = r * r;
      double b = r + r * r2 * (-1.0 / 3.0 + r2 * (2.0 / 15.0 - r2 * (17.0 / 315.0)));
      h[i] = (a + b) / (1.0 + a * b);
    }
    for (int i = 0; i < n; i++) {
      h[i] = Math.copySign(h[i], x[i]);
    }
  }

  /**
   * {@code exp(-x)} for {@code x >= 0}: {@code exp(-x) = 2^-q 2^(-j/64) e^r} with {@code |r| <= ln
   * 2 / 128} and the Taylor series of {@code e^r} to {@code r^5}.
   */
  static double expOfMinus(double x) {
    if (x < EXP_LIMIT) {
      int k = (int) (x * STEPS_PER_LN2 + 0.5);
      double r = (k * LN2_STEP_HIGH - x) + k * LN2_STEP_LOW;
      double series = r + r * r * (0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * (1.0 / 120.0))));
      double power = POWER_OF_HALF[k & (STEPS - 1)];
      double scale = Double.longBitsToDouble((1023L - (k >> 6)) << 52);
      return (power + power * series) * scale;
    }
    return StrictMath.exp(-x);
  }
}
