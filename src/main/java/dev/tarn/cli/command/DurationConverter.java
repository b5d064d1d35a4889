package dev.tarn.cli.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a positive time: {@code 90s}, {@code 5m}, {@code 1h30m} or ISO 8601 as {@code PT5M}. */
public final class DurationConverter implements ITypeConverter<Duration> {
  private static final Pattern SHORT =
      Pattern.compile("(?=.)(\\d+h)?(\\d+m)?(\\d+(\\.\\d+)?s)?", Pattern.CASE_INSENSITIVE);

  @Override
  public Duration convert(String text) {
    boolean isShort = SHORT.matcher(text).matches();
    try {
      Duration duration = Duration.parse(isShort ? "PT" + text.toUpperCase(Locale.ROOT) : text);
      if (!duration.isZero() && !duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      throw error(text, e);
    }
    throw error(text, null);
  }

  private static TypeConversionException error(
      String text, @org.jspecify.annotations.Nullable Throwable cause) {
    TypeConversionException error =
        new TypeConversionException("'" + text + "' is no positive time such as 90s, 5m or 1h30m");
    if (cause != null) {
      error.initCause(cause);
    }
    return error;
  }
}
