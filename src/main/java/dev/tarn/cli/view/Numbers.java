package dev.tarn.cli.view;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as text for people. */
public final class Numbers {
  private Numbers() {}

  /**
   * The shortest text that reads back as the same double, on every version of Java: for example
   * {@code 0.4775399033038}, {@code 1e-4}.
   */
  public static String exact(double value) {
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

  /** Rounded to a number of significant digits: for example {@code 3.21e-13}. */
  public static String rounded(double value, int digits) {
    return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
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
