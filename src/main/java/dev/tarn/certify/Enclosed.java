package dev.tarn.certify;

import dev.tarn.interval.Interval;

/**
 * Elementary functions of intervals in doubles, for searches through millions of boxes: a value and
 * a proven bound of its relative error, instead of the 32 digits of {@link dev.tarn.interval.Ball}.
 *
 * <p>Each function is monotone, or even and monotone on either side of zero, so that the ends
 * decide. Values are off by a relative error below {@code 2^-41}, and are widened by {@code 2^-40}.
 */
final class Enclosed {
  private static final double UP = 1.0 + 0x1p-40;
  private static final double DOWN = 1.0 - 0x1p-40;

  /** More than a few roundings of subnormal numbers. */
  private static final double TINY = 0x1p-1060;

  /** Below it a power series is used, which loses no digits to a difference. */
  private static final double SMALL = 0.05;

  /** Beyond it exponentials leave the normal doubles. */
  private static final double LARGE = 700.0;

  private static final double INVERSE_LN2 = 1.4426950408889634;

  /** The first 32 bits of ln 2; the next 53 are {@code LN2_LOW}, the rest is below 2^-85. */
  private static final double LN2_HIGH = 0x1.62e42feep-1;

  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
  private static final int DEGREE = 13;
  private static final double[] INVERSE_FACTORIAL = new double[DEGREE + 1];

  static {
    double factorial = 1.0;
    for (int k = 0; k <= DEGREE; k++) {
      // Exact up to 13!, so that each quotient has one rounding.
      factorial *= Math.max(1, k);
      INVERSE_FACTORIAL[k] = 1.0 / factorial;
    }
  }

  private Enclosed() {}

  /**
   * {@code e^x} for {@code |x| <= 700}, to a relative error below {@code 2^-46}.
   *
   * <p>{@code x = k ln 2 + r} with {@code |r| <= 0.35} and {@code |k| <= 1010}: {@code k LN2_HIGH}
   * is exact, and so is its difference from x, which is within a factor of two (Sterbenz); what the
   * low part loses is below {@code 2^-54}. The Taylor polynomial of degree 13 leaves out less than
   * {@code 0.35^14 e^0.35 / 14! < 2^-56}; Horner's scheme, 27 roundings, is off by at most {@code
   * 28 u e^0.7 < 57 u < 2^-47} of the value (Higham, Accuracy and Stability of Numerical
   * Algorithms, section 5.1), {@code u = 2^-53}. The factor {@code 2^k} is exact.
   */
  private static double exp(double x) {
    double k = Math.rint(x * INVERSE_LN2);
    double r = (x - k * LN2_HIGH) - k * LN2_LOW;
    double sum = INVERSE_FACTORIAL[DEGREE];
    for (int j = DEGREE - 1; j >= 0; j--) {
      sum = sum * r + INVERSE_FACTORIAL[j];
    }
    return sum * Double.longBitsToDouble((1023L + (long) k) << 52);
  }

  /** {@code e^-x} for {@code x >= 0}; beyond 700 it is less than what is returned. */
  private static double decay(double x) {
    return exp(-Math.min(x, LARGE));
  }

  /**
   * {@code tanh x} for {@code x >= 0}. The difference {@code 1 - E} with {@code E = e^-2x <= 0.905}
   * magnifies the error of E by less than 10. The series alternates with falling terms; the first
   * one left out is below {@code 0.0036 * 0.05^12}.
   */
  private static double tanh(double x) {
    if (x < SMALL) {
      double y = x * x;
      double sum = 62.0 / 2835.0 - y * (1382.0 / 155_925.0);
      sum = 2.0 / 15.0 + y * (-17.0 / 315.0 + y * sum);
      return x * (1.0 + y * (-1.0 / 3.0 + y * sum));
    }
    double e = decay(2.0 * x);
    return (1.0 - e) / (1.0 + e);
  }

