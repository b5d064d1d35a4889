package dev.tarn.plot.canvas;

import dev.tarn.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A range of numbers, linear or logarithmic, with places for ticks. Immutable.
 *
 * <p>Where a linear range is so narrow that its numbers differ in their last digits only, the ticks
 * show what is left after a common offset, which {@link #caption} subtracts from the title.
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
    /** Logarithmic, with a place for zero below the start, behind a break of the axis. */
    LOGARITHMIC_AND_ZERO,
    /** Linear, with ticks at whole numbers only. */
    WHOLE
  }

  /**
   * A tick.
   *
   * @param value where it stands
   * @param label what it says, with the marks of superscripts; empty for a minor tick
   */
  public record Tick(double value, String label) {}

  /** The share at which an axis with a place for zero is broken. */
  static final double BREAK = 0.11;

  private static final double ZERO = 0.05;
  private static final double ABOVE_BREAK = 0.16;

  /** Ranges narrower than this part of their numbers are shown above an offset. */
  private static final double NARROW = 1e-4;

  /** Counts that differ by this factor are shown by their logarithms. */
  private static final double WIDE = 30.0;

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
    if (!Double.isFinite(high - low) || !(low < high)) {
      throw new IllegalArgumentException(
          "an axis goes from a lower to a higher number, not from " + low + " to " + high);
    }
    if (isLogarithmic(scale) && !(low > 0.0)) {
      throw new IllegalArgumentException("a logarithmic axis begins above 0, not at " + low);
    }
  }

  /**
   * The part of an axis that a range shows.
   *
   * @param range which part, and how it is spread
   * @param title as above
   * @param values the values to be shown, at least one, finite; with a logarithmic axis 0 or more
   * @return the axis; a zero has a place of its own on a logarithmic one
   * @throws IllegalArgumentException if the only end given leaves out every value
   */
  public static Axis in(Range range, String title, double... values) {
    if (!range.logarithmic()) {
      return around(title, values).ending(range);
    }
    double[] positive = Arrays.stream(values).filter(value -> value > 0.0).toArray();
    Axis axis =
        positive.length == 0
            ? new Axis(title, 0.1, 1.0, Scale.LOGARITHMIC)
            : aroundLogarithms(title, positive);
    boolean zero = positive.length < values.length;
    return new Axis(
            title, axis.low(), axis.high(), zero ? Scale.LOGARITHMIC_AND_ZERO : Scale.LOGARITHMIC)
        .ending(range);
  }

  private Axis ending(Range range) {
    double from = range.lowest().orElse(low);
    double to = range.highest().orElse(high);
    if (!(from < to)) {
      throw new IllegalArgumentException(
          "nothing to show: the values go from " + low + " to " + high);
    }
    return new Axis(title, from, to, scale);
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
   * @return the axis; around a single value it has some width
   */
  public static Axis aroundLogarithms(String title, double... values) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0.0;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double start = Decimals.mark(low, false);
    double end = Decimals.mark(high, true);
    return start < end
        ? new Axis(title, start, end, Scale.LOGARITHMIC)
        : new Axis(title, 0.5 * start, 2.0 * end, Scale.LOGARITHMIC);
  }

  /**
   * An axis for numbers that are not negative, such as counts: linear from zero on, or logarithmic
   * where they differ by a factor of 30 and more; zeros then have a place of their own.
   *
   * @param title as above
   * @param whole whether the values are whole numbers
   * @param values the values to be shown, finite, 0 or more; may be empty; not modified
   * @return the axis, with a margin at both ends
   */
  public static Axis aroundCounts(String title, boolean whole, double... values) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0.0;
    boolean zero = false;
    for (double value : values) {
      smallest = value > 0.0 ? Math.min(smallest, value) : smallest;
      largest = Math.max(largest, value);
      zero |= value == 0.0;
    }
    if (largest > WIDE * smallest) {
      return new Axis(
          title,
          smallest / 1.4,
          largest * 1.4,
          zero ? Scale.LOGARITHMIC_AND_ZERO : Scale.LOGARITHMIC);
    }
    double top = largest > 0.0 ? largest : 1.0;
    return new Axis(title, -0.05 * top, 1.06 * top, whole ? Scale.WHOLE : Scale.LINEAR);
  }

  /** The title, less the offset that the ticks leave out: {@code energy − 0.4775399 / nats}. */
  public String caption() {
    BigDecimal offset = offset();
    if (offset.signum() == 0) {
      return title;
    }
    String text =
        (offset.signum() < 0 ? " + " : " \u2212 ")
            + offset.abs().stripTrailingZeros().toPlainString();
    int unit = title.lastIndexOf(" / ");
    return unit < 0 ? title + text : title.substring(0, unit) + text + title.substring(unit);
  }

  /** Whether a value has a place, be it outside the range. */
  public boolean shows(double value) {
    return Double.isFinite(value)
        && switch (scale) {
          case LINEAR, WHOLE -> true;
          case LOGARITHMIC -> value > 0.0;
          case LOGARITHMIC_AND_ZERO -> value >= 0.0;
        };
  }

  /** Where a value stands: 0 at the start, 1 at the end; outside for values outside. */
  public double share(double value) {
    return switch (scale) {
      case LINEAR, WHOLE -> (value - low) / (high - low);
      case LOGARITHMIC -> logarithmicShare(value);
      case LOGARITHMIC_AND_ZERO ->
          value == 0.0 ? ZERO : ABOVE_BREAK + (1.0 - ABOVE_BREAK) * logarithmicShare(value);
    };
  }

  private double logarithmicShare(double value) {
    double start = StrictMath.log10(low);
    return (StrictMath.log10(value) - start) / (StrictMath.log10(high) - start);
  }

  /**
   * Ticks for a number of labels that fit.
   *
   * @param fitting how many labels fit about, at least 2
   */
  List<Tick> ticks(int fitting) {
    return switch (scale) {
      case LINEAR -> new Ticks(this).steps(fitting, 0.0);
      case WHOLE -> new Ticks(this).steps(fitting, 1.0);
      case LOGARITHMIC -> new Ticks(this).decades(fitting);
      case LOGARITHMIC_AND_ZERO -> {
        List<Tick> ticks = new ArrayList<>();
        ticks.add(new Tick(0.0, "0"));
        ticks.addAll(new Ticks(this).decades(fitting));
        yield ticks;
      }
    };
  }

  /** A number as a label: plain where that is short, else with a power of ten. */
  public static String label(double value) {
    if (value == 0.0) {
      return "0";
    }
    int exponent = Decimals.exponent(Math.abs(value));
    if (exponent >= -3 && exponent <= 4) {
      return new BigDecimal(value)
          .setScale(Math.max(0, 3 - exponent), RoundingMode.HALF_EVEN)
          .stripTrailingZeros()
          .toPlainString()
          .replace('-', '\u2212');
    }
    String text = Numbers.rounded(value, 3);
    int e = text.indexOf('e');
    String mantissa = new BigDecimal(text.substring(0, e)).stripTrailingZeros().toPlainString();
    return Decimals.power(mantissa + text.substring(e));
  }

  private static boolean isLogarithmic(Scale scale) {
    return scale == Scale.LOGARITHMIC || scale == Scale.LOGARITHMIC_AND_ZERO;
  }

  /** A round number near the middle, or 0 where the range is not narrow. */
  BigDecimal offset() {
    double range = high - low;
    if (scale != Scale.LINEAR || range > NARROW * Math.max(Math.abs(low), Math.abs(high))) {
      return BigDecimal.ZERO;
    }
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(Decimals.exponent(range) + 1);
    return Decimals.multiples(low + 0.5 * range, unit, RoundingMode.HALF_EVEN).multiply(unit);
  }
}
