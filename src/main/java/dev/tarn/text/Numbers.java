package dev.tarn.text;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as text, the same on every version of Java. Stateless. */
public final class Numbers {
  private static final MathContext FIFTEEN_DIGITS = new MathContext(15);

  private Numbers() {}

  /**
   * The shortest text that reads back as the same double: for example {@code 0.4775399033038},
   * {@code 1e-4}.
   */
  public static String exact(double value) {
    // The JDK's own text of a double is the shortest one from Java 19 on only.
    return NumberOutput.toString(value, true).replace(".0E", "E").replace('E', 'e');
  }

  /** Like {@link #exact}, and empty for what is not known. */
  public static String known(OptionalDouble value) {
    return value.isPresent() ? exact(value.getAsDouble()) : "";
  }

  /** Like {@link #exact}, but a whole number without its {@code .0}. */
  public static String plain(double value) {
    return exact(value).replaceFirst("\\.0$", "");
  }

  /**
   * A positive number like {@link #exact}, always with a power of ten: {@code 1e-4}, {@code 2.5e0}.
   */
  public static String scientific(double value) {
    BigDecimal decimal = new BigDecimal(exact(value)).stripTrailingZeros();
    String digits = decimal.unscaledValue().toString();
    int exponent = decimal.precision() - decimal.scale() - 1;
    String first = digits.substring(0, 1);
    return (digits.length() > 1 ? first + "." + digits.substring(1) : first) + "e" + exponent;
  }

  /** Rounded to a number of significant digits: for example {@code 3.21e-13}. */
  public static String rounded(double value, int digits) {
    return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
  }

  /** Rounded to a number of decimals: for example {@code 0.250}. */
  public static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** Rounded to 15 digits and without a power of ten, as a user would type it: {@code 0.0001}. */
  public static String typed(double value) {
    return new BigDecimal(value).round(FIFTEEN_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** A cell of a table: a double like {@link #exact}, anything else as it is. */
  public static String cell(Object value) {
    return value instanceof Double number ? exact(number) : value.toString();
  }

  /** A count with its noun: {@code 1 minimum}, {@code 5 minima}. */
  public static String count(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  /** A time to a second: {@code 45 s}, {@code 3 min 05 s}, {@code 2 h 07 min}. */
  public static String time(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
    return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
  }
}