  /**
   * {@code sinh x} for {@code 0 <= x <= 700}. From 0.05 on the difference magnifies errors by less
   * than 21; the term of the series that is left out first is {@code x^10 / 11!} of the value.
   */
  private static double sinh(double x) {
    if (x < SMALL) {
      double y = x * x;
      double sum = 1.0 / 120.0 + y * (1.0 / 5040.0 + y * (1.0 / 362_880.0));
      return x * (1.0 + y * (1.0 / 6.0 + y * sum));
    }
    return 0.5 * (exp(x) - exp(-x));
  }

  /** {@code 1 - tanh^2 x} for {@code x >= 0}, from {@code 4 E / (1 + E)^2}. */
  private static double bell(double x) {
    double e = decay(2.0 * x);
    return 4.0 * e / ((1.0 + e) * (1.0 + e));
  }

  /** {@code tanh(x) / x} for {@code x >= 0}, which falls from 1. */
  private static double sinc(double x) {
    return x < 1e-8 ? 1.0 : tanh(x) / x;
  }

  /** Below a value that is not negative, of which {@link #TINY} may be lost to underflow. */
  private static double low(double value) {
    return Math.max(0.0, value * DOWN - TINY);
  }

  private static double high(double value) {
    return value == 0.0 ? 0.0 : value * UP + TINY;
  }

  static Interval tanh(Interval x) {
    double a = x.lower();
    double b = x.upper();
    return Interval.of(
        a >= 0.0 ? low(tanh(a)) : -Math.min(1.0, high(tanh(-a))),
        b >= 0.0 ? Math.min(1.0, high(tanh(b))) : -low(tanh(-b)));
  }

  /** {@code 1 - tanh^2 x}, the slope of tanh. */
  static Interval bell(Interval x) {
    double far = x.magnitude();
    return Interval.of(
        far > 0.5 * LARGE ? 0.0 : low(bell(far)), Math.min(1.0, high(bell(x.mignitude()))));
  }

  /** {@code e^-x} for {@code x >= 0}. */
  static Interval decay(Interval x) {
    return Interval.of(
        x.upper() > LARGE ? 0.0 : low(decay(x.upper())), Math.min(1.0, high(decay(x.lower()))));
  }

  /** {@code 1 / (1 + e^-x)}. */
  static Interval logistic(Interval x) {
    double a = x.lower();
    return Interval.of(
        a < -LARGE ? 0.0 : low(logistic(a)), Math.min(1.0, high(logistic(x.upper()))));
  }

  private static double logistic(double x) {
    double e = decay(Math.abs(x));
    return x >= 0.0 ? 1.0 / (1.0 + e) : e / (1.0 + e);
  }

  static Interval sinh(Interval x) {
    double a = x.lower();
    double b = x.upper();
    if (x.magnitude() > LARGE) {
      return Interval.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    return Interval.of(
        a >= 0.0 ? low(sinh(a)) : -high(sinh(-a)), b >= 0.0 ? high(sinh(b)) : -low(sinh(-b)));
  }

  static Interval cosh(Interval x) {
    double near = Math.min(x.mignitude(), LARGE);
    double far = x.magnitude();
    return Interval.of(
        Math.max(1.0, low(0.5 * (exp(near) + exp(-near)))),
        far > LARGE ? Double.POSITIVE_INFINITY : high(0.5 * (exp(far) + exp(-far))));
  }

  /** {@code tanh(x) / x}, continued by 1 at zero. */
  static Interval sinc(Interval x) {
    return Interval.of(low(sinc(x.magnitude())), Math.min(1.0, high(sinc(x.mignitude()))));
  }

  /** {@code x coth x}, continued by 1 at zero. */
  static Interval cothTimes(Interval x) {
    return Interval.of(
        Math.max(1.0, low(1.0 / sinc(x.mignitude()))), high(1.0 / sinc(x.magnitude())));
  }

  /**
   * An upper bound of {@code tanh(s x / 2) / s} over {@code least <= s <= most}, an odd function of
   * x whose magnitude falls as s grows.
   */
  static double mostScaledTanh(double x, double least, double most) {
    if (x >= 0.0) {
      return high(0.5 * x * sinc(0.5 * least * x));
    }
    return -low(-0.5 * x * sinc(-0.5 * most * x));
  }
}
