package dev.tarn.plot.canvas;

import dev.tarn.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal digits of numbers, for axes and their labels. Stateless. */
public final class Decimals {
  /** What counts as equal, as a part of a number. */
  static final double ROUNDING = 1e-9;

  private Decimals() {}

  /** A number written like {@code 2.5e-3} or {@code 1e-4}, with a power of ten instead. */
  public static String power(String scientific) {
    int e = scientific.indexOf('e');
    String mantissa = scientific.substring(0, e);
    return (mantissa.equals("1") ? "" : mantissa.replace('-', '\u2212') + "\u00d7")
        + power(Integer.parseInt(scientific.substring(e + 1)));
  }

  /** A power of ten as text. */
  public static String power(int exponent) {
    return "10^{" + (exponent < 0 ? "\u2212" : "") + Math.abs(exponent) + "}";
  }

  /** The power of ten of the first digit. */
  static int exponent(double positive) {
    // The decimal text is exact about the decade, where a logarithm may be rounded across it.
    String text = Numbers.rounded(positive, 13);
    return Integer.parseInt(text.substring(text.indexOf('e') + 1));
  }

  /** How many times a unit goes into a value. */
  static BigDecimal multiples(double value, BigDecimal unit, RoundingMode rounding) {
    return new BigDecimal(value).divide(unit, 0, rounding);
  }

  /** The nearest 1, 2 or 5 times a power of ten that is not below (or not above) a value. */
  public static double mark(double value, boolean up) {
    int exponent = exponent(value);
    int[] marks = {1, 2, 5, 10};
    double result = Double.parseDouble("1e" + exponent);
    for (int m : marks) {
      double candidate = Double.parseDouble(m + "e" + exponent);
      if (up && candidate >= value * (1.0 - ROUNDING)) {
        return candidate;
      }
      if (candidate <= value * (1.0 + ROUNDING)) {
        result = candidate;
      }
    }
    return up ? Double.parseDouble("1e" + (exponent + 1)) : result;
  }
}
