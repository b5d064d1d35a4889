package dev.tarn.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A range of numbers, linear or logarithmic, with places for ticks.
 *
 * @param title what is measured and in which unit, with the marks of subscripts and superscripts;
 *     empty for none
 * @param low the value at the start
 * @param high the value at the end, above {@code low}; for a logarithmic axis both are positive
 * @param scale how values are spread
 */
public record Axis(String title, double low, double high, Scale scale) {
  /** How values are spread over an axis. */
  public enum Scale {
    /** Equal differences at equal distances. */
    LINEAR,
    /** Equal ratios at equal distances. */
    LOGARITHMIC,
    /** Linear, with ticks at whole numbers only. */
    WHOLE
  }

  /**
   * A tick.
   *
   * @param value where it stands
   * @param label what it says, with the marks of superscripts; empty for a minor tick
   */
  record Tick(double value, String label) {}

  private static final double ROUNDING = 1e-9;

  /**
   * Checks the range.
   *
   * @param title as above
   * @param low as above
   * @param high as above
   * @param scale as above
   * @throws IllegalArgumentException if the range is empty, not finite, or on a logarithmic axis
   *     not positive
   */
  public Axis {
    if (!Double.isFinite(low) || !Double.isFinite(high) || !(low < high)) {
      throw new IllegalArgumentException(
          "an axis goes from a lower to a higher number, not from " + low + " to " + high);
    }
    if (scale == Scale.LOGARITHMIC && !(low > 0.0)) {
      throw new IllegalArgumentException("a logarithmic axis begins above 0, not at " + low);
    }
  }

  /**
   * A linear axis around values, with a margin of 4 % at both ends.
   *
   * @param title as above
   * @param values the values to be shown, at least one, finite; not modified
   * @return the axis; around a single value it has some width
   */
  public static Axis around(String title, double... values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double margin = low == high ? Math.max(1e-12, 0.05 * Math.abs(low)) : 0.04 * (high - low);
    return new Axis(title, low - margin, high + margin, Scale.LINEAR);
  }

  /**
   * A logarithmic axis around positive values, out to the next mark of 1, 2 or 5.
   *
   * @param title as above
   * @param values the values to be shown, at least one, positive and finite; not modified
   * @return the axis
   */
  public static Axis aroundLogarithms(String title, double... values) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0.0;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new Axis(title, mark(low, false), mark(high, true), Scale.LOGARITHMIC);
  }

  /** Where a value stands: 0 at the start, 1 at the end; outside for values outside. */
  double share(double value) {
    if (scale == Scale.LOGARITHMIC) {
      double start = StrictMath.log10(low);
      return (StrictMath.log10(value) - start) / (StrictMath.log10(high) - start);
    }
    return (value - low) / (high - low);
  }

  /**
   * Ticks for a number of labels that fit.
   *
   * @param fitting how many labels fit about, at least 2
   */
  List<Tick> ticks(int fitting) {
    return scale == Scale.LOGARITHMIC ? decades(fitting) : steps(fitting);
  }

  /** A number as a label: plain where that is short, else with a power of ten. */
  static String label(double value) {
    if (value == 0.0) {
      return "0";
    }
    int exponent = exponent(Math.abs(value));
    if (exponent >= -3 && exponent <= 4) {
      return new BigDecimal(value)
          .setScale(Math.max(0, 3 - exponent), RoundingMode.HALF_EVEN)
          .stripTrailingZeros()
          .toPlainString()
          .replace('-', '\u2212');
    }
    String mantissa =
        BigDecimal.valueOf(value)
            .movePointLeft(exponent)
            .setScale(2, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
    return (mantissa.equals("1") ? "" : mantissa + "\u00d7").replace('-', '\u2212')
        + power(exponent);
  }

  private List<Tick> steps(int fitting) {
    double raw = (high - low) / Math.max(2, fitting);
    double step = mark(raw, true);
    if (scale == Scale.WHOLE) {
      step = Math.max(1.0, step);
    }
    int stepExponent = exponent(step);
    double largest = Math.max(Math.abs(low), Math.abs(high));
    int shared = exponent(largest) >= -3 && exponent(largest) <= 4 ? 0 : exponent(largest);
    int digits = Math.max(0, shared - stepExponent);
    List<Tick> ticks = new ArrayList<>();
    BigDecimal exact = new BigDecimal(String.format(Locale.ROOT, "%.0e", step));
    long first = (long) Math.ceil(low / step - ROUNDING);
    long last = (long) Math.floor(high / step + ROUNDING);
    for (long k = first; k <= last; k++) {
      BigDecimal value = exact.multiply(BigDecimal.valueOf(k));
      String label =
          value
              .movePointLeft(shared)
              .setScale(digits, RoundingMode.HALF_EVEN)
              .toPlainString()
              .replace('-', '\u2212');
      if (shared != 0) {
        label = value.signum() == 0 ? "0" : label + "\u00d7" + power(shared);
      }
      ticks.add(new Tick(value.doubleValue(), label));
    }
    return ticks;
  }

  private List<Tick> decades(int fitting) {
    int first = (int) Math.floor(StrictMath.log10(low) + ROUNDING);
    int last = (int) Math.floor(StrictMath.log10(high) + ROUNDING);
    boolean narrow = last - first < 2;
    int every = Math.max(1, (int) Math.ceil((last - first + 1.0) / Math.max(2, fitting)));
    List<Tick> ticks = new ArrayList<>();
    for (int decade = first; decade <= last; decade++) {
      for (int m = 1; m <= 9; m++) {
        double value = Double.parseDouble(m + "e" + decade);
        if (share(value) < -ROUNDING || share(value) > 1.0 + ROUNDING) {
          continue;
        }
        boolean labelled =
            m == 1 ? Math.floorMod(decade, every) == 0 : narrow && (m == 2 || m == 5);
        if (m == 1 || every == 1) {
          ticks.add(new Tick(value, labelled ? decadeLabel(m, decade) : ""));
        }
      }
    }
    return ticks;
  }

  private static String decadeLabel(int m, int decade) {
    if (decade >= -2 && decade <= 4) {
      return new BigDecimal(m + "e" + decade).toPlainString();
    }
    return m == 1 ? power(decade) : m + "\u00d7" + power(decade);
  }

  private static String power(int exponent) {
    return "10^{" + (exponent < 0 ? "\u2212" : "") + Math.abs(exponent) + "}";
  }

  private static int exponent(double positive) {
    // The decimal text is exact about the decade, where a logarithm may be rounded across it.
    String text = String.format(Locale.ROOT, "%.12e", positive);
    return Integer.parseInt(text.substring(text.indexOf('e') + 1));
  }

  /** The nearest 1, 2 or 5 times a power of ten that is not below (or not above) a value. */
  private static double mark(double value, boolean up) {
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
