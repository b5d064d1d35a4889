package dev.tarn.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads numbers as people write them: decimal digits 0 to 9, for numbers with a point or a power of
 * ten or both.
 *
 * <p>Java's own readers also take digits of other scripts, hexadecimal numbers, suffixes such as
 * {@code 1d}, NaN and infinity, which are typing errors more often than not. Stateless.
 */
public final class Decimal {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");

  private Decimal() {}

  /** Whether a text is a decimal number, of any size. */
  public static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** Whether a text is a whole number, of any size. */
  public static boolean isWhole(String text) {
    return WHOLE.matcher(text).matches();
  }

  /**
   * Reads a number.
   *
   * @param text the text
   * @return the nearest double; empty if the text is no decimal number or beyond the range of
   *     doubles
   */
  public static Optional<Double> number(String text) {
    return Optional.of(text)
        .filter(Decimal::isNumber)
        .map(Double::valueOf)
        .filter(value -> !value.isInfinite());
  }

  /**
   * Reads a whole number.
   *
   * @param text the text
   * @return the number; empty if the text is no whole number or beyond the range of {@code long}
   */
  public static Optional<Long> whole(String text) {
    if (!isWhole(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a whole number of the range of {@code int}.
   *
   * @param text the text
   * @return the number; empty if the text is no whole number or beyond the range
   */
  public static Optional<Integer> count(String text) {
    return whole(text).filter(value -> value.intValue() == value).map(Long::intValue);
  }
}
