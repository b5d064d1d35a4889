package dev.tarn.interval;

/** Error-free transformations, and rounding up and down by them. */
final class Sums {
  /** Above it the error of a product is a double: {@code 2^(-1074 + 106)}. */
  private static final double EXACT_PRODUCT = 0x1p-968;

  private Sums() {}

  /** {@code a + b - sum}, exactly, where {@code sum} is the rounded sum (Knuth's TwoSum). */
  static double errorOfSum(double a, double b, double sum) {
    double bb = sum - a;
    return (a - (sum - bb)) + (b - bb);
  }

  static double addDown(double a, double b) {
    double sum = a + b;
    return errorOfSum(a, b, sum) >= 0.0 ? sum : below(sum);
  }

  static double addUp(double a, double b) {
    double sum = a + b;
    return errorOfSum(a, b, sum) <= 0.0 ? sum : above(sum);
  }

  /** The product, at most; zero times infinity, which a bound of an interval may be, is zero. */
  static double multiplyDown(double a, double b) {
    if (a == 0.0 || b == 0.0) {
      return 0.0;
    }
    double product = a * b;
    return Math.abs(product) >= EXACT_PRODUCT && Math.fma(a, b, -product) >= 0.0
        ? product
        : below(product);
  }

  static double multiplyUp(double a, double b) {
    return -multiplyDown(-a, b);
  }

  static double divideDown(double a, double b) {
    if (a == 0.0) {
      return 0.0;
    }
    double quotient = a / b;
    // a/b - q has the sign of (a - q b) / b; exact if nothing underflows.
    if (Math.abs(quotient) >= EXACT_PRODUCT && Math.abs(a) >= EXACT_PRODUCT) {
      double rest = Math.fma(-quotient, b, a);
      if (rest == 0.0 || rest > 0.0 == b > 0.0) {
        return quotient;
      }
    }
    return below(quotient);
  }

  static double divideUp(double a, double b) {
    return -divideDown(-a, b);
  }

  /**
   * The number below; what overflowed upwards is above the largest double. Not a number, which
   * infinite bounds may give, becomes infinite.
   */
  private static double below(double value) {
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : Math.nextDown(value);
  }

  private static double above(double value) {
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.nextUp(value);
  }
}
